import { readFile, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { exists } from './exists.ts'

/**
 * Makes the links between the names of the shared libraries. npm packages cannot hold links; the package's install
 * script would make them, but npm may have been told not to run scripts. Safe to be done by several processes at once.
 * False when a link is missing and may not be made here (packages installed by another account, or read-only).
 */
export async function linkLibraries(packageRoot: string): Promise<boolean> {
  const list: unknown = JSON.parse(await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8'))
  if (!Array.isArray(list)) throw new Error(`${packageRoot}: the list of library links is not a list`)
  const made = await Promise.all(list.filter(isLink).map((link) => makeLink(packageRoot, link)))
  return made.every(Boolean)
}

type Link = { readonly source: string; readonly target: string }

const isLink = (value: unknown): value is Link =>
  typeof value === 'object' &&
  value !== null &&
  'source' in value &&
  typeof value.source === 'string' &&
  'target' in value &&
  typeof value.target === 'string'

async function makeLink(packageRoot: string, { source, target }: Link): Promise<boolean> {
  const path = join(packageRoot, target)
  // Both ends lie in one folder, so that the whole can be moved. One that exists is left as it is.
  const made = await symlink(basename(source), path).then(
    () => true,
    () => false,
  )
  return made || (await exists(path))
}
