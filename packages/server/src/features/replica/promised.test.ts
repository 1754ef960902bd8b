import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPhone } from '../../testing/a-phone.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'facilitator')
const note = 'Modal warung dua juta rupiah cair bulan ini.'

async function closedWith(outcome: string): Promise<string> {
  const { id: subject } = await aCaseBy(desk)
  await desk.does('case.take', { subject, data: { note: '' } })
  await desk.does('case.answer', { subject, data: { outcome, note, openReferrals: '' } })
  await desk.does('case.confirm', { subject, data: { satisfaction: 5, how: 'phone', note: 'Terima kasih.' } })
  return subject
}
const held = async (id: string, by = facilitator) => {
  const { rows, done } = await aPhone(by).pull()
  assert.ok(done, 'the whole round is one page')
  return rows.case.find((row) => row.id === id)
}

const promisedAt = async (id: string) => {
  const row = await held(id)
  assert.ok(row)
  return row.promised
}
const visits = (subject: string, became: string) =>
  facilitator.does('case.visit', { subject, data: { became, note: 'Warung buka.' } })

test('FIELD-32 a case whose family is to be visited says on the phone what was promised, since when, and which visit it is', async () => {
  const before = Date.now()
  const id = await closedWith('granted')
  const promised = await promisedAt(id)
  assert.ok(promised && promised.closedAt >= before)
  assert.deepEqual([promised.outcome, promised.words, promised.nth], ['granted', note, 1])
  await visits(id, 'not-met')
  assert.deepEqual(await promisedAt(id), promised, 'nobody was met')
  await visits(id, 'better')
  assert.deepEqual(await promisedAt(id), { ...promised, nth: 2 })
  await visits(id, 'better')
  assert.equal((await held(id))?.visitAt ?? null, null)
  assert.equal((await held(id))?.promised ?? null, null, 'nobody goes there any more')
})

test('FIELD-32 a case in which nothing was given, one that is open, and one of next door say nothing of it', async () => {
  const nothing = await closedWith('informed')
  assert.equal((await held(nothing))?.promised ?? null, null)
  const { id: open } = await aCaseBy(desk)
  assert.equal((await held(open))?.promised, null)
  const helped = await closedWith('granted')
  assert.equal(await held(helped, neighbour), undefined)
})
