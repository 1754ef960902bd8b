import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { LeagueLine } from '@openslrt/core/contract/league.ts'
import { leagueCounts, leagueRoutes } from '@openslrt/core/contract/league.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn, dayMs, hourMs } from '@openslrt/core/kernel/instant.ts'
import { makeDemo } from '../../demo/make-demo.ts'
import { openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import type { CountedReferral } from '../../testing/recount-referrals.ts'
import { assertCounted, inDays } from '../../testing/recount-referrals.ts'
import { assertVerified } from '../../testing/verified.ts'

const zone = 'Asia/Jakarta'
const today = dayIn(zone, Date.now())
const year = { from: addDays(today, -364), to: today }
type Query = Readonly<Record<string, string>>

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
const rowsIn = (): Promise<readonly CountedReferral[]> =>
  house.owner<CountedReferral & Record<string, unknown>>(
    'select r.*, c.category, c.place, c.restricted, o.kind, o.name from referral r join cases c on c.district = r.district and c.id = r.case_id join office o on o.id = r.to_office',
  )

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

/** A referral as a row, put there past every wall: what the law wrote of it is what a test says. */
interface Planted {
  readonly to: string
  readonly status: string
  readonly at?: number
  readonly reason?: string
  readonly due?: number
  readonly over?: number
  readonly taken?: number
  readonly take?: number
  readonly work?: number
}

/** A district of its own with one case, and how to plant referrals about it. */
async function aDistrict(district: string) {
  const desk = await openOffice(house, { name: `Sekretariat ${district}`, kind: 'secretariat', place: district })
  const [village] = await house.owner<{ code: RegisterData['place'] }>(
    "select code from place where level = 'village' and valid_to is null and left(code, 5) = $1 order by code limit 1",
    [district],
  )
  assert.ok(village)
  const manager = await house.staffAt(desk, 'manager', district)
  const { id } = await aCaseBy(await house.staffAt(desk, 'fo', district), { place: village.code }, { district })
  const plant = async (rows: readonly Planted[]) => {
    for (const { to, status, at: asked = Date.now(), reason, due, over, taken, take, work } of rows)
      await house.owner(
        `insert into referral (district, id, version, seq, case_id, from_office, to_office, status, asked, requested_at, changed_at,
          reason, due_at, overdue_since, taken_at, take_minutes, work_minutes)
          values ($1, gen_random_uuid(), 1, 1, $2, $3, $4, $5, 'x', $6, $6, $7, $8, $9, $10, $11, $12)`,
        [
          district,
          id,
          desk,
          to,
          status,
          new Date(asked),
          reason,
          ...[due, over, taken].map((one) => one && new Date(one)),
          take,
          work,
        ],
      )
  }
  const office = (name: string, kind = 'provider', place = district) =>
    openOffice(house, { name, kind, place, level: place === '00' ? 'nation' : 'district' })
  const lineOf = async (to: string, query: Query = {}) =>
    (await leagueOf(manager, query)).offices.find(({ office: one }) => one === to)
  return { id, desk, manager, plant, office, lineOf }
}
let made: ReturnType<typeof aDistrict> | undefined
/** One district for all tests that need no clock of their own. */
const bantul = () => (made ??= aDistrict('34.02'))

for (const [district, shift] of [
  ['34.03', 7],
  ['91.71', 9],
] as const) {
  test(`LEAGUE-4 a day of ${district} is its own: from its first moment to its last by the clock on its wall`, async () => {
    const { plant, office, lineOf } = await aDistrict(district)
    const to = await office('RSUD Batas Hari')
    const day = addDays(today, -10)
    const midnight = Date.parse(`${day}T00:00:00Z`) - shift * hourMs
    for (const at of [midnight - 1, midnight, midnight + dayMs - 1, midnight + dayMs])
      await plant([{ to, status: 'requested', at }])
    const counted = async (from: string, until: string) => (await lineOf(to, { from, to: until }))?.counts.received ?? 0
    assert.equal(await counted(day, day), 2)
    assert.equal(await counted(addDays(day, -1), addDays(day, -1)), 1)
    assert.equal(await counted(addDays(day, 1), addDays(day, 1)), 1)
    assert.equal(await counted(addDays(day, -1), addDays(day, 1)), 4)
  })
}

test('LEAGUE-4 each state counts where its sentence says, taken or not, in time or late', async () => {
  const { plant, office, lineOf } = await bantul()
  const [now, hour] = [Date.now(), 3_600_000]
  const nothing = { received: 1, taken: 0, late: 0, declined: 0, completed: 0, failed: 0, 'called-off': 0, open: 0 }
  const told: readonly (readonly [row: Omit<Planted, 'to'>, counts: Partial<LeagueLine['counts']>])[] = [
    [{ status: 'requested', due: now + hour }, { open: 1 }],
    [
      { status: 'requested', due: now - hour },
      { open: 1, late: 1 },
    ],
    [
      { status: 'requested', due: now + hour, over: now - hour },
      { open: 1, late: 1 },
    ],
    [
      { status: 'accepted', taken: now },
      { open: 1, taken: 1 },
    ],
    [{ status: 'accepted' }, { open: 1, taken: 1 }],
    [
      { status: 'in-progress', taken: now, due: now - hour },
      { open: 1, taken: 1, late: 1 },
    ],
    [{ status: 'on-hold' }, { open: 1 }],
    [
      { status: 'on-hold', taken: now - hour },
      { open: 1, taken: 1 },
    ],
    [
      { status: 'completed', taken: now - hour, due: now - hour, over: now - hour },
      { completed: 1, taken: 1 },
    ],
    [
      { status: 'failed', due: now - hour },
      { failed: 1, taken: 1 },
    ],
    [{ status: 'rejected', due: now - hour }, { declined: 1 }],
    [
      { status: 'rejected', taken: now - hour },
      { declined: 1, taken: 1 },
    ],
    [{ status: 'cancelled', due: now - hour }, { 'called-off': 1 }],
    [
      { status: 'cancelled', taken: now - hour },
      { 'called-off': 1, taken: 1 },
    ],
  ]
  for (const [nth, [row, counts]] of told.entries()) {
    const to = await office(`Klinik ${nth}`)
    await plant([{ to, ...row }])
    assert.deepEqual((await lineOf(to))?.counts, { ...nothing, ...counts }, JSON.stringify(row))
  }
  const none = await office('Klinik Keliru')
  await plant([{ to: none, status: 'entered-in-error', taken: now, take: 5 }])
  assert.equal(await lineOf(none), undefined, 'what was asked in error was not asked')
})

test('LEAGUE-4 half and nine in ten are minutes that somebody really took; what nobody measured is nothing', async () => {
  const { plant, office, lineOf } = await bantul()
  const taken = Date.now()
  const shares: readonly (readonly [minutes: readonly number[], half: number | null, most: number | null])[] = [
    [[], null, null],
    [[0], 0, 0],
    [[40, 20], 20, 40],
    [[3, 1, 2], 2, 3],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 5, 9],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 999], 1, 1],
  ]
  for (const [minutes, half, most] of shares) {
    const to = await office(`Laboratorium ${minutes.length}`)
    await plant(minutes.map((take) => ({ to, status: 'completed', taken, take, work: take * 2 })))
    // None of these is measured: not taken yet, taken before it was measured, not done.
    await plant([
      { to, status: 'requested', take: 700 },
      { to, status: 'completed' },
      { to, status: 'cancelled', work: 900 },
    ])
    const line = await lineOf(to)
    assert.deepEqual(line?.take, { measured: minutes.length, half, most }, String(minutes))
    const twice = (one: number | null) => one && one * 2
    assert.deepEqual(line?.work, { measured: minutes.length, half: twice(half), most: twice(most) }, String(minutes))
  }
})

test('LEAGUE-4 reasons are those of what was declined, the commonest first, alike ones by their code', async () => {
  const { plant, office, lineOf } = await bantul()
  const to = await office('Sekolah Rakyat', 'agency')
  for (const [status, reason, n] of [
    ['rejected', 'not-our-task', 1],
    ['rejected', 'capacity-full', 1],
    ['rejected', 'wrong-address', 2],
    ['cancelled', 'no-longer-needed', 3],
    ['failed', 'citizen-absent', 3],
  ] as const)
    await plant(Array.from({ length: n }, () => ({ to, status, reason })))
  await plant([{ to, status: 'rejected' }])
  const line = await lineOf(to)
  assert.deepEqual(line?.reasons, [
    { reason: 'wrong-address', n: 2 },
    { reason: 'capacity-full', n: 1 },
    { reason: 'not-our-task', n: 1 },
  ])
  assert.equal(line.counts.declined, 5, 'also one that says no reason')
})

test('LEAGUE-4 an office of the nation stands in the table of each district with what that district asked, a closed one too', async () => {
  const [here, there] = [await bantul(), await aDistrict('34.01')]
  const ministry = await here.office('BPJS Kesehatan', 'provider', '00')
  const closed = await there.office('Panti Lama', 'agency')
  await here.plant([1, 2, 3].map(() => ({ to: ministry, status: 'requested' })))
  await there.plant([
    { to: ministry, status: 'completed' },
    { to: closed, status: 'rejected', reason: 'capacity-full' },
  ])
  const old = { name: 'Panti Lama', kind: 'agency', level: 'district', place: '34.01', parent: null }
  const data = { ...old, address: '', phone: '', active: false }
  await house.setUp('office.change', { subject: closed, district: '34.01', data })
  assert.equal((await here.lineOf(ministry))?.counts.received, 3)
  assert.equal((await there.lineOf(ministry))?.counts.received, 1)
  assert.deepEqual((await there.lineOf(closed))?.counts.declined, 1)
  const { all, kinds, offices } = await leagueOf(here.manager, {})
  for (const name of leagueCounts) {
    const sum = (lines: readonly LeagueLine[]) => lines.reduce((total, { counts }) => total + counts[name], 0)
    assert.deepEqual([sum(kinds), sum(offices)], [all.counts[name], all.counts[name]], name)
  }
  for (const client of [here.manager, there.manager]) {
    const answer = await client.ask(leagueRoutes.referrals, { query: { place: '34.04' } })
    assert.equal(answer.body.code, 'wrong-place')
  }
})

test('FIG-4 a league is asked of days and places that are there, by somebody who reads figures', async () => {
  const { manager, desk } = await bantul()
  const odd: readonly (readonly [query: Query, status: number])[] = [
    [{ from: today, to: addDays(today, -1) }, 400],
    [{ from: addDays(today, -731), to: today }, 400],
    [{ from: '2026-02-30' }, 400],
    [{ to: 'kemarin' }, 400],
    [{ place: 'Bantul' }, 400],
    [{ place: '34.02.99' }, 422],
    [{ place: '34' }, 422],
    [{ category: '' }, 400],
    [{ office: desk }, 400],
  ]
  for (const [query, status] of odd)
    assert.equal((await manager.ask(leagueRoutes.referrals, { query })).status, status, JSON.stringify(query))
  const widest = { from: addDays(today, -730), to: today }
  assert.deepEqual((await leagueOf(manager, widest)).period, widest)
  const usual = await leagueOf(manager, {})
  assert.deepEqual([usual.period.from, usual.period.to], [addDays(today, -29), today])
  assert.ok(usual.dayMinutes > 0 && usual.dayMinutes <= 1440)
  assert.equal((await house.stranger().ask(leagueRoutes.referrals)).status, 401)
  const counted: number[] = []
  for (const role of ['manager', 'leader'])
    counted.push((await leagueOf(await house.staffAt(desk, role, '34.02'), {})).all.counts.received)
  assert.equal(counted[0], counted[1])
})
