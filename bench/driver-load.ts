import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { CoalescingSocket } from '../packages/server/src/platform/db/coalescing-socket.ts'
import type { SameSql } from './same-sql.ts'

/** Runs the same SQL through the driver alone: no HTTP, no parsing, no deciding, no sealing. */
export async function runDriver(
  url: string,
  sqls: readonly SameSql[],
  connections: number,
  seconds: number,
): Promise<{ done: number; seconds: number }> {
  const until = Date.now() + seconds * 1000
  const started = performance.now()
  const done = await Promise.all(
    Array.from({ length: connections }, (_, at) => oneConnection(url, sqls[at % sqls.length], until)),
  )
  return { done: done.reduce((sum, n) => sum + n, 0), seconds: (performance.now() - started) / 1000 }
}

async function oneConnection(url: string, sql: SameSql | undefined, until: number): Promise<number> {
  if (!sql) throw new Error('no statement to run')
  // Pipelined, as the application's own connections are.
  const client = new Client({ connectionString: url, pipeline: true, stream: () => new CoalescingSocket() })
  await client.connect()
  let done = 0
  while (Date.now() < until) {
    const write = { name: 'write', text: sql.statement.text, values: fresh(sql) }
    await Promise.all([client.query(sql.open), client.query(write), client.query('commit')])
    done++
  }
  await client.end()
  return done
}

function fresh({ statement, commandAt, subjectAt }: SameSql): unknown[] {
  const values = [...statement.values]
  const [command, subject] = [randomUUID(), randomUUID()]
  for (const at of commandAt) values[at] = command
  for (const at of subjectAt) values[at] = subject
  return values
}

/** Run as a process of its own, like the load over HTTP. */
if (import.meta.main) {
  const { url, sqls, connections, seconds } = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'), revive)
  console.log(JSON.stringify(await runDriver(url, sqls, connections, seconds)))
}

// Bytes and moments do not survive JSON by themselves.
function revive(key: string, value: unknown): unknown {
  if (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value &&
    Array.isArray(value.data)
  )
    return Buffer.from(value.data)
  return key !== 'open' && typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? new Date(value) : value
}
