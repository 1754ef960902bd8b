import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mock, test } from 'node:test'
import type { SurgeAction } from '@openslrt/core/contract/surge.ts'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { openOffice } from '../../testing/a-district-office.ts'
import { codeOf, csv, day, line, startSurgeHouse } from '../../testing/surge-house.ts'
import { assertVerified } from '../../testing/verified.ts'

const { house, offices, district, manager, fo, desk, started, load, work, opened, filled, page, rows } =
  await startSurgeHouse()
const bantul = await openOffice(house, { name: 'Sekretariat SLRT Bantul', kind: 'secretariat', place: '34.02' })
const stranger = await house.staffAt(bantul, 'manager')
const colleague = await house.staffAt(offices.secretariat, 'manager')

const slots = (own: object = {}) => ({
  name: 'PBI dinonaktifkan',
  offices: [offices.caturtunggal],
  days: [day(1), day(2)],
  perDay: 3,
  isPublic: false,
  ...own,
})
const act = (who: typeof manager, action: SurgeAction, subject: string, data: object, own: object = {}) =>
  who.send(`surge.${action}`, { subject, data, ...own })
const workOf = (id: string) =>
  house.owner('select staff, office, opens, ended_at from surge_work where surge = $1', [id])
const faults = async (id: string, by = manager) => (await by.read(surgeRoutes.faults, { query: { district, id } })).file
/** Everything about a list that an act could have moved. */
const stored = (id: string) =>
  house.owner(
    `select id, version, status, number, slot_day::text, slot_nth from affected where surge = $1
      union all select id, version, status, numbered, note, per_day from surge where id = $1 order by id`,
    [id],
  )

test('SURGE-3 another district loads nobody on a list, takes no work over, and neither reads nor wipes what is to be mended', async () => {
  const id = await started(slots())
  await load(id, csv([line(1), line(2, { 0: '' })]))
  const before = await workOf(id)
  assert.equal(await faults(id, stranger), null)
  assert.deepEqual(codeOf(await load(id, csv([line(3)]), stranger)), [404, 'not-found'])
  assert.deepEqual(await workOf(id), before)
  assert.ok(await faults(id))
  assert.ok(await faults(id, colleague), 'whoever else runs the list mends them too')
  await opened(id)
  assert.deepEqual([(await page(id)).total, (await page(id)).counts.opened], [1, 1])
})

test('SURGE-3 two files of one length that come in the same moment are both taken', async () => {
  const id = await started(slots())
  const at = Date.now()
  const clock = mock.method(Date, 'now', () => at)
  const both = await Promise.all([11, 12].map((n) => load(id, csv([line(n)]))))
  clock.mock.restore()
  assert.deepEqual(
    both.map(({ status, body }) => [status, body['good']]),
    [
      [200, 1],
      [200, 1],
    ],
  )
  await work()
  assert.equal((await page(id)).total, 2)
})

test('SURGE-3 whose role runs no list any more puts nobody on it; their rows wait for who asks next, and none is lost', async () => {
  const moved = await house.staffAt(offices.secretariat, 'manager')
  const id = await started(slots(), moved)
  await load(id, csv([line(21), line(22)]), moved)
  await house.owner("update post set role = 'verifier' where staff = $1", [moved.staff])
  await work()
  assert.equal((await page(id)).total, 0)
  assert.equal((await house.owner('select 1 from surge_chunk where surge = $1', [id])).length, 1)
  await opened(id)
  assert.deepEqual([(await page(id)).total, (await page(id)).counts.opened], [2, 2])
  assert.equal((await house.owner('select 1 from surge_chunk where surge = $1', [id])).length, 0)
})

/** Acts about a list, or one person on it, each on a list of its own: who does it, what they say. */
const steps: readonly (readonly [action: SurgeAction, by: typeof manager, data: (row: string) => object])[] = [
  ['change', manager, () => slots({ name: 'Gelombang dua' })],
  ['close', manager, () => ({ note: 'Selesai.' })],
  ['done', fo, (row) => ({ row, note: '' })],
  ['absent', desk, (row) => ({ row, note: 'Tidak datang.' })],
  ['drop', fo, (row) => ({ row, note: 'Pindah.' })],
]
for (const [nth, [action, by, data]] of steps.entries()) {
  test(`SURGE-2 ${action}: on a base that has moved on nothing is done, pressed twice it is done once, other words are refused`, async () => {
    const id = await filled([line(100 + nth * 10), line(101 + nth * 10)], slots())
    const { edition } = await page(id)
    const [row] = await rows(id, 'queue')
    assert.ok(row)
    const before = await stored(id)
    assert.deepEqual(codeOf(await act(by, action, id, data(row.id), { base: edition + 1 })), [409, 'stale'])
    assert.deepEqual(await stored(id), before)
    const sent = { id: randomUUID(), doneAt: new Date().toISOString(), base: edition }
    const [first, again] = await Promise.all([1, 2].map(() => act(by, action, id, data(row.id), sent)))
    assert.deepEqual([first?.status, again?.body], [200, first?.body])
    const other = { ...data(row.id), ...('name' in data(row.id) ? { name: 'Lain' } : { note: 'Lain.' }) }
    assert.deepEqual(codeOf(await act(by, action, id, other, sent)), [409, 'command-id-reused'])
    const entries = await house.owner('select 1 from ledger where subject = $1 and kind = $2', [id, `surge.${action}`])
    assert.equal(entries.length, 1)
  })

  test(`SURGE-1 ${action} reaches nobody through another list, and no list that is closed`, async () => {
    const id = await filled([line(200 + nth * 10)], slots())
    const other = await filled([line(201 + nth * 10)], slots())
    const [row] = await rows(id, 'queue')
    assert.ok(row)
    const before = await stored(id)
    if ('row' in data(row.id))
      assert.deepEqual(codeOf(await act(by, action, other, data(row.id))), [422, 'unknown-affected'])
    await manager.does('surge.close', { subject: other, data: { note: 'Selesai.' } })
    const [own] = await rows(other, 'queue')
    assert.ok(own)
    assert.deepEqual(codeOf(await act(by, action, other, data(own.id))), [409, 'surge-closed'])
    assert.deepEqual(await stored(id), before)
  })
}

test('SURGE-7 of two officers who say different things of one person at once, one is heard', async () => {
  const id = await filled([line(301), line(302), line(303)], slots())
  for (const row of await rows(id, 'queue')) {
    const said = await Promise.all([
      act(fo, 'done', id, { row: row.id, note: '' }),
      act(desk, 'drop', id, { row: row.id, note: 'Pindah.' }),
    ])
    assert.deepEqual(said.map(({ status }) => status).toSorted(), [200, 409])
    assert.equal(said.find(({ status }) => status === 409)?.body['code'], 'affected-step')
  }
  const [left] = await house.owner(
    "select count(*)::int as n from affected where surge = $1 and status in ('done', 'dropped')",
    [id],
  )
  assert.deepEqual(left, { n: 3 })
})

test('SURGE-12 of whoever did not come and was given another slot by two, one slot is given, and the number stays', async () => {
  const id = await filled([line(311)], slots())
  const [row] = await rows(id, 'queue')
  assert.ok(row)
  await act(fo, 'absent', id, { row: row.id, note: '' })
  const both = await Promise.all([fo, desk].map((who) => act(who, 'again', id, { row: row.id, note: '' })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  await opened(id)
  const queue = await rows(id, 'queue')
  assert.deepEqual(
    queue.map(({ number }) => number),
    [row.number],
  )
  assert.equal((await page(id)).counts.opened, 1)
})

test('SURGE-3, R5 odd questions about a list are answered with a refusal, and never with a fault', async () => {
  const id = await started(slots())
  const asks: readonly (readonly [row: keyof typeof surgeRoutes, query: Record<string, string>])[] = [
    ['list', { page: '0' }],
    ['list', { page: '1.5' }],
    ['one', { district, id: '1' }],
    ['one', { district: '34.04.07', id }],
    ['rows', { district, id, show: 'everybody' }],
    ['rows', { district, id, show: 'queue', name: 'Warga' }],
    ['cases', { district, id, show: 'queue', page: '-1' }],
    ['faults', { district }],
  ]
  for (const [row, query] of asks)
    assert.equal((await manager.ask(surgeRoutes[row], { query })).status, 400, `${row} ${JSON.stringify(query)}`)
  for (const row of ['one', 'rows'] as const) {
    const query = { district: '34.02', id, ...(row === 'rows' ? { show: 'queue' } : {}) }
    assert.deepEqual(codeOf(await manager.ask(surgeRoutes[row], { query })), [404, 'not-found'])
  }
  const datas: readonly (readonly [SurgeAction, object])[] = [
    ['change', slots({ perDay: 0 })],
    ['change', slots({ perDay: 1.5 })],
    ['change', slots({ days: ['2026-02-30'] })],
    ['change', slots({ days: [] })],
    ['change', slots({ offices: [] })],
    ['change', slots({ name: '' })],
    ['drop', { row: randomUUID(), note: '' }],
    ['done', { row: randomUUID(), note: '', by: manager.staff }],
    ['open', { rows: [] }],
    ['close', {}],
  ]
  for (const [action, data] of datas)
    assert.equal((await act(manager, action, id, data)).status, 400, `${action} ${JSON.stringify(data)}`)
})

test('SURGE-10 after all of that the ledger proves every list, and a rebuild changes none', async () => {
  const all = () =>
    house.owner('select id, version, status, number, slot_day::text, slot_nth from affected order by id')
  const before = await all()
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, district))
  assert.deepEqual(await all(), before)
  await assertVerified(house)
})
