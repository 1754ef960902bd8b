import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nobody } from './account.ts'
import { canReach } from './can-reach.ts'
import { type EmbeddedPostgres, startEmbedded } from './start-embedded.ts'

/** A database for one run of tests: fast, not durable, and gone with its folder after `stop`. */
export async function startTemporary(say: (line: string) => void = () => undefined): Promise<EmbeddedPostgres> {
  const folder = await openTemporaryFolder()
  const removed = () => rm(folder, { recursive: true, force: true })
  try {
    const database = await startEmbedded({ dataDir: folder, say, tuning: 'test' })
    return withStop(database, () => database.stop().finally(removed))
  } catch (error) {
    await removed()
    throw error
  }
}

const withStop = (database: EmbeddedPostgres, stop: () => Promise<void>): EmbeddedPostgres => ({
  ...database,
  get pid() {
    return database.pid
  },
  stop,
})

/** A new folder that the account which runs PostgreSQL can enter, so that the data stay in it also for root. */
export async function openTemporaryFolder(): Promise<string> {
  const root = (await canReach(tmpdir(), nobody)) ? tmpdir() : '/tmp'
  const folder = await mkdtemp(join(root, 'openslrt-'))
  await chmod(folder, 0o755)
  return folder
}
