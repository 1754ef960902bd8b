import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { escapeIdentifier, escapeLiteral } from 'pg'
import type { TableCopy } from './copy-tables.ts'
import { columnsOf, nameOf, tableList, tableListFile } from './copy-tables.ts'
import { copyIn } from './copy-wire.ts'

/** What the migrations of the target wrote themselves. */
const kept = new Set(['public.migration', 'graphile_worker.migrations'])

/** Refuses a database that holds anything: a restore never writes over data. */
export async function assertEmptyDatabase(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast' limit 1`,
  )
  const [found] = rows
  if (found)
    throw new Error(
      `the database is not empty (it has the table ${found.name}): a restore writes into an empty one only. Nothing was restored.`,
    )
}

/** Fills the tables of a freshly migrated database with the rows of a backup, and runs the last step: all or none. */
export async function putTables<T>(
  owner: Client,
  folder: string,
  say: (line: string) => void,
  finish: () => Promise<T>,
): Promise<T> {
  const listed = tableList.parse(JSON.parse(await readFile(join(folder, tableListFile), 'utf8')))
  const tables = await inOrder(
    owner,
    listed.filter(({ schema, name }) => !kept.has(`${schema}.${name}`)),
  )
  await owner.query('begin')
  try {
    // What points at these and is not in the backup is as new as they are: it holds nothing but what a migration wrote.
    await owner.query(`truncate ${tables.map(nameOf).join(', ')} cascade`)
    for (const table of tables) {
      const bytes = createReadStream(join(folder, table.file)).pipe(createGunzip())
      await copyIn(owner, `copy ${nameOf(table)} (${columnsOf(table)}) from stdin`, bytes)
    }
    await moveSequences(owner, tables)
    // Whoever held a job then does not hold it here.
    await owner.query(
      'update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null',
    )
    await owner.query(
      'update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null',
    )
    const finished = await finish()
    await owner.query('commit')
    say(`${tables.length} tables filled.`)
    await owner.query('analyze')
    return finished
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

/** Tables with those first that others point at. */
async function inOrder(owner: Client, tables: readonly TableCopy[]): Promise<readonly TableCopy[]> {
  const { rows } = await owner.query<{ from: string; to: string }>(
    `select format('%s.%s', n.nspname, c.relname) as from, format('%s.%s', fn.nspname, f.relname) as to
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
     where k.contype = 'f' and k.conrelid <> k.confrelid`,
  )
  const pointsAt = Map.groupBy(rows, ({ from }) => from)
  const placed = new Map<string, TableCopy>()
  const byName = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]))
  const place = (name: string): void => {
    const table = byName.get(name)
    if (!table || placed.has(name)) return
    byName.delete(name)
    for (const { to } of pointsAt.get(name) ?? []) place(to)
    placed.set(name, table)
  }
  for (const { schema, name } of tables) place(`${schema}.${name}`)
  return [...placed.values()]
}

/** A sequence goes on after the highest number that came back. */
async function moveSequences(owner: Client, tables: readonly TableCopy[]): Promise<void> {
  for (const table of tables) {
    for (const column of table.columns) {
      const { rows } = await owner.query<{ name: string | null }>('select pg_get_serial_sequence($1, $2) as name', [
        nameOf(table),
        column,
      ])
      const name = rows[0]?.name
      if (!name) continue
      await owner.query(
        `select setval(${escapeLiteral(name)}, greatest(1, (select coalesce(max(${escapeIdentifier(column)}), 0) + 1 from ${nameOf(table)})), false)`,
      )
    }
  }
}
