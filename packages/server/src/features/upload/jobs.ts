import type { TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { FileStore } from '../../platform/files/store.ts'
import { deleteStaleUploads } from './queries.ts'

interface TaskParts {
  readonly pool: Pool
  readonly files: FileStore
  readonly log: Logger
  /** How long a file is kept that nobody names, or goes on with. */
  readonly unattachedDays: number
}

/** What time does to files that are half here. */
export const uploadTasks = (parts: TaskParts): TaskList => ({
  'sweep-uploads': async () => {
    const swept = await sweepUploads(parts, new Date(Date.now() - parts.unattachedDays * 86_400_000))
    if (swept > 0) parts.log.info({ swept }, 'files were given up that were half here')
  },
})

/** Before the sweep of the files, which then finds their parts. */
export const uploadTimes = [{ task: 'sweep-uploads', at: '29 19 * * *' }] as const

/** SYNC-44 Gives up half files that nobody went on with since a moment; gives how many. */
export async function sweepUploads({ pool, files }: Pick<TaskParts, 'pool' | 'files'>, before: Date): Promise<number> {
  const stale = await deleteStaleUploads(pool, before)
  // Put there, and the machine stopped before it was told of.
  for (const { district, sha256, known } of stale) if (!known) await files.remove(district, sha256)
  return stale.length
}
