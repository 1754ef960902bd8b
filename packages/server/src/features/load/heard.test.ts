import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { loadAt, loadedExtract, loadPartsOf } from '../../testing/a-load.ts'
import { anExtract } from '../../testing/an-extract.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import type { LoadParts } from './parts.ts'

let house: TestHouse
let manager: Client
let neighbour: Client
let parts: LoadParts
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  const offices = await aDistrictOffice(house)
  manager = await house.staffAt(offices.secretariat, 'manager')
  neighbour = await house.staffAt(offices.maguwoharjo, 'fo')
  parts = await loadPartsOf(house)
})
after(() => house.close())

const many = 1_200
const heard = () =>
  house.owner<{ snapshot: string; chunks: number; holders: number; sets: number }>(
    'select snapshot, count(*)::int as chunks, sum(cardinality(holders))::int as holders, max(cardinality(sets)) as sets from load_heard group by 1 order by 1',
  )
const written = async () => (await house.owner('select sum(version)::int as n from person'))[0]

test('LOAD-22 a later extract that agrees writes a row for each chunk and nobody anew', async () => {
  await loadedExtract(manager, parts, anExtract(many, '1'), '2026-01-10')
  assert.deepEqual(await heard(), [])
  const stood = await written()
  const { done } = await loadedExtract(manager, parts, anExtract(many, '1'), '2026-07-10')
  assert.deepEqual([done.counts.samePeople, done.counts.changedPeople], [many, 0])
  assert.deepEqual(await written(), stood)
  const [row, ...others] = await heard()
  // The family on the border of both chunks may be told in each; its people are told once.
  assert.deepEqual([others, row?.snapshot, row?.chunks, row?.sets], [[], '2026-07-10', 2, 2])
  assert.ok((row?.holders ?? 0) - (many + many / 3) <= 1, String(row?.holders))
  await assertVerified(house)
})

test('LOAD-22 an extract of a day between, loaded last, changes nobody whom the later one found so', async () => {
  const stood = await written()
  const { checked, done } = await loadedExtract(manager, parts, anExtract(many, '2'), '2026-04-10')
  assert.deepEqual([done.counts.kept, done.counts.changedPeople], [many, 0])
  assert.deepEqual(checked.checked, done.counts, 'LOAD-13 the trial said so')
  assert.deepEqual(await written(), stood)
  await assertVerified(house)
})

test('LOAD-22 the same extract once more, of whichever day, tells nothing anew', async () => {
  const stood = await heard()
  for (const day of ['2026-07-10', '2026-01-10']) {
    const { id, done } = await loadedExtract(manager, parts, anExtract(many, '1'), day)
    assert.equal(done.counts.samePeople, many)
    assert.equal((await loadAt(manager, id)).status, 'done')
  }
  assert.deepEqual(await heard(), stood)
})

test('LOAD-22 what was found as it stood is written anew from the entries', async () => {
  const stood = await heard()
  await house.owner('delete from load_heard')
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  assert.deepEqual(await heard(), stood)
  await assertVerified(house)
})

const heardIn = (ledger: string, from: string): Promise<number> =>
  withOwner(house.ownerUrl, async (owner) => {
    await owner.query('begin')
    await owner.query("select set_config('app.ledger', $1, true)", [placeCode.parse(ledger)])
    return heardAsApi(owner, from).finally(() => owner.query('rollback'))
  })
async function heardAsApi(client: Pick<PoolClient, 'query'>, from: string): Promise<number> {
  const holders = await client.query("select array_agg(id) as ids from person where district = '34.04'")
  await client.query('set local role openslrt_api')
  const found = await client.query<{ holder: string; said: string }>('select holder, said from heard_of($1, $2)', [
    holders.rows[0].ids,
    from,
  ])
  for (const { said } of found.rows) assert.match(said, /^nama,tanggal_lahir,/)
  return new Set(found.rows.map(({ holder }) => holder)).size
}

test('LOAD-22 what extracts found is told in the ledger in hand only, and from a day on', async () => {
  assert.equal(await heardIn('34.04', '2026-07-10'), many)
  assert.equal(await heardIn('34.04', '2026-07-11'), 0)
  assert.equal(await heardIn('34.02', '2026-01-01'), 0)
})

test('REGISTRY-9 the history of a value tells for which days extracts found it so, and whose it is not, nothing', async () => {
  const [row] = await house.owner<{ id: string }>(
    "select id from person where place = '34.04.06.2001' order by id limit 1",
  )
  assert.ok(row)
  const { id } = row
  const asked = (variable?: string) => ({
    query: { district: ledgerCode.parse('34.04'), of: 'person' as const, id, ...(variable && { variable }) },
  })
  const history = (variable?: string) => manager.read(registryRoutes.history, asked(variable))
  assert.deepEqual((await history('nama')).heard, ['2026-07-10'])
  assert.deepEqual((await history('keadaan')).heard, [], 'no extract speaks of it')
  assert.deepEqual((await history()).heard, [], 'of all values at once it would say nothing')
  await loadedExtract(manager, parts, anExtract(many, '3'), '2026-10-10')
  const [item] = (await history('status_kawin')).items
  assert.deepEqual([item?.on, item?.way], ['2026-10-10', 'import'], 'LOAD-9 an extract speaks of its own day')
  assert.deepEqual((await neighbour.read(registryRoutes.history, asked('nama'))).heard, [])
})
