import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { dutyRoutes } from '@openslrt/core/contract/duty-queries.ts'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { dayIn, dayMs, startOfDay } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { readOrder } from '../../platform/http/order.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { envelopeOf } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { caseHandler, pressCases } from '../case/index.ts'
import { dispatchAll } from '../notice/dispatch.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const { ledger, reference, pools } = house.parts
const admin = await house.staffAt(offices.secretariat, 'admin')
const manager = await house.staffAt(offices.secretariat, 'manager')
const above = await house.staffAt(offices.secretariat, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const colleague = await house.staffAt(offices.caturtunggal, 'bo')
const handle = caseHandler({ ledger, reference })

const day = (ahead: number): string => dayIn('Asia/Jakarta', Date.now() + ahead * dayMs)
const turn = (who: Client, from: number, until: number) => ({
  office: who.office,
  staff: who.staff,
  from: day(from),
  until: day(until),
})
/** Names somebody for a turn; gives its id. */
async function names(by: Client, who: Client, from: number, until: number): Promise<string> {
  const subject = randomUUID()
  await by.does('duty.name', { subject, data: turn(who, from, until) })
  return subject
}
const ends = (by: Client, subject: string) => by.does('duty.end', { subject, data: {} })
const cardOf = (client: Client, id: string) => client.read(caseRoutes.card, { query: { district: '34.04', id } })
const assigneeOf = async (id: string): Promise<string | null | undefined> =>
  (await house.owner<{ assignee: string | null }>('select assignee from cases where id = $1', [id]))[0]?.assignee
const newsOf = async (client: Client, id: string): Promise<readonly string[]> => {
  await dispatchAll(noticePartsOf(house), Date.now())
  const { items } = await client.read(noticeRoutes.list, { query: { show: 'all' } })
  return items.filter((item) => item.case === id).map(({ what }) => what)
}

async function leaveOf(who: Client, role: string, standIn: Client | null, from = 0, until = 2): Promise<string> {
  const { items } = await admin.read(referenceRoutes.staff, { query: { office: who.office ?? '' } })
  const post = items.find(({ id }) => id === who.staff)?.posts.find((one) => one.role === role)
  const subject = randomUUID()
  const data = {
    post: post?.id,
    from: day(from),
    until: day(until),
    standIn: standIn?.staff ?? null,
    standInPost: randomUUID(),
  }
  await admin.does('leave.give', { subject, data })
  return subject
}

test('CASE-41 without anybody on duty a red card waits at its office; with somebody it is theirs, and they are told', async () => {
  const { id } = await aCaseBy(fo, { red: true })
  assert.equal(await assigneeOf(id), null)
  assert.deepEqual(await newsOf(bo, id), ['arrived'])
  const subject = await names(coordinator, bo, 0, 6)
  assert.equal(await assigneeOf(id), null, 'what lay there before is not moved')
  const red = await aCaseBy(fo, { red: true })
  const calm = await aCaseBy(fo)
  assert.deepEqual([await assigneeOf(red.id), await assigneeOf(calm.id)], [bo.staff, null])
  assert.deepEqual(await newsOf(bo, red.id), ['red-card'])
  assert.deepEqual(await newsOf(colleague, red.id), ['arrived'])
  const { until, next } = await bo.read(dutyRoutes.mine)
  assert.deepEqual([until, next], [startOfDay('Asia/Jakarta', day(7)), null])
  assert.equal((await colleague.read(dutyRoutes.mine)).until, null)
  await ends(coordinator, subject)
  assert.equal((await bo.read(dutyRoutes.mine)).until, null)
  assert.equal(await assigneeOf((await aCaseBy(fo, { red: true })).id), null)
})

test('CASE-41 what becomes red, rises or is handed down goes to who is on duty where it comes; who is there keeps their case', async () => {
  const here = await names(coordinator, bo, 0, 2)
  const up = await names(manager, above, 0, 2)
  const { id } = await aCaseBy(fo, { category: 'pbi-inactive' })
  await colleague.does('case.set-red', { subject: id, data: { red: true, note: 'Pasien gawat.' } })
  assert.equal(await assigneeOf(id), bo.staff)
  assert.deepEqual(await newsOf(bo, id), ['red-card', 'arrived'])
  const { hop } = await cardOf(bo, id)
  assert.ok(hop.dueAt !== null)
  await pressCases({ pool: pools.worker, reference }, handle, hop.dueAt + 1)
  assert.equal((await cardOf(manager, id)).line.office, offices.secretariat)
  assert.equal(await assigneeOf(id), above.staff)
  await above.does('case.hand-down', { subject: id, data: { office: offices.caturtunggal, note: 'Bisa di desa.' } })
  assert.equal(await assigneeOf(id), bo.staff)
  const held = await aCaseBy(fo)
  await colleague.does('case.take', { subject: held.id, data: { note: '' } })
  await colleague.does('case.set-red', { subject: held.id, data: { red: true, note: 'Mendadak gawat.' } })
  assert.equal(await assigneeOf(held.id), colleague.staff)
  const report = caseId.parse(randomUUID())
  const order = readOrder(
    'case.register',
    envelopeOf({ subject: report, data: registration({ red: true }) }, null, '34.04'),
  )
  assert.ok(order.ok)
  const reply = await handle(order.value, { kind: 'citizen', case: report }, Date.now())
  assert.deepEqual([reply.status, await assigneeOf(report)], ['accepted', bo.staff])
  for (const subject of [here, up]) await ends(admin, subject)
})

test('DUTY-6 nobody on leave is on duty: who stands in is, and without one a gap is told; a sheltered case goes only to who may see it', async () => {
  const subject = await names(coordinator, bo, 0, 6)
  const away = await leaveOf(bo, 'bo', colleague)
  assert.equal(await assigneeOf((await aCaseBy(fo, { red: true })).id), colleague.staff)
  assert.equal(
    (await colleague.read(dutyRoutes.mine)).until,
    startOfDay('Asia/Jakarta', day(3)),
    'as long as the leave',
  )
  await admin.does('leave.end', { subject: away, data: {} })
  const alone = await leaveOf(bo, 'bo', null)
  assert.equal(await assigneeOf((await aCaseBy(fo, { red: true })).id), null)
  const { current, gaps, turns } = await coordinator.read(dutyRoutes.own)
  assert.equal(current, null)
  assert.equal(gaps[0]?.until, startOfDay('Asia/Jakarta', day(3)))
  assert.deepEqual([turns[0]?.leaves.length, turns[0]?.leaves[0]?.standInName], [1, null])
  await admin.does('leave.end', { subject: alone, data: {} })
  const sheltered = await aCaseBy(coordinator, { red: true, restricted: 'violence' })
  assert.equal(await assigneeOf(sheltered.id), null, 'a back office may not see it')
  await ends(coordinator, subject)
  const led = await names(coordinator, coordinator, 0, 0)
  const seen = await aCaseBy(coordinator, { red: true, restricted: 'violence' })
  assert.equal(await assigneeOf(seen.id), coordinator.staff)
  await ends(coordinator, led)
})

test('DUTY-4 of two who name somebody for the same days at once, one is told; turns follow each other', async () => {
  const sent = await Promise.all(
    [bo, colleague, coordinator].map((who) => coordinator.send('duty.name', { data: turn(who, 10, 12) })),
  )
  assert.deepEqual(sent.map(({ status }) => status).toSorted(), [200, 409, 409])
  assert.deepEqual(new Set(sent.map(({ body }) => body?.code)), new Set([undefined, 'duty-twice']))
  const { turns, gaps, people } = await coordinator.read(dutyRoutes.own)
  const [only] = turns
  assert.equal(turns.length, 1)
  assert.deepEqual(
    people.map(({ id }) => id).toSorted(),
    [bo.staff, colleague.staff, coordinator.staff].toSorted(),
    'who works on cases, and not the front desk',
  )
  assert.deepEqual([gaps.length, gaps[0]?.until, gaps[1]?.from], [2, only?.from, only?.until])
  const stale = await coordinator.send('duty.end', { subject: only?.id ?? '', base: 7, data: {} })
  assert.equal(stale.body?.code, 'stale')
  const next = await names(coordinator, bo, 13, 13)
  assert.equal((await bo.read(dutyRoutes.mine)).until, null)
  for (const subject of [only?.id ?? '', next]) await ends(coordinator, subject)
  assert.equal((await coordinator.send('duty.end', { subject: next, data: {} })).body?.code, 'already-so')
  assert.deepEqual((await coordinator.read(dutyRoutes.own)).turns, [])
})

test('DUTY-2 who hands work over names at their own office, an administrator under theirs; everybody else reads', async () => {
  const code = async (by: Client, data: object) => (await by.send('duty.name', { data })).body?.code
  assert.equal(await code(bo, turn(bo, 0, 1)), 'not-permitted')
  assert.equal(await code(manager, turn(bo, 0, 1)), 'not-here')
  assert.equal(await code(coordinator, turn(fo, 0, 1)), 'duty-not-here')
  assert.equal(await code(coordinator, { ...turn(bo, 0, 1), office: randomUUID() }), 'unknown-office')
  const strange = { ...turn(bo, 0, 1) }
  assert.equal((await coordinator.send('duty.name', { district: '34.02', data: strange })).body?.code, 'wrong-district')
  assert.equal((await coordinator.send('duty.end', { data: {} })).body?.code, 'not-found')
  const subject = await names(admin, bo, 1, 2)
  const { turns, officeName } = await admin.read(dutyRoutes.of, { query: { office: offices.caturtunggal } })
  assert.deepEqual([officeName, turns.map(({ id }) => id)], ['Puskesos Caturtunggal', [subject]])
  assert.deepEqual((await bo.read(dutyRoutes.mine)).next?.from, startOfDay('Asia/Jakarta', day(1)))
  const village = await house.staffAt(offices.maguwoharjo, 'admin')
  assert.equal((await village.ask(dutyRoutes.of, { query: { office: offices.caturtunggal } })).status, 404)
  assert.equal((await bo.ask(dutyRoutes.of, { query: { office: offices.caturtunggal } })).status, 403)
})

test('LEDGER-9, LEDGER-14 turns stand in the ledger like everything else, and come back from it', async () => {
  await assertVerified(house)
  const all = () => house.owner('select * from duty order by id')
  const before = await all()
  assert.ok(before.length > 5)
  await house.owner('delete from duty')
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, ledger.keys, '34.04'))
  assert.deepEqual(await all(), before)
})
