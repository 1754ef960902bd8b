import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { PlaceShow } from '@openslrt/core/contract/independence-queries.ts'
import { independenceRoutes } from '@openslrt/core/contract/independence-queries.ts'
import { dayMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import { independenceData } from '@openslrt/core/testing/an-assessment.ts'
import { startTestHouse } from '../../testing/house.ts'
import { act, assessed, cameTo, independenceHouse, pageFor, thisYear } from '../../testing/independence.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const people = await independenceHouse(house)
const { manager, head, province, other, nation, neighbour } = people
const of = await assessed(people, thisYear, 'submitted', 3)
const placesFor = (who: typeof manager, query: Record<string, string | number> = {}) =>
  who.read(independenceRoutes.places, { query })
const lineOf = async (who: typeof manager, district: string) =>
  (await placesFor(who, { show: 'all', q: district === '34.04' ? 'sleman' : 'bantul' })).items.find(
    (one) => one.district === district,
  )

test('INDEP-16 a region lists its districts by name, with those that have none', async () => {
  const { items, total, year, counts } = await placesFor(province)
  assert.deepEqual([total, year], [5, thisYear])
  assert.deepEqual(
    items.map(({ name }) => name),
    items.map(({ name }) => name).toSorted(),
  )
  assert.deepEqual(counts, { all: 5, none: 4, open: 0, submitted: 1, verified: 0, signed: 0 })
  const { score, weakest, categoryNames, status, submittedAt } =
    items.find(({ district }) => district === '34.04') ?? {}
  assert.deepEqual([score, weakest, categoryNames?.id, status], [7_500, 'regulation', 'Hampir mandiri', 'submitted'])
  assert.ok(submittedAt)
  assert.equal(
    (await placesFor(other)).items.some(({ district }) => district.startsWith('34')),
    false,
  )
  assert.equal((await placesFor(nation)).total > 500, true)
})

test('INDEP-16 the list is narrowed by state, name and year, and comes in pages', async () => {
  const shown = async (show: PlaceShow) => (await placesFor(province, { show })).items.map(({ district }) => district)
  assert.deepEqual(await shown('submitted'), ['34.04'])
  assert.equal((await shown('none')).length, 4)
  assert.deepEqual(await shown('signed'), [])
  assert.deepEqual(
    (await placesFor(province, { q: 'SLEM' })).items.map(({ district }) => district),
    ['34.04'],
  )
  assert.equal((await placesFor(province, { q: '%' })).total, 5, 'no wildcards')
  assert.equal((await placesFor(province, { year: thisYear - 1 })).counts.none, 5)
  const [first, second] = [await placesFor(nation), await placesFor(nation, { page: 2 })]
  assert.deepEqual([first.items.length, second.items.length], [25, 25])
  assert.equal(
    second.items.some(({ district }) => first.items.some((one) => one.district === district)),
    false,
  )
  for (const bad of [{ year: 1999 }, { year: 'x' }, { show: 'best' }, { page: 0 }, { sort: 'score' }])
    assert.equal((await nation.ask(independenceRoutes.places, { query: bad })).status, 400, JSON.stringify(bad))
})

test('INDEP-16 of a draft the state alone is told, and a district reads no list', async () => {
  const own = { subject: randomUUID(), district: '34.02' }
  await neighbour.does('independence.draft', { ...own, data: { year: thisYear } })
  await neighbour.does('independence.save', { ...own, data: independenceData.save })
  const line = await lineOf(province, '34.02')
  assert.deepEqual(
    [line?.status, line?.id, line?.score, line?.weakest, line?.categoryNames, line?.submittedAt],
    ['drafted', null, null, null, null, null],
  )
  for (const who of [manager, neighbour, head]) assert.equal((await who.ask(independenceRoutes.places)).status, 422)
})

const answer = (level: number) => JSON.stringify({ 'budget-apbd': { level, text: '' } })
/** Signed assessments of districts that nobody here works in, with one share each. */
async function signedIn(shares: Readonly<Record<string, number>>, year = thisYear): Promise<void> {
  for (const [district, share] of Object.entries(shares))
    await house.owner(
      `insert into independence (district, id, version, seq, year, instrument, office, status, answers, judged, score, profile, assessors, verifiers, drafted_at, changed_at)
        values ($1, gen_random_uuid(), 1, 1, $2, '2016-01-01', $3, 'signed', $4, '{}', $5, $6, '{}', '{}', now(), now())`,
      [district, year, people.offices.secretariat, answer(2), share, JSON.stringify({ budget: share, data: null })],
    )
}

test('INDEP-15 four districts alike give no middle, five do, of their last signed year, and none is named', async () => {
  assert.equal((await pageFor(manager, of)).peers, null)
  await signedIn({ '33.01': 1_000, '33.02': 2_000, '33.03': 4_000, '33.04': 9_000 })
  assert.equal((await pageFor(manager, of)).peers, null)
  await signedIn({ '33.71': 10_000, '51.01': 10_000, '11.01': 10_000 })
  assert.equal((await pageFor(manager, of)).peers, null, 'a city, and other islands, are not alike')
  await signedIn({ '33.05': 3_000 })
  await signedIn({ '33.05': 10_000 }, thisYear - 1)
  await signedIn({ '33.06': 10_000 }, thisYear - 2)
  const { peers } = await pageFor(manager, of)
  assert.deepEqual(
    [peers?.among, peers?.districts, peers?.score, peers?.profile.budget, peers?.profile.data],
    ['islands', 5, 3_000, 3_000, null],
  )
  assert.equal(JSON.stringify(peers).includes('33.'), false)
})

test('INDEP-14 earlier years that were signed stand beside, the oldest first', async () => {
  await signedIn({ '34.04': 2_500 }, thisYear - 2)
  await signedIn({ '34.04': 4_000 }, thisYear - 1)
  assert.deepEqual((await pageFor(province, of)).trend, [
    { year: thisYear - 2, score: 2_500 },
    { year: thisYear - 1, score: 4_000 },
  ])
  const { items } = await manager.read(independenceRoutes.district, { query: { district: '34.04' } })
  assert.deepEqual(
    items.map(({ year, score }) => [year, score]),
    [
      [thisYear, 7_500],
      [thisYear - 1, 4_000],
      [thisYear - 2, 2_500],
    ],
  )
})

const dayAway = (days: number) => wireOf(Date.now() + days * dayMs).slice(0, 10)
const change = (from: string, own: object = {}) => ({ ...independenceData.change, from, ...own })
const say = (who: typeof manager, data: object, district = '00') =>
  who.send('independence.change', { subject: randomUUID(), district, base: null, data })

test('INDEP-2 the nation says a version from a day to come; what was begun keeps its own', async () => {
  const before = await nation.read(independenceRoutes.instrument)
  assert.deepEqual([before.versions, before.instrument.from], [['2016-01-01'], '2016-01-01'])
  assert.ok(before.mayChangeFrom)
  assert.equal(cameTo(await say(province, change(dayAway(40)))), 'not-permitted')
  assert.equal(cameTo(await say(nation, change(dayAway(40)), '34')), 'wrong-district')
  assert.equal(cameTo(await say(nation, change(dayAway(-1)))), 'instrument-day')
  const indicators = independenceData.change.indicators.map((one) => ({ ...one, weight: 1 }))
  assert.equal(cameTo(await say(nation, change(dayAway(40), { indicators }))), 'done')
  assert.equal(cameTo(await say(nation, change(dayAway(39)))), 'instrument-day')
  const on = (day: string) => manager.read(independenceRoutes.instrument, { query: { on: day } })
  assert.equal((await on(dayAway(39))).instrument.indicators[0]?.weight, 4)
  const later = await on(dayAway(41))
  assert.deepEqual([later.instrument.indicators[0]?.weight, later.versions.length, later.mayChangeFrom], [1, 2, null])
  assert.equal((await pageFor(manager, of)).instrument.from, '2016-01-01')
})

test('INDEP-2 an instrument that is not whole is refused at the door; of two said for one day one is kept', async () => {
  const { indicators, categories } = independenceData.change
  for (const own of [
    { indicators: indicators.slice(1, 2) },
    { indicators: [...indicators, indicators[0]] },
    { categories: categories.slice(1) },
    { least: 0 },
    { basis: '' },
    { from: '2027-02-30' },
  ])
    assert.equal((await say(nation, change(dayAway(90), own))).status, 400, Object.keys(own).join())
  const both = await Promise.all([say(nation, change(dayAway(90))), say(nation, change(dayAway(90)))])
  assert.deepEqual(both.map(cameTo).toSorted(), ['done', 'instrument-day'])
})

test('INDEP-13 the second wall: no scope, no row; a scope of figures, its own rows alone', async () => {
  const seen = async (settings: string): Promise<readonly string[]> => {
    const client = await house.parts.pools.api.connect()
    try {
      await client.query(`begin;${settings}`)
      const { rows } = await client.query<{ district: string }>('select distinct district from independence order by 1')
      await client.query('rollback')
      return rows.map(({ district }) => district)
    } finally {
      client.release()
    }
  }
  assert.deepEqual(await seen(''), [])
  assert.deepEqual(await seen("set local app.figures_from = '34.02'; set local app.figures_to = '34.02/'"), ['34.02'])
  assert.deepEqual(await seen("set local app.figures_from = '34'; set local app.figures_to = '34/'"), [
    '34.02',
    '34.04',
  ])
  assert.deepEqual(await seen("set local app.figures_from = '34.04.07'; set local app.figures_to = '34.04.07/'"), [])
  assert.equal(cameTo(await act(other, 'verify', of)), 'assessment-unknown')
})
