import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { League, LeagueLine } from '@openslrt/core/contract/league.ts'
import { leagueRoutes } from '@openslrt/core/contract/league.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { makeDemo } from '../../demo/make-demo.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const zone = 'Asia/Jakarta'
const today = dayIn(zone, Date.now())
const year = { from: addDays(today, -364), to: today }
type Query = Readonly<Record<string, string>>

interface Row {
  readonly to_office: string
  readonly kind: string
  readonly name: string
  readonly status: string
  readonly reason: string | null
  readonly due_at: Date | null
  readonly overdue_since: Date | null
  readonly taken_at: Date | null
  readonly take_minutes: number | null
  readonly work_minutes: number | null
  readonly requested_at: Date
  readonly category: string
  readonly place: string
  readonly restricted: string | null
}

let house: TestHouse
before(async () => {
  house = await startTestHouse()
  const wish = { say: () => undefined, signal: new AbortController().signal, onMarked: async () => undefined }
  await makeDemo(house.parts, house.ownerUrl, { cases: 120, ...wish })
})

const at = async (name: string): Promise<Client> => {
  const [found] = await house.owner<{ staff: string; office: string }>(
    'select p.staff, p.office from post p join credential c on c.staff = p.staff where c.name = $1',
    [name],
  )
  assert.ok(found, name)
  return house.signIn(found.staff, found.office)
}
const leagueOf = (client: Client, query: Query = year) => client.read(leagueRoutes.referrals, { query })
const rowsIn = (): Promise<readonly Row[]> =>
  house.owner<Row & Record<string, unknown>>(
    'select r.*, c.category, c.place, c.restricted, o.kind, o.name from referral r join cases c on c.district = r.district and c.id = r.case_id join office o on o.id = r.to_office',
  )

/** The same counted by hand, a row at a time. */
function recount(rows: readonly Row[], now: number): LeagueLine {
  const n = (holds: (row: Row) => boolean): number => rows.filter(holds).length
  const open = (row: Row): boolean => ['requested', 'accepted', 'in-progress', 'on-hold'].includes(row.status)
  const is = (status: string) => n((row) => row.status === status)
  const taken = (row: Row): boolean =>
    row.taken_at !== null || ['accepted', 'in-progress', 'completed', 'failed'].includes(row.status)
  const late = (row: Row): boolean => open(row) && (row.overdue_since !== null || (row.due_at?.getTime() ?? now) < now)
  const reasons = new Map<string, number>()
  for (const { status, reason } of rows)
    if (status === 'rejected' && reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return {
    counts: {
      received: rows.length,
      taken: n(taken),
      late: n(late),
      declined: is('rejected'),
      completed: is('completed'),
      failed: is('failed'),
      'called-off': is('cancelled'),
      open: n(open),
    },
    reasons: [...reasons]
      .map(([reason, count]) => ({ reason, n: count }))
      .toSorted((one, other) => other.n - one.n || (one.reason < other.reason ? -1 : 1)),
    take: spentOf(rows.filter((row) => row.taken_at !== null).map((row) => row.take_minutes)),
    work: spentOf(rows.filter((row) => row.status === 'completed').map((row) => row.work_minutes)),
  }
}

function spentOf(values: readonly (number | null)[]): LeagueLine['take'] {
  const sorted = values.filter((value) => value !== null).toSorted((one, other) => one - other)
  const share = (part: number): number | null => sorted[Math.ceil(sorted.length * part) - 1] ?? null
  return { measured: sorted.length, half: share(0.5), most: share(0.9) }
}

const inDays = ({ from, to }: { from: string; to: string }, row: Row): boolean => {
  const day = dayIn(zone, row.requested_at.getTime())
  return row.status !== 'entered-in-error' && from <= day && day <= to
}
const grouped = (rows: readonly Row[], key: 'to_office' | 'kind'): ReadonlyMap<string, readonly Row[]> =>
  Map.groupBy(rows, (row) => row[key])

function assertCounted(league: League, rows: readonly Row[]): void {
  const offices = Object.fromEntries(
    [...grouped(rows, 'to_office')].map(([key, own]) => [key, recount(own, league.at)]),
  )
  const kinds = Object.fromEntries([...grouped(rows, 'kind')].map(([key, own]) => [key, recount(own, league.at)]))
  assert.deepEqual(
    Object.fromEntries(league.offices.map(({ office, kind: _k, name: _n, ...line }) => [office, line])),
    offices,
  )
  assert.deepEqual(Object.fromEntries(league.kinds.map(({ kind, ...line }) => [kind, line])), kinds)
  assert.deepEqual(league.all, recount(rows, league.at))
}

test('LEAGUE-4 every figure of every office and kind of office is that of a plain recount, in every period', async () => {
  const manager = await at('manajer.slrt')
  const rows = await rowsIn()
  for (const period of [
    year,
    { from: addDays(today, -29), to: today },
    { from: addDays(today, -200), to: addDays(today, -140) },
  ])
    assertCounted(
      await leagueOf(manager, period),
      rows.filter((row) => inDays(period, row)),
    )
  const { all, offices } = await leagueOf(manager)
  const { received, open, completed, declined, failed, 'called-off': off } = all.counts
  assert.equal(open + completed + declined + failed + off, received, 'the parts make the whole')
  assert.ok(
    offices.length > 2 && all.reasons.length > 0 && all.take.measured > 5 && all.work.measured > 5,
    'nothing is empty',
  )
})

test('LEAGUE-4 it narrows to a category and to a place, and says the same as the recount', async () => {
  const manager = await at('manajer.slrt')
  const rows = (await rowsIn()).filter((row) => inDays(year, row))
  const category = rows[0]?.category ?? ''
  assertCounted(
    await leagueOf(manager, { ...year, category }),
    rows.filter((row) => row.category === category),
  )
  const depok = '34.04.07'
  assertCounted(
    await leagueOf(manager, { ...year, place: depok }),
    rows.filter(({ place }) => place.startsWith(depok)),
  )
  assert.deepEqual((await leagueOf(manager, { ...year, category: 'no-such-one' })).offices, [])
})

test('LEAGUE-4 each reader counts what they may see: a village its own, a desk no restricted case, a leader all of them', async () => {
  const rows = (await rowsIn()).filter((row) => inDays(year, row))
  const village = await at('bo.caturtunggal')
  const theirs = rows.filter(({ place, restricted }) => place === '34.04.07.2001' && restricted === null)
  assertCounted(await leagueOf(village), theirs)
  const leader = await at('pimpinan.slrt')
  const league = await leagueOf(leader)
  assert.equal(league.opens, false)
  assertCounted(league, rows)
  assert.equal((await leader.ask(caseRoutes.queue)).status, 403)
})

test('FIG-7 of one category alone a leader is told nothing of restricted cases', async () => {
  const leader = await at('pimpinan.slrt')
  const rows = (await rowsIn()).filter((row) => inDays(year, row))
  for (const category of new Set(rows.map((row) => row.category)))
    assertCounted(
      await leagueOf(leader, { ...year, category }),
      rows.filter((row) => row.category === category && row.restricted === null),
    )
})

test('FIG-4 nobody reads the league beside or above their own place; whoever only answers referrals reads none', async () => {
  const village = await at('bo.caturtunggal')
  const codeOf = async (client: Client, query: Query) => (await client.ask(leagueRoutes.referrals, { query })).body.code
  assert.equal(await codeOf(village, { place: '34.04' }), 'wrong-place')
  assert.equal(await codeOf(village, { place: '34.04.07.2002' }), 'wrong-place')
  assert.equal(await codeOf(await at('provinsi'), { place: '34.04' }), 'wrong-place', 'above a district, counters only')
  assert.equal((await (await at('rsud')).ask(leagueRoutes.referrals)).status, 403)
  assert.equal((await village.ask(leagueRoutes.referrals, { query: { category: "x' or 1=1" } })).status, 400)
})

test('SPENT-1 a referral moves its figures at once, and what was measured stands in row and ledger alike', async () => {
  const manager = await at('manajer.slrt')
  const [rsud] = await house.owner<{ office: string }>(
    "select p.office from post p join credential c on c.staff = p.staff where c.name = 'rsud'",
  )
  const hospital = await at('rsud')
  const desk = await at('koordinator.caturtunggal')
  const line = async () => (await leagueOf(manager)).offices.find(({ office }) => office === rsud?.office)
  const was = await line()
  const { id } = await aCaseBy(desk)
  const note = 'Sudah diperiksa.'
  for (const action of ['take', 'recommend', 'approve'])
    await desk.does(`case.${action}`, { subject: id, data: { note } })
  const referral = randomUUID()
  await desk.does('referral.request', {
    subject: id,
    data: { referral, to: rsud?.office, grant: randomUUID(), fields: ['story'], note },
  })
  await hospital.does('referral.accept', { subject: id, data: { referral, note } })
  const now = await line()
  assert.equal(now?.counts.received, (was?.counts.received ?? 0) + 1)
  assert.equal(now?.take.measured, (was?.take.measured ?? 0) + 1)
  await assertVerified(house)
})
