import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { IndicatorLine } from '@openslrt/core/contract/indicators.ts'
import { indicatorRoutes } from '@openslrt/core/contract/indicators.ts'
import type { ShownIndicator } from '@openslrt/core/figures/indicator-codes.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn, hourMs } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aFamilyIn, needsOf } from '../../testing/a-need.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'facilitator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const leader = await house.staffAt(offices.secretariat, 'leader')

const now = Date.now()
const today = dayIn('Asia/Jakarta', now)
const { district, caturtunggal, depok } = sleman

/** What one indicator says to somebody: how much, and of how many. */
async function saysOf(code: ShownIndicator, who: Client = manager, query: Readonly<Record<string, string>> = {}) {
  const { lines } = await who.read(indicatorRoutes.indicators, { query })
  const line = lines.find((one): one is IndicatorLine => one.code === code)
  assert.ok(line, code)
  return [line.n, line.of]
}

/** A visit to a family that was planned and made through the doors. */
async function visited(own: object = {}, found: object = {}): Promise<string> {
  const subject = randomUUID()
  const plan = { ...visitData.plan, office: offices.caturtunggal, day: today, assignee: facilitator.staff, ...own }
  await desk.does('visit.plan', { subject, data: plan })
  const capturedAt = new Date().toISOString()
  await facilitator.does('visit.done', { subject, base: 1, data: { ...visitData.done, capturedAt, ...found } })
  return subject
}

/** What somebody has of a programme, as it was said on a day. */
const said = (family: string, own: object = {}): Promise<unknown> => {
  const row = { status: 'receives', amount_right: 'yes', on_time: 'yes', useful: 'yes', said_on: today, ...own }
  return house.owner(
    `insert into participation (district, id, version, seq, family, place, programme, programme_name, status, amount_right, on_time, useful, said_by, said_on, recorded_by, changed_at)
      values ($1, gen_random_uuid(), 1, 1, $2, $3, gen_random_uuid(), 'Sembako', $4, $5, $6, $7, 'family', $8, 'staff', now())`,
    [district, family, caturtunggal, row.status, row.amount_right, row.on_time, row.useful, row.said_on],
  )
}

test('INDICATOR-3 a family that receives and is found unfit, and one that is found fit and receives nothing, are told apart', async () => {
  const [receives, stopped, none, both] = await Promise.all([1, 2, 3, 4].map(() => aFamilyIn(house)))
  assert.ok(receives && stopped && none && both)
  await said(receives.family)
  await said(both.family)
  await said(stopped.family, { status: 'stopped', on_time: 'no', useful: 'unknown' })
  await said(none.family, { status: 'never', on_time: 'unknown', amount_right: 'no', useful: 'no' })
  const of = (holder: { family: string }, fit: string) => visited({ family: holder.family }, { fit })
  await of(receives, 'unfit')
  await of(both, 'fit')
  await of(stopped, 'fit')
  await of(none, 'fit')
  await of(none, 'unsure')
  assert.deepEqual(await saysOf('inclusion'), [1, 2])
  assert.deepEqual(await saysOf('exclusion'), [2, 3])
  assert.deepEqual(await saysOf('came'), [3, 4])
  assert.deepEqual(await saysOf('came-on-time'), [2, 4])
  assert.deepEqual(await saysOf('right-amount'), [3, 4])
  assert.deepEqual(await saysOf('useful'), [2, 4])
})

test('INDICATOR-3 what was said or seen on other days, or in another place, is not of this page', async () => {
  const yesterday = { from: addDays(today, -1), to: addDays(today, -1) }
  assert.deepEqual(await saysOf('came', manager, yesterday), [0, 0])
  assert.deepEqual(await saysOf('visits-made', manager, yesterday), [0, null])
  assert.deepEqual(await saysOf('came', manager, { place: '34.04.06' }), [0, 0])
  assert.deepEqual(await saysOf('inclusion', manager, { place: depok }), [1, 2])
})

test('INDICATOR-3 visits that met nobody, and those at an odd time, are shares of what they are part of', async () => {
  const [made] = await saysOf('visits-made')
  const subject = randomUUID()
  const plan = { ...visitData.plan, office: offices.caturtunggal, day: today, assignee: facilitator.staff }
  await desk.does('visit.plan', { subject, data: plan })
  const data = { ...visitData.miss, capturedAt: new Date().toISOString() }
  await facilitator.does('visit.miss', { subject, base: 1, data })
  assert.deepEqual(await saysOf('visits-missed'), [1, Number(made) + 1])
  assert.deepEqual(await saysOf('odd-times'), [0, made])
  const odd = await visited()
  await house.owner("update visit set captured_at = planned_at - interval '6 minutes' where id = $1", [odd])
  assert.deepEqual(await saysOf('odd-times'), [1, Number(made) + 1])
  await house.owner("update visit set captured_at = planned_at - interval '4 minutes' where id = $1", [odd])
  assert.deepEqual(await saysOf('odd-times'), [0, Number(made) + 1], 'clocks are a little off')
})

test('INDICATOR-3 a facilitator is active who visits or writes a case down; villages are silent where nobody did anything', async () => {
  assert.deepEqual(await saysOf('facilitators'), [1, 3])
  const [silent, all] = await saysOf('villages-silent')
  assert.equal(all, 86)
  await aCaseBy(neighbour, { place: villageCode.parse(sleman.maguwoharjo) })
  assert.deepEqual(await saysOf('facilitators'), [2, 3])
  assert.deepEqual(await saysOf('villages-silent'), [Number(silent) - 1, all])
  assert.deepEqual(await saysOf('villages-silent', desk), [0, 1])
})

test('INDICATOR-3 a case is in good hands when each of its needs is', async () => {
  const { record } = needsOf(desk)
  const [one, other] = [await aCaseBy(desk), await aCaseBy(desk)]
  const of = (kase: { id: string }) => record({ person: null, family: null, case: kase.id })
  const [first, second] = [await of(one), await of(other)]
  const third = await of(other)
  assert.deepEqual(await saysOf('owned'), [0, 2])
  const met = (id: string) => house.owner("update need set status = 'met' where id = $1", [id])
  await met(first)
  await met(second)
  assert.deepEqual(await saysOf('owned'), [1, 2], 'one of the other is nobody’s')
  await house.owner("update need set status = 'applied' where id = $1", [third])
  assert.deepEqual(await saysOf('owned'), [2, 2])
})

test('INDICATOR-3 phones with something unsent are told with how long half of them were not heard', async () => {
  const phone = (waiting: number, hours: number, place: string = caturtunggal) =>
    house.owner(
      `insert into device (id, staff, place, office, name, app, waiting, held, made_at, seen_at)
        values (gen_random_uuid(), $1, $2, $3, 'HP', '', $4, 0, now(), $5)`,
      [facilitator.staff, place, offices.caturtunggal, waiting, new Date(now - hours * hourMs - 60_000)],
    )
  await phone(0, 900)
  await phone(2, 5)
  await phone(1, 50)
  await phone(7, 700)
  await phone(7, 9000, '34.02.01.2001')
  assert.deepEqual(await saysOf('phones-waiting'), [3, 4])
  assert.deepEqual(await saysOf('phone-age'), [50, 3])
})

test('INDICATOR-4 a leader reads the same of villages, facilitators and phones, and of few people that they are few', async () => {
  assert.deepEqual(await saysOf('phones-waiting', leader), [3, 4])
  assert.deepEqual(await saysOf('facilitators', leader), [2, 3])
  assert.deepEqual(await saysOf('came', leader), ['few', 'few'])
  assert.deepEqual(await saysOf('inclusion', leader), ['few', 'few'])
  const [made] = await saysOf('visits-made', leader)
  assert.equal(made, 'withheld', 'one that met nobody would follow')
})
