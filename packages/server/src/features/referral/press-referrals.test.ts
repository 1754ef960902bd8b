import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { referralHandler } from './commands.ts'
import { pressReferrals } from './press-referrals.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const rsud = await house.staffAt(offices.rsud, 'provider')
const { ledger, reference, pools } = house.parts
const handle = referralHandler({ ledger, reference })
const note = 'Sudah diperiksa.'

const pressAt = (moment: number | null | undefined): Promise<number> =>
  pressReferrals(pools.worker, handle, (moment ?? 0) + 1)

async function asked(): Promise<{
  id: string
  referral: string
  by: (who: Client, step: string, data?: object) => Promise<unknown>
}> {
  const { id } = await aCaseBy(desk)
  for (const action of ['take', 'recommend', 'approve'])
    await desk.does(`case.${action}`, { subject: id, data: { note } })
  const referral = randomUUID()
  const data = { referral, to: offices.rsud, grant: randomUUID(), fields: ['story'], note }
  await desk.does('referral.request', { subject: id, data })
  const by = (who: Client, step: string, own: object = {}) =>
    who.does(`referral.${step}`, { subject: id, data: { referral, note, ...own } })
  return { id, referral, by }
}

const timesOf = async (referral: string) => {
  const [row] = await house.owner<{ remind_at: Date | null; due_at: Date | null; overdue_since: Date | null }>(
    'select remind_at, due_at, overdue_since from referral where id = $1',
    [referral],
  )
  return { remind: row?.remind_at?.getTime(), due: row?.due_at?.getTime(), over: row?.overdue_since ?? null }
}
const said = async (id: string) =>
  (
    await house.owner<{ kind: string }>("select kind from ledger where subject = $1 and actor = 'clock' order by seq", [
      id,
    ])
  ).map(({ kind }) => kind)
const cardOf = (client: Client, id: string) =>
  client.read(caseRoutes.card, { query: { district: '34.04', id: caseId.parse(id) } })

test('REF-28, REF-29 each step is reminded of once and told to be late once, and both sides read by when', async () => {
  const { id, referral, by } = await asked()
  const first = await timesOf(referral)
  assert.equal(await pressAt(Date.now()), 0)
  assert.equal(await pressAt(first.remind), 1)
  assert.equal(await pressAt(first.remind), 0, 'once')
  const version = (await cardOf(desk, id)).line.version
  assert.equal(await pressAt(first.due), 1)
  assert.equal(await pressAt(first.due), 0, 'once')
  assert.equal((await cardOf(desk, id)).line.version, version, 'no form is staler for it')
  assert.notEqual((await timesOf(referral)).over, null)
  for (const client of [desk, rsud]) assert.equal((await cardOf(client, id)).referrals[0]?.dueAt, first.due)
  await by(rsud, 'accept')
  const second = await timesOf(referral)
  assert.equal(second.over, null)
  assert.ok((second.due ?? 0) > Date.now())
  assert.deepEqual(await said(id), ['referral.remind', 'referral.overdue'])
  await assertVerified(house)
})

test('REF-27 while it is on hold nothing is reminded of, and two workers at once say a thing once', async () => {
  const { id, referral, by } = await asked()
  for (const step of ['accept', 'start']) await by(rsud, step)
  const { due } = await timesOf(referral)
  await by(rsud, 'hold')
  assert.equal(await pressAt(due), 0)
  await by(rsud, 'start')
  const again = await timesOf(referral)
  assert.ok(Math.abs((again.due ?? 0) - (due ?? 0)) < 120_000)
  const done = await Promise.all([pressAt(again.due), pressAt(again.due)])
  assert.ok(done.every((count) => count <= 1))
  assert.deepEqual(await said(id), ['referral.overdue'])
  await by(rsud, 'complete', { outcome: 'granted' })
  assert.equal(await pressAt(again.due), 0)
})
