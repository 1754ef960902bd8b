import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { saveCredential } from '../features/account/index.ts'
import { hashPassword } from '../platform/auth/password.ts'
import { readableSecret } from '../platform/auth/token.ts'
import type { World } from './world.ts'

interface Account {
  readonly staff: string
  readonly signInName: string
  readonly role: string
  readonly office: string
  readonly password: string
}

/** Gives the demo's sign-ins new passwords by chance and says them, this once: the database keeps only their hashes. */
export async function giveAccounts(pool: Pool, world: World): Promise<readonly string[]> {
  const accounts = world.staff.flatMap(({ id, signInName, role, office }): readonly Account[] => {
    if (signInName === null) return []
    return [{ staff: id, signInName, role, office: world.offices.get(office)?.name ?? '', password: newPassword() }]
  })
  await Promise.all(
    accounts.map(async ({ staff, signInName, password }) =>
      saveCredential(pool, staff, signInName, await hashPassword(password), new Date()),
    ),
  )
  return tableOf(accounts)
}

// Twelve letters and digits that can be read aloud: 58 bits.
const newPassword = (): string => (readableSecret(randomBytes(24), 12).match(/.{4}/g) ?? []).join('-')

function tableOf(accounts: readonly Account[]): readonly string[] {
  const rows = [
    ['role', 'office', 'sign-in name', 'password'],
    ...accounts.map(({ role, office, signInName, password }) => [role, office, signInName, password]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}
