import { writeFile } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'

/** `safe` keeps every acknowledged row; `test` may lose all on a power cut and is for throw-away data only. */
export type Tuning = 'safe' | 'test'

export type Settings = Readonly<Record<string, string | number | boolean>>

const always: Settings = {
  listen_addresses: '127.0.0.1',
  // Socket paths are limited to 107 characters, which deep data folders exceed.
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  // The default kind fills /dev/shm, which containers keep at 64 MB and logins of systemd sweep.
  dynamic_shared_memory_type: 'sysv',
  jit: false,
  random_page_cost: 1.1,
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'iso, ymd',
  lc_messages: 'C',
  lc_monetary: 'C',
  lc_numeric: 'C',
  lc_time: 'C',
  default_text_search_config: 'pg_catalog.simple',
  // People's names and numbers stand in statements and in the details of an error: neither belongs in a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: false,
  log_line_prefix: '%m [%p] ',
}

const tunings: Readonly<Record<Tuning, Settings>> = {
  safe: {
    max_connections: 100,
    maintenance_work_mem: '128MB',
    work_mem: '8MB',
    wal_level: 'replica',
    max_wal_size: '2GB',
    checkpoint_timeout: '10min',
  },
  test: {
    max_connections: 200,
    shared_buffers: '64MB',
    fsync: false,
    synchronous_commit: 'off',
    full_page_writes: false,
    wal_level: 'minimal',
    max_wal_senders: 0,
    autovacuum: false,
    io_method: 'sync',
  },
}

/**
 * EMBEDDED-30 How much of a machine's memory PostgreSQL keeps pages in: a sixteenth, from 256 MB to 2 GB. Where new people go
 * in the indexes of numbers and ids is anywhere: these take 205 bytes of each person, 400 MB of two million, and a load that
 * finds them elsewhere than here copies a page in and one out for each.
 */
export function memorySettings(machineBytes: number): Settings {
  const megabytes = Math.min(2_048, Math.max(256, Math.floor(machineBytes / 16 / 2 ** 20)))
  return { shared_buffers: `${megabytes}MB`, effective_cache_size: `${4 * megabytes}MB` }
}

/** What a container is given, where that is less than the machine has. */
const ownBytes = (): number => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

/**
 * Writes the server's settings into its home, anew at every start, and says where. The home belongs to us while the data
 * may belong to another account; what an operator sets by ALTER SYSTEM lies with the data and comes after these.
 */
export async function writeSettings(home: string, tuning: Tuning, port: number, more: Settings = {}): Promise<string> {
  const path = join(home, 'postgresql.conf')
  const memory = tuning === 'safe' ? memorySettings(ownBytes()) : {}
  const settings: Settings = { ...always, ...tunings[tuning], ...memory, ...more, port }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${spelled(value)}`)
  const text = ['# Written by OpenSLRT at every start: changes here are lost. Use ALTER SYSTEM.', ...lines, ''].join(
    '\n',
  )
  await writeFile(path, text, { mode: 0o644 })
  return path
}

function spelled(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'number' ? String(value) : `'${value}'`
}
