import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SameSql } from './same-sql.ts'

const execute = promisify(execFile)

/** Where Debian's postgresql-contrib puts it, and the path. */
export async function findPgbench(): Promise<string> {
  for (const path of ['pgbench', '/usr/lib/postgresql/15/bin/pgbench', '/usr/lib/postgresql/17/bin/pgbench']) {
    const found = await execute(path, ['--version']).then(
      () => true,
      () => false,
    )
    if (found) return path
  }
  throw new Error(
    'pgbench was not found: install it (Debian: apt-get install postgresql-contrib) and run the benches again',
  )
}

type Mode = 'prepared' | 'simple'

/** What pgbench is to run, against what, with how many clients and for how long. */
export interface PgbenchRun {
  readonly program: string
  readonly url: string
  readonly sqls: readonly SameSql[]
  readonly clients: number
  readonly seconds: number
}

/**
 * Runs the same SQL with pgbench, spread over the same districts, and gives transactions per second: the better of its
 * two ways. Prepared, it plans each statement once but must send the settings one by one; simple, it sends what opens
 * the transaction as one message, as the application does, but plans the statement anew each time.
 */
export async function runPgbench(run: PgbenchRun): Promise<number> {
  const half = { ...run, seconds: run.seconds / 2 }
  const prepared = await runMode('prepared', half)
  return Math.max(prepared, await runMode('simple', half))
}

async function runMode(mode: Mode, { program, url, sqls, clients, seconds }: PgbenchRun): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'openslrt-bench-'))
  try {
    const files = await Promise.all(
      sqls.map(async (sql, at) => {
        const file = join(folder, `register-${at}.sql`)
        await writeFile(file, scriptOf(sql, mode))
        return ['-f', file]
      }),
    )
    const { stdout } = await execute(
      program,
      ['-n', '-M', mode, '-c', String(clients), '-j', '2', '-T', String(seconds), ...files.flat(), url],
      { maxBuffer: 1 << 26 },
    )
    const tps = /tps = ([\d.]+)/.exec(stdout)?.[1]
    if (!tps) throw new Error(`pgbench said no rate: ${stdout}`)
    return Number(tps)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// Values that change in every transaction are made of two random numbers; all others are written out as literals, which
// spares pgbench the sending of them: it is given every advantage.
function scriptOf({ open, statement, commandAt, subjectAt }: SameSql, mode: Mode): string {
  const id = (name: string): string => `('00000000-0000-4000-8000-' || lpad(to_hex(:${name}::bigint), 12, '0'))`
  const text = statement.text.replace(/\$(\d+)::(\w+(?:\[\])?)/g, (_whole, number: string, type: string) => {
    const at = Number(number) - 1
    if (commandAt.includes(at)) return `${id('command')}::${type}`
    return subjectAt.includes(at) ? `${id('subject')}::${type}` : `${literal(statement.values[at])}::${type}`
  })
  const opening = open
    .split(';')
    .filter((line) => line.trim() !== '')
    .join(mode === 'simple' ? ' \\;\n' : ';\n')
  return `\\set command random(1, 281474976710655)\n\\set subject random(1, 281474976710655)\n${opening};\n${text.replace(/\n/g, ' ')};\ncommit;\n`
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  if (value instanceof Date) return quoted(value.toISOString())
  if (Array.isArray(value)) return quoted(`{${value.map((item) => JSON.stringify(String(item))).join(',')}}`)
  return quoted(String(value))
}

// pgbench takes `:word` for a variable even inside quotes, so colons are written by their number.
const quoted = (text: string): string => `E'${text.replace(/\\/g, '\\\\').replace(/'/g, "''").replace(/:/g, '\\x3a')}'`
