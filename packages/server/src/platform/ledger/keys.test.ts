import assert from 'node:assert/strict'
import { hkdfSync, randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { prepareDatabase } from '../../prepare-database.ts'
import { master } from '../../testing/cluster.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { openKeys, UnknownDistrict } from './keys.ts'
import { keyOf, seal } from './seal.ts'

const district = '34.04'
const plain = Buffer.from('3404075203600001')
const about = 'cases.client_nik'

let house: TestHouse
before(async () => {
  house = await startTestHouse()
})
after(() => house.close())

test('LEDGER-15 a start with another master key is refused before anything is changed', async () => {
  await house.parts.ledger.keys.forDistrict('34.04')
  await assert.rejects(
    prepareDatabase(house.ownerUrl, randomBytes(32), () => undefined),
    /the master key is not the one/,
  )
  // The roles still have the passwords of the right key.
  await prepareDatabase(house.ownerUrl, master, () => undefined)
  assert.equal((await house.parts.pools.api.query('select 1 as one')).rowCount, 1)
})

const aProcess = () => openKeys(master, house.parts.pools.api)
/** The key that the keys of districts are wrapped under. */
const wrappingKey = keyOf(Buffer.from(hkdfSync('sha256', master, '', 'openslrt wrap', 32)))
const keptKeys = (of: string) =>
  house.owner<{ id: number; wrapped: Buffer }>('select id, wrapped from data_key where district = $1 order by id', [of])

test('SEAL-5 a district has one key, however many processes ask for its first at once, and all can read each other', async () => {
  const processes = await Promise.all(Array.from({ length: 8 }, aProcess))
  const keys = await Promise.all(processes.map((one) => one.forDistrict('34.01')))
  assert.equal((await keptKeys('34.01')).length, 1)
  for (const writer of keys)
    for (const reader of keys) assert.deepEqual(reader.open(writer.seal(plain, about), about), plain)
})

test('SEAL-5 a process asks for the keys of a district once, and for another one by itself', async () => {
  const one = await aProcess()
  assert.equal(one.forDistrict(district), one.forDistrict(district))
  assert.notEqual(one.forDistrict(district), one.forDistrict('34.02'))
  const [here, there] = [await one.forDistrict(district), await one.forDistrict('34.02')]
  const sealed = here.seal(plain, about)
  assert.throws(() => there.open(sealed, about))
  assert.deepEqual(here.open(sealed, about), plain)
})

test('SEAL-5 no key is made for a code that no place has, and a district that comes later gets its own', async () => {
  const one = await aProcess()
  const later = '34.99'
  await assert.rejects(one.forDistrict(later), (error: Error) => {
    assert.ok(error instanceof UnknownDistrict)
    assert.match(error.message, /34\.99/)
    return true
  })
  assert.deepEqual(await keptKeys(later), [])
  await house.owner(
    "insert into place (code, level, name, search_name, parent, valid_from) values ($1, 'district', 'Kabupaten Baru', 'baru', '34', '2026-01-01')",
    [later],
  )
  const keys = await one.forDistrict(later)
  assert.deepEqual(keys.open(keys.seal(plain, about), about), plain)
  assert.equal((await keptKeys(later)).length, 1)
})

test('SEAL-5 a key lies in the database under the master key alone: neither in the open, nor under that of another district', async () => {
  const [kept] = await keptKeys(district)
  const [other] = await keptKeys('34.01')
  assert.ok(kept && other)
  assert.notDeepEqual(kept.wrapped, other.wrapped)
  await house.owner('update data_key set wrapped = $1 where district = $2', [other.wrapped, district])
  try {
    await assert.rejects((await aProcess()).forDistrict(district))
  } finally {
    await house.owner('update data_key set wrapped = $1 where district = $2', [kept.wrapped, district])
  }
  await (await aProcess()).forDistrict(district)
  await assert.rejects((await openKeys(randomBytes(32), house.parts.pools.api)).forDistrict(district))
})

test('SEAL-2 with a newer key old values still open, new ones name it, and their digests stay what they were', async () => {
  const before = await (await aProcess()).forDistrict(district)
  const old = before.seal(plain, about)
  const [kept] = await keptKeys(district)
  assert.ok(kept)
  // A second key, wrapped as the first is, that every process has known for a while.
  const wrapped = seal({ id: 1, secret: wrappingKey }, randomBytes(32), district)
  await house.owner(
    "insert into data_key (district, id, wrapped, created_at) values ($1, 2, $2, now() - interval '1 hour')",
    [district, wrapped],
  )
  const after = await (await aProcess()).forDistrict(district)
  const fresh = after.seal(plain, about)
  assert.deepEqual([old.readUInt32BE(1), fresh.readUInt32BE(1)], [1, 2])
  assert.deepEqual(after.open(old, about), plain)
  assert.deepEqual(after.open(fresh, about), plain)
  assert.deepEqual(after.index('nik', '1'), before.index('nik', '1'))
  assert.throws(() => before.open(fresh, about), /no data key 2: it was made after this process read its keys/)
  await house.owner('delete from data_key where district = $1 and id = 2', [district])
})

test('SEAL-4 what a secret of the house is good for is bound in, and follows from master and purpose alone', async () => {
  const [one, same] = [await aProcess(), await aProcess()]
  const other = await openKeys(randomBytes(32), house.parts.pools.api)
  assert.deepEqual(one.derive('receipt', 'a'), same.derive('receipt', 'a'))
  const made = [
    one.doorDigest('a'),
    one.derive('receipt', 'a'),
    one.derive('receipt', 'b'),
    one.derive('device', 'a'),
    other.derive('receipt', 'a'),
    other.doorDigest('a'),
  ].map((bytes) => bytes.toString('hex'))
  assert.equal(new Set(made).size, made.length)
})
