import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deviceRoutes } from '@openslrt/core/contract/device.ts'
import { replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aPhone } from '../../testing/a-phone.ts'
import type { Client } from '../../testing/client.ts'
import { addFamily } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertJsonProblem } from '../../testing/problem.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const admin = await house.staffAt(offices.secretariat, 'admin')
const far = await house.staffAt(bantul, 'admin', '34.02')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')

const listed = async (by: Client, page = 1) => by.read(deviceRoutes.list, { query: { page } })
const ordered = (by: Client, id: string, order: string, why = 'HP hilang di pasar') =>
  by.ask(deviceRoutes.order, { body: { id, order, why } })
async function lineOf(by: Client, id: string) {
  const pages = [await listed(by, 1), await listed(by, 2)]
  return pages.flatMap(({ items }) => items).find((line) => line.id === id)
}
const rowOf = async (id: string) => (await house.owner('select * from device where id = $1', [id]))[0]

const cursor = { epoch: randomUUID(), reach: 'a'.repeat(32), since: 0, at: null }
/** What a phone may say wrongly, and the field by whose name it is told so. */
const wrongly: readonly (readonly [what: string, own: object, field: RegExp])[] = [
  ['no id of a phone', { device: 'hp-1' }, /device/],
  ['a name longer than a line', { name: 'x'.repeat(61) }, /name/],
  ['a release longer than any', { app: '9'.repeat(61) }, /app/],
  ['less than nothing waiting', { waiting: -1 }, /waiting/],
  ['half a row held', { held: 1.5 }, /held/],
  ['more rows than any phone holds', { held: 1_000_001 }, /held/],
  ['no cursor at all', { cursor: undefined }, /cursor/],
  ['a cursor of no database', { cursor: { ...cursor, epoch: 'kemarin' } }, /epoch/],
  ['a cursor of no places', { cursor: { ...cursor, reach: 'DEPOK' } }, /reach/],
  ['a cursor from before the first entry', { cursor: { ...cursor, since: -1 } }, /since/],
  [
    'a cursor at a table that no phone has',
    { cursor: { ...cursor, at: { upTo: 1, table: 'staff', after: null } } },
    /table/,
  ],
  [
    'a cursor behind no row',
    { cursor: { ...cursor, at: { upTo: 1, table: 'case', after: { seq: 1, id: 'x' } } } },
    /id/,
  ],
]
for (const [what, own, field] of wrongly)
  test(`R5, SYNC-11 a phone that tells ${what} is refused by the name of the field, and not heard`, async () => {
    const phone = aPhone(facilitator)
    const answer = await phone.ask(own)
    assert.deepEqual([answer.status, answer.body['code']], [400, 'invalid'])
    assertJsonProblem(answer, what)
    assert.match(String(answer.body.details?.['fields']), field)
    assert.equal(await rowOf(phone.device), undefined)
  })

test('R5, SYNC-11 a field that nobody knows is refused by its name, in the question and in its cursor', async () => {
  for (const own of [{ rows: [] }, { cursor: { ...cursor, staff: facilitator.staff } }]) {
    const { status, body } = await aPhone(facilitator).ask(own)
    assert.deepEqual([status, body['code']], [400, 'unknown-field'])
    assert.match(String(body.details?.['fields']), /rows|staff/)
  }
})

test('R5, SYNC-12 marks are asked of a table of phones, from a row or from the first', async () => {
  const bodies = [
    { table: 'staff', after: null },
    { table: 'family' },
    { table: 'family', after: 'x' },
    { after: null },
  ]
  for (const body of bodies) {
    const answer = await facilitator.ask(replicaRoutes.marks, { body })
    assert.equal(answer.status, 400, JSON.stringify(body))
    assertJsonProblem(answer, JSON.stringify(body))
  }
})

test('ACCESS-1, SYNC-13 no door of phones opens for a stranger, nor for who has no part in them', async () => {
  const { device } = aPhone(facilitator)
  const marks = { body: { table: 'family', after: null } }
  const order = { body: { id: device, order: 'wipe', why: 'Hilang' } }
  const nobody = house.stranger()
  assert.equal((await aPhone(nobody).ask()).status, 401)
  assert.equal((await nobody.ask(replicaRoutes.marks, marks)).status, 401)
  assert.equal((await nobody.ask(deviceRoutes.list, { query: { page: 1 } })).status, 401)
  assert.equal((await nobody.ask(deviceRoutes.order, order)).status, 401)
  for (const role of ['fo', 'bo', 'coordinator', 'facilitator'])
    for (const answer of [
      await (await house.staffAt(offices.caturtunggal, role)).ask(deviceRoutes.list, { query: { page: 1 } }),
      await (await house.staffAt(offices.caturtunggal, role)).ask(deviceRoutes.order, order),
    ])
      assert.deepEqual([answer.status, answer.body['code']], [403, 'not-permitted'], role)
  assert.equal((await admin.ask(replicaRoutes.marks, marks)).status, 403)
  assert.equal(await rowOf(device), undefined)
})

test('SYNC-13 what a phone says of itself is kept as it said it last: its name, release, what waits and where', async () => {
  const phone = aPhone(facilitator)
  await phone.ask({ name: 'Infinix', app: '0.1.0', waiting: 4, held: 9 })
  const before = await lineOf(admin, phone.device)
  await phone.ask({ name: 'Infinix baru', app: '0.2.0', waiting: 0, held: 31 })
  const after = await lineOf(admin, phone.device)
  assert.ok(before && after)
  assert.deepEqual([before.name, before.app, before.waiting, before.held], ['Infinix', '0.1.0', 4, 9])
  assert.deepEqual([after.name, after.app, after.waiting, after.held], ['Infinix baru', '0.2.0', 0, 31])
  assert.deepEqual(
    [after.madeAt, after.staffName, after.officeName],
    [before.madeAt, 'Petugas facilitator', 'Puskesos Caturtunggal'],
  )
  assert.ok(after.seenAt >= before.seenAt)
})

test('SYNC-13 a phone that asks for twenty pages at once is one phone', async () => {
  const phone = aPhone(facilitator)
  const answers = await Promise.all(Array.from({ length: 20 }, (_, nth) => phone.ask({ waiting: nth })))
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
  assert.equal((await house.owner('select 1 from device where id = $1', [phone.device])).length, 1)
})

test('SYNC-13 of two people who show one new number at once one has it, and the other is told so', async () => {
  const second = await house.staffAt(offices.maguwoharjo, 'facilitator')
  const device = randomUUID()
  const answers = await Promise.all([aPhone(facilitator, device).ask(), aPhone(second, device).ask()])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  const refused = answers.find(({ status }) => status === 409)
  assert.ok(refused)
  assert.equal(refused.body['code'], 'device-of-another')
  assert.equal(refused.body['rows'], undefined)
})

test('SYNC-13 the phones of a place come page by page, none twice, the longest silent first; another district has none of them', async () => {
  await house.owner(
    `insert into device (id, staff, place, office, name, app, waiting, held, made_at, seen_at)
      select gen_random_uuid(), $1, $2, $3, 'HP ' || n, '0.1.0', 0, 0, now() - interval '90 days', now() - n * interval '1 hour'
      from generate_series(1, $4) n`,
    [facilitator.staff, sleman.caturtunggal, offices.caturtunggal, pageSize + 3],
  )
  const [first, second] = [await listed(admin), await listed(admin, 2)]
  const lines = [...first.items, ...second.items]
  assert.deepEqual([first.items.length, lines.length], [pageSize, first.total])
  assert.equal(new Set(lines.map(({ id }) => id)).size, first.total)
  const seen = lines.map(({ seenAt }) => seenAt)
  assert.deepEqual(
    seen,
    seen.toSorted((one, other) => one - other),
  )
  assert.deepEqual((await listed(admin, 3)).items, [])
  assert.deepEqual(await listed(far), { items: [], total: 0, page: 1, size: pageSize })
  for (const page of ['0', '-1', 'dua', '1.5'])
    assert.equal((await admin.ask(deviceRoutes.list, { query: { page } })).status, 400, page)
})

test('SYNC-13 an order names its phone, says why, and is given within the own district', async () => {
  const { device } = aPhone(facilitator)
  await aPhone(facilitator, device).ask()
  assert.equal((await ordered(admin, device, 'wipe', '')).status, 400)
  assert.equal((await ordered(admin, device, 'wipe', 'x'.repeat(5000))).status, 400)
  assert.equal((await ordered(admin, device, 'burn')).status, 400)
  assert.equal((await ordered(admin, 'hp', 'wipe')).status, 400)
  assert.equal((await ordered(admin, randomUUID(), 'wipe')).status, 404)
  assert.equal((await ordered(far, device, 'wipe')).status, 404)
  const row = await rowOf(device)
  assert.deepEqual([row?.['ordered'], row?.['ordered_by'], row?.['told_at']], ['none', null, null])
})

test('SYNC-13 of an order stands who gave it, when and why, and since when the phone knows it', async () => {
  const phone = aPhone(facilitator)
  await phone.ask()
  await ordered(admin, phone.device, 'wipe', 'Dicuri di terminal')
  const waiting = await lineOf(admin, phone.device)
  assert.ok(waiting)
  assert.deepEqual(
    [waiting.order, waiting.why, waiting.orderedByName, waiting.toldAt],
    ['wipe', 'Dicuri di terminal', 'Petugas admin', null],
  )
  assert.ok(waiting.orderedAt)
  assert.equal((await phone.pull()).order, 'wipe')
  const [told] = await house.owner<{ told_at: Date }>('select told_at from device where id = $1', [phone.device])
  assert.ok(told?.told_at)
  assert.equal((await phone.pull()).order, 'wipe', 'until it is gone it hears the same')
  const [again] = await house.owner<{ told_at: Date }>('select told_at from device where id = $1', [phone.device])
  assert.deepEqual(again, told, 'when it heard first is what counts')
})

test('SYNC-13 a phone that heard its order is last in the list, however long it is silent', async () => {
  const phone = aPhone(facilitator)
  await phone.ask()
  await ordered(admin, phone.device, 'wipe')
  await phone.pull()
  await house.owner("update device set seen_at = now() - interval '2 years' where id = $1", [phone.device])
  const { total } = await listed(admin)
  const { items } = await listed(admin, Math.ceil(total / pageSize))
  const behind = items.slice(items.findIndex(({ id }) => id === phone.device))
  assert.ok(behind.length > 0 && behind.every(({ order, toldAt }) => order === 'wipe' && toldAt !== null))
})

test('LOG-1, SYNC-10 a round leaves no name, address or number of anybody in the log', async () => {
  const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
  await addFamily(desk, { alamat: 'Gang Seruni tujuh belas' })
  const page = await aPhone(facilitator).sync()
  assert.match(JSON.stringify(page.rows), /Gang Seruni/)
  assert.doesNotMatch(house.logged.join('\n'), /Gang Seruni/)
})
