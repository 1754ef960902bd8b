import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client, Pool } from 'pg'
import type { Config } from './config.ts'
import { readConfig } from './config.ts'
import { startHouse } from './house.ts'
import { within } from './platform/db/embedded/processes.ts'
import { openKeys } from './platform/ledger/keys.ts'
import { explainStart } from './start-fault.ts'
import { emptyDatabase, master, newDatabase, ownCluster } from './testing/cluster.ts'

let url = ''
let folder = ''
before(async () => {
  await ownCluster()
  url = await newDatabase()
  folder = await mkdtemp(join(tmpdir(), 'openslrt-house-'))
  await writeFile(join(folder, 'master.key'), master.toString('base64'))
})
after(() => rm(folder, { recursive: true }))

function configOf(own: NodeJS.ProcessEnv = {}): Config {
  const answer = readConfig(
    { DATABASE_URL: url, OPENSLRT_DATA: folder, PORT: '0', LOG_LEVEL: 'silent', ...own },
    folder,
  )
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.config
}
const starting = (own: NodeJS.ProcessEnv): Promise<unknown> => startHouse(configOf(own), () => undefined)

/** Who of the application is connected to the database. */
async function connected(): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and usename like 'openslrt%'",
  )
  await client.end()
  return rows[0]?.n ?? -1
}

test('START-1 a start serves, says where and how to make the first administrator, and its stop leaves nothing connected', async () => {
  const house = await startHouse(configOf(), () => undefined)
  const lines = await house.welcome()
  assert.match(house.url, /^http:\/\/127\.0\.0\.1:\d+$/)
  assert.ok(lines.includes(`OpenSLRT is running: ${house.url}`))
  assert.match(lines.join('\n'), new RegExp(`${house.url}/meja/tautan#t=[\\w-]{43}`))
  const healthy = await fetch(`${house.url}/readyz`)
  assert.equal(healthy.status, 200)
  await healthy.text()
  assert.ok((await connected()) > 0)
  await house.stop()
  await assert.rejects(fetch(`${house.url}/healthz`))
  assert.ok(await within(10_000, async () => (await connected()) === 0))
  await house.stop()
})

test('START-1 the address that is configured is the one that is said', async () => {
  const house = await startHouse(configOf({ PUBLIC_URL: 'https://slrt.example.go.id/' }), () => undefined)
  try {
    assert.equal(house.url, 'https://slrt.example.go.id')
    assert.ok((await house.welcome()).some((line) => line.includes('https://slrt.example.go.id/meja/')))
  } finally {
    await house.stop()
  }
})

test('START-1 a process that only works on jobs listens nowhere and makes no link', async () => {
  const house = await startHouse(configOf({ OPENSLRT_ROLE: 'worker' }), () => undefined)
  try {
    assert.equal(house.url, '')
    assert.deepEqual(await house.welcome(), ['The worker is running.'])
    await house.makeDemo()
  } finally {
    await house.stop()
  }
})

test('START-1 a process that only serves leaves the jobs to others', async () => {
  const house = await startHouse(configOf({ OPENSLRT_ROLE: 'web' }), () => undefined)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    // Those before may have left in the minute in which the clock asks for its work.
    await client.query('delete from graphile_worker._private_jobs')
    await client.query("select enqueue('anchor-heads', '{}', now(), null)")
    const { rows } = await client.query('select locked_at, attempts from graphile_worker.jobs')
    assert.deepEqual(rows, [{ locked_at: null, attempts: 0 }])
  } finally {
    await client.query('delete from graphile_worker._private_jobs')
    await client.end()
    await house.stop()
  }
})

test('START-1 an empty database is brought to where the application can run, and what was done is said', async () => {
  const empty = await emptyDatabase()
  const said: string[] = []
  const config = configOf({ DATABASE_URL: empty, OPENSLRT_ROLE: 'worker' })
  await (await startHouse(config, (line) => said.push(line))).stop()
  assert.match(said.join('\n'), /^Database brought up to date: \d+ migrations\.\nPlaces of Indonesia loaded: \d+\.$/)
  said.length = 0
  await (await startHouse(config, (line) => said.push(line))).stop()
  assert.deepEqual(said, [], 'a second start has nothing left to do')
})

test('START-2 a port that is taken is named with the setting that chooses another, and nothing stays connected', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await assert.rejects(starting({ PORT: String(port) }), {
    message: `port ${port} of 127.0.0.1 is taken by another program: stop that one, or set PORT`,
  })
  assert.ok(await within(10_000, async () => (await connected()) === 0))
  other.close()
  await once(other, 'close')
})

test('START-2 an address that is not of this machine is named with its setting', async () => {
  await assert.rejects(starting({ HOST: '192.0.2.7' }), {
    message: '192.0.2.7 is no address of this machine: set HOST to one that is, or leave it out',
  })
})

const at = (own: string) => url.replace(/127\.0\.0\.1:\d+/, own)

test('START-3 a database that does not answer is named by its host', async () => {
  await assert.rejects(starting({ DATABASE_URL: at('127.0.0.1:9') }), {
    message: 'no database answers at 127.0.0.1:9: see that it runs and that DATABASE_URL is right',
  })
})

test('START-3 a host that nobody knows is named as one', async () => {
  await assert.rejects(starting({ DATABASE_URL: at('no-such-host.invalid:5432') }), {
    message: 'no database answers at no-such-host.invalid:5432: see that it runs and that DATABASE_URL is right',
  })
})

test('START-3 a database that is not there, and a user whom it does not let in, are told apart; no password is repeated', async () => {
  await assert.rejects(starting({ DATABASE_URL: url.replace(/[^/]+$/, 'tiada') }), {
    message: /^there is no database tiada at 127\.0\.0\.1:\d+: let its administrator make it, for postgres to own$/,
  })
  const wrong = url.replace(/:[^:@/]+@/, ':kata-sandi-salah@')
  await assert.rejects(starting({ DATABASE_URL: wrong }), (error: Error) => {
    assert.match(error.message, /^the database at 127\.0\.0\.1:\d+ does not let postgres in: see the user and password/)
    assert.doesNotMatch(error.message, /kata-sandi-salah/)
    return true
  })
})

test('START-4 a data folder that can not be written is named with its setting', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  await assert.rejects(starting({ OPENSLRT_DATA: file }), {
    message: `the data folder ${file} can't be written (EEXIST): make it writable, or set OPENSLRT_DATA to another one`,
  })
  await assert.rejects(starting({ OPENSLRT_DATA: join(file, 'deeper') }), { message: /can't be written \(ENOTDIR\)/ })
})

test('LEDGER-15 a start with another master key is refused, with where the right one belongs', async () => {
  const other = join(folder, 'other.key')
  await writeFile(other, Buffer.alloc(32, 8).toString('base64'))
  const pool = new Pool({ connectionString: url })
  await (await openKeys(master, pool)).forDistrict('34.04')
  await pool.end()
  await assert.rejects(
    starting({ OPENSLRT_MASTER_KEY_FILE: other }),
    /the master key is not the one .*nothing was changed/,
  )
})

test('SECRET-2 a master key file that holds no key is named', async () => {
  const broken = join(folder, 'broken.key')
  await writeFile(broken, 'x')
  await assert.rejects(starting({ OPENSLRT_MASTER_KEY_FILE: broken }), /broken\.key does not hold a key of 32 bytes/)
})

test('START-2 what no setting can mend stays what it is', () => {
  const config = configOf()
  for (const error of [new TypeError('x is not a function'), Object.assign(new Error('x'), { code: '23505' }), 'x'])
    assert.equal(explainStart(error, config), error)
  const listening = Object.assign(new Error('x'), { code: 'EACCES', syscall: 'listen' })
  const told = explainStart(listening, { ...config, port: 80 })
  assert.ok(told instanceof Error && told.cause === listening)
  assert.equal(told.message, 'this account may not listen on port 80: set PORT to 1024 or higher')
})
