import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { CoalescingSocket } from '../packages/server/src/platform/db/coalescing-socket.ts'
import type { SameSql } from './same-sql.ts'

export interface DriverPlan {
  readonly url: string
  readonly sqls: readonly SameSql[]
  readonly connections: number
  readonly seconds: number
  /** As the application's own connections are: nothing waits for an answer before the next is sent. */
  readonly pipelined: boolean
}

/** Runs the same SQL through the driver alone: no HTTP, no parsing, no deciding, no sealing. */
export async function runDriver(plan: DriverPlan): Promise<{ done: number; seconds: number }> {
  const until = Date.now() + plan.seconds * 1000
  const started = performance.now()
  const { connections, sqls } = plan
  const done = await Promise.all(
    Array.from({ length: connections }, (_, at) => oneConnection(plan, sqls[at % sqls.length], until)),
  )
  return { done: done.reduce((sum, n) => sum + n, 0), seconds: (performance.now() - started) / 1000 }
}

async function oneConnection(plan: DriverPlan, sql: SameSql | undefined, until: number): Promise<number> {
  if (!sql) throw new Error('no statement to run')
  const own = plan.pipelined ? { pipeline: true, stream: () => new CoalescingSocket() } : {}
  const client = new Client({ connectionString: plan.url, ...own })
  await client.connect()
  let done = 0
  while (Date.now() < until) {
    const write = { name: 'write', text: sql.statement.text, values: fresh(sql) }
    if (plan.pipelined) await Promise.all([client.query(sql.open), client.query(write), client.query('commit')])
    else for (const query of [sql.open, write, 'commit']) await client.query(query)
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
if (import.meta.main)
  console.log(JSON.stringify(await runDriver(JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'), revive))))

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
