import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { copyHashed } from './hashed-copy.ts'
import type { ManifestFile } from './manifest.ts'
import { spellBytes } from './manifest.ts'

/** Which entries of a tree are left out, and which folders are kept without what is in them. */
export interface TreeWish {
  /** Asked with the path below the tree. */
  readonly leaveOut?: (path: string) => boolean
  readonly onlyTheFolder?: (path: string) => boolean
}

/** The files below a folder, as paths relative to it, in their order; none where there is no folder. */
export async function filesBelow(root: string, wish: TreeWish = {}): Promise<readonly string[]> {
  const found: string[] = []
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (wish.leaveOut?.(path)) continue
      if (entry.isDirectory() && !wish.onlyTheFolder?.(path)) await walk(path)
      if (entry.isFile()) found.push(path)
    }
  }
  await walk('')
  return found
}

/** Copies files below one folder to another and says how far it is, every 256 MB. */
export async function copyFiles(
  from: string,
  to: { readonly folder: string; readonly prefix: string },
  paths: readonly string[],
  say: (line: string) => void,
): Promise<readonly ManifestFile[]> {
  const copied: ManifestFile[] = []
  const told = progress(say)
  for (const path of paths) {
    const inner = `${to.prefix}${path}`
    const digested = await copyHashed(join(from, path), join(to.folder, inner))
    if (digested === null) continue
    copied.push({ path: inner, ...digested })
    told(digested.size)
  }
  return copied
}

/** Says how much was done at every step of 256 MB. */
export function progress(say: (line: string) => void): (bytes: number) => void {
  const step = 256 * 1024 * 1024
  let [done, next] = [0, step]
  return (bytes) => {
    done += bytes
    if (done < next) return
    say(`  ${spellBytes(done)} ...`)
    next = done + step
  }
}
