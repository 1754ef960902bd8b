import { resolve } from 'node:path'
import { Client, DatabaseError } from 'pg'
import { assertSameMajor, createCluster } from './create-cluster.ts'
import { endLeftovers } from './end-leftovers.ts'
import { exists } from './exists.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import { freePort } from './free-port.ts'
import { type Home, settleHome } from './home.ts'
import { launchServer, type RunningServer, type Site } from './launch-server.ts'
import { findPlatformPackage } from './platform-package.ts'
import { readyBinaries } from './ready-binaries.ts'
import { resetPassword } from './reset-password.ts'
import type { Tuning } from './settings.ts'
import { explained, StartFailure } from './start-failure.ts'
import { passwordPath, superuserPassword } from './superuser-password.ts'
import { type ExitListener, type SupervisedServer, superviseServer } from './supervise-server.ts'
import { archiveSettings, readyArchive } from './wal-archive.ts'

export type EmbeddedOptions = {
  readonly dataDir: string
  /** Takes sentences for the operator: where the data lie, what was found and mended. */
  readonly say: (line: string) => void
  readonly tuning?: Tuning
  /** A fixed port; a free one is found where none is given. */
  readonly port?: number
  /** Instead of the installed package of this platform. */
  readonly packageRoot?: string
  /** Instead of the system's state folder, for data that the serving account cannot reach in `dataDir`. */
  readonly stateRoot?: string
  /** A folder that every finished piece of the server's log is laid into, so that any later moment can be restored. */
  readonly walArchive?: string | null
}

export type EmbeddedPostgres = {
  readonly kind: 'embedded'
  /** The superuser's address of the database `postgres`. Holds a password. */
  readonly adminUrl: string
  urlFor(database: string): string
  /** The server's process; another one after a restart. */
  readonly pid: number
  /** Where the data really lie. */
  readonly folder: string
  stop(): Promise<void>
  /** Calls back at every death that nobody asked for; the server is restarted by itself, on the same port. */
  onExit(listener: ExitListener): void
}

/** Starts PostgreSQL on the folder, setting it up the first time, and keeps it running until `stop`. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const { say, stateRoot, tuning = 'safe' } = options
  try {
    const packageRoot = options.packageRoot ?? findPlatformPackage()
    const home = await settleHome({ dataDir, say, tuning, stateRoot })
    const lock = await lockFolder(home.folder)
    return await serveOrRelease({ ...options, home, packageRoot, tuning, lock })
  } catch (error) {
    throw explained(error, dataDir)
  }
}

type Plan = {
  readonly home: Home
  readonly lock: FolderLock
  readonly packageRoot: string
  readonly tuning: Tuning
  readonly say: (line: string) => void
  readonly port?: number
  readonly walArchive?: string | null
}

async function serveOrRelease(plan: Plan): Promise<EmbeddedPostgres> {
  try {
    return await serve(plan)
  } catch (error) {
    await plan.lock.release()
    throw error
  }
}

async function serve(plan: Plan): Promise<EmbeddedPostgres> {
  const { home, tuning, say } = plan
  const binaries = await readyBinaries(home, plan.packageRoot, say)
  const archive = plan.walArchive ? archiveSettings(await readyArchive(plan.walArchive, home.account)) : {}
  const site: Site = { home, tuning, say, binaries, more: archive }
  const password = await prepareCluster(site)
  const { server, port } = await launchOnPort(site, plan.port)
  const urlFor = (database: string) =>
    `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`
  await assertPassword(urlFor('postgres'), server, home.folder)
  say(`PostgreSQL ${site.binaries.version} runs on 127.0.0.1:${port} (process ${server.pid}); data in ${home.cluster}.`)
  return handleOf(plan, superviseServer(site, port, server), urlFor)
}

function handleOf(plan: Plan, server: SupervisedServer, urlFor: EmbeddedPostgres['urlFor']): EmbeddedPostgres {
  return {
    kind: 'embedded',
    adminUrl: urlFor('postgres'),
    urlFor,
    get pid() {
      return server.pid()
    },
    folder: plan.home.cluster,
    onExit: server.onExit,
    stop: () => server.stop().finally(plan.lock.release),
  }
}

/** Leaves a cluster that no other process serves and whose superuser has the password that is returned. */
async function prepareCluster({ home, binaries, tuning, say }: Site): Promise<string> {
  const password = await superuserPassword(home.folder)
  if (await exists(home.cluster)) {
    await assertSameMajor(home.cluster, binaries)
    await endLeftovers(home.cluster, say)
    if (password.isNew) await resetPassword(home, binaries, password.text)
  } else {
    say(`Setting up a new database in ${home.folder}; this happens once.`)
    await createCluster({ home, binaries, password: password.text, tuning })
  }
  return password.text
}

type Launched = { readonly server: RunningServer; readonly port: number }

/** Somebody may take a free port before PostgreSQL does: then another one is tried, unless it was asked for. */
async function launchOnPort(site: Site, fixed: number | undefined, triesLeft = 5): Promise<Launched> {
  const port = fixed ?? (await freePort())
  try {
    return { server: await launchServer(site, port, new AbortController().signal), port }
  } catch (error) {
    const taken = error instanceof StartFailure && error.code === 'port-taken'
    if (!taken || fixed !== undefined || triesLeft === 0) throw error
    return launchOnPort(site, fixed, triesLeft - 1)
  }
}

const wrongPassword = '28P01'

async function assertPassword(url: string, server: RunningServer, home: string): Promise<void> {
  const client = new Client({ connectionString: url })
  // A connection that breaks later has nobody to tell; unheard, the event would end the program.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    await server.end()
    if (!(error instanceof DatabaseError && error.code === wrongPassword)) throw error
    const sentence =
      `The superuser's password in ${passwordPath(home)} is not the database's. ` +
      'Delete that file: the next start makes a new one.'
    throw new StartFailure('wrong-password', sentence, error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
