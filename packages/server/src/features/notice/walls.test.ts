import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inScope } from '../../platform/db/scope.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { dispatchAll } from './dispatch.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const noPhone = { name: 'Sumarni', nik: null, kk: null, phone: null, address: '' }
const { id } = await aCaseBy(fo, { client: noPhone })
await bo.does('case.return', { subject: id, data: { reason: 'papers-missing', note: 'KK' } })
await dispatchAll(noticePartsOf(house), Date.now())
const { api, door } = house.parts.pools

const count = (scope: Parameters<typeof inScope>[1], sql: string): Promise<number> =>
  inScope(api, scope, async (client) => (await client.query(sql)).rowCount ?? 0)
const own = { staff: bo.staff ?? '' }
const there = { ledger: '34.04', placeFrom: '34.04.07', placeTo: '34.04.08' }
const elsewhere = { ledger: '34.02', placeFrom: '34.02', placeTo: '34.03' }

test('NOTICE-9 the database shows news to its reader alone, whatever else is in scope', async () => {
  const news = 'select 1 from notice where staff is not null'
  assert.equal(await count(own, news), 1)
  assert.equal(await count({ staff: fo.staff ?? '' }, news), 0)
  assert.equal(await count({}, news), 0)
  assert.equal(await count(there, news), 0)
})

test('NOTICE-9 nobody marks what is another’s, and nothing but its being read can be changed', async () => {
  assert.equal(await count({ staff: fo.staff ?? '' }, 'update notice set read_at = now()'), 0)
  assert.equal(await count(own, 'update notice set read_at = now()'), 1)
  for (const column of ['what', 'says', 'staff', 'case_id', 'number'])
    await assert.rejects(count(own, `update notice set ${column} = ${column}`), /permission denied/, column)
  await assert.rejects(count(own, 'delete from notice'), /permission denied/)
  await assert.rejects(
    count(own, 'insert into notice select * from notice limit 1'),
    /permission denied|row-level security/,
  )
})

test('NOTICE-13 what citizens are told is seen with their case, and changed in its ledger alone', async () => {
  const told = "select 1 from notice where whom = 'citizen'"
  const tasks = "select 1 from notice_delivery where way = 'tell'"
  assert.deepEqual([await count(there, told), await count(there, tasks)], [2, 1])
  assert.deepEqual([await count(elsewhere, told), await count(elsewhere, tasks)], [0, 0])
  assert.equal(await count(elsewhere, "update notice_delivery set state = 'told'"), 0)
  const { ledger: _ledger, ...reading } = there
  assert.equal(await count(reading, "update notice_delivery set state = 'told'"), 0)
  assert.equal(await count(there, 'update notice_delivery set state = state'), 1)
  for (const column of ['way', 'notice', 'reference', 'next_at'])
    await assert.rejects(count(there, `update notice_delivery set ${column} = ${column}`), /permission denied/, column)
})

test('NOTICE-14 neither citizens’ door nor the application reaches how ways stand and how far was told', async () => {
  for (const table of ['notice', 'notice_delivery', 'notice_cursor', 'notice_way', 'staff_notice', 'push_subscription'])
    await assert.rejects(door.query(`select 1 from ${table}`), /permission denied/, table)
  await assert.rejects(api.query('select 1 from notice_way'), /permission denied/)
  assert.equal((await api.query('select 1 from notice_cursor')).rowCount, 0)
})
