import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client as Postgres } from 'pg'
import type { Config } from '../config.ts'
import { within } from '../platform/db/embedded/processes.ts'
import { urlAs, withOwner } from '../platform/db/pools.ts'
import { fitsMark, fitsMaster, markOf } from '../platform/ledger/master.ts'
import { prepareDatabase, rolePasswords } from '../prepare-database.ts'
import { aDistrictOffice } from '../testing/a-district-office.ts'
import { aCaseBy } from '../testing/a-registration.ts'
import { emptyDatabase, master } from '../testing/cluster.ts'
import { startTestHouse } from '../testing/house.ts'
import { withDatabase } from './open-database.ts'
import { verbs } from './verbs.ts'

const nik = '3404075203600001'
let folder = ''
let config: Config
let next = ''
let secret = ''
let digests: readonly Digests[] = []

interface Digests {
  readonly nik: Buffer
  readonly phone: Buffer
}
const digestsOf = 'select client_nik_index as nik, client_phone_index as phone from cases order by id'

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openslrt-master-test-'))
  const database = await emptyDatabase()
  await prepareDatabase(database, master, () => undefined)
  const house = await startTestHouse({ database })
  const officer = await house.staffAt((await aDistrictOffice(house)).caturtunggal, 'coordinator')
  const client = { name: 'Sumarni', nik, kk: null, phone: '081234560077', address: '' }
  secret = (await aCaseBy(officer, { client })).receipt.short
  const masterKeyFile = join(folder, 'master.key')
  await writeFile(masterKeyFile, `${master.toString('base64')}\n`)
  config = { ...house.parts.config, dataFolder: folder, databaseUrl: house.ownerUrl, masterKeyFile }
  next = join(folder, 'next.key')
  digests = await asked<Digests>(digestsOf)
  await assert.rejects(change(), /OpenSLRT is running: stop it everywhere/)
  await house.close()
})
after(() => rm(folder, { recursive: true, force: true }))

async function run(verb: string, ...rest: readonly string[]): Promise<{ well: boolean; said: string }> {
  const said: string[] = []
  const well = await verbs[verb]?.run(config, rest, (line) => said.push(line))
  return { well: well === true, said: said.join('\n') }
}
const asked = async <Row extends object>(sql: string): Promise<readonly Row[]> =>
  (await withOwner(config.databaseUrl ?? '', (owner) => owner.query<Row>(sql))).rows
const change = (file = next) => run('rotate-keys', '--master', file)
const keyIn = async (file: string): Promise<Buffer> => Buffer.from(await readFile(file, 'utf8'), 'base64')
const fits = (key: Buffer): Promise<boolean> => withOwner(config.databaseUrl ?? '', (owner) => fitsMaster(key, owner))

/** What is found with the key in use: the case by its number, and by the secret that its citizen holds. */
const found = (): Promise<readonly boolean[]> =>
  withDatabase(
    config,
    () => undefined,
    async ({ ownerUrl, keys }) => {
      const index = (await keys.forDistrict('34.04')).index('nik', nik)
      const { rows } = await withOwner(ownerUrl, (owner) =>
        owner.query<{ nik: boolean; door: boolean }>(
          'select client_nik_index = $1 as nik, door_short = $2 as door from cases',
          [index, keys.doorDigest(secret)],
        ),
      )
      return rows.flatMap((row) => [row.nik, row.door])
    },
  )

test('SEAL-9 a change that is killed in the middle changes nothing', async () => {
  const holder = new Postgres({ connectionString: config.databaseUrl ?? '' })
  await holder.connect()
  // Whoever writes cases waits: the change stops amid its transaction, after the keys were sealed under the new one.
  await holder.query('begin; lock table cases in share mode')
  const child = spawn(process.execPath, [join(import.meta.dirname, '../slrt.ts'), 'rotate-keys', '--master', next], {
    env: {
      ...process.env,
      DATABASE_URL: config.databaseUrl ?? '',
      OPENSLRT_DATA: folder,
      OPENSLRT_MASTER_KEY_FILE: config.masterKeyFile,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const isWaiting = async (): Promise<boolean> =>
    (await asked("select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'update%cases%'"))
      .length === 1
  const stopped = await within(30_000, isWaiting)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await holder.query('rollback')
  await holder.end()
  assert.ok(stopped, 'the change was caught amid its transaction')
  assert.deepEqual([await fits(master), await fits(await keyIn(next))], [true, false])
  assert.deepEqual(await found(), [true, true])
})

test('SEAL-9 said again it is done: everything opens with the new key, and nothing with the old one', async () => {
  // The server learns a moment later that the killed one has gone.
  assert.ok(await within(20_000, async () => (await change().catch(() => ({ well: false }))).well))
  const fresh = await keyIn(next)
  assert.deepEqual(await keyIn(config.masterKeyFile), fresh)
  // The one in use was laid there for everybody to read: no copy of it or of the new one is.
  const kept = (await readdir(folder)).filter((name) => name.startsWith('master.key'))
  assert.equal(kept.length, 2)
  for (const name of kept) assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600, name)
  assert.deepEqual([await fits(master), await fits(fresh)], [false, true])
  assert.deepEqual(await found(), [true, true])
  const { well, said } = await run('verify')
  assert.ok(well, said)
  for (const role of ['openslrt_api', 'openslrt_worker', 'openslrt_door'] as const) {
    const login = new Postgres({ connectionString: urlAs(config.databaseUrl ?? '', role, rolePasswords(master)[role]) })
    await assert.rejects(login.connect(), { code: '28P01' })
  }
  assert.equal(fitsMark(master, markOf(fresh)), false)
  await assert.rejects(
    prepareDatabase(config.databaseUrl ?? '', master, () => undefined),
    /the master key is not the one/,
  )
})

test('SEAL-9 no digest of before is left, by which the old key would find a number', async () => {
  const now = await asked<Digests>(digestsOf)
  assert.equal(now.length, digests.length)
  for (const [at, { nik: number, phone }] of now.entries())
    assert.ok(!number.equals(digests[at]?.nik ?? number) && !phone.equals(digests[at]?.phone ?? phone))
})

test('SEAL-9 broken off between the database and the file, the next run lays the file', async () => {
  const old = (await readdir(folder)).find((name) => name.startsWith('master.key.before-')) ?? ''
  await writeFile(config.masterKeyFile, await readFile(join(folder, old)))
  await assert.rejects(run('verify'), /the master key is not the one/)
  const { well, said } = await change()
  assert.ok(well, said)
  assert.match(said, /The database was changed before and the file was not/)
  assert.deepEqual(await found(), [true, true])
})

test('SEAL-9 it can be changed again, and what people hold in hand opens still', async () => {
  const third = join(folder, 'third.key')
  const { well, said } = await change(third)
  assert.ok(well, said)
  assert.match(said, /A new master key was made/)
  assert.deepEqual(await found(), [true, true])
  assert.deepEqual([await fits(await keyIn(next)), await fits(await keyIn(third))], [false, true])
})

test('SEAL-9 the key in use under another name, its own file, and a key that fits nothing are refused', async () => {
  await assert.rejects(change(config.masterKeyFile), /is the master key in use: name another file/)
  const same = join(folder, 'same.key')
  await writeFile(same, await readFile(config.masterKeyFile))
  await assert.rejects(change(same), /holds the key that is in use already/)
  const strange = { ...config, masterKeyFile: join(folder, 'strange.key') }
  await writeFile(strange.masterKeyFile, Buffer.alloc(32, 9).toString('base64'))
  await assert.rejects(
    verbs['rotate-keys']?.run(strange, ['--master', join(folder, 'fourth.key')], () => undefined) ?? Promise.resolve(),
    /neither the master key in use nor the new one is the key of this database/,
  )
})
