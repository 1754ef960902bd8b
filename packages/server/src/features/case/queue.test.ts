import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseKinds, caseStatuses, priorities } from '@openslrt/core/case/case.ts'
import { activeStatuses, awaitingCitizen } from '@openslrt/core/case/moves.ts'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { covers, placeCode, villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
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
let manager: Client
const villages = [sleman.caturtunggal, sleman.maguwoharjo, sleman.sinduadi] as const
const categories = ['pbi-inactive', 'aid-not-paid', 'unfit-house'] as const
const many = 60

/** What a row says that a list is filtered by. */
interface Row {
  readonly id: string
  readonly number: string
  readonly status: (typeof caseStatuses)[number]
  readonly kind: string
  readonly category: string
  readonly priority: string
  readonly place: string
  readonly office: string
  readonly assignee: string | null
  readonly due: number
  readonly changed: number
  readonly registered: number
  readonly referrals: number
  readonly closed: boolean
}
let rows: readonly Row[] = []

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  fo = await house.staffAt(offices.caturtunggal, 'fo')
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  manager = await house.staffAt(offices.secretariat, 'manager')
  for (let n = 0; n < many; n++) await aCaseBy(fo, { place: villageCode.parse(villages[n % 3]) })
  await scatter()
  rows = await house.owner<Row & { [key: string]: unknown }>(
    `select id, number, status, kind, category, priority, place, office, assignee, open_referrals as referrals, closed_at is not null as closed,
       coalesce((extract(epoch from hop_due_at) * 1000)::bigint, 0) as due, (extract(epoch from changed_at) * 1000)::bigint as changed,
       (extract(epoch from registered_at) * 1000)::bigint as registered from cases`,
  )
})
after(() => house.close())

/** Lays the cases out as a busy year would, past the law: what is tested is what lists make of the rows. */
async function scatter(): Promise<void> {
  await house.owner(
    `update cases c set
       kind = ($5::text[])[1 + n % 4], category = ($6::text[])[1 + n % 3], status = ($1::text[])[1 + n % 8], priority = ($2::text[])[1 + n % 3],
       office = case when n % 4 = 0 then $3::uuid else c.office end,
       assignee = case when n % 5 = 0 then $4::uuid end, open_referrals = case when n % 6 = 0 then 1 else 0 end,
       closed_at = case when n % 8 >= 5 then now() end,
       hop_due_at = case when n % 7 < 5 then now() + (n - 30) * interval '1 hour' end,
       registered_at = now() - n * interval '1 day', changed_at = now() - n * interval '1 minute'
     from (select id, row_number() over (order by number)::int as n from cases) x where x.id = c.id`,
    [caseStatuses, priorities, offices.secretariat, bo.staff, caseKinds, categories],
  )
}

type Query = Readonly<Record<string, string>>
async function listed(client: Client, query: Query): Promise<{ lines: readonly CaseLine[]; total: number }> {
  const lines: CaseLine[] = []
  for (let page = 1; ; page++) {
    const { items, total, size } = await client.read(caseRoutes.queue, { query: { ...query, page: String(page) } })
    lines.push(...items)
    if (page * size >= total) return { lines, total }
  }
}
const idsOf = (found: readonly { readonly id: string }[]): readonly string[] => found.map(({ id }) => id).toSorted()

const tabs: Readonly<Record<string, (row: Row, office: string, staff: string | null) => boolean>> = {
  office: (row, office) => isActive(row) && row.office === office,
  decision: (row, office) => row.status === 'recommended' && !row.closed && row.office === office,
  mine: (row, office, staff) => isActive(row) && row.office === office && row.assignee === staff,
  due: (row, office) => isActive(row) && row.office === office && row.due !== 0 && row.due <= Date.now(),
  citizen: (row, office) => !row.closed && awaitingCitizen.includes(row.status) && row.office === office,
  referred: (row, office) => !row.closed && row.referrals > 0 && row.office === office,
  all: () => true,
}
const isActive = ({ status, closed }: Row): boolean => !closed && activeStatuses.includes(status)

for (const [queue, belongs] of Object.entries(tabs)) {
  test(`QUEUE-5 the tab "${queue}" of an office holds exactly what it says, and its count is its length`, async () => {
    for (const client of [bo, manager]) {
      const place = placeCode.parse(client === bo ? sleman.caturtunggal : sleman.district)
      const seen = rows.filter((row) => row.office === client.office || covers(place, placeCode.parse(row.place)))
      const expected = seen.filter((row) => belongs(row, client.office ?? '', client.staff))
      const { lines, total } = await listed(client, { queue })
      assert.deepEqual(idsOf(lines), idsOf(expected))
      assert.equal(total, expected.length)
      const counts: Readonly<Record<string, number>> = (await client.read(caseRoutes.queue)).counts
      if (queue in counts && queue !== 'all') assert.equal(counts[queue], expected.length)
    }
  })
}

const anyFilter = fc.record(
  {
    status: fc.constantFrom(...caseStatuses),
    kind: fc.constantFrom(...caseKinds),
    category: fc.constantFrom(...categories, 'tidak-ada'),
    priority: fc.constantFrom(...priorities),
    place: fc.constantFrom(...villages, sleman.depok, sleman.district, '34.02', '34'),
    number: fc.constantFrom('0001', '-00001', '3404', '%', '_', '999999'),
  },
  { requiredKeys: [] },
)

test('QUEUE-4 whatever filters are put together, the list holds exactly the cases that they all name', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter, async (filter) => {
      const { place, number, ...same } = filter
      const expected = rows.filter(
        (row) =>
          Object.entries(same).every(
            ([field, value]) => new Map<string, unknown>(Object.entries(row)).get(field) === value,
          ) &&
          (place === undefined || covers(placeCode.parse(place), placeCode.parse(row.place))) &&
          (number === undefined || row.number.includes(number.replace(/[%_]/g, ''))),
      )
      const { lines, total } = await listed(manager, { queue: 'all', ...filter })
      assert.deepEqual(idsOf(lines), idsOf(expected))
      assert.equal(total, expected.length)
    }),
    { seed, numRuns: 60 },
  )
})

test('QUEUE-6 what is due first stands first, red and raised cases before all others', async () => {
  const { lines } = await listed(manager, { queue: 'all', sort: 'due' })
  const raised = lines.map(({ priority }) => priority !== 'normal')
  assert.deepEqual(
    raised,
    raised.toSorted((left, right) => Number(right) - Number(left)),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const due = (line: CaseLine): number => line.hopDueAt ?? byId.get(line.id)?.changed ?? 0
  for (const urgent of [true, false]) {
    const dues = lines.filter(({ priority }) => (priority !== 'normal') === urgent).map(due)
    for (const [at, moment] of dues.entries())
      assert.ok(at === 0 || Math.round(moment) >= Math.round((dues[at - 1] ?? 0) - 1), String(at))
  }
})

test('QUEUE-6 the newest, or the oldest, stands first where that is asked for', async () => {
  const registered = async (sort: string) =>
    (await listed(manager, { queue: 'all', sort })).lines.map((line) => line.registeredAt)
  const newest = await registered('newest')
  assert.equal(newest.length, many)
  assert.deepEqual(
    newest,
    newest.toSorted((left, right) => right - left),
  )
  assert.deepEqual(await registered('oldest'), newest.toReversed())
})

test('QUEUE-6 no case stands on two pages, and none on no page, whatever the order', async () => {
  for (const sort of ['due', 'newest', 'oldest']) {
    const { lines, total } = await listed(manager, { queue: 'all', sort })
    assert.equal(new Set(lines.map(({ id }) => id)).size, total)
  }
  assert.deepEqual((await manager.read(caseRoutes.queue, { query: { queue: 'all', page: 500 } })).items, [])
})

test('QUEUE-4 days of a list are those of the district: from the first minute of one to the last of the other', async () => {
  const [row] = rows.toSorted((left, right) => left.registered - right.registered)
  assert.ok(row)
  const at = (time: string) =>
    house.owner('update cases set registered_at = $2 where id = $1', [row.id, `2026-03-10T${time}+07:00`])
  const isIn = async (from: string, to: string): Promise<boolean> =>
    (await listed(manager, { queue: 'all', measure: 'registered', from, to })).lines.some(({ id }) => id === row.id)
  for (const time of ['00:00:00', '23:59:59.999']) {
    await at(time)
    assert.deepEqual(
      [
        await isIn('2026-03-10', '2026-03-10'),
        await isIn('2026-03-09', '2026-03-09'),
        await isIn('2026-03-11', '2026-03-11'),
      ],
      [true, false, false],
      time,
    )
  }
  assert.deepEqual([await isIn('2026-03-01', '2026-03-10'), await isIn('2026-03-10', '2026-03-31')], [true, true])
})

test('QUEUE-4 a list shows names of places, offices and people, and of the person in need no more than first letters', async () => {
  const { lines } = await listed(manager, { queue: 'all' })
  const own = lines.find(({ assignee }) => assignee !== null)
  assert.ok(own)
  assert.equal(own.assigneeName, 'Petugas bo')
  assert.ok(['Caturtunggal', 'Maguwoharjo', 'Sinduadi'].includes(own.placeName))
  assert.ok(['Sekretariat SLRT Sleman', 'Puskesos Caturtunggal'].includes(own.officeName))
  for (const line of lines) {
    assert.equal(line.clientMasked, 'S***')
    assert.doesNotMatch(JSON.stringify(line), /Sumarni|3404075203600001|081234567890/)
  }
})

test('ACCESS-4 whoever sees a village lists what lies in it or at their desk, and no filter shows more', async () => {
  const seen = idsOf(rows.filter((row) => row.place === sleman.caturtunggal || row.office === fo.office))
  for (const query of [
    { queue: 'all' },
    { queue: 'all', place: sleman.district },
    { queue: 'all', place: '00' },
  ] as const)
    assert.deepEqual(idsOf((await listed(fo, query)).lines), seen)
  const beside = await listed(fo, { queue: 'all', place: sleman.maguwoharjo })
  assert.ok(beside.lines.every(({ office }) => office === fo.office))
})

test('CASE-25 likely duplicates are told the likeliest first, ten at most, and none that is not worth a look', async () => {
  const client = {
    ...registration().client,
    name: 'Nyi Ratna Kusumawati',
    nik: '3404071212800005',
    kk: null,
    phone: '081299990005',
  }
  for (let n = 0; n < 12; n++) await aCaseBy(fo, { client: { ...client, nik: n === 0 ? client.nik : null } })
  const typed = {
    place: sleman.caturtunggal,
    category: 'pbi-inactive',
    name: client.name,
    nik: client.nik,
    kk: null,
    phone: client.phone,
  }
  const { items } = await fo.read(caseRoutes.similar, { body: typed })
  assert.equal(items.length, 10)
  const scores = items.map(({ score }) => score)
  assert.deepEqual(
    scores,
    scores.toSorted((left, right) => right - left),
  )
  assert.ok(items[0]?.reasons.includes('same-nik') && scores.every((score) => score >= 40))
  const nothing = { place: null, category: null, name: '', nik: null, kk: null, phone: null }
  assert.deepEqual((await fo.read(caseRoutes.similar, { body: nothing })).items, [])
  const weak = { ...nothing, place: sleman.caturtunggal, category: 'pbi-inactive', name: 'Nyi' }
  for (const { score } of (await fo.read(caseRoutes.similar, { body: weak })).items) assert.ok(score >= 40)
})

test('CASE-25 nobody is compared with a case that they may not see', async () => {
  const there = await house.staffAt(offices.maguwoharjo, 'fo')
  const typed = {
    place: sleman.caturtunggal,
    category: null,
    name: 'Nyi Ratna Kusumawati',
    nik: '3404071212800005',
    kk: null,
    phone: null,
  }
  assert.deepEqual((await there.read(caseRoutes.similar, { body: typed })).items, [])
})

test('CASE-27 a search goes over pages like a list, newest first, and signs of SQL mean themselves', async () => {
  const { items, total, size } = await manager.read(caseRoutes.search, { body: { text: 'sumarni' } })
  assert.equal(total, many)
  assert.equal(items.length, size)
  const rest = await Promise.all(
    [2, 3].map((page) => manager.read(caseRoutes.search, { body: { text: 'sumarni', page } })),
  )
  const all = [...items, ...rest.flatMap((page) => page.items)]
  assert.equal(new Set(all.map(({ id }) => id)).size, many)
  const moments = all.map(({ registeredAt }) => registeredAt)
  assert.deepEqual(
    moments,
    moments.toSorted((left, right) => right - left),
  )
  for (const text of ['%%%', '___', "xu'--", '\\\\\\', '%umarni', '3404-26-9%'])
    assert.equal((await manager.read(caseRoutes.search, { body: { text } })).total, 0, text)
})

test('CLOCK-9 the card says of a running clock how many working minutes are left, and of a held one what was kept', async () => {
  const { id } = await aCaseBy(fo)
  const cardOf = () => fo.read(caseRoutes.card, { query: { district: '34.04', id } })
  const running = await cardOf()
  assert.equal(running.dayMinutes, 420)
  assert.deepEqual([running.hopLimit, running.totalLimit], [420, 14 * 420])
  assert.ok(running.hop.left !== null && running.hop.left <= 420 && running.hop.dueAt !== null)
  await bo.does('case.return', { subject: id, data: { reason: 'papers-missing', note: 'Bawa KK' } })
  const held = await cardOf()
  assert.deepEqual([held.hop.dueAt, held.total.dueAt], [null, null])
  assert.ok(Math.abs((held.hop.left ?? 0) - running.hop.left) <= 1)
  await house.owner("update cases set hop_due_at = now() - interval '30 days', hop_left = null where id = $1", [id])
  assert.ok(((await cardOf()).hop.left ?? 0) < -420, 'a late clock says by how much')
})
