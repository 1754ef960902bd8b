import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { ActivityCount } from '@openslrt/core/contract/activity.ts'
import { activityRoutes } from '@openslrt/core/contract/activity.ts'
import { firstAfter, monthOf } from '@openslrt/core/figures/month.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { addFamily, addPerson, kkAt } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const second = await house.staffAt(offices.caturtunggal, 'facilitator')
const far = await house.staffAt(offices.maguwoharjo, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const surveyor = await house.staffAt(offices.secretariat, 'surveyor')
const manager = await house.staffAt(offices.secretariat, 'manager')
const fo = await house.staffAt(offices.caturtunggal, 'fo')

const now = Date.now()
const today = dayIn('Asia/Jakarta', now)
const month = monthOf(today)
const before = monthOf(firstAfter(month, -1))
const seen = { ...visitData.done, capturedAt: new Date(now).toISOString() }
const codeOf = ({ status, body }: Answer) => [status, body.code]
const staffOf = ({ staff }: Client): string => staff ?? ''

async function planned(own: object = {}, by: Client = desk): Promise<string> {
  const subject = randomUUID()
  const data = { ...visitData.plan, office: offices.caturtunggal, day: today, assignee: facilitator.staff, ...own }
  await by.does('visit.plan', { subject, data })
  return subject
}
const listOf = (who: Client, query: Record<string, string> = {}) =>
  who.read(activityRoutes.list, { query: { month, ...query } })
const namesOf = async (who: Client, query: Record<string, string> = {}) =>
  (await listOf(who, query)).items.map(({ staff }) => staff).toSorted()
const lineOf = async (who: Client, of: Client, query: Record<string, string> = {}) =>
  (await listOf(who, query)).items.find(({ staff }) => staff === of.staff)
const reportOf = (who: Client, of: Client, own: Record<string, string> = {}) =>
  who.read(activityRoutes.report, { query: { month, staff: staffOf(of), ...own } })
const villagesOf = async (who: Client, query: Record<string, string> = {}) =>
  (await who.read(activityRoutes.coverage, { query })).items.map(({ code }) => String(code))

const done = await planned()
await facilitator.does('visit.done', { subject: done, base: 1, data: seen })
const missed = await planned()
await facilitator.does('visit.miss', {
  subject: missed,
  base: 1,
  data: { ...visitData.miss, capturedAt: seen.capturedAt },
})
const late = await planned()
await house.owner("update visit set due_at = now() - interval '1 minute' where id = $1", [late])
const due = await planned()
const cancelled = await planned()
await desk.does('visit.cancel', { subject: cancelled, base: 1, data: visitData.cancel })
const family = await addFamily(facilitator, { nomor_kartu_keluarga: kkAt(1) })
await addPerson(facilitator, {}, { family })
await addPerson(facilitator, {})
const closed = await aCaseBy(facilitator)
const returned = await aCaseBy(facilitator)
await house.owner("update cases set status = 'closed', closure = 'confirmed', closed_at = now() where id = $1", [
  closed.id,
])
await house.owner("update cases set status = 'returned' where id = $1", [returned.id])

const theirs: Readonly<Record<ActivityCount, number>> = {
  done: 1,
  missed: 1,
  due: 1,
  late: 1,
  families: 1,
  people: 2,
  cases: 2,
  closed: 1,
  returned: 1,
}

test('SUPER-11 a facilitator’s month counts visits, whom they asked and their cases, the same for all who may look', async () => {
  for (const who of [facilitator, desk, manager]) assert.deepEqual((await lineOf(who, facilitator))?.counts, theirs)
  const none = Object.fromEntries(Object.keys(theirs).map((name) => [name, 0]))
  assert.deepEqual((await lineOf(desk, second))?.counts, none, 'who did nothing is told as such')
  assert.deepEqual((await lineOf(desk, facilitator, { month: before }))?.counts ?? none, none)
})

test('SUPER-10 a planner sees who goes from the offices of the place, others see themselves, and nobody a neighbour', async () => {
  const own = [staffOf(facilitator), staffOf(second)].toSorted()
  assert.deepEqual(await namesOf(desk), own)
  assert.deepEqual(await namesOf(manager), [...own, staffOf(far), staffOf(surveyor)].toSorted())
  assert.deepEqual(await namesOf(neighbour), [staffOf(far)])
  for (const who of [facilitator, second, far, surveyor]) assert.deepEqual(await namesOf(who), [staffOf(who)])
  assert.deepEqual([(await listOf(desk)).all, (await listOf(facilitator)).all], [true, false])
  assert.deepEqual(codeOf(await fo.ask(activityRoutes.list)), [403, 'not-permitted'])
  assert.equal((await house.stranger().ask(activityRoutes.list)).status, 401)
})

test('SUPER-10 the list is searched by name and narrowed to a village of the place, and to no other', async () => {
  assert.deepEqual(await namesOf(desk, { q: 'tidak ada' }), [])
  assert.equal((await namesOf(desk, { q: 'FACILITATOR' })).length, 2)
  assert.equal((await namesOf(desk, { q: '%_' })).length, 2, 'signs of the database are no signs here')
  assert.deepEqual((await lineOf(manager, facilitator, { village: sleman.caturtunggal }))?.counts, theirs)
  assert.deepEqual(
    await namesOf(manager, { village: sleman.maguwoharjo }),
    [staffOf(far), staffOf(surveyor)].toSorted(),
  )
  const beyond = await desk.ask(activityRoutes.list, { query: { village: sleman.maguwoharjo } })
  assert.deepEqual(codeOf(beyond), [422, 'wrong-place'])
})

test('SUPER-14 the report lists what was counted: as many rows as the figures say, each seen by its reader', async () => {
  for (const who of [facilitator, desk, manager]) {
    const report = await reportOf(who, facilitator)
    assert.deepEqual(report.counts, theirs)
    const of = (status: string, isLate = false) =>
      report.visits.filter((visit) => visit.status === status && visit.late === isLate).map(({ id }) => String(id))
    assert.deepEqual([of('done'), of('missed'), of('planned'), of('planned', true)], [[done], [missed], [due], [late]])
    assert.deepEqual(report.cases.map(({ number }) => number).toSorted(), [closed.number, returned.number].toSorted())
    assert.deepEqual(
      [report.month, report.district, report.visits.every(({ day }) => day === today)],
      [month, '34.04', true],
    )
    assert.equal(report.visits[0]?.placeName, 'Caturtunggal')
  }
  assert.ok(!JSON.stringify(await reportOf(desk, facilitator)).includes('3404075'), 'no number of anybody')
})

test('SUPER-14 the same period gives the same report, with another month’s work in another', async () => {
  const { at: _one, ...first } = await reportOf(desk, facilitator)
  const { at: _other, ...again } = await reportOf(manager, facilitator)
  assert.deepEqual({ ...first, placeName: '' }, { ...again, placeName: '' })
  const earlier = await facilitator.read(activityRoutes.report, { query: { month: before } })
  assert.deepEqual([earlier.visits, earlier.cases, earlier.staff], [[], [], facilitator.staff])
})

test('SUPER-10 nobody reads the report of whom they do not lead; odd questions are refused and tell nothing', async () => {
  const ask = (who: Client, query: Record<string, string>) => who.ask(activityRoutes.report, { query })
  for (const [who, staff] of [
    [second, staffOf(facilitator)],
    [facilitator, staffOf(desk)],
    [neighbour, staffOf(facilitator)],
    [desk, staffOf(far)],
    [desk, staffOf(fo)],
    [desk, randomUUID()],
  ] as const)
    assert.deepEqual(codeOf(await ask(who, { staff })), [404, 'not-found'])
  for (const query of [
    { month: '2026-13' },
    { month: '2026-1' },
    { month: '1999-12' },
    { staff: 'Rini' },
    { sejak: '1' },
  ])
    assert.equal((await ask(desk, query as Record<string, string>)).status, 400, JSON.stringify(query))
})

test('SUPER-11 a case of a restricted kind is counted for those alone who see it', async () => {
  const hidden = await aCaseBy(second, { restricted: 'violence' })
  const seenBy = async (who: Client) => (await reportOf(who, second)).cases.map(({ number }) => number)
  assert.deepEqual([await seenBy(desk), await seenBy(second)], [[hidden.number], []])
  assert.deepEqual([(await lineOf(desk, second))?.counts.cases, (await lineOf(second, second))?.counts.cases], [1, 0])
})

test('SUPER-12, SUPER-13 villages without a facilitator, and without a visit of late, are told within the place', async () => {
  const unvisited = await villagesOf(manager, { q: 'maguwo' })
  assert.deepEqual(unvisited, [sleman.maguwoharjo])
  assert.ok(!(await villagesOf(manager, { q: 'caturtunggal' })).includes(sleman.caturtunggal), 'somebody was there')
  const unserved = await villagesOf(manager, { show: 'unserved', q: 'sinduadi' })
  assert.deepEqual(unserved, [sleman.sinduadi])
  assert.deepEqual(await villagesOf(desk, { show: 'unserved' }), [], 'facilitators of its own office go there')
  assert.deepEqual(await villagesOf(neighbour), [sleman.maguwoharjo])
  assert.deepEqual(await villagesOf(desk), [])
  await house.owner("update visit set captured_at = now() - interval '100 days' where id = $1", [done])
  const [line] = (await desk.read(activityRoutes.coverage)).items
  assert.deepEqual([line?.code, line?.families, line?.lastVisit !== null], [sleman.caturtunggal, 1, true])
  assert.deepEqual(await villagesOf(desk, { months: '6' }), [])
  for (const months of ['0', '25', 'x'])
    assert.equal((await desk.ask(activityRoutes.coverage, { query: { months } })).status, 400)
  assert.deepEqual(codeOf(await facilitator.ask(activityRoutes.coverage)), [403, 'not-permitted'])
})
