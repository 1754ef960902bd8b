import type { SourceFile } from '../source-files.ts'
import { parseSource } from '../syntax.ts'
import type { Breach } from './breach.ts'
import { findBarrels } from './scan-barrels.ts'
import { findImpureCore } from './scan-core.ts'
import { findForeignSql, findSharedTables } from './scan-sql.ts'
import { findStatusLiterals } from './scan-status.ts'

/** The laws that imports do not show: what a file says, not what it brings in. */
export function scanSources(files: readonly SourceFile[]): Breach[] {
  const parsed = files.map((file) => ({ file, tree: parseSource(file) }))
  const perFile = [findBarrels, findImpureCore, findForeignSql, findStatusLiterals]
  return [
    ...parsed.flatMap(({ file, tree }) => perFile.flatMap((find) => find(file.path, tree))),
    ...findSharedTables(parsed.map(({ file, tree }) => ({ path: file.path, tree }))),
  ]
}
