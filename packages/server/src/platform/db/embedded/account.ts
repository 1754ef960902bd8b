import type { Stats } from 'node:fs'

/** The account that initdb and postgres run under. */
export type Account = { readonly uid: number; readonly gid: number }

/** `nobody`: exists on every Linux, so that no account needs to be made when we are started as root. */
export const nobody: Account = { uid: 65534, gid: 65534 }

export const isRoot = (): boolean => process.getuid?.() === 0

/** Our own account, or `nobody` where we are root, under which PostgreSQL refuses to run. */
export function servingAccount(): Account {
  return isRoot() ? nobody : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
}

export const ownerOf = (stats: Stats): Account => ({ uid: stats.uid, gid: stats.gid })

/** The part of the spawn options that makes a child run under the account. Only root can, and needs to, change it. */
export const asAccount = (account: Account): { uid?: number; gid?: number } => (isRoot() ? account : {})
