import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Parts } from './app.ts'
import { buildParts, buildWebApp } from './app.ts'
import { buildWorker } from './build-worker.ts'
import type { Config } from './config.ts'
import { makeDemo } from './demo/make-demo.ts'
import { firstAdminLink } from './features/account/index.ts'
import { openShipped } from './features/office/index.ts'
import { openShippedProgrammes } from './features/programme/index.ts'
import { ensureDatabase } from './platform/db/create-database.ts'
import { startEmbedded } from './platform/db/embedded/start-embedded.ts'
import { openPools } from './platform/db/pools.ts'
import type { Siblings } from './platform/processes/siblings.ts'
import { alone } from './platform/processes/siblings.ts'
import type { Children } from './platform/processes/supervise.ts'
import { keptSecret } from './platform/secrets.ts'
import { openLog } from './platform/telemetry/log.ts'
import { prepareDatabase, rolePasswords } from './prepare-database.ts'
import { openChildren } from './serve-by-children.ts'
import { explainStart } from './start-fault.ts'

/** A running installation: database, web and worker, as far as this process runs them. */
export interface House {
  readonly url: string
  makeDemo(): Promise<void>
  /** What a person who just started it should read. */
  welcome(): Promise<readonly string[]>
  stop(): Promise<void>
}

/** The database inside an embedded PostgreSQL. */
export const databaseName = 'openslrt'

/** Enough for every list to have pages and every figure to mean something, made in half a minute. */
const demoCases = 2_000

/** What else a start is told. */
export interface Start {
  /** One of several processes behind a port: the supervisor prepared the database, and is who it speaks with. */
  readonly siblings?: Siblings
  /** The environment that child processes get. */
  readonly env?: NodeJS.ProcessEnv
}

type Say = (line: string) => void
type Stops = (() => Promise<void>)[]

/** Starts what the configuration asks for, in the order in which one needs the other; stops it in the opposite order. */
export async function startHouse(config: Config, say: Say, start: Start = {}): Promise<House> {
  const stops: Stops = []
  const stop = async (): Promise<void> => {
    for (const step of stops.splice(0).toReversed()) await step()
  }
  try {
    const site = await openSite(config, say, stops, start)
    return { ...(await serve(site, stops)), stop, makeDemo: demoMaker(site, say, stops) }
  } catch (error) {
    await stop()
    throw explainStart(error, config)
  }
}

/** An open installation before anybody is served. */
interface Site {
  readonly config: Config
  readonly parts: Parts
  readonly ownerUrl: string
  /** The processes that are to serve; null when this one does. */
  readonly children: Children | null
}

async function openSite(config: Config, say: Say, stops: Stops, { siblings, env }: Start): Promise<Site> {
  const log = openLog(config.logLevel)
  await mkdir(config.dataFolder, { recursive: true })
  const master = await keptSecret(config.masterKeyFile)
  const ownerUrl = await openDatabase(config, say, stops)
  if (!siblings) await prepareDatabase(ownerUrl, master, say)
  const several = config.processes > 1 && config.role !== 'worker' && !siblings
  const children = several ? await openChildren(config, ownerUrl, log, env ?? process.env) : null
  const onLost = (error: Error): void => log.warn({ err: error }, 'a database connection was lost')
  const pools = openPools(ownerUrl, rolePasswords(master), onLost, { connections: config.connections })
  stops.push(() => pools.close())
  const parts = await buildParts(config, pools, master, log, siblings ?? children?.siblings ?? alone)
  stops.push(async () => parts.reference.close())
  if (!siblings) await giveShipped(parts)
  return { config, parts, ownerUrl, children }
}

/** What a new installation begins with, and an older one is given by a new release. */
async function giveShipped({ ledger, reference, pools }: Parts): Promise<void> {
  await openShipped({ pool: pools.api, ledger, reference, forget: () => undefined }, Date.now())
  await openShippedProgrammes({ ledger, reference })
}

/** Runs the roles: the worker always in the process that was started, the web there too or in its children. */
async function serve({ config, parts, children }: Site, stops: Stops): Promise<Pick<House, 'url' | 'welcome'>> {
  if (config.role !== 'web') {
    const worker = await buildWorker(parts)
    stops.push(() => worker.stop())
  }
  if (config.role === 'worker') return { url: '', welcome: async () => ['The worker is running.'] }
  if (children) {
    stops.push(() => children.stop())
    const url = await children.start()
    return { url, welcome: () => welcome(url, () => firstAdminLink(parts.pools.api)) }
  }
  const { app, adminLink } = await buildWebApp(parts)
  stops.push(() => app.close())
  const listening = await app.listen({ port: config.port, host: config.host })
  const url = config.publicUrl ?? listening
  return { url, welcome: () => welcome(url, adminLink) }
}

// A stop waits for the demo to break off where it can go on later: its connections are still in use.
function demoMaker({ parts, ownerUrl }: Site, say: Say, stops: Stops): () => Promise<void> {
  return () => {
    if (parts.config.role === 'worker') return Promise.resolve()
    const leaving = new AbortController()
    const wish = { cases: demoCases, say, signal: leaving.signal, onMarked: () => parts.demo.reread() }
    const making = makeDemo(parts, ownerUrl, wish)
    stops.push(async () => {
      leaving.abort()
      await making.catch(() => undefined)
    })
    return making
  }
}

/** The database that is named, or an embedded one in the data folder. */
async function openDatabase(config: Config, say: Say, stops: Stops): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl
  const postgres = await startEmbedded({
    dataDir: join(config.dataFolder, 'postgres'),
    say,
    walArchive: config.walArchive,
  })
  stops.push(() => postgres.stop())
  await ensureDatabase(postgres.adminUrl, databaseName)
  return postgres.urlFor(databaseName)
}

async function welcome(url: string, adminLink: () => Promise<string | null>): Promise<readonly string[]> {
  const link = await adminLink()
  const first = link
    ? ['', 'No administrator yet. Open this link once, within 24 hours, to make the first one:', `  ${url}${link}`]
    : []
  return [
    '',
    `OpenSLRT is running: ${url}`,
    `  public face  ${url}/`,
    `  desk         ${url}/meja/`,
    `  field phones ${url}/lapangan/`,
    ...first,
    '',
    'Ctrl-C stops everything.',
  ]
}
