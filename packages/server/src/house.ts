import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buildParts, buildWebApp, buildWorker } from './app.ts'
import type { Config } from './config.ts'
import { startEmbedded } from './platform/db/embedded/start-embedded.ts'
import { openPools, withOwner } from './platform/db/pools.ts'
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

/** Starts what the configuration asks for, in the order in which one needs the other; stops it in the opposite order. */
export async function startHouse(config: Config, say: (line: string) => void): Promise<House> {
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const step of stops.splice(0).reverse()) await step()
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
  await prepareDatabase(ownerUrl, passwords, say)
  const pools = openPools(ownerUrl, passwords, (error) => log.warn({ err: error }, 'a database connection was lost'))
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
  return { url, stop, makeDemo: async () => undefined, welcome: () => welcome(url, adminLink) }
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
  await withOwner(postgres.adminUrl, async (owner) => {
    const { rowCount } = await owner.query('select 1 from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await owner.query(`create database ${databaseName}`)
  })
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
