import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dueEdges, dueWindow, dueWindows } from '@openslrt/core/case/due.ts'
import { caseRoutes, groupings } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { workloadRoutes } from '@openslrt/core/contract/workload.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

let house: TestHouse
let offices: DistrictOffices
let fo: Client
let bo: Client
let other: Client
let coordinator: Client
let manager: Client
const many = 40
const categories = ['pbi-inactive', 'aid-not-paid', 'unfit-house'] as const
const bidang: Readonly<Record<string, string>> = {}

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  fo = await house.staffAt(offices.caturtunggal, 'fo')
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  other = await house.staffAt(offices.maguwoharjo, 'bo')
  coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
  manager = await house.staffAt(offices.secretariat, 'manager')
  for (let n = 0; n < many; n++) await aCaseBy(fo, { place: villageCode.parse(sleman.caturtunggal) })
  await scatter()
  const { lists } = await manager.read(referenceRoutes.lists, { query: { district: '34.04' } })
  for (const { code, data } of lists['category'] ?? []) Object.assign(bidang, { [code]: data['sector'] })
})
after(() => house.close())

/** A fifth at the other Puskesos, a third held by nobody, due from eleven days ago to eleven ahead, some not at all. */
async function scatter(): Promise<void> {
  await house.owner(
    `update cases c set category = ($1::text[])[1 + n % 3], status = case when n % 9 = 0 then 'closed' else 'handling' end,
       closed_at = case when n % 9 = 0 then now() end, office = case when n % 5 = 0 then $2::uuid else c.office end,
       assignee = case when n % 3 = 0 then null when n % 5 = 0 then $4::uuid else $3::uuid end,
       hop_due_at = case when n % 11 <> 0 then now() + (n - 20) * interval '14 hours' end
     from (select id, row_number() over (order by number)::int as n from cases) x where x.id = c.id`,
    [categories, offices.maguwoharjo, bo.staff, other.staff],
  )
}

async function everyLine(client: Client, query: Readonly<Record<string, string>>) {
  const lines = []
  for (let page = 1; ; page++) {
    const { items, total, size } = await client.read(caseRoutes.queue, { query: { ...query, page } })
    lines.push(...items)
    if (page * size >= total) return lines
  }
}

test('QUEUE-7 a bidang holds the cases of its categories and no others', async () => {
  const lines = await everyLine(manager, { queue: 'all' })
  const sectors = new Set(Object.values(bidang))
  assert.ok(sectors.size >= 9)
  for (const sector of [...sectors, 'tidak-ada']) {
    const expected = lines.filter(({ category }) => bidang[category] === sector)
    const found = await everyLine(manager, { queue: 'all', sector })
    assert.deepEqual(found.map(({ id }) => id).toSorted(), expected.map(({ id }) => id).toSorted(), sector)
  }
})

test('QUEUE-8 an officer, an office and nobody each hold their own cases', async () => {
  const lines = await everyLine(manager, { queue: 'all' })
  const count = async (query: Record<string, string>) => (await everyLine(manager, { queue: 'all', ...query })).length
  assert.equal(await count({ assignee: 'nobody' }), lines.filter(({ assignee }) => assignee === null).length)
  for (const { staff } of [bo, other])
    assert.equal(await count({ assignee: staff ?? '' }), lines.filter(({ assignee }) => assignee === staff).length)
  assert.equal(await count({ office: offices.maguwoharjo }), many / 5)
  assert.equal(await count({ office: offices.rsud }), 0)
  assert.equal((await manager.ask(caseRoutes.queue, { query: { assignee: 'siapa' } })).status, 400)
})

test('QUEUE-9 the list of a window of due days is what core’s law puts in it, and the windows are all', async () => {
  const lines = await everyLine(manager, { queue: 'all' })
  const edges = dueEdges('Asia/Jakarta', Date.now())
  const found = new Map<string, readonly string[]>()
  for (const due of dueWindows) {
    const ids = (await everyLine(manager, { queue: 'all', due })).map(({ id }) => id).toSorted()
    const expected = lines.filter(({ hopDueAt }) => dueWindow(hopDueAt, edges) === due).map(({ id }) => id)
    assert.deepEqual(ids, expected.toSorted(), due)
    found.set(due, ids)
  }
  assert.equal([...found.values()].flat().length, many)
  // Whether anything is due before midnight depends on the hour of the test.
  for (const due of ['late', 'week', 'later', 'none']) assert.ok((found.get(due) ?? []).length > 0, due)
})

for (const by of groupings)
  test(`QUEUE-10 grouped by ${by}, each group counts what its filter lists, and all together are the list`, async () => {
    for (const filter of [{ queue: 'all' }, { queue: 'office' }, { queue: 'all', category: 'unfit-house' }]) {
      const { items } = await coordinator.read(caseRoutes.groups, { query: { ...filter, by } })
      const all = await everyLine(coordinator, filter)
      assert.equal(
        items.reduce((sum, { count }) => sum + count, 0),
        all.length,
      )
      for (const { key, count, late } of items) {
        const narrowed = { ...filter, [by]: key ?? 'nobody' }
        assert.equal((await everyLine(coordinator, narrowed)).length, count, `${by} ${key}`)
        if (by !== 'due') assert.equal((await everyLine(coordinator, { ...narrowed, due: 'late' })).length, late)
      }
    }
  })

test('QUEUE-10 groups name the officer, and count nothing out of sight', async () => {
  const { items } = await coordinator.read(caseRoutes.groups, { query: { queue: 'office', by: 'assignee' } })
  assert.deepEqual(new Set(items.map(({ name }) => name)), new Set([null, 'Petugas bo']))
  const beside = await house.staffAt(offices.maguwoharjo, 'fo')
  const seen = await beside.read(caseRoutes.groups, { query: { queue: 'all', by: 'sector' } })
  assert.equal(
    seen.items.reduce((sum, { count }) => sum + count, 0),
    many / 5,
  )
})

test('WORKLOAD-1 what an officer has in hand is what the list of their open cases shows, window by window', async () => {
  const { office, items } = await coordinator.read(workloadRoutes.officers)
  assert.equal(office, offices.caturtunggal)
  assert.equal(items[0]?.staff, null, 'what nobody holds stands first')
  assert.ok(
    items.some(({ staff, open }) => staff === fo.staff && open === 0),
    'who has nothing is shown too',
  )
  for (const { staff, open, ...load } of items) {
    const query = { queue: 'all', measure: 'open', office, assignee: staff ?? 'nobody' }
    assert.equal((await everyLine(coordinator, query)).length, open)
    for (const due of dueWindows) assert.equal((await everyLine(coordinator, { ...query, due })).length, load[due], due)
  }
})

test('WORKLOAD-1 who left the office but still has cases there stays in sight; who left with none does not', async () => {
  const post = async (staff: string | null, until: string | null) =>
    house.owner('update post set valid_until = $2 where staff = $1', [staff, until])
  await post(bo.staff, '2026-01-01')
  await post(fo.staff, '2026-01-01')
  const { items } = await coordinator.read(workloadRoutes.officers)
  assert.equal(items.find(({ staff }) => staff === bo.staff)?.here, false)
  assert.equal(
    items.find(({ staff }) => staff === fo.staff),
    undefined,
  )
  await post(bo.staff, null)
  await post(fo.staff, null)
})

test('WORKLOAD-2 the manager sees every office of the place, and opens each', async () => {
  const { items, total } = await manager.read(workloadRoutes.offices)
  assert.equal(total, 2)
  for (const { office, name, open, nobody, ...load } of items) {
    const query = { queue: 'all', measure: 'open', office }
    assert.equal((await everyLine(manager, query)).length, open, name)
    assert.equal((await everyLine(manager, { ...query, assignee: 'nobody' })).length, nobody)
    for (const due of dueWindows) assert.equal((await everyLine(manager, { ...query, due })).length, load[due], due)
    const officers = await manager.read(workloadRoutes.officers, { query: { office } })
    assert.equal(
      officers.items.reduce((sum, officer) => sum + officer.open, 0),
      open,
    )
  }
})

test('WORKLOAD-3 officers of an office that is not under the acting one are told to nobody', async () => {
  for (const office of [offices.maguwoharjo, offices.secretariat, bo.staff ?? ''])
    assert.equal((await coordinator.ask(workloadRoutes.officers, { query: { office } })).status, 404)
  assert.equal((await bo.ask(workloadRoutes.officers)).status, 403)
})

test('CASE-3 a case that was given by mistake goes back to nobody, and the history says so', async () => {
  const { id } = await aCaseBy(fo)
  await coordinator.does('case.assign', { subject: id, data: { assignee: bo.staff, note: '' } })
  await coordinator.does('case.assign', { subject: id, data: { assignee: null, note: '' } })
  const card = await coordinator.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.equal(card.line.assignee, null)
  assert.deepEqual(
    card.history.flatMap(({ action, say }) => (action === 'assign' ? [say['assignee']] : [])),
    [bo.staff, null],
  )
})
