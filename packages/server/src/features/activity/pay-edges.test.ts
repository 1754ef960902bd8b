import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { payActs } from '@openslrt/core/activity/moves.ts'
import { activityRoutes } from '@openslrt/core/contract/activity.ts'
import { monthOf } from '@openslrt/core/figures/month.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { payData } from '@openslrt/core/testing/a-pay.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const today = dayIn('Asia/Jakarta', Date.now())
const month = monthOf(today)
const pay = { ...payData.pay, on: today }

const cameTo = ({ status, body }: Answer): string => (status === 200 ? 'done' : String(body['code']))
const standing = async (who: Client, of: Client = who) =>
  (await who.read(activityRoutes.report, { query: { month, staff: of.staff ?? '' } })).pay

/** A facilitator whose month is sent in. */
async function sentIn(office = offices.caturtunggal): Promise<{ who: Client; subject: string }> {
  const who = await house.staffAt(office, 'facilitator')
  const subject = randomUUID()
  await who.does('activity.send', { subject, data: { month } })
  return { who, subject }
}

test('SUPER-17 a month goes into the ledger of the district in which somebody works, and into no other', async () => {
  const who = await house.staffAt(offices.caturtunggal, 'facilitator')
  const elsewhere = await who.send('activity.send', { district: '34.02', subject: randomUUID(), data: { month } })
  assert.equal(cameTo(elsewhere), 'wrong-district')
  assert.equal(await standing(who), null)
})

test('SUPER-17 from a province nothing is sent in', async () => {
  const office = await openOffice(house, { name: 'Dinas DIY', kind: 'province-office', level: 'province', place: '34' })
  const province = await house.staffAt(office, 'province')
  const answer = await province.send('activity.send', { district: '34', subject: randomUUID(), data: { month } })
  assert.equal(cameTo(answer), 'wrong-place')
})

for (const odd of ['2026-13', '2026-1', '1999-12', 'November', '', null, 202611, ['2026-11']])
  test(`SUPER-17 ${JSON.stringify(odd)} is no month that could be sent in`, async () => {
    const who = await house.staffAt(offices.caturtunggal, 'facilitator')
    const answer = await who.send('activity.send', { subject: randomUUID(), data: { month: odd } })
    assert.deepEqual([answer.status, answer.body['code']], [400, 'invalid'])
  })

test('SUPER-17 nobody takes over the number of another’s payment', async () => {
  const { who, subject } = await sentIn()
  const other = await house.staffAt(offices.maguwoharjo, 'facilitator')
  const answer = await other.send('activity.send', { subject, data: { month } })
  assert.notEqual(answer.status, 200)
  assert.deepEqual([(await standing(who))?.version, await standing(other)], [1, null])
})

test('SUPER-16 whoever may no longer give work to others judges nothing any more', async () => {
  const { who, subject } = await sentIn()
  const leaving = await house.staffAt(offices.caturtunggal, 'coordinator')
  await house.owner("update post set valid_until = now() - interval '1 minute' where staff = $1", [leaving.staff])
  const answer = await leaving.send('activity.approve', { subject, data: payData.approve })
  assert.ok([401, 403].includes(answer.status), answer.text)
  assert.equal((await standing(who))?.status, 'sent')
})

test('SUPER-16 a month at the secretariat is judged there, and not from a village of it', async () => {
  const { who, subject } = await sentIn(offices.secretariat)
  const answer = await coordinator.send('activity.approve', { subject, data: payData.approve })
  assert.equal(cameTo(answer), 'activity-unknown')
  await manager.does('activity.approve', { subject, data: payData.approve })
  assert.equal((await standing(who))?.amount, payData.approve.amount)
})

test('SUPER-15 nothing follows what was paid: it is neither approved, paid, sent back nor sent in again', async () => {
  const { who, subject } = await sentIn()
  await manager.does('activity.approve', { subject, data: payData.approve })
  await manager.does('activity.pay', { subject, data: pay })
  for (const [by, kind, data] of [
    [manager, 'approve', payData.approve],
    [manager, 'return', payData.return],
    [coordinator, 'pay', pay],
    [who, 'send', { month }],
  ] as const) {
    const answer = await by.send(`activity.${kind}`, { subject, data })
    assert.deepEqual([answer.status, cameTo(answer)], [409, 'activity-step'], kind)
    assert.deepEqual(answer.body['details'], { status: 'paid', allowedFrom: allowed[kind] })
  }
  assert.equal((await standing(who))?.version, 3)
})
const allowed = { approve: ['sent'], return: ['sent', 'approved'], pay: ['approved'], send: ['returned'] } as const

test('SUPER-15 a refusal says in words what to do next', async () => {
  const { subject } = await sentIn()
  const answer = await manager.send('activity.pay', { subject, data: pay })
  assert.equal(cameTo(answer), 'activity-step')
  assert.match(String(answer.body['message']), /Muat ulang laporannya/)
})

test('SUPER-15 each step is an entry of its own, by whoever did it, in the order in which it was done', async () => {
  const { who, subject } = await sentIn()
  await coordinator.does('activity.return', { subject, data: payData.return })
  await who.does('activity.send', { subject, data: { month } })
  await coordinator.does('activity.approve', { subject, data: payData.approve })
  await manager.does('activity.pay', { subject, data: pay })
  const entries = await house.owner<{ kind: string; actor: string }>(
    'select kind, actor from ledger where subject = $1 order by seq',
    [subject],
  )
  const steps: readonly (readonly [string, Client])[] = [
    ['send', who],
    ['return', coordinator],
    ['send', who],
    ['approve', coordinator],
    ['pay', manager],
  ]
  assert.deepEqual(
    entries.map(({ kind, actor }) => [kind, actor]),
    steps.map(([act, { staff }]) => [`activity.${act}`, `staff:${staff}`]),
  )
})

const data = { send: { month }, approve: payData.approve, return: payData.return, pay }
for (const way of [[], ['approve'], ['return'], ['approve', 'pay']] as const)
  test(`SUPER-19 after ${['send', ...way].join(', ')} what the report offers is taken, and what it does not is refused`, async () => {
    const { who, subject } = await sentIn()
    for (const act of way) await manager.does(`activity.${act}`, { subject, data: data[act] })
    const offered = await Promise.all([who, manager].map((by) => offeredTo(by, who)))
    for (const [nth, by] of [who, manager].entries())
      for (const act of payActs.filter((one) => !offered[nth]?.includes(one)))
        assert.notEqual((await by.send(`activity.${act}`, { subject, data: data[act] })).status, 200, act)
    const [next] = offered[1] ?? []
    if (next) await manager.does(`activity.${next}`, { subject, data: data[next] })
  })

const offeredTo = async (by: Client, who: Client) =>
  (await by.read(activityRoutes.report, { query: { month, staff: who.staff ?? '' } })).acts
