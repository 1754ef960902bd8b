import { readSources } from '../source-files.ts'
import type { Breach } from './breach.ts'
import { cruiseImports } from './cruise.ts'
import { scanSources } from './scan.ts'

/** Everything the law found in one checkout, and what it looked at. */
export type Held = { readonly breaches: readonly Breach[]; readonly files: readonly string[]; readonly imports: number }

/** Holds the checkout below `root` against the whole import law: imports by dependency-cruiser, content by scans. */
export async function holdAgainstLaw(root: string): Promise<Held> {
  const folders = ['packages', 'e2e', 'bench', 'tools']
  const sources = readSources(root, folders, /\.tsx?$/)
  const present = folders.filter((folder) => sources.some(({ path }) => path.startsWith(`${folder}/`)))
  const cruised = await cruiseImports(root, present)
  return { breaches: [...cruised.breaches, ...scanSources(sources)], files: cruised.files, imports: cruised.imports }
}
