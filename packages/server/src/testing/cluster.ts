import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import type { EmbeddedPostgres } from '../platform/db/embedded/start-embedded.ts'
import { startTemporary } from '../platform/db/embedded/start-temporary.ts'
import { withOwner } from '../platform/db/pools.ts'
import { prepareDatabase, rolePasswords } from '../prepare-database.ts'

/** The master key of every test house: roles belong to the cluster, so their passwords must be the same in all of them. */
export const master = Buffer.alloc(32, 7)
export const passwords = rolePasswords(master)

const template = 'template_house'

/** What a test needs of a PostgreSQL that may be its own or one of all tests. */
type Cluster = Pick<EmbeddedPostgres, 'adminUrl' | 'urlFor'>

let own: Promise<EmbeddedPostgres> | undefined
const made = new Map<string, string>()
const closers = new Set<() => Promise<void>>()

/** Where the test command says which PostgreSQL all server tests share. */
export const sharedClusterVariable = 'OPENSLRT_TEST_CLUSTER'

/**
 * A PostgreSQL of this test process alone, with one prepared database to copy from, gone when the tests end: for tests
 * that take it away, and for a file that is run by itself. A file opens its houses before its first test or inside its
 * tests: the runner takes a file that waits for something between two tests for finished.
 */
export const ownCluster = (): Promise<EmbeddedPostgres> => (own ??= startCluster())

/** Starts one with the database that houses are copied from: schema, places and lists take three seconds to load. */
export async function startCluster(): Promise<EmbeddedPostgres> {
  const postgres = await startTemporary()
  await withOwner(postgres.adminUrl, (owner) => owner.query(`create database ${template}`))
  await prepareDatabase(postgres.urlFor(template), master, () => undefined)
  return postgres
}

function cluster(): Promise<Cluster> {
  const shared = process.env[sharedClusterVariable]
  // Whoever has begun its own goes on with it.
  return shared === undefined || own !== undefined ? ownCluster() : Promise.resolve(clusterAt(shared))
}

function clusterAt(adminUrl: string): Cluster {
  const urlFor = (database: string): string => {
    const url = new URL(adminUrl)
    url.pathname = `/${database}`
    return url.href
  }
  return { adminUrl, urlFor }
}

/** A new database with schema, places and lists; 0.1 s, because it is a copy of files. */
export async function newDatabase(durable = false): Promise<string> {
  const url = await createDatabase(`template ${template} strategy file_copy`)
  if (durable)
    await withOwner(url, (owner) =>
      owner.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = on`),
    )
  return url
}

/**
 * A new database with nothing in it, for tests of what fills one. In a cluster of its own: whoever fills a database sets
 * the passwords of roles, which belong to all databases of a cluster.
 */
export async function emptyDatabase(): Promise<string> {
  await ownCluster()
  return createDatabase('')
}

async function createDatabase(how: string): Promise<string> {
  const postgres = await cluster()
  // A process plays many files, each of which has this module for itself: a count would begin anew.
  const name = `house_${randomBytes(6).toString('hex')}`
  made.set(name, postgres.adminUrl)
  await withOwner(postgres.adminUrl, (owner) => owner.query(`create database ${name} ${how}`))
  return postgres.urlFor(name)
}

/** Has something closed before the database is: a house that a failed test left open would hold the process. */
export const closeBeforeEnd = (close: () => Promise<void>): void => void closers.add(close)

after(async () => {
  for (const close of closers) await close()
  await (await own)?.stop()
  // A shared one lives on: what was made in it would fill the disk, each house 60 MB.
  const shared = process.env[sharedClusterVariable]
  for (const [name, adminUrl] of made)
    if (adminUrl === shared)
      await withOwner(adminUrl, (owner) => owner.query(`drop database if exists ${name} with (force)`))
})
