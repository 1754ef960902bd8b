import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'

const folder = join(import.meta.dirname, '../../db/migrations')

interface Migration {
  readonly name: string
  readonly up: string
  readonly down: string
}

/** All migrations in their order, as numbered SQL files with a way up and a way down. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const files = await readdir(folder)
  const names = files.filter((file) => file.endsWith('.up.sql')).map((file) => file.slice(0, -'.up.sql'.length))
  return Promise.all(names.toSorted().map(readMigration))
}

async function readMigration(name: string): Promise<Migration> {
  const [up, down] = await Promise.all(
    ['up', 'down'].map((way) => readFile(join(folder, `${name}.${way}.sql`), 'utf8')),
  )
  return { name, up: up ?? '', down: down ?? '' }
}

/**
 * Brings the database up to the newest schema, one transaction per migration, and tells which ones ran.
 * Several processes may try at once: the first holds a lock, the others find nothing left to do. `only` names the
 * migrations to run where a schema of before is wanted.
 */
export async function migrate(owner: Client, only?: ReadonlySet<string>): Promise<readonly string[]> {
  await owner.query('select pg_advisory_lock(7237113)')
  try {
    return await runMissing(owner, only)
  } finally {
    await owner.query('select pg_advisory_unlock(7237113)')
  }
}

async function runMissing(owner: Client, only?: ReadonlySet<string>): Promise<readonly string[]> {
  await owner.query(
    'create table if not exists migration (name text primary key, ran_at timestamptz not null default now())',
  )
  const { rows } = await owner.query<{ name: string }>('select name from migration')
  const done = new Set(rows.map(({ name }) => name))
  const missing = (await readMigrations()).filter(({ name }) => !done.has(name) && (only?.has(name) ?? true))
  for (const { name, up } of missing) {
    await inTransaction(owner, up, 'insert into migration (name) values ($1)', name)
  }
  return missing.map(({ name }) => name)
}

/** Takes the newest migration back, for the proof that the way down leads to the schema before. */
export async function migrateDown(owner: Client): Promise<string | null> {
  const { rows } = await owner.query<{ name: string }>('select name from migration order by name desc limit 1')
  const last = (await readMigrations()).find(({ name }) => name === rows[0]?.name)
  if (!last) return null
  await inTransaction(owner, last.down, 'delete from migration where name = $1', last.name)
  return last.name
}

async function inTransaction(owner: Client, script: string, book: string, name: string): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(script)
    await owner.query(book, [name])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw new Error(`migration ${name} failed`, { cause: error })
  }
}
