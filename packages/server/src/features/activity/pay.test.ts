import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { activityRoutes } from '@openslrt/core/contract/activity.ts'
import { firstAfter, monthOf } from '@openslrt/core/figures/month.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { payData } from '@openslrt/core/testing/a-pay.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const aFacilitator = () => house.staffAt(offices.caturtunggal, 'facilitator')

const today = dayIn('Asia/Jakarta', Date.now())
const month = monthOf(today)
const staffOf = ({ staff }: Client): string => staff ?? ''
const cameTo = ({ status, body }: Answer): string => (status === 200 ? 'done' : String(body['code']))
const pay = { ...payData.pay, on: today }

/** A month of a facilitator of their own, sent in; with the number of its payment. */
async function sentIn(own: string = month): Promise<{ who: Client; subject: string }> {
  const who = await aFacilitator()
  const subject = randomUUID()
  await who.does('activity.send', { subject, data: { month: own } })
  return { who, subject }
}
const act = (by: Client, kind: string, subject: string, data: object, base: number | null = null) =>
  by.send(`activity.${kind}`, { subject, base, data })
const reportOf = (who: Client, of: Client) => who.read(activityRoutes.report, { query: { month, staff: staffOf(of) } })
const standing = async (who: Client, of: Client) => (await reportOf(who, of)).pay
const statusIn = async (who: Client, of: Client) =>
  (await who.read(activityRoutes.list, { query: { month } })).items.find(({ staff }) => staff === of.staff)?.pay

test('SUPER-15 a month is sent in, approved and paid, and everybody whom it concerns reads so', async () => {
  const { who, subject } = await sentIn()
  assert.equal(await statusIn(manager, who), 'sent')
  await coordinator.does('activity.approve', { subject, base: 1, data: { amount: 600_000 } })
  assert.equal((await standing(who, who))?.status, 'approved')
  await manager.does('activity.pay', { subject, base: 2, data: pay })
  for (const reader of [who, coordinator, manager]) {
    const told = await standing(reader, who)
    assert.deepEqual(
      [told?.status, told?.amount, told?.paidOn, told?.reference, told?.version],
      ['paid', 600_000, today, payData.pay.reference, 3],
    )
    assert.deepEqual((await reportOf(reader, who)).acts, [], 'nothing is left to do')
  }
})

test('SUPER-15 what was sent back says why, is sent in again, and then says it no more', async () => {
  const { who, subject } = await sentIn()
  await coordinator.does('activity.return', { subject, base: 1, data: payData.return })
  const back = await reportOf(who, who)
  assert.deepEqual([back.pay?.status, back.pay?.note, back.acts], ['returned', payData.return.note, ['send']])
  assert.equal(cameTo(await act(coordinator, 'approve', subject, payData.approve)), 'activity-step')
  await who.does('activity.send', { subject, base: 2, data: { month } })
  const again = await reportOf(coordinator, who)
  assert.deepEqual([again.pay?.note, again.pay?.judgedByName, again.acts], [null, null, ['approve', 'return']])
  await coordinator.does('activity.approve', { subject, data: { amount: null } })
  await manager.does('activity.return', { subject, data: payData.return })
  assert.equal((await standing(who, who))?.status, 'returned', 'an approval is taken back before it is paid')
})

test('SUPER-16 nobody judges their own month, nor one of another place, nor without giving work to others', async () => {
  const { subject, who } = await sentIn()
  const own = randomUUID()
  await coordinator.does('activity.send', { subject: own, data: { month } })
  for (const [kind, data] of [
    ['approve', payData.approve],
    ['return', payData.return],
  ] as const) {
    assert.equal(cameTo(await act(coordinator, kind, own, data)), 'activity-own')
    for (const by of [bo, who]) assert.equal(cameTo(await act(by, kind, subject, data)), 'not-permitted')
    assert.equal(cameTo(await act(neighbour, kind, subject, data)), 'activity-unknown', 'out of sight')
  }
  await manager.does('activity.approve', { subject: own, data: payData.approve })
  assert.equal(cameTo(await act(coordinator, 'pay', own, pay)), 'activity-own')
  assert.equal((await house.stranger().ask(activityRoutes.report)).status, 401)
})

test('SUPER-16 whoever leads sends in nobody’s month but their own', async () => {
  const { who, subject } = await sentIn()
  await coordinator.does('activity.return', { subject, data: payData.return })
  assert.equal(cameTo(await act(manager, 'send', subject, { month })), 'activity-own')
  assert.equal((await standing(who, who))?.status, 'returned')
})

test('SUPER-17 a month is sent in once, under whichever number', async () => {
  const { who } = await sentIn()
  assert.equal(cameTo(await act(who, 'send', randomUUID(), { month })), 'activity-step')
  assert.equal(cameTo(await act(who, 'send', randomUUID(), { month: monthOf(firstAfter(month, 1)) })), 'activity-month')
  assert.equal(cameTo(await act(who, 'send', randomUUID(), { month: monthOf(firstAfter(month, -1)) })), 'done')
  const rows = await house.owner('select 1 from activity_pay where staff = $1', [who.staff])
  assert.equal(rows.length, 2)
})

test('SUPER-17 of two who send one month at once under two numbers one is kept', async () => {
  const who = await aFacilitator()
  const answers = await Promise.all(Array.from({ length: 6 }, () => act(who, 'send', randomUUID(), { month })))
  assert.deepEqual(answers.map(cameTo).toSorted(), [...Array.from({ length: 5 }, () => 'activity-step'), 'done'])
})

test('SUPER-17 a repeat of the very same words is answered as the first time, and nothing is done twice', async () => {
  const who = await aFacilitator()
  const id = randomUUID()
  const subject = randomUUID()
  const sent = { id, subject, doneAt: new Date().toISOString(), data: { month } }
  const first = await who.send('activity.send', sent)
  const again = await who.send('activity.send', sent)
  assert.deepEqual([first.status, again.status, again.body['seq']], [200, 200, first.body['seq']])
})

test('SUPER-18 a payment names a day that has come and a paper; odd words are refused', async () => {
  const { subject } = await sentIn()
  await coordinator.does('activity.approve', { subject, data: { amount: null } })
  const tomorrow = dayIn('Asia/Jakarta', Date.now() + 36 * 3_600_000)
  const before = `${monthOf(firstAfter(month, -1))}-28`
  for (const on of [tomorrow, before])
    assert.equal(cameTo(await act(manager, 'pay', subject, { ...pay, on })), 'activity-day')
  for (const odd of [
    { on: '2026-02-30' },
    { reference: '' },
    { amount: 0 },
    { amount: 1.5 },
    { amount: '500000' },
    { by: 'x' },
  ])
    assert.equal((await act(manager, 'pay', subject, { ...pay, ...odd })).status, 400, JSON.stringify(odd))
  for (const note of ['', '  ', 'x'.repeat(300)])
    assert.equal((await act(manager, 'return', subject, { note })).status, 400)
  assert.equal(cameTo(await act(manager, 'pay', subject, { ...pay, amount: 450_000 })), 'done')
})

test('SUPER-18 of two who pay at once one does, and whoever looked at an older version is told', async () => {
  const { who, subject } = await sentIn()
  await coordinator.does('activity.approve', { subject, base: 1, data: payData.approve })
  assert.equal(cameTo(await act(manager, 'pay', subject, pay, 1)), 'stale')
  const both = await Promise.all([act(manager, 'pay', subject, pay, 2), act(coordinator, 'pay', subject, pay, 2)])
  assert.deepEqual(both.map(cameTo).toSorted(), ['done', 'stale'])
  assert.equal((await standing(who, who))?.version, 3)
})

test('SUPER-19 colleagues, neighbours and whoever gives no work read nothing of a payment', async () => {
  const { who } = await sentIn()
  const colleague = await aFacilitator()
  assert.equal((await colleague.ask(activityRoutes.report, { query: { staff: staffOf(who) } })).status, 404)
  assert.equal((await neighbour.ask(activityRoutes.report, { query: { staff: staffOf(who) } })).status, 404)
  const seen = await reportOf(bo, who)
  assert.deepEqual([seen.pay, seen.acts], [null, []], 'a back office sees the work, and no wages')
  assert.equal(await statusIn(bo, who), null)
  assert.equal(await statusIn(coordinator, who), 'sent')
})

test('SUPER-19 whoever has not sent their month in is told that they may, and nobody else', async () => {
  const who = await aFacilitator()
  assert.deepEqual((await reportOf(who, who)).acts, ['send'])
  assert.deepEqual((await reportOf(manager, who)).acts, [])
  const { acts } = await who.read(activityRoutes.report, { query: { month: '2099-01' } })
  assert.deepEqual(acts, [], 'not for a month to come')
})

test('SUPER-15 the ledger proves payments and writes them anew', async () => {
  const kept = () => house.owner('select * from activity_pay order by id')
  const before = await kept()
  assert.ok(before.length > 5)
  await house.owner("update activity_pay set status = 'paid', amount = 1")
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, offices.district))
  assert.deepEqual(await kept(), before)
  await assertVerified(house)
})
