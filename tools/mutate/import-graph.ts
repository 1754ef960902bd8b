import { posix } from 'node:path'
import type { SourceFile } from '../source-files.ts'
import { importSites, parseSource } from '../syntax.ts'

/** Who imports whom, by path. */
export type Importers = ReadonlyMap<string, ReadonlySet<string>>

/** For each file the files that import it. Only imports that say where they lie count: a package is nobody's fault. */
export function importersIn(files: readonly SourceFile[]): Importers {
  const importers = new Map<string, Set<string>>(files.map(({ path }) => [path, new Set<string>()]))
  for (const file of files) {
    for (const { specifier } of importSites(parseSource(file))) {
      if (specifier.startsWith('.')) importers.get(posix.join(posix.dirname(file.path), specifier))?.add(file.path)
    }
  }
  return importers
}

/** The test files that a fault in this file can reach, the nearest first: those are the ones that catch it soonest. */
export function testsNear(path: string, importers: Importers): readonly string[] {
  const reached = new Set<string>([path])
  for (const at of reached) for (const importer of importers.get(at) ?? []) reached.add(importer)
  const own = path.replace(/\.ts$/, '.test.ts')
  const tests = [...reached].filter((reachedPath) => reachedPath.endsWith('.test.ts'))
  return tests.toSorted((left, right) => Number(right === own) - Number(left === own))
}
