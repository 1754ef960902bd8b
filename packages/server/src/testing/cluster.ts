import { after } from 'node:test'
import type { EmbeddedPostgres } from '../platform/db/embedded/start-embedded.ts'
import { startTemporary } from '../platform/db/embedded/start-temporary.ts'
import { withOwner } from '../platform/db/pools.ts'
import { prepareDatabase, rolePasswords } from '../prepare-database.ts'

/** The master key of every test house: roles belong to the cluster, so their passwords must be the same in all of them. */
export const master = Buffer.alloc(32, 7)
export const passwords = rolePasswords(master)

const template = 'template_house'

let cluster: Promise<EmbeddedPostgres> | undefined
let made = 0
const closers = new Set<() => Promise<void>>()

/**
 * This test process's own PostgreSQL, with one prepared database to copy from: started once, gone when the tests end.
 * A file opens its houses before its first test or inside its tests: the runner takes a file that waits for something
 * between two tests for finished.
 */
export const theCluster = (): Promise<EmbeddedPostgres> => (cluster ??= startCluster())

async function startCluster(): Promise<EmbeddedPostgres> {
  const postgres = await startTemporary()
  await withOwner(postgres.adminUrl, (owner) => owner.query(`create database ${template}`))
  await prepareDatabase(postgres.urlFor(template), master, () => undefined)
  return postgres
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

/** A new database with nothing in it, for tests of what fills one. */
export const emptyDatabase = (): Promise<string> => createDatabase('')

async function createDatabase(how: string): Promise<string> {
  const postgres = await theCluster()
  const name = `house_${++made}`
  await withOwner(postgres.adminUrl, (owner) => owner.query(`create database ${name} ${how}`))
  return postgres.urlFor(name)
}

/** Has something closed before the database is: a house that a failed test left open would hold the process. */
export const closeBeforeEnd = (close: () => Promise<void>): void => void closers.add(close)

after(async () => {
  for (const close of closers) await close()
  await (await cluster)?.stop()
})
