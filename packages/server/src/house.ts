import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Parts } from './app.ts'
import { buildParts, buildWebApp, buildWorker } from './app.ts'
import type { Config } from './config.ts'
import { makeDemo } from './demo/make-demo.ts'
import { ensureDatabase } from './platform/db/create-database.ts'
import { startEmbedded } from './platform/db/embedded/start-embedded.ts'
import { openPools } from './platform/db/pools.ts'
import { keptSecret } from './platform/secrets.ts'
import { openLog } from './platform/telemetry/log.ts'
import { prepareDatabase, rolePasswords } from './prepare-database.ts'

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

/** Starts what the configuration asks for, in the order in which one needs the other; stops it in the opposite order. */
export async function startHouse(config: Config, say: (line: string) => void): Promise<House> {
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const step of stops.splice(0).toReversed()) await step()
  }
  try {
    return await open(config, say, stops, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function open(
  config: Config,
  say: (line: string) => void,
  stops: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<House> {
  const log = openLog(config.logLevel)
  await mkdir(config.dataFolder, { recursive: true })
  const master = await keptSecret(config.masterKeyFile)
  const ownerUrl = await openDatabase(config, say, stops)
  const passwords = rolePasswords(master)
  await prepareDatabase(ownerUrl, master, say)
  const pools = openPools(ownerUrl, passwords, (error) => log.warn({ err: error }, 'a database connection was lost'), {
    connections: config.connections,
  })
  stops.push(() => pools.close())
  const parts = await buildParts(config, pools, master, log)
  stops.push(async () => parts.reference.close())
  if (config.role !== 'web') {
    const worker = await buildWorker(parts)
    stops.push(() => worker.stop())
  }
  if (config.role === 'worker')
    return { url: '', makeDemo: async () => undefined, welcome: async () => ['The worker is running.'], stop }
  const { app, adminLink } = await buildWebApp(parts)
  const url = config.publicUrl ?? (await app.listen({ port: config.port, host: config.host }))
  if (config.publicUrl) await app.listen({ port: config.port, host: config.host })
  stops.push(() => app.close())
  return { url, stop, makeDemo: demoMaker(parts, ownerUrl, say, stops), welcome: () => welcome(url, adminLink) }
}

// A stop waits for the demo to break off where it can go on later: its connections are still in use.
function demoMaker(
  parts: Parts,
  ownerUrl: string,
  say: (line: string) => void,
  stops: (() => Promise<void>)[],
): () => Promise<void> {
  return () => {
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
async function openDatabase(
  config: Config,
  say: (line: string) => void,
  stops: (() => Promise<void>)[],
): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl
  const postgres = await startEmbedded({ dataDir: join(config.dataFolder, 'postgres'), say })
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
    ...first,
    '',
    'Ctrl-C stops everything.',
  ]
}
