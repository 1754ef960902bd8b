import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { openFiles } from '../open-files.ts'
import { withOwner } from '../platform/db/pools.ts'
import { openKeys } from '../platform/ledger/keys.ts'
import { beginRotation, resealRows, sealedColumns } from '../platform/ledger/rotate.ts'
import { aDistrictOffice } from '../testing/a-district-office.ts'
import { aPdf, upload } from '../testing/a-file.ts'
import { aCaseBy } from '../testing/a-registration.ts'
import type { Client } from '../testing/client.ts'
import { master } from '../testing/cluster.ts'
import type { TestHouse } from '../testing/house.ts'
import { startTestHouse } from '../testing/house.ts'
import { runRotation } from './rotate-keys.ts'
import { verbs } from './verbs.ts'

/** As in earnest, only faster: a process knows a new key before any process seals with it. */
const pace = { freshMs: 100, settleMs: 400 }
const district = '34.04'

let house: TestHouse
let config: Config
let officer: Client
let file = ''

before(async () => {
  house = await startTestHouse()
  const offices = await aDistrictOffice(house)
  officer = await house.staffAt(offices.caturtunggal, 'coordinator')
  await aCaseBy(officer)
  await aCaseBy(officer)
  const uploaded = await upload(officer, district, { bytes: aPdf, type: 'application/pdf', name: 'surat.pdf' })
  file = String(uploaded.body['sha256'])
  const masterKeyFile = join(house.parts.config.dataFolder, 'master.key')
  await writeFile(masterKeyFile, master.toString('base64'))
  config = { ...house.parts.config, databaseUrl: house.ownerUrl, masterKeyFile }
})

const aProcess = () => openKeys(master, house.parts.pools.api, pace)

async function rotate(of: string): Promise<string> {
  const said: string[] = []
  assert.ok(await runRotation(config, [of], (line) => said.push(line), pace))
  return said.join('\n')
}

/** The numbers of the keys that sealed what lies in the columns of a district. */
async function keysInUse(): Promise<readonly number[]> {
  const used = new Set<number>()
  for (const { table, column } of sealedColumns.filter(({ only }) => only === undefined)) {
    const rows = await house.owner<{ head: Buffer }>(
      `select distinct substring(${column} from 1 for 5) as head from ${table} where district = $1 and ${column} is not null`,
      [district],
    )
    for (const { head } of rows) used.add(head.readUInt32BE(1))
  }
  return [...used]
}

const isVerified = (): Promise<boolean | undefined> | undefined =>
  verbs['verify']?.run(config, [district], () => undefined)

test('SEAL-6 a new key is known to every process before any seals with it: all read all, before, during and after', async () => {
  const processes = await Promise.all([aProcess(), aProcess()])
  const over = new AbortController()
  const exchanged = (async () => {
    const seen = new Set<number>()
    while (!over.signal.aborted) {
      const [writer, reader] = await Promise.all(processes.map((one) => one.forDistrict(district)))
      const sealed = writer?.seal(aPdf, 'a letter') ?? Buffer.alloc(0)
      assert.deepEqual(reader?.open(sealed, 'a letter'), aPdf)
      seen.add(sealed.readUInt32BE(1))
      await sleep(5)
      processes.reverse()
    }
    return seen
  })()
  const said = await rotate(district)
  over.abort()
  assert.deepEqual([...(await exchanged)], [1, 2])
  assert.match(
    said,
    /^34\.04: new key 2\nWaiting 1 seconds .*\n34\.04: \d+ values and 1 files sealed anew\nEvery value/,
  )
})

test('SEAL-7 after a rotation everything is sealed with the newest key and says what it said', async () => {
  assert.deepEqual(await keysInUse(), [2])
  assert.equal(await isVerified(), true)
  const keys = await (await aProcess()).forDistrict(district)
  const opened = await (await openFiles(config)).store.get(district, file, keys)
  assert.deepEqual(opened, aPdf)
})

test('SEAL-7 a rotation that was broken off goes on with its key, and takes nothing back that was changed meanwhile', async () => {
  const begun = await withOwner(house.ownerUrl, (owner) => beginRotation(owner, master, district))
  assert.deepEqual([begun.key, begun.made], [3, true])
  assert.match(await rotate(district), /^34\.04: going on with key 3\n/)
  assert.deepEqual(await keysInUse(), [3])
  assert.equal(await isVerified(), true)
  const keys = await (await aProcess()).forDistrict(district)
  assert.equal(await withOwner(house.ownerUrl, (owner) => resealRows(owner, begun, keys)), 0)
})

test('SEAL-7 secrets of second factors lie under the nation, and are sealed anew with its values', async () => {
  const [{ staff = '' } = {}] = await house.owner<{ staff: string }>('select id as staff from staff limit 1')
  const before = (await (await aProcess()).forDistrict('00')).seal(aPdf, `second-factor ${staff}`)
  await house.owner('insert into second_factor (staff, secret, confirmed_at) values ($1, $2, now())', [staff, before])
  await rotate('00')
  const [after] = await house.owner<{ secret: Buffer }>('select secret from second_factor where staff = $1', [staff])
  assert.equal(after?.secret.readUInt32BE(1), 2)
  assert.deepEqual(
    (await (await aProcess()).forDistrict('00')).open(after?.secret ?? Buffer.alloc(0), `second-factor ${staff}`),
    aPdf,
  )
})

test('SEAL-8 every column of bytes is sealed and sealed anew, or known to hold digests and random bytes alone', async () => {
  const unsealed = [
    ['cases', 'client_nik_index', 'client_kk_index', 'client_phone_index', 'door_short', 'door_long'],
    ['referral', 'link_short', 'link_long'],
    ['inbound_message', 'sender'],
    ['joint_target', 'nik_index'],
    ['paper_form', 'door_short', 'door_long'],
    ['staff_phone', 'found'],
    ['family', 'kk_index'],
    ['person', 'nik_index', 'phone_index'],
    ['registry_link', 'nik_index'],
    ['affected', 'nik_index'],
    ['ppks', 'nik_index'],
    ['psks', 'nik_index'],
    ['proposal', 'nik_index', 'kk_index'],
    ['citizen_session', 'token', 'proof'],
    ['reply_session', 'token', 'proof'],
    ['command_outcome', 'body_hash'],
    ['data_key', 'wrapped'],
    ['door_key', 'wrapped'],
    ['district_head', 'hash'],
    ['ledger', 'salt', 'digest', 'hash'],
    ['letter', 'content_digest', 'door'],
    ['invitation', 'token'],
    ['push_subscription', 'digest'],
    ['recovery_code', 'digest'],
    ['service_key', 'digest'],
    ['sign_in_session', 'token'],
  ].flatMap(([table, ...columns]) => columns.map((column) => `${table}.${column}`))
  const known = new Set([...unsealed, ...sealedColumns.map(({ table, column }) => `${table}.${column}`)])
  const found = await house.owner<{ name: string }>(
    "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and data_type = 'bytea' order by 1",
  )
  assert.deepEqual(
    found.map(({ name }) => name).filter((name) => !known.has(name)),
    [],
  )
})

test('SEAL-6 a district in which nothing was sealed has no key to follow', async () => {
  await assert.rejects(rotate('12.01'), /there is no key of 12\.01 yet/)
})
