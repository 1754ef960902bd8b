import { type ChildProcess, spawn } from 'node:child_process'
import { getPriority, setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { asAccount } from './account.ts'
import { childEnv } from './child-env.ts'
import { endServer } from './end-server.ts'
import type { Home } from './home.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import type { Binaries } from './ready-binaries.ts'
import { causeIn, logPath, openLog, type ServerLog } from './server-log.ts'
import { type Settings, type Tuning, writeSettings } from './settings.ts'
import { StartFailure } from './start-failure.ts'

/** All that stays the same over the runs of one server. */
export type Site = {
  readonly home: Home
  readonly binaries: Binaries
  readonly tuning: Tuning
  readonly say: (line: string) => void
  /** Settings beside the usual ones: an archive of the log, or where a recovery is to end. */
  readonly more?: Settings
}

export type ServerExit = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export type RunningServer = {
  readonly pid: number
  readonly exited: Promise<ServerExit>
  hasExited(): boolean
  end(): Promise<void>
}

/** Starts PostgreSQL and waits until it takes connections, however long its recovery needs, or until it gives up. */
export async function launchServer(site: Site, port: number, cancelled: AbortSignal): Promise<RunningServer> {
  const settings = await writeSettings(site.home.folder, site.tuning, port, site.more)
  const log = await openLog(site.home.folder)
  try {
    const server = await spawnServer(site, settings, log)
    await untilReady(site, server, log, cancelled)
    return server
  } finally {
    log.close()
  }
}

/** How far the database stands back for the application when both want the processor: 0 is not at all, 19 the most. */
const behindUs = 10

async function spawnServer({ home, binaries }: Site, settings: string, log: ServerLog): Promise<RunningServer> {
  const child = spawn(binaries.postgres, ['-D', home.cluster, '-c', `config_file=${settings}`], {
    cwd: home.cluster,
    env: childEnv,
    stdio: ['ignore', log.descriptor, log.descriptor],
    // Its own session: a Ctrl-C in the terminal is for us, who first finish what is under way.
    detached: true,
    ...asAccount(home.account),
  })
  const exited = exitOf(child)
  if (child.pid === undefined) throw new StartFailure('no-start', `PostgreSQL cannot be run: ${binaries.postgres}.`)
  // The application is one process that every request passes, the database many that wait for it: woken, they must not
  // push it aside. On two cores shared by both, one request in six more was answered in a second.
  setPriority(child.pid, Math.min(getPriority() + behindUs, 19))
  // The server alone keeps no finished program alive; when we leave, by whatever way, it is told to stop.
  child.unref()
  const farewell = () => void child.kill('SIGINT')
  process.once('exit', farewell)
  void exited.then(() => process.removeListener('exit', farewell))
  return running(child, child.pid, exited)
}

const exitOf = (child: ChildProcess): Promise<ServerExit> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', () => resolve({ code: null, signal: null }))
  })

function running(child: ChildProcess, pid: number, exited: Promise<ServerExit>): RunningServer {
  const hasExited = () => child.exitCode !== null || child.signalCode !== null
  const end = async () => {
    child.ref()
    if (!hasExited()) await endServer(pid, hasExited)
    await exited
  }
  return { pid, exited, hasExited, end }
}

async function untilReady(site: Site, server: RunningServer, log: ServerLog, cancelled: AbortSignal): Promise<void> {
  for (let waited = 0; !(await isReady(site.home.cluster, server.pid)); waited += 1) {
    if (server.hasExited()) throw failureFrom(await log.since(), site.home.folder)
    if (cancelled.aborted) {
      await server.end()
      throw new StartFailure('no-start', 'The start of the database was cancelled.')
    }
    if (waited % 500 === 499) site.say('PostgreSQL is still recovering what the last run left unfinished.')
    await sleep(20)
  }
}

async function isReady(cluster: string, pid: number): Promise<boolean> {
  const file = await readPostmasterFile(cluster)
  return file?.pid === pid && file.ready
}

function failureFrom(log: string, home: string): StartFailure {
  if (log.includes('Address already in use')) {
    return new StartFailure('port-taken', 'Another program listens on the port that the database was given.')
  }
  return new StartFailure('no-start', `PostgreSQL did not start: ${causeIn(log)} (the whole log: ${logPath(home)}).`)
}
