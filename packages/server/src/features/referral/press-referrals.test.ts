import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { workingBetween } from '@openslrt/core/kernel/calendar.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
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
  // Else it is reminded of in the next test, where days off let its times come first.
  await by(rsud, 'start')
  await by(rsud, 'complete', { outcome: 'granted' })
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

test('CASE-42 a referral that fails keeps the clock from no other one, is said at the end, and is there at the next look', async () => {
  const [broken, ...others] = await Promise.all([asked(), asked(), asked()])
  const times = await Promise.all([broken, ...others].map(({ referral }) => timesOf(referral)))
  const moment = Math.max(...times.map(({ remind }) => remind ?? 0)) + 1
  const failing: typeof handle = (order, actor, at) => {
    if (order.envelope.subject === broken.id) throw new Error('a row nobody can read')
    return handle(order, actor, at)
  }
  await assert.rejects(
    pressReferrals(pools.worker, failing, moment),
    /1 failed; the first: Error: a row nobody can read/,
  )
  for (const { id } of others) assert.deepEqual(await said(id), ['referral.remind'])
  assert.deepEqual(await said(broken.id), [])
  for (const _ of [1, 2]) await pressReferrals(pools.worker, handle, moment)
  for (const { id } of [broken, ...others]) assert.deepEqual(await said(id), ['referral.remind'], 'each once')
})

/** Puts a referral back in time, past every wall: nobody waits for days in a test. */
const backBy = (referral: string, days: number) =>
  house.owner("update referral set changed_at = changed_at - $2 * interval '1 day' where id = $1", [referral, days])
const spentOf = async (referral: string) =>
  (
    await house.owner<{ taken: boolean; take: number | null; work: number | null; changed_at: Date }>(
      'select taken_at is not null as taken, take_minutes as take, work_minutes as work, changed_at from referral where id = $1',
      [referral],
    )
  )[0]
const minutesSince = (from: Date | undefined): number => {
  const { calendar } = reference.policyFor(ledgerCode.parse('34.04'), Date.now(), Date.now())
  return Math.round(workingBetween(calendar, from?.getTime() ?? 0, Date.now()))
}

test('SPENT-1 it keeps the working minutes until it was taken and of the work since, and none of those on hold', async () => {
  const { referral, by } = await asked()
  const steps: readonly (readonly [who: Client, step: string, counts: 'take' | 'work' | null, data?: object])[] = [
    [rsud, 'hold', 'take'],
    [desk, 'supply', null],
    [rsud, 'accept', 'take'],
    [rsud, 'start', 'work'],
    [rsud, 'hold', 'work'],
    [rsud, 'start', null],
    [rsud, 'complete', 'work', { outcome: 'granted' }],
  ]
  const sum = { take: 0, work: 0 }
  for (const [nth, [who, step, counts, data]] of steps.entries()) {
    await backBy(referral, nth + 30)
    const minutes = minutesSince((await spentOf(referral))?.changed_at)
    assert.ok(minutes > 0 && minutes < (nth + 30) * 12 * 60, 'working minutes, not those of nights')
    await by(who, step, data)
    if (counts) sum[counts] += minutes
    const now = await spentOf(referral)
    assert.ok(Math.abs((now?.take ?? 0) - sum.take) <= nth, `${step}: ${now?.take} for ${sum.take}`)
    assert.ok(Math.abs((now?.work ?? 0) - sum.work) <= nth, `${step}: ${now?.work} for ${sum.work}`)
    assert.equal(now?.taken, nth >= 2, step)
  }
})

test('SPENT-1 whoever declines it or is asked no more took nothing, however long it lay there', async () => {
  for (const [who, step, data] of [
    [rsud, 'reject', { reason: 'capacity-full' }],
    [desk, 'cancel', { reason: 'no-longer-needed' }],
  ] as const) {
    const { referral, by } = await asked()
    await backBy(referral, 7)
    await by(who, step, data)
    const spent = await spentOf(referral)
    assert.deepEqual([spent?.taken, spent?.work], [false, null], step)
    assert.ok((spent?.take ?? 0) > 60, 'that it lay there is known')
  }
})

test('REF-31 by what right it is told stands on both sides, stays through a redirect, and is whole or none at all', async () => {
  const make = async () => {
    const { id } = await aCaseBy(desk)
    for (const action of ['take', 'recommend', 'approve'])
      await desk.does(`case.${action}`, { subject: id, data: { note } })
    return id
  }
  const ask = (subject: string, consent?: unknown) => {
    const data = { referral: randomUUID(), to: offices.rsud, grant: randomUUID(), fields: ['story'], note, consent }
    return desk.send('referral.request', { subject, data })
  }
  const id = await make()
  for (const [consent, status] of [
    [{ basis: 'verbal', words: ' ' }, 422],
    [{ basis: 'statute', words: '' }, 422],
    [{ basis: 'override', words: '' }, 422],
    [{ basis: 'guess', words: 'Pak RT' }, 400],
    [{ basis: 'form' }, 400],
  ] as const)
    assert.equal((await ask(id, consent)).status, status, JSON.stringify(consent))
  const said = async (client: Client, subject: string) =>
    (await cardOf(client, subject)).referrals.map((one) => one.consent)
  assert.deepEqual(await said(desk, id), [])
  for (const consent of [
    { basis: 'form', words: '' },
    { basis: 'verbal', words: 'Pak RT Suroto' },
    { basis: 'statute', words: 'UU 23/2002' },
    { basis: 'override', words: 'Tidak sadar' },
  ]) {
    const subject = await make()
    assert.equal((await ask(subject, consent)).status, 200)
    for (const client of [desk, rsud]) assert.deepEqual(await said(client, subject), [consent])
    const inbox = (await rsud.read(caseRoutes.inbox)).items.find(({ caseId: one }) => one === subject)
    assert.deepEqual(inbox?.consent, consent)
    const next = { next: randomUUID(), to: offices.dinsos, grant: randomUUID(), fields: ['story'], note }
    await desk.does('referral.redirect', { subject, data: { referral: inbox?.id, ...next } })
    assert.deepEqual(await said(desk, subject), [consent, consent])
  }
})

test('LEDGER-14 what the clock and both sides did stands in the ledger as in the rows', async () => {
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, ledger.keys, '34.04'))
  await assertVerified(house)
})
