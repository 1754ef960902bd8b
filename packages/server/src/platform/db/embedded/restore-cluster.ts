import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { assertSameMajor } from './create-cluster.ts'
import { exists } from './exists.ts'
import { lockFolder } from './folder-lock.ts'
import { freePort } from './free-port.ts'
import { type Home, settleHome } from './home.ts'
import { launchServer, type Site } from './launch-server.ts'
import { findPlatformPackage } from './platform-package.ts'
import { readyBinaries } from './ready-binaries.ts'
import { resetPassword } from './reset-password.ts'
import type { Settings } from './settings.ts'
import { explained, StartFailure } from './start-failure.ts'

export type RestoreWish = {
  readonly dataDir: string
  readonly say: (line: string) => void
  /** Lays the files of the cluster into a folder that is there and empty. */
  readonly fill: (cluster: string) => Promise<void>
  /** What is still to be done in the database, told by the address of `database`, before it gets its name. */
  readonly finish: (url: string) => Promise<void>
  readonly database: string
  /** The moment to stop at. Null: everything that the log holds. */
  readonly until: Date | null
}

/**
 * BACKUP-3 Makes an embedded database of a backup's files, where none is. It gets its name only when it is whole, so
 * that a restore that was broken off leaves nothing that could be started by mistake.
 */
export async function restoreCluster(wish: RestoreWish): Promise<void> {
  const dataDir = resolve(wish.dataDir)
  try {
    const home = await settleHome({ dataDir, say: wish.say, tuning: 'safe' })
    if (await exists(home.cluster))
      throw new StartFailure('folder-in-use', `there is a database in ${home.cluster} already`)
    const lock = await lockFolder(home.folder)
    await make(home, wish).finally(lock.release)
  } catch (error) {
    throw explained(error, dataDir)
  }
}

async function make(home: Home, wish: RestoreWish): Promise<void> {
  const { say, fill, until } = wish
  const draft = join(home.folder, `unfinished-${randomUUID()}`)
  const cluster = join(draft, 'cluster')
  try {
    await mkdir(cluster, { recursive: true })
    await chmod(draft, 0o755)
    await fill(cluster)
    await handOver(cluster, home)
    const binaries = await readyBinaries(home, findPlatformPackage(), say)
    await assertSameMajor(cluster, binaries)
    const site: Site = { home: { ...home, cluster }, binaries, tuning: 'safe', say }
    await recover({ ...site, more: recoveryTo(until) }, until)
    await finishIn(site, wish)
    // The password is not part of a backup: the next start gives the superuser a new one.
    await rm(join(home.folder, 'superuser-password'), { force: true })
    await rename(cluster, home.cluster)
    await syncFolder(home.folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Folders that PostgreSQL wants to find, also where nothing of them was worth copying. */
const wanted = [
  ['pg_commit_ts', 'pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat', 'pg_stat_tmp'],
  ['pg_subtrans', 'pg_tblspc', 'pg_twophase', 'pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries'],
  ['pg_logical', 'pg_logical/mappings', 'pg_logical/snapshots', 'pg_multixact/members', 'pg_multixact/offsets'],
].flat()

/** Everything belongs to the account that serves it, and is closed to all others. */
async function handOver(cluster: string, { account }: Home): Promise<void> {
  for (const folder of wanted) await mkdir(join(cluster, folder), { recursive: true })
  const give = async (path: string, mode: number): Promise<void> => {
    await chmod(path, mode)
    await chown(path, account.uid, account.gid)
  }
  await give(cluster, 0o700)
  for (const entry of await readdir(cluster, { recursive: true, withFileTypes: true }))
    await give(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600)
}

// All pieces of the log lie in pg_wal already: the command that would fetch more says that there are none.
const recoveryTo = (until: Date | null): Settings => ({
  restore_command: 'false',
  hot_standby: false,
  ...(until && {
    recovery_target_time: `${until.toISOString().replace('T', ' ').replace('Z', '')}+00`,
    recovery_target_action: 'promote',
  }),
})

/**
 * Lets PostgreSQL go through the log up to a moment, or all of it, and begin a new line of time there: what it writes
 * from now on is told, in an archive too, from what the first one went on to write.
 */
async function recover(site: Site, until: Date | null): Promise<void> {
  const signal = join(site.home.cluster, 'recovery.signal')
  await writeFile(signal, '', { mode: 0o600 })
  await chown(signal, site.home.account.uid, site.home.account.gid)
  const end = until?.toISOString() ?? 'its end'
  site.say(`Going through the log of changes up to ${end} ...`)
  try {
    const server = await launchServer(site, await freePort(), new AbortController().signal)
    await server.end()
  } catch (error) {
    const told = error instanceof Error ? error.message : ''
    if (!told.includes('recovery ended before')) throw error
    const sentence = `the log of changes ends before ${end}: choose an earlier moment, or leave --until out for all there is`
    throw new StartFailure('no-start', sentence, error)
  }
}

/** Runs the last step in the recovered database, under a password that nobody else learns. */
async function finishIn(site: Site, { finish, database }: RestoreWish): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  await resetPassword(site.home, site.binaries, password)
  const port = await freePort()
  const server = await launchServer(site, port, new AbortController().signal)
  try {
    await finish(`postgresql://postgres:${password}@127.0.0.1:${port}/${database}`)
  } finally {
    await server.end()
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
