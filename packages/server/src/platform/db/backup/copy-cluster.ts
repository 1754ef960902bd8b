import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { copyFiles, filesBelow } from './copy-tree.ts'
import { digestOfFile } from './hashed-copy.ts'
import type { ManifestFile } from './manifest.ts'

/** Where a cluster's files lie in a backup. */
export const clusterPrefix = 'cluster/'

/** Folders that a server fills anew; what is in them means nothing to another server. */
const emptied = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
])
const leftOut = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'backup_label',
  'backup_label.old',
  'tablespace_map',
  'current_logfiles',
])

/**
 * BACKUP-1 Copies the data folder of a running server: what it writes meanwhile is made whole by its log of changes,
 * which is copied last and is held back for us until then. Takes a superuser's connection of its own.
 */
export async function copyCluster(
  owner: Client,
  folder: string,
  say: (line: string) => void,
): Promise<readonly ManifestFile[]> {
  const cluster = await one(owner, 'show data_directory', 'data_directory')
  // Dies with this connection. Without it a busy server might use a piece of the log again before it is copied.
  await owner.query("select pg_create_physical_replication_slot('openslrt_backup_' || pg_backend_pid(), true, true)")
  await owner.query('set statement_timeout = 0; set idle_session_timeout = 0')
  const start = await one(owner, "select pg_backup_start('openslrt', true)::text as lsn", 'lsn')
  const paths = await filesBelow(cluster, { leaveOut, onlyTheFolder: (path) => emptied.has(path) })
  const target = { folder, prefix: clusterPrefix }
  // What says where recovery begins comes last, as PostgreSQL's own tool does it.
  const control = 'global/pg_control'
  const files = await copyFiles(cluster, target, [...paths.filter((path) => path !== control), control], say)
  const { rows } = await owner.query<{ lsn: string; label: string; map: string }>(
    'select lsn::text as lsn, labelfile as label, spcmapfile as map from pg_backup_stop(false)',
  )
  const [end] = rows
  if (!end) throw new Error('PostgreSQL did not end the backup')
  if (end.map.trim() !== '')
    throw new Error('the database uses tablespaces outside its folder; a backup of it is not made here')
  const log = await copyLog(owner, cluster, { start, end: end.lsn }, target, say)
  return [...files, ...log, await writeLabel(folder, end.label)]
}

function leaveOut(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return leftOut.has(path) || name.startsWith('pgsql_tmp') || name === 'pg_internal.init'
}

/** The pieces of the log from the backup's begin to its end: with them, and only with them, the copy is whole. */
async function copyLog(
  owner: Client,
  cluster: string,
  { start, end }: { readonly start: string; readonly end: string },
  target: { readonly folder: string; readonly prefix: string },
  say: (line: string) => void,
): Promise<readonly ManifestFile[]> {
  const { rows } = await owner.query<{ first: string; last: string }>(
    'select pg_walfile_name($1) as first, pg_walfile_name($2) as last',
    [start, end],
  )
  const [named] = rows
  if (!named) throw new Error('PostgreSQL did not name the pieces of its log')
  const wanted = (await filesBelow(join(cluster, 'pg_wal'), { onlyTheFolder: () => true })).filter(
    (name) => (/^[0-9A-F]{24}$/.test(name) && name >= named.first && name <= named.last) || name.endsWith('.history'),
  )
  const copied = await copyFiles(join(cluster, 'pg_wal'), { ...target, prefix: `${target.prefix}pg_wal/` }, wanted, say)
  for (const name of [named.first, named.last])
    if (!copied.some(({ path }) => path.endsWith(name)))
      throw new Error(`the piece ${name} of the database's log was gone before it was copied`)
  return copied
}

async function writeLabel(folder: string, label: string): Promise<ManifestFile> {
  const path = `${clusterPrefix}backup_label`
  await writeFile(join(folder, path), label, { mode: 0o600, flush: true })
  const digested = await digestOfFile(join(folder, path))
  if (!digested) throw new Error(`${path} was not written`)
  return { path, ...digested }
}

async function one(owner: Client, sql: string, column: string): Promise<string> {
  const { rows } = await owner.query<Record<string, string>>(sql)
  const value = rows[0]?.[column]
  if (value === undefined) throw new Error(`PostgreSQL gave no ${column}`)
  return value
}
