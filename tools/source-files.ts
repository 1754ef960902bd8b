import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the repository: its path from the root, with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

/** The root of this checkout. */
export const repoRoot: string = dirname(dirname(fileURLToPath(import.meta.url)))

/** Every file below `folders` of `root` whose path matches `pattern`, sorted. Walks the disk, so that it works without git. */
export function readSources(root: string, folders: readonly string[], pattern: RegExp): SourceFile[] {
  return folders
    .flatMap((folder) => listPaths(root, folder))
    .filter((path) => pattern.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Paths of all files below `folder`, leaving out what is installed, built or hidden. '.' means the whole checkout. */
export function listPaths(root: string, folder: string): string[] {
  return readFolder(join(root, folder)).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return isOurs(path) ? listPaths(root, path) : []
    return entry.isFile() ? [path] : []
  })
}

/** Is this a test, or what only tests load? */
export const isTest = (path: string): boolean => /\.test\.tsx?$|\/(testing|fixtures)\//.test(path)

/** Is this data written as TypeScript: texts that people read, lists as they are shipped, what people of the demo say? */
export const isData = (path: string): boolean => dataPaths.test(path)

const dataPaths =
  /\/i18n\/(id|en)[/.]|\/generated\/|\/lists\/((common-)?categories(-\w+)*|channels|holidays|outcomes|reasons|retention|sectors|standards|windows)\.ts$|\/letter\/shipped(-templates)?\.ts$|\/figures\/catalogue-(cases|field)\.ts$|\/independence\/shipped-(base|means|work)\.ts$|\/meeting\/shipped\.ts$|\/office\/shipped-offices\.ts$|\/programme\/shipped-(central|local)\.ts$|\/demo\/needs-\w+\.ts$/

const foreign = new Set(['node_modules', 'dist', '.git', 'test-results', 'screenshots'])

// The data folders of running systems (data, data-demo) lie at the root; a folder called data inside a package is source.
const isOurs = (path: string): boolean => !foreign.has(path.split('/').at(-1) ?? '') && !/^data(-\w+)*$/.test(path)

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
