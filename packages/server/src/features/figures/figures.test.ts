import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { caseKinds } from '@openslrt/core/case/case.ts'
import { activeStatuses } from '@openslrt/core/case/moves.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { DistrictFigures } from '@openslrt/core/contract/figures.ts'
import { figureRoutes, trendMeasures } from '@openslrt/core/contract/figures.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { makeDemo } from '../../demo/make-demo.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

const today = dayIn('Asia/Jakarta', Date.now())
const periods = [
  {},
  { from: addDays(today, -6), to: today },
  { from: addDays(today, -364), to: today },
  { from: addDays(today, -200), to: addDays(today, -140) },
]
const depok = '34.04.07'
const caturtunggal = '34.04.07.2001'
type Query = Readonly<Record<string, string>>

let house: TestHouse

before(async () => {
  house = await startTestHouse()
  const wish = { say: () => undefined, signal: new AbortController().signal, onMarked: async () => undefined }
  await makeDemo(house.parts, house.ownerUrl, { cases: 260, ...wish })
})

const at = async (name: string): Promise<Client> => {
  const [found] = await house.owner<{ staff: string; office: string }>(
    'select p.staff, p.office from post p join credential c on c.staff = p.staff where c.name = $1',
    [name],
  )
  assert.ok(found, name)
  return house.signIn(found.staff, found.office)
}

const listed = async (client: Client, query: Query): Promise<number> =>
  (await client.read(caseRoutes.queue, { query: { queue: 'all', ...query } })).total

/** Every figure of an answer with the filter that must list it; that parts add up to the whole has its own test. */
const filtersOf = (figures: DistrictFigures): readonly Listed[] => [
  ...wholesOf(figures),
  ...partsOf(figures).filter(({ n }) => n > 0),
]

interface Listed {
  readonly n: number
  readonly query: Query
}

function wholesOf(figures: DistrictFigures): readonly Listed[] {
  const { place, period, before: past } = figures
  const here = (measure: string, days: Query): Query => ({ measure, place: place.code, ...days })
  return [
    ...figures.strip.map(({ measure, n }) => ({ n, query: here(measure, period) })),
    ...figures.strip.flatMap(({ measure, before: n }) => (n === null ? [] : [{ n, query: here(measure, past) }])),
    ...figures.strip.flatMap(({ of }) => (of === null ? [] : [{ n: of, query: here('handled', period) }])),
    ...Object.entries(figures.referrals).map(([measure, n]) => ({ n, query: here(measure, period) })),
    ...figures.categories.map(({ category, n }) => ({ n, query: { ...here('registered', period), category } })),
  ]
}

function partsOf({ place, period, trend, below }: DistrictFigures): readonly Listed[] {
  return [
    ...trend.points.flatMap(({ from, to, counts }) =>
      Object.entries(counts).map(([measure, n]) => ({ n, query: { measure, place: place.code, from, to } })),
    ),
    ...below.flatMap(({ place: part, counts }) =>
      Object.entries(counts).map(([measure, n]) => ({ n, query: { measure, ...period, place: part } })),
    ),
  ]
}

async function assertListed(client: Client, query: Query): Promise<DistrictFigures> {
  const figures = await client.read(figureRoutes.district, { query })
  assert.equal(figures.opens, true)
  for (const { n, query: filter } of filtersOf(figures))
    assert.equal(await listed(client, filter), n, `${JSON.stringify(filter)} of ${JSON.stringify(query)}`)
  return figures
}

for (const name of ['manajer.slrt', 'fo.slrt', 'koordinator.caturtunggal', 'bo.caturtunggal']) {
  test(`FIG-5 every figure of ${name} is the length of the list that it opens, in every period`, async () => {
    const client = await at(name)
    for (const period of periods) await assertListed(client, period)
  })
}

test('FIG-5 the same holds for places below: a sub-district and a village', async () => {
  const manager = await at('manajer.slrt')
  const year = periods[2] ?? {}
  const district = await assertListed(manager, year)
  const subdistrict = await assertListed(manager, { ...year, place: depok })
  const village = await assertListed(manager, { ...year, place: caturtunggal })
  assert.equal(district.below.length, 17)
  assert.equal(subdistrict.above?.code, '34.04')
  assert.deepEqual(
    subdistrict.below.map(({ name }) => name),
    ['Caturtunggal', 'Maguwoharjo', 'Condongcatur'],
  )
  assert.deepEqual(village.below, [])
})

const someone = fc.constantFrom('manajer.slrt', 'koordinator.caturtunggal', 'bo.caturtunggal')
const somewhere = fc.constantFrom('34.04', depok, caturtunggal, '34.04.07.2002', '34.04.12')
const sometime = fc.record({ back: fc.nat({ max: 360 }), days: fc.integer({ min: 1, max: 200 }) })

test('FIG-5 whoever asks, for whatever place and days of theirs: a figure is as long as its list, whatever narrows it', async () => {
  await fc.assert(
    fc.asyncProperty(someone, somewhere, sometime, async (name, place, { back, days }) => {
      const client = await at(name)
      const to = addDays(dayIn('Asia/Jakarta', Date.now()), -back)
      const query = { place, from: addDays(to, 1 - days), to }
      const answer = await client.ask(figureRoutes.district, { query })
      if (answer.status !== 200) return assert.equal(answer.body.code, 'wrong-place')
      const figures = figureRoutes.district.reply.parse(answer.body)
      for (const { n, query: filter } of wholesOf(figures)) {
        assert.equal(await listed(client, filter), n, JSON.stringify(filter))
        // What narrows a list splits its figure into parts that add up to it.
        const kinds = await Promise.all(caseKinds.map((kind) => listed(client, { ...filter, kind })))
        assert.equal(
          kinds.reduce((sum, one) => sum + one, 0),
          n,
          JSON.stringify(filter),
        )
      }
      return undefined
    }),
    { seed, numRuns: 12 },
  )
})

test('FIG-5 the places below add up to the place, and the parts of the trend to the period', async () => {
  const figures = await (await at('manajer.slrt')).read(figureRoutes.district, { query: periods[2] ?? {} })
  for (const { measure, n, line } of figures.strip) {
    const below = figures.below.map(({ counts }) => (measure in counts ? counts[measure] : 0))
    assert.equal(
      below.reduce((sum, one) => sum + one, 0),
      n,
      measure,
    )
    if (line.length > 0)
      assert.equal(
        line.reduce((sum, one) => sum + one, 0),
        n,
        measure,
      )
  }
})

test('FIG-5 nothing in the demo is empty: the test above compares real figures', async () => {
  const figures = await (await at('manajer.slrt')).read(figureRoutes.district, { query: periods[2] ?? {} })
  assert.ok(figures.strip.every(({ n }) => n > 0))
  assert.ok(Object.values(figures.referrals).every((n) => n > 0))
  assert.equal(figures.categories.length, 10)
})

test('FIG-5 a case that is registered moves its figure by one, and the list behind it', async () => {
  const officer = await at('fo.caturtunggal')
  const registered = async (): Promise<number> =>
    (await officer.read(figureRoutes.district)).strip.find(({ measure }) => measure === 'registered')?.n ?? 0
  const was = await registered()
  await aCaseBy(officer)
  assert.equal(await registered(), was + 1)
})

test('FIG-5 measures that only lists use are exact: each disputed case has a dispute in its ledger in those days', async () => {
  const manager = await at('manajer.slrt')
  for (const { from, to } of periods.slice(1)) {
    if (!from || !to) continue
    for (const [measure, kinds] of [
      ['disputed', ['case.dispute']],
      ['escalated', ['case.escalate', 'case.appeal']],
    ] as const) {
      const rows: readonly { n: string }[] = await house.owner(
        "select count(distinct subject) as n from ledger where district = '34.04' and kind = any($1) and received_at >= ($2::date)::timestamp at time zone 'Asia/Jakarta' and received_at < ($3::date + 1)::timestamp at time zone 'Asia/Jakarta'",
        [kinds, from, to],
      )
      assert.equal(await listed(manager, { measure, from, to }), Number(rows[0]?.n), `${measure} ${from}`)
    }
  }
})

test('FIG-7 who leads sees the figures of all cases of the place, and opens none of them', async () => {
  const leader = await at('pimpinan.slrt')
  const figures = await leader.read(figureRoutes.district, { query: periods[2] ?? {} })
  const [row] = await house.owner<{ n: string }>("select count(*) as n from cases where place like '34.04.%'")
  assert.equal(figures.opens, false)
  assert.equal(figures.strip[0]?.n, Number(row?.n))
  assert.equal((await leader.ask(caseRoutes.queue)).status, 403)
  const open = figures.categories.map(({ category }) => category)
  assert.ok(!open.includes('violence') && !open.includes('child-protection'))
})

test('FIG-6 the province reads counters, which say what its ledger says, by district', async () => {
  const province = await at('provinsi')
  const figures = await province.read(figureRoutes.region, { query: periods[2] ?? {} })
  const sleman = figures.below.find(({ place }) => place === '34.04')
  assert.equal(figures.below.length, 5)
  for (const { measure, n } of figures.strip) assert.equal(sleman?.counts[measure], n, measure)
  const [row] = await house.owner<{ n: string }>("select count(*) as n from cases where place like '34.%'")
  assert.equal(figures.strip[0]?.n, Number(row?.n))
  assert.equal((await province.ask(figureRoutes.district, { query: { place: '34.04' } })).status, 422)
})

test('FIG-6 the nation reads its provinces, and one province after another', async () => {
  const admin = await at('admin')
  const nation = await admin.read(figureRoutes.region)
  assert.equal(nation.below.length, 38)
  assert.equal(nation.below.find(({ place }) => place === '34')?.counts.registered, nation.strip[0]?.n)
  const province = await admin.read(figureRoutes.region, { query: { place: '34' } })
  assert.equal(province.above?.code, '00')
})

test('FIG-6 the places of a region add up to it, and the parts of the trend to the period, measure by measure', async () => {
  const admin = await at('admin')
  for (const place of ['00', '34']) {
    const query = { place, ...periods[2] }
    const figures = await admin.read(figureRoutes.region, { query })
    const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
    for (const { measure, n, before: was, line } of figures.strip) {
      assert.ok(n > 0, measure)
      assert.equal(sum(figures.below.map(({ counts }) => counts[measure])), n, measure)
      if (measure === 'open') {
        assert.deepEqual([was, line], [null, []], 'what is open now was counted on no day')
        continue
      }
      assert.equal(sum(line), n, measure)
      assert.equal(line.length, figures.trend.points.length)
    }
    for (const measure of trendMeasures)
      assert.equal(
        sum(figures.trend.points.map(({ counts }) => counts[measure])),
        figures.strip.find((figure) => figure.measure === measure)?.n,
        measure,
      )
  }
})

test('FIG-6 the figures of a region say what the ledger says of the same days, day by day and in the period before', async () => {
  const admin = await at('admin')
  const counted = async (kinds: readonly string[], { from, to }: { from: string; to: string }): Promise<number> => {
    const [row] = await house.owner<{ n: string }>(
      // A letter that was handed over ends a service that was asked for nothing else.
      `select count(*) as n from ledger l where (received_at at time zone 'Asia/Jakarta')::date between $2::date and $3::date
         and kind = any($1) and (kind <> 'letter.hand-over' or exists (select 1 from cases c where c.id = l.subject and c.closed_at = l.received_at))`,
      [kinds, from, to],
    )
    return Number(row?.n)
  }
  const kindsOf = {
    registered: ['case.register'],
    confirmed: ['case.confirm', 'letter.hand-over'],
    disputed: ['case.dispute'],
  } as const
  for (const days of [periods[1], periods[3], { from: addDays(today, -90), to: addDays(today, -1) }]) {
    const { strip, trend, period, before: past } = await admin.read(figureRoutes.region, { query: days ?? {} })
    for (const [measure, kinds] of Object.entries(kindsOf)) {
      const figure = strip.find((one) => one.measure === measure)
      assert.equal(figure?.n, await counted(kinds, period), `${measure} ${period.from}`)
      assert.equal(figure?.before, await counted(kinds, past), `${measure} before ${period.from}`)
      for (const [nth, part] of trend.points.entries())
        assert.equal(figure?.line[nth], await counted(kinds, part), `${measure} ${part.from}`)
    }
  }
})

test('FIG-6 what is open in a region is what lies on the desks of its offices', async () => {
  const province = await at('provinsi')
  const [row] = await house.owner<{ n: string }>('select count(*) as n from cases where status = any($1)', [
    [...activeStatuses],
  ])
  const open = async () => (await province.read(figureRoutes.region)).strip.find(({ measure }) => measure === 'open')?.n
  assert.equal(await open(), Number(row?.n))
  await aCaseBy(await at('fo.caturtunggal'))
  assert.equal(await open(), Number(row?.n) + 1)
})

test('FIG-4 figures say whose they are, what lies above for this reader, and which days they are held against', async () => {
  const [manager, province, admin] = [await at('manajer.slrt'), await at('provinsi'), await at('admin')]
  const village = await manager.read(figureRoutes.district, { query: { place: caturtunggal } })
  assert.deepEqual(village.place, { code: caturtunggal, name: 'Caturtunggal', level: 'village' })
  assert.deepEqual(village.above, { code: depok, name: 'Depok', level: 'subdistrict' })
  assert.equal(village.period.to, dayIn('Asia/Jakarta', village.at))
  assert.equal(village.before.to, addDays(village.period.from, -1))
  const aboveOf = async (reader: Client, route: 'district' | 'region', place?: string) => {
    const query = place === undefined ? {} : { place }
    const { above } =
      route === 'district'
        ? await reader.read(figureRoutes.district, { query })
        : await reader.read(figureRoutes.region, { query })
    return above?.code ?? null
  }
  assert.equal(await aboveOf(manager, 'district'), null, 'what lies above is not theirs to see')
  assert.equal(await aboveOf(await at('koordinator.caturtunggal'), 'district'), null)
  assert.equal(await aboveOf(province, 'region'), null)
  assert.equal(await aboveOf(admin, 'region', '34'), '00')
  assert.equal(await aboveOf(admin, 'region'), null)
})

test('FIG-4 a place that does not exist has no figures, and a region none of a district', async () => {
  const manager = await at('manajer.slrt')
  const admin = await at('admin')
  const unknown = await manager.ask(figureRoutes.district, { query: { place: '34.04.99' } })
  assert.equal(unknown.body.code, 'unknown-place')
  assert.equal((await admin.ask(figureRoutes.region, { query: { place: '99' } })).body.code, 'unknown-place')
  assert.equal((await admin.ask(figureRoutes.region, { query: { place: '34.04' } })).body.code, 'wrong-place')
  assert.equal((await manager.ask(figureRoutes.district, { query: { place: 'sleman' } })).status, 400)
})

test('FIG-4 nobody reads figures beside or above their own place, or of a period that is none', async () => {
  const officer = await at('fo.caturtunggal')
  const statusOf = async (query: Query): Promise<number> => (await officer.ask(figureRoutes.district, { query })).status
  assert.equal(await statusOf({ place: '34.04' }), 422)
  assert.equal(await statusOf({ place: '34.04.07.2002' }), 422)
  assert.equal(await statusOf({ from: '2026-02-01', to: '2026-01-01' }), 400)
  assert.equal(await statusOf({ from: '2016-01-01', to: '2026-01-01' }), 400)
  assert.equal(await statusOf({ unknown: 'x' }), 400)
  assert.equal((await officer.ask(figureRoutes.region)).status, 422)
})

test('ACCESS-3 an office that was asked has no figures', async () => {
  const provider = await at('rsud')
  assert.equal((await provider.ask(figureRoutes.district)).status, 403)
  assert.equal((await house.stranger().ask(figureRoutes.district)).status, 401)
})
