import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { SurgeAction } from '@openslrt/core/contract/surge.ts'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { readTable } from '../../platform/files/read-table.ts'
import { afterRotation, assertReplays, rowsTold } from '../../testing/replayed.ts'
import { codeOf, csv, day, line, nikOf, startSurgeHouse } from '../../testing/surge-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import type { WorkParts } from './work.ts'
import { workSurges } from './work.ts'

const { house, parts, offices, district, manager, fo, started, load, work, opened, filled, page, rows } =
  await startSurgeHouse()

const slots = (own: object = {}) => ({
  name: 'PBI dinonaktifkan',
  offices: [offices.caturtunggal],
  days: [day(1), day(2)],
  perDay: 30,
  isPublic: false,
  ...own,
})
const file = (from: number, many: number) => csv(Array.from({ length: many }, (_, nth) => line(from + nth)))
const ask = (id: string) => manager.read(surgeRoutes.work, { body: { district, id } })

/** Whoever of a list has a case, who has two, and who has two slots or two numbers. */
async function standing(id: string) {
  const [row] = await house.owner<{ n: number; open: number; cases: number; slots: number; numbers: number }>(
    `select count(*)::int as n, count(*) filter (where exists (select 1 from cases c where c.id = a.case_id))::int as open,
      (select count(distinct c.id)::int from cases c join affected b on b.case_id = c.id where b.surge = $1) as cases,
      count(distinct (a.office, a.slot_day, a.slot_nth))::int as slots, count(distinct a.number)::int as numbers
      from affected a where a.surge = $1`,
    [id],
  )
  assert.ok(row)
  return row
}

test('SURGE-10 after every act on a list the ledger writes its people, slots and numbers anew as they were', async () => {
  const id = await started(slots())
  const acts: Readonly<Record<SurgeAction, () => Promise<unknown>>> = {
    start: async () => undefined,
    list: async () => {
      await load(id, file(1, 6))
      await work()
    },
    arrange: () => manager.does('surge.arrange', { subject: id, data: {} }),
    open: () => opened(id),
    change: () => manager.does('surge.change', { subject: id, data: slots({ days: [day(0), day(2)], perDay: 4 }) }),
    done: () => onFirst('done', ''),
    absent: () => onFirst('absent', ''),
    again: async () => {
      const [row] = await house.owner<{ id: string }>(
        "select id from affected where surge = $1 and status = 'absent' limit 1",
        [id],
      )
      return fo.does('surge.again', { subject: id, data: { row: row?.id, note: '' } })
    },
    drop: () => onFirst('drop', 'Pindah.'),
    close: () => manager.does('surge.close', { subject: id, data: { note: 'Selesai.' } }),
  }
  const onFirst = async (action: string, note: string) => {
    const [row] = await rows(id, 'queue', fo)
    return fo.does(`surge.${action}`, { subject: id, data: { row: row?.id, note } })
  }
  const order = ['start', 'list', 'arrange', 'open', 'change', 'absent', 'again', 'done', 'drop', 'close'] as const
  assert.deepEqual(keysOf(acts).toSorted(), [...order].toSorted(), 'every act there is')
  for (const action of order) {
    const before = await rowsTold(house)
    await acts[action]()
    if (action !== 'start') assert.notDeepEqual(await rowsTold(house), before, `${action} changed something`)
    const told = await assertReplays(house)
    assert.ok(told.includes('surge'), action)
  }
})

/** A worker that dies at the nth thing it asks for: as if its process were killed, nothing is let go and nothing said. */
function dyingAt(nth: number, of: 'actorAt' | 'surge' | 'cases', after: boolean): WorkParts {
  let asked = 0
  const killed = async (): Promise<never> => {
    throw new Error('killed')
  }
  const dies = () => ++asked >= nth
  const own: Partial<WorkParts> = {
    actorAt: async (staff, office) => (of === 'actorAt' && dies() ? killed() : parts.actorAt(staff, office)),
  }
  if (of === 'actorAt') return { ...parts, ...own, log: { error: () => undefined } }
  const whole = parts[of]
  const handler: typeof whole = async (...given) => {
    if (!dies()) return whole(...given)
    // Killed before it was written, or after it was written and before anybody was told.
    if (after) await whole(...given)
    return killed()
  }
  return { ...parts, [of]: handler, log: { error: () => undefined } }
}

const deaths: readonly (readonly [of: 'actorAt' | 'surge' | 'cases', nth: number, after: boolean])[] = [
  ['actorAt', 1, false],
  ['actorAt', 2, false],
  ['actorAt', 3, false],
  ['surge', 1, false],
  ['surge', 1, true],
  ['surge', 2, false],
  ['surge', 2, true],
  ['surge', 3, true],
  ['cases', 1, false],
  ['cases', 1, true],
  ['cases', 5, true],
  ['cases', 11, true],
]
for (const [turn, [of, nth, after]] of deaths.entries())
  test(`SURGE-6 a worker that is killed ${after ? 'after' : 'before'} its ${nth}. word to ${of} leaves nobody out and nobody twice`, async () => {
    const from = 1_000 + turn * 100
    const id = await started(slots())
    await load(id, file(from, 9))
    await ask(id)
    await workSurges(dyingAt(nth, of, after), 60_000)
    await house.owner('update surge_work set held_until = null where surge = $1', [id])
    // Whoever comes next goes on; once more it has nothing to do.
    await work()
    await ask(id)
    await work()
    const stood = await standing(id)
    assert.deepEqual(stood, { n: 9, open: 9, cases: 9, slots: 9, numbers: 9 })
    const { counts } = await page(id)
    assert.deepEqual([counts.queued, counts.opened, counts.listed], [9, 9, 0])
  })

test('SURGE-6 many workers that begin in the same moment, some of which die, do everything once', async () => {
  const id = await started(slots())
  await load(id, file(3_000, 20))
  await ask(id)
  const released = async () => {
    await house.owner('update surge_work set held_until = null where surge = $1', [id])
    await workSurges({ ...parts, log: { error: () => undefined } }, 60_000)
  }
  await Promise.all([
    released(),
    workSurges(dyingAt(2, 'cases', true), 60_000),
    workSurges(dyingAt(1, 'surge', true), 60_000),
    released(),
    released(),
  ])
  await released()
  await opened(id)
  assert.deepEqual(await standing(id), { n: 20, open: 20, cases: 20, slots: 20, numbers: 20 })
})

test('SURGE-3 the same file loaded again, in halves, in another order or beside itself, puts nobody on the list twice', async () => {
  const id = await started(slots())
  const all = Array.from({ length: 12 }, (_, nth) => line(4_000 + nth))
  for (const some of [all, all.slice(0, 6), all.slice(6), all.toReversed()]) {
    await load(id, csv(some))
    await work()
  }
  await Promise.all([load(id, csv(all)), load(id, csv(all.toReversed()))])
  await Promise.all([work(), work()])
  assert.equal((await page(id)).total, 12)
  const [twice] = await house.owner<{ n: number }>(
    'select count(*)::int as n from (select nik_index from affected where surge = $1 group by 1 having count(*) > 1) x',
    [id],
  )
  assert.equal(twice?.n, 0)
})

test('SURGE-8 a list of many is read page by page in the order of its slots, nobody twice and nobody left out', async () => {
  const id = await filled(
    Array.from({ length: 63 }, (_, nth) => line(5_000 + nth)),
    slots({ perDay: 40 }),
  )
  const read = (turn: number) => manager.read(surgeRoutes.rows, { query: { district, id, show: 'queue', page: turn } })
  const first = await read(1)
  const pages = Math.ceil(first.total / first.size)
  const seen = (await Promise.all(Array.from({ length: pages + 1 }, (_, turn) => read(turn + 1)))).flatMap(
    ({ items }) => items,
  )
  assert.deepEqual([first.total, seen.length, new Set(seen.map((row) => row.id)).size], [63, 63, 63])
  const order = seen.map(({ slotDay, slotNth }) => `${slotDay} ${String(slotNth).padStart(3, '0')}`)
  assert.deepEqual(order, order.toSorted())
  for (const turn of [0, -1, 'x', 1.5])
    assert.equal((await manager.ask(surgeRoutes.rows, { query: { district, id, page: turn } })).status, 400)
  assert.deepEqual((await read(999)).items, [])
})

test('SURGE-2 what is no act of a list, or of none, is refused, and the ledger proves all of it', async () => {
  const id = await started(slots())
  const nobody = { row: randomUUID(), note: 'x' }
  for (const action of ['done', 'absent', 'again', 'drop'])
    assert.notEqual(codeOf(await fo.send(`surge.${action}`, { subject: id, data: nobody }))[0], 200, action)
  assert.deepEqual(codeOf(await manager.send('surge.arrange', { subject: randomUUID(), data: {} })), [404, 'not-found'])
  await assertVerified(house)
})

test('SURGE-10, SEAL-7 rows that wait and rows to mend lie sealed, and are taken and fetched under new keys', async () => {
  const id = await started(slots())
  const wrong = line(6_002, { 1: '12' })
  assert.deepEqual((await load(id, csv([line(6_001), wrong]))).body, { missing: [], good: 1, wrong: 1 })
  const { as, house: next } = await afterRotation(house)
  const { file: book } = await as(manager).read(surgeRoutes.faults, { query: { district, id } })
  const read = await readTable(Buffer.from(book ?? '', 'base64'), { bytes: 1e6, rows: 50, cells: 20, inCell: 200 })
  assert.ok(read.ok)
  assert.equal(read.value[1]?.cells[0], wrong[0])
  const { ledger, pools, reference } = next.parts
  await workSurges({ ...parts, ledger, reference, worker: pools.worker }, 60_000)
  const { items } = await as(manager).read(surgeRoutes.rows, { query: { district, id, show: 'listed' } })
  assert.deepEqual(
    items.map(({ name }) => name),
    ['Warga 6001'],
  )
  const keys = await ledger.keys.forDistrict(district)
  const digest = keys.index('nik', nikOf(6_001))
  assert.equal((await house.owner('select 1 from affected where nik_index = $1', [digest])).length, 1)
  await next.close()
})
