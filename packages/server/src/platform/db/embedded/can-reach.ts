import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Account, isRoot } from './account.ts'

const enter = 1
const read = 4

/**
 * Whether the account can enter this folder, or read this file, through all the folders above it. Judged by the mode
 * bits: root may do everything and so cannot learn it by trying.
 */
export async function canReach(path: string, account: Account): Promise<boolean> {
  if (!isRoot()) return true
  const real = await realpath(path)
  for (const folder of foldersAbove(real)) {
    if (!(await permits(folder, account, enter))) return false
  }
  const leaf = await stat(real)
  return permits(real, account, leaf.isDirectory() ? enter : read)
}

function foldersAbove(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [...foldersAbove(parent), parent]
}

async function permits(path: string, account: Account, bit: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path)
  if (uid === account.uid) return (mode & (bit << 6)) !== 0
  if (gid === account.gid) return (mode & (bit << 3)) !== 0
  return (mode & bit) !== 0
}
