import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Envelope } from '@openslrt/core/contract/envelope.ts'
import type { FastifyInstance } from 'fastify'
import { Pool, type QueryResultRow } from 'pg'
import type { Parts } from '../app.ts'
import { buildParts, buildWebApp } from '../app.ts'
import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import { officeHandler } from '../features/office/index.ts'
import { newToken } from '../platform/auth/token.ts'
import { openPools } from '../platform/db/pools.ts'
import { readOrder } from '../platform/http/order.ts'
import { openLog } from '../platform/telemetry/log.ts'
import type { Client, Sent } from './client.ts'
import { clientAt, envelopeOf } from './client.ts'
import { closeBeforeEnd, master, newDatabase, passwords } from './cluster.ts'
import type { Door } from './door.ts'
import { doorAt, doorInto } from './door.ts'

/** A whole installation for tests: its own database, the real parts, the real doors. */
export interface TestHouse {
  readonly parts: Parts
  readonly app: FastifyInstance
  readonly door: Door
  /** The address, when it listens; empty when it does not. */
  readonly url: string
  readonly ownerUrl: string
  /** Everything that was logged, as it would stand in the log. */
  readonly logged: string[]
  /** The owner's connections, for what the application writes itself. */
  readonly ownerPool: Pool
  /** Asks the database as its owner, past every wall. */
  owner<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** A command of administration by the set-up, which stands above every office. */
  setUp(kind: string, sent: Sent): Promise<void>
  /** Somebody new with a role at an office, signed in. `home` is the ledger that their commands name. */
  staffAt(office: string, role: string, home?: string): Promise<Client>
  /** A member of staff signed in once more, at any of their offices. */
  signIn(staff: string, office: string, home?: string): Promise<Client>
  stranger(): Client
  close(): Promise<void>
}

export interface TestHouseOptions {
  /** Listens on a free port of this machine; else requests go straight into the application. */
  readonly listen?: boolean
  readonly logLevel?: string
  /** How many requests a minute one source may send; tests are fast, so the usual limit is off. */
  readonly perMinute?: number
  readonly env?: NodeJS.ProcessEnv
  /** Whether what was committed must outlive a killed PostgreSQL; test databases are faster and forget. */
  readonly durable?: boolean
  /** How long a request waits for the database. */
  readonly patienceMs?: number
  /** The owner's address of a database that is there already, instead of a fresh one. */
  readonly database?: string
}

/** Opens a house on a fresh copy of the prepared database. */
export async function startTestHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const ownerUrl = options.database ?? (await newDatabase(options.durable))
  const dataFolder = await mkdtemp(join(tmpdir(), 'openslrt-test-'))
  const logged: string[] = []
  const log = openLog(options.logLevel ?? 'info', { write: (line) => void logged.push(line) })
  const config = configOf(dataFolder, options)
  const pools = openPools(ownerUrl, passwords, (error) => log.warn({ err: error }, 'a database connection was lost'), {
    connections: config.connections,
    ...(options.patienceMs ? { patience: options.patienceMs } : {}),
  })
  const owner = new Pool({ connectionString: ownerUrl, max: 2 })
  owner.on('error', () => undefined)
  const parts = await buildParts(config, pools, master, log)
  const { app } = await buildWebApp(parts)
  const url = options.listen ? await app.listen({ port: 0, host: '127.0.0.1' }) : ''
  const door = options.listen ? doorAt(url) : doorInto(app)
  const close = once(async () => {
    await app.close()
    parts.reference.close()
    await pools.close()
    await owner.end()
    await rm(dataFolder, { recursive: true, force: true })
  })
  closeBeforeEnd(close)
  const ask: TestHouse['owner'] = async (sql, values = []) => (await owner.query(sql, [...values])).rows
  return { parts, app, door, url, ownerUrl, logged, ownerPool: owner, owner: ask, ...peopleOf(parts, door, ask), close }
}

function configOf(dataFolder: string, { perMinute = 1_000_000, env = {} }: TestHouseOptions): Config {
  const own = { OPENSLRT_DATA: dataFolder, OPENSLRT_REQUESTS_PER_MINUTE: String(perMinute) }
  const answer = readConfig({ ...own, ...env }, dataFolder)
  if (!answer.ok) throw new Error(answer.problems.join('; '))
  return answer.config
}

type People = Pick<TestHouse, 'setUp' | 'staffAt' | 'signIn' | 'stranger'>

function peopleOf(parts: Parts, door: Door, ask: TestHouse['owner']): People {
  const { ledger, reference, pools } = parts
  const handle = officeHandler({ pool: pools.api, ledger, reference, forget: () => undefined })
  const setUp: People['setUp'] = async (kind, sent) => {
    const order = readOrder(kind, envelopeOf(sent, null, '34.04'))
    if (!order.ok) throw new Error(`${kind}: ${JSON.stringify(order.error)}`)
    const reply = await handle(order.value, { kind: 'setup' }, Date.now())
    if (reply.status === 'refused') throw new Error(`${kind}: ${JSON.stringify(reply.refusal)}`)
  }
  // The session is made directly, as after password and code: only the tests of signing in are about these.
  const signIn: People['signIn'] = async (staff, office, home) => {
    const token = newToken()
    await ask(
      "insert into sign_in_session (token, staff, created_at, seen_at, expires_at, second_at) values ($1, $2, now(), now(), now() + interval '1 day', now())",
      [token.digest, staff],
    )
    return clientAt(door, { staff, office, cookie: `openslrt=${token.text}` }, home)
  }
  const staffAt: People['staffAt'] = async (office, role, home) => {
    const staff = randomUUID()
    const district = ledgerOfOffice(parts, office)
    const data = { name: `Petugas ${role}`, post: randomUUID(), office, role }
    await setUp('staff.add', { subject: staff, district, data })
    return signIn(staff, office, home ?? district)
  }
  return { setUp, signIn, staffAt, stranger: () => clientAt(door, null) }
}

function ledgerOfOffice({ reference }: Parts, id: string): Envelope['district'] {
  const office = [...reference.offices().values()].find((row) => row.id === id)
  if (!office) throw new Error(`there is no office ${id}`)
  return office.district
}

function once(run: () => Promise<void>): () => Promise<void> {
  let ran: Promise<void> | undefined
  return () => (ran ??= run())
}
