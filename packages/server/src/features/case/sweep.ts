import type { Pool } from 'pg'
import { inScope } from '../../platform/db/scope.ts'
import type { FileStore } from '../../platform/files/store.ts'
import { deleteUnnamedBlobs, districtsWithFiles, holdStaleBlobs } from './queries-files.ts'

/** What keeps files: the worker's rows, and the store. */
export interface Keeping {
  readonly pool: Pool
  readonly files: FileStore
}

/** FILE-10 Removes files that were sent before a moment and that no case names; gives how many. */
export async function sweepFiles(keeping: Keeping, before: Date): Promise<number> {
  let swept = 0
  for (const district of await districtsWithFiles(keeping.pool)) {
    for (;;) {
      const { found, removed } = await sweepSome(keeping, district, before)
      swept += removed
      // What was found and yet named meanwhile is not found again.
      if (found === 0) break
    }
  }
  return swept
}

/** In one transaction: where the store fails, the rows are there again and the next night finds them. */
const sweepSome = (
  { pool, files }: Keeping,
  district: string,
  before: Date,
): Promise<{ readonly found: number; readonly removed: number }> =>
  inScope(pool, {}, async (client) => {
    const stale = await holdStaleBlobs(client, district, before)
    const removed = await deleteUnnamedBlobs(client, district, stale)
    for (const sha256 of removed) await files.remove(district, sha256)
    return { found: stale.length, removed: removed.length }
  })
