import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const rsud = await house.staffAt(offices.rsud, 'provider')
const dinsos = await house.staffAt(offices.dinsos, 'provider')
const note = 'Sudah diperiksa.'

interface Asked {
  readonly id: string
  readonly referral: string
  by(client: Client, step: string, data?: object): Promise<{ status: number; code: string | undefined }>
}

/** An approved case that asks an office for help with some fields of it. */
async function asked(to = offices.rsud, fields: readonly string[] = ['story']): Promise<Asked> {
  const { id } = await aCaseBy(desk)
  for (const action of ['take', 'recommend', 'approve'])
    await desk.does(`case.${action}`, { subject: id, data: { note } })
  const referral = randomUUID()
  await desk.does('referral.request', { subject: id, data: { referral, to, grant: randomUUID(), fields, note } })
  return {
    id,
    referral,
    by: async (client, step, data = {}) => {
      const { status, body } = await client.send(`referral.${step}`, { subject: id, data: { referral, note, ...data } })
      return { status, code: body.code }
    },
  }
}

const accepted = { status: 200, code: undefined }
const sees = async (client: Client, id: string): Promise<boolean> =>
  (await client.ask(caseRoutes.card, { query: { district: '34.04', id } })).status === 200
const statusOf = async (client: Client, id: string, side: 'in' | 'out' = 'in') =>
  (await client.read(caseRoutes.inbox, { query: { side } })).items.find(({ caseId }) => caseId === id)?.status

test('REF-2 to REF-7 the asked office takes it, holds it, is sent what it needs, and completes it', async () => {
  const { id, by } = await asked()
  assert.deepEqual(await by(rsud, 'hold'), accepted)
  assert.deepEqual(await by(desk, 'supply'), accepted)
  assert.equal(await statusOf(desk, id, 'out'), 'requested')
  for (const step of ['accept', 'start']) assert.deepEqual(await by(rsud, step), accepted, step)
  assert.deepEqual(await by(rsud, 'complete', { outcome: 'granted' }), accepted)
  assert.equal(await statusOf(rsud, id), 'completed')
  await assertVerified(house)
})

test('REF-10 the grant ends with the referral, however it ends: the office keeps its line and loses the case', async () => {
  const endings: readonly (readonly [by: Client, step: string, data: object])[] = [
    [rsud, 'reject', { reason: 'capacity-full' }],
    [desk, 'cancel', { reason: 'no-longer-needed' }],
    [desk, 'mark-error', {}],
  ]
  for (const [who, step, data] of endings) {
    const { id, by } = await asked()
    assert.equal(await sees(rsud, id), true)
    assert.deepEqual(await by(who, step, data), accepted, step)
    assert.equal(await sees(rsud, id), false, step)
    const line = (await rsud.read(caseRoutes.inbox)).items.find(({ caseId }) => caseId === id)
    assert.deepEqual([line?.caseNumber, line?.summary], ['', ''])
  }
})

test('REF-2 a referral is answered by the office that was asked, and by no other', async () => {
  const { by } = await asked()
  assert.deepEqual(await by(dinsos, 'accept'), { status: 404, code: 'not-found' })
  assert.deepEqual(await by(desk, 'accept'), { status: 403, code: 'not-permitted' })
  assert.deepEqual(await by(rsud, 'cancel', { reason: 'no-longer-needed' }), { status: 403, code: 'not-permitted' })
  assert.deepEqual(await by(rsud, 'complete', { outcome: 'granted' }), { status: 409, code: 'wrong-referral-status' })
  const colleague = await house.staffAt(offices.rsud, 'provider')
  assert.deepEqual(await by(colleague, 'accept'), accepted)
})

test('REF-11 a referral is turned to another office, and sight goes with it', async () => {
  const { id, by } = await asked()
  const next = { next: randomUUID(), to: offices.dinsos, grant: randomUUID(), fields: ['story'] }
  assert.deepEqual(await by(desk, 'redirect', next), accepted)
  assert.deepEqual([await sees(rsud, id), await sees(dinsos, id)], [false, true])
  assert.deepEqual([await statusOf(rsud, id), await statusOf(dinsos, id)], ['cancelled', 'requested'])
})

test('REF-10 a case waits for its referrals: it is not answered over one that is open, unless that is said', async () => {
  const { id, by } = await asked()
  const answer = (openReferrals: string) =>
    desk.send('case.answer', { subject: id, data: { outcome: 'granted', note, openReferrals } })
  const waits = await answer('')
  assert.deepEqual([waits.status, waits.body.code, waits.body.details], [409, 'referral-open', { count: 1 }])
  assert.equal((await answer('RSUD menyusul')).status, 200)
  assert.deepEqual(await by(rsud, 'accept'), accepted)
})

test('REF-1 an office of another district is asked, sees what was granted there, and answers into the ledger of the case', async () => {
  const sardjito = await openOffice(house, { name: 'RSUP Dr. Sardjito', kind: 'provider', place: '34.71' })
  const there = await house.staffAt(sardjito, 'provider', '34.04')
  const { id, by } = await asked(sardjito)
  const inbox = await there.read(caseRoutes.inbox)
  assert.deepEqual(
    inbox.items.map(({ caseId, district }) => ({ caseId, district })),
    [{ caseId: id, district: '34.04' }],
  )
  assert.equal(await sees(there, id), true)
  assert.deepEqual(await by(there, 'accept'), accepted)
  assert.deepEqual(await by(there, 'complete', { outcome: 'granted' }), accepted)
  assert.deepEqual(
    (await house.owner("select 1 from ledger where district = '34.71' and kind like 'referral.%'")).length,
    0,
  )
  await assertVerified(house)
})

test('REF-2 two people of the asked office answer at once: one is heard, the other is told how it stands', async () => {
  const { by } = await asked()
  const answers = await Promise.all([by(rsud, 'accept'), by(rsud, 'reject', { reason: 'capacity-full' })])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [
    200,
    answers.some(({ status }) => status === 404) ? 404 : 409,
  ])
})
