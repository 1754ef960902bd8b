import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import { z } from 'zod'
import { progress } from './copy-tree.ts'
import { copyOut } from './copy-wire.ts'
import { digestOfFile } from './hashed-copy.ts'
import type { ManifestFile } from './manifest.ts'

/** The tables of a backup: where each lies, and its columns in the order of their values. */
export const tableList = z.array(
  z.strictObject({
    schema: z.enum(['public', 'graphile_worker']),
    name: z.string(),
    columns: z.array(z.string()),
    file: z.string(),
  }),
)
export type TableCopy = z.infer<typeof tableList>[number]

export const tableListFile = 'tables/tables.json'

/**
 * BACKUP-2 Copies every row of our schema and of the job queue as text, one file a table, all as of one moment: inside
 * the transaction that the caller opened. Needs no program of PostgreSQL's, and any newer PostgreSQL can read it.
 */
export async function copyTables(
  owner: Client,
  folder: string,
  say: (line: string) => void,
): Promise<readonly ManifestFile[]> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 })
  const tables = await selectTables(owner)
  const told = progress(say)
  const files: ManifestFile[] = []
  for (const table of tables) {
    const sql = `copy (select ${columnsOf(table)} from ${nameOf(table)}) to stdout`
    const target = createWriteStream(join(folder, table.file), { mode: 0o600, flush: true, flags: 'wx' })
    await pipeline(copyOut(owner, sql), createGzip({ level: 4 }), target)
    const file = await digested(folder, table.file)
    files.push(file)
    told(file.size)
  }
  await writeFile(join(folder, tableListFile), JSON.stringify(tables, null, 1), { mode: 0o600, flush: true })
  return [...files, await digested(folder, tableListFile)]
}

/** Opens the moment that a copy shows. Row-level security off: a wall would leave rows out without a word, now it is an error. */
export async function openSnapshot(owner: Client): Promise<void> {
  await owner.query('begin isolation level repeatable read read only')
  await owner.query('set local row_security = off')
  await owner.query('set local statement_timeout = 0')
  await owner.query('set local idle_in_transaction_session_timeout = 0')
}

export const nameOf = ({ schema, name }: Pick<TableCopy, 'schema' | 'name'>): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`

export const columnsOf = ({ columns }: TableCopy): string =>
  columns.map((column) => escapeIdentifier(column)).join(', ')

async function selectTables(owner: Client): Promise<readonly TableCopy[]> {
  const { rows } = await owner.query<{ schema: TableCopy['schema']; name: string; columns: string[] }>(
    `select n.nspname as schema, c.relname as name,
       array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped
     group by 1, 2 order by 1, 2`,
  )
  return rows.map((row) => ({ ...row, file: `tables/${row.schema}.${row.name}.gz` }))
}

async function digested(folder: string, path: string): Promise<ManifestFile> {
  const found = await digestOfFile(join(folder, path))
  if (!found) throw new Error(`${path} was not written`)
  return { path, ...found }
}
