import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { caseMeasures } from '@openslrt/core/case/measures.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { IndicatorLine, Indicators } from '@openslrt/core/contract/indicators.ts'
import { indicatorRoutes } from '@openslrt/core/contract/indicators.ts'
import { leagueRoutes } from '@openslrt/core/contract/league.ts'
import type { ShownIndicator } from '@openslrt/core/figures/indicator-codes.ts'
import { shownCodes, standingIndicators } from '@openslrt/core/figures/indicator-codes.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { makeDemo } from '../../demo/make-demo.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

const today = dayIn('Asia/Jakarta', Date.now())
const year = { from: addDays(today, -364), to: today }
const month = { from: addDays(today, -29), to: today }
const depok = '34.04.07'
type Query = Readonly<Record<string, string>>

let house: TestHouse
let manager: Client
let desk: Client
let leader: Client

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  const wish = { say: () => undefined, signal: new AbortController().signal, onMarked: async () => undefined }
  await makeDemo(house.parts, house.ownerUrl, { cases: 200, ...wish })
  manager = await at('manajer.slrt')
  desk = await at('bo.caturtunggal')
  leader = await at('pimpinan.slrt')
})
after(() => house.close())

async function at(name: string): Promise<Client> {
  const [found] = await house.owner<{ staff: string; office: string }>(
    'select p.staff, p.office from post p join credential c on c.staff = p.staff where c.name = $1',
    [name],
  )
  assert.ok(found, name)
  return house.signIn(found.staff, found.office)
}
const indicatorsOf = (client: Client, query: Query = year) => client.read(indicatorRoutes.indicators, { query })
function lineOf({ lines }: Indicators, code: ShownIndicator): IndicatorLine {
  const line = lines.find((one) => one.code === code)
  assert.ok(line, code)
  return line
}
const listed = async (client: Client, query: Query): Promise<number> =>
  (await client.read(caseRoutes.queue, { query: { queue: 'all', ...query } })).total

test('INDICATOR-3 every indicator has its line, in the order of the catalogue', async () => {
  const { lines, opens, dayMinutes } = await indicatorsOf(manager)
  assert.deepEqual(
    lines.map(({ code }) => code),
    shownCodes,
  )
  assert.deepEqual([opens, dayMinutes], [true, 420])
  for (const { code, before: was } of lines) assert.equal(was === null, standingIndicators.includes(code), code)
})

for (const [name, place] of [
  ['manajer.slrt', '34.04'],
  ['manajer.slrt', depok],
  ['bo.caturtunggal', '34.04.07.2001'],
] as const)
  test(`INDICATOR-6 what ${name} reads of cases of ${place} is as long as the list that it opens, now and before`, async () => {
    const client = await at(name)
    for (const days of [year, month, { from: addDays(today, -200), to: addDays(today, -100) }]) {
      const figures = await indicatorsOf(client, { place, ...days })
      for (const measure of caseMeasures) {
        const line = figures.lines.find(({ code }) => code === measure)
        if (!line) continue
        const here = { measure, place }
        assert.equal(line.n, await listed(client, { ...here, ...days }), `${measure} ${days.from}`)
        if (line.before) assert.equal(line.before.n, await listed(client, { ...here, ...figures.before }), measure)
      }
    }
  })

test('INDICATOR-3 of the demo nothing that matters is empty: the tests above compare real figures', async () => {
  const figures = await indicatorsOf(manager)
  for (const code of ['registered', 'returned', 'disputed', 'reopened', 'escalated', 'responded', 'on-time'] as const)
    assert.ok(Number(lineOf(figures, code).n) > 0, code)
  for (const code of ['first-half', 'answer-half'] as const) assert.notEqual(lineOf(figures, code).n, null, code)
  assert.ok(figures.tiers.length > 0 && figures.owners.length > 0)
})

interface Timed {
  readonly place: string
  readonly office: string
  readonly level: string
  readonly restricted: string | null
  readonly registered: string
  readonly answered: string | null
  readonly first: number | null
  readonly took: number | null
}

const timedCases = (): Promise<readonly Timed[]> =>
  house.owner<Timed & Record<string, unknown>>(
    `select c.place, c.office, o.level, c.restricted, c.first_minutes as first, c.promised - c.total_left as took,
       to_char((c.registered_at at time zone 'Asia/Jakarta')::date, 'YYYY-MM-DD') as registered,
       case when c.status in ('duplicate', 'cancelled') then null else to_char((c.answered_at at time zone 'Asia/Jakarta')::date, 'YYYY-MM-DD') end as answered
     from cases c join office o on o.id = c.office where c.district = '34.04'`,
  )
/** Half of them took no longer than this, or nine in ten: by plain sorting. */
function within(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null
}
const known = (numbers: readonly (number | null)[]): readonly number[] => numbers.filter((one) => one !== null)

test('INDICATOR-3 working time to the first act and to the answer is that of a plain sorting of the rows, in every period', async () => {
  const rows = await timedCases()
  for (const { from, to } of [year, month]) {
    const figures = await indicatorsOf(manager, { from, to })
    const isIn = (day: string | null): boolean => day !== null && day >= from && day <= to
    const first = known(rows.filter(({ registered }) => isIn(registered)).map((row) => row.first))
    const took = known(rows.filter(({ answered }) => isIn(answered)).map((row) => row.took))
    assert.ok(first.length > 3 && took.length > 3)
    assert.deepEqual(
      (['first-half', 'first-most', 'answer-half', 'answer-most'] as const).map((code) => lineOf(figures, code).n),
      [within(first, 0.5), within(first, 0.9), within(took, 0.5), within(took, 0.9)],
    )
    assert.equal(lineOf(figures, 'answer-half').of, took.length)
  }
})

test('INDICATOR-3 the same by level and by office: the parts are of the whole, and each is its own sorting', async () => {
  const rows = (await timedCases()).filter(({ answered, took }) => (answered ?? '') >= year.from && took !== null)
  const { tiers, owners, lines } = await indicatorsOf(manager)
  const whole = lines.find(({ code }) => code === 'answer-half')?.of
  const sum = (numbers: readonly unknown[]): number => numbers.reduce<number>((all, n) => all + Number(n), 0)
  assert.equal(sum(tiers.map(({ measured }) => measured)), whole)
  assert.equal(sum(owners.map(({ measured }) => measured)), whole)
  for (const tier of tiers) {
    const own = known(rows.filter(({ level }) => level === tier.level).map(({ took }) => took))
    assert.deepEqual([tier.measured, tier.half, tier.most], [own.length, within(own, 0.5), within(own, 0.9)])
  }
  for (const owner of owners) {
    const own = known(rows.filter(({ office }) => office === owner.office).map(({ took }) => took))
    assert.deepEqual([owner.measured, owner.half, owner.most], [own.length, within(own, 0.5), within(own, 0.9)])
  }
})

test('INDICATOR-3 why referrals were declined is what the table of offices says', async () => {
  const league = await manager.read(leagueRoutes.referrals, { query: year })
  assert.deepEqual((await indicatorsOf(manager)).reasons, league.all.reasons)
})

test('INDICATOR-3 what was counted before is what is counted when those days are asked for', async () => {
  const now = await indicatorsOf(manager, month)
  const then = await indicatorsOf(manager, now.before)
  for (const { code, before: was } of now.lines)
    if (was) assert.deepEqual(was, { n: lineOf(then, code).n, of: lineOf(then, code).of }, code)
})

test('INDICATOR-4 a leader reads all cases and none that are few; what a whole tells gives no part away', async () => {
  for (const query of [year, month, { ...year, place: depok }, { ...year, place: '34.04.07.2001' }]) {
    const figures = await indicatorsOf(leader, query)
    assert.equal(figures.opens, false)
    assert.deepEqual(figures.owners, [], 'an office of one village is a village')
    for (const { n: reason } of figures.reasons) assert.ok(reason >= figures.least)
    for (const { measured } of figures.tiers) assert.ok(Number(measured) >= figures.least)
    for (const line of figures.lines.filter(({ code }) => !free.has(code) && !spent.has(code)))
      for (const n of numbersOf(line)) assert.ok(isTold(n, figures.least), `${line.code} ${n}`)
  }
})
/** Every number of a line, and what is left of a whole. */
function numbersOf({ n, of, before: was }: IndicatorLine) {
  const rest = typeof n === 'number' && typeof of === 'number' ? Math.max(0, of - n) : null
  return [n, of, was?.n, was?.of, rest]
}
/** A word, nothing, none, or as many as may be told. */
const isTold = (n: number | string | null | undefined, least: number): boolean =>
  typeof n !== 'number' || n === 0 || n >= least
const free = new Set<string>(['facilitators', 'villages-silent', 'phones-waiting', 'phone-age', 'complaints'])
const spent = new Set<string>(['first-half', 'first-most', 'answer-half', 'answer-most'])

test('INDICATOR-4 in a village of few cases a leader is told that there are few, and whoever works there how many', async () => {
  const place = '34.04.07.2001'
  const [one] = await house.owner<{ day: string }>(
    `select to_char((registered_at at time zone 'Asia/Jakarta')::date, 'YYYY-MM-DD') as day from cases where place = $1 and restricted is null
     group by 1 having count(*) between 1 and 4 order by 1 desc limit 1`,
    [place],
  )
  assert.ok(one)
  const day = { from: one.day, to: one.day, place }
  const [told, seen] = [await indicatorsOf(leader, day), await indicatorsOf(desk, day)]
  assert.deepEqual([lineOf(told, 'registered').n, lineOf(told, 'responded').n], ['few', 'few'])
  assert.ok(Number(lineOf(seen, 'registered').n) >= 1)
})

test('INDICATOR-3 a desk counts what it may see: its own village, and no restricted case', async () => {
  const rows = await timedCases()
  const theirs = rows.filter(
    ({ place, restricted, registered }) => place === '34.04.07.2001' && !restricted && registered >= year.from,
  )
  assert.equal(lineOf(await indicatorsOf(desk), 'registered').n, theirs.length)
  const all = rows.filter(({ registered }) => registered >= year.from)
  assert.equal(lineOf(await indicatorsOf(leader), 'registered').n, all.length)
  assert.ok(
    all.some(({ restricted }) => restricted),
    'some are restricted',
  )
})

test('FIG-4 nobody reads indicators beside or above their own place, of no place, or of days that are none', async () => {
  const codeOf = async (client: Client, query: Query) => {
    const { status, body } = await client.ask(indicatorRoutes.indicators, { query })
    return status === 200 ? 'done' : body.code
  }
  assert.equal(await codeOf(desk, { place: '34.04' }), 'wrong-place')
  assert.equal(await codeOf(desk, { place: '34.04.07.2002' }), 'wrong-place')
  assert.equal(await codeOf(leader, { place: '34.02' }), 'wrong-place')
  assert.equal(await codeOf(manager, { place: '34.04.99' }), 'unknown-place')
  assert.equal(await codeOf(await at('provinsi'), { place: '34.04' }), 'wrong-place', 'above a district, counters only')
  assert.equal(await codeOf(await at('admin'), {}), 'wrong-place')
  assert.equal(await codeOf(manager, { from: today, to: addDays(today, -1) }), 'invalid')
  assert.equal(await codeOf(manager, { from: '2026-02-30' }), 'invalid')
  assert.equal((await (await at('rsud')).ask(indicatorRoutes.indicators)).status, 403)
})
