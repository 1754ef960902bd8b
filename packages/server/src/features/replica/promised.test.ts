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

test('FIELD-32 a case whose family is to be visited says on the phone what was promised, since when, and which visit it is', async () => {
  const before = Date.now()
  const id = await closedWith('granted')
  const promised = (await held(id))?.promised
  assert.deepEqual([promised?.outcome, promised?.words, promised?.nth], ['granted', note, 1])
  assert.ok((promised?.closedAt ?? 0) >= before)
  await facilitator.does('case.visit', { subject: id, data: { became: 'not-met', note: 'Pintu terkunci.' } })
  assert.equal((await held(id))?.promised?.nth, 1, 'nobody was met')
  await facilitator.does('case.visit', { subject: id, data: { became: 'better', note: 'Warung buka.' } })
  assert.equal((await held(id))?.promised?.nth, 2)
  await facilitator.does('case.visit', { subject: id, data: { became: 'better', note: 'Masih buka.' } })
  const done = await held(id)
  assert.deepEqual([done?.visitAt ?? null, done?.promised ?? null], [null, null], 'nobody goes there any more')
})

test('FIELD-32 a case in which nothing was given, one that is open, and one of next door say nothing of it', async () => {
  const nothing = await closedWith('informed')
  assert.equal((await held(nothing))?.promised ?? null, null)
  const { id: open } = await aCaseBy(desk)
  assert.equal((await held(open))?.promised, null)
  const helped = await closedWith('granted')
  assert.equal(await held(helped, neighbour), undefined)
})
