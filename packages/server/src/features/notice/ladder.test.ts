import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { tellingRoutes } from '@openslrt/core/contract/notice-tellings.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { dispatchAll } from './dispatch.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const colleague = await house.staffAt(offices.caturtunggal, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const supervisor = await house.staffAt(offices.secretariat, 'supervisor')
const parts = noticePartsOf(house)
const tell = () => dispatchAll(parts, Date.now())

/** What somebody was told of a case, the oldest first, and from where. */
async function wordsOf(client: Client, id: string): Promise<readonly string[]> {
  const { items } = await client.read(noticeRoutes.list, { query: { show: 'all' } })
  return items
    .filter((item) => item.case === id)
    .map(({ what, officeName }) => (officeName === '' ? what : `${what} ${officeName}`))
    .toReversed()
}

test('NOTICE-2 up the ladder and down again: the new office is told from where, whoever had it, where to', async () => {
  const { id } = await aCaseBy(fo)
  await bo.does('case.take', { subject: id, data: { note: '' } })
  await coordinator.does('case.escalate', {
    subject: id,
    data: { reason: 'beyond-authority', note: 'Perlu kabupaten.' },
  })
  await supervisor.does('case.hand-down', {
    subject: id,
    data: { office: offices.caturtunggal, note: 'Bisa di desa.' },
  })
  await tell()
  assert.deepEqual(await wordsOf(supervisor, id), ['arrived Puskesos Caturtunggal'])
  assert.deepEqual(await wordsOf(bo, id), [
    'arrived',
    'taken-away Sekretariat SLRT Sleman',
    'arrived Sekretariat SLRT Sleman',
  ])
  assert.deepEqual(await wordsOf(colleague, id), ['arrived', 'arrived Sekretariat SLRT Sleman'])
})

test('NOTICE-2 what was passed up by mistake and taken back is told to the office above, which had it for a moment', async () => {
  const { id } = await aCaseBy(fo)
  await bo.does('case.escalate', { subject: id, data: { reason: 'beyond-authority', note: 'Keliru.' } })
  await bo.does('case.take-back', { subject: id, data: { note: '' } })
  await tell()
  assert.deepEqual(await wordsOf(supervisor, id), ['arrived Puskesos Caturtunggal', 'taken-away Puskesos Caturtunggal'])
})

test('NOTICE-2 the citizen’s word that the desk passes on is told to who has the case; only the answer is carried to the door', async () => {
  const { id } = await aCaseBy(fo, { contactVia: 'visit' })
  await bo.does('case.take', { subject: id, data: { note: '' } })
  await bo.does('case.answer', { subject: id, data: { outcome: 'informed', note: 'Sudah aktif.', openReferrals: '' } })
  await fo.does('case.dispute', { subject: id, data: { note: 'Belum bisa dipakai.' } })
  await tell()
  assert.deepEqual(await wordsOf(bo, id), ['arrived', 'citizen-spoke'])
  const { sent } = await bo.read(tellingRoutes.ofCase, { query: { district: '34.04', id } })
  assert.deepEqual(
    sent.map(({ what }) => what),
    ['answered'],
    'only what asks something of them is carried to their door',
  )
})

test('NOTICE-13 telling, reaching and renewing are entries like all others: the ledger proves them', async () => {
  const noPhone = { name: 'Sumarni', nik: null, kk: null, phone: null, address: '' }
  const { id } = await aCaseBy(fo, { client: noPhone })
  await bo.does('case.return', { subject: id, data: { reason: 'papers-missing', note: 'KK' } })
  await tell()
  const { items } = await fo.read(tellingRoutes.list)
  const delivery = items.find((item) => item.case === id)?.id ?? ''
  const data = { delivery, result: 'told', how: 'in-person', note: 'Ditemui di rumah.' }
  const command = { id: randomUUID(), subject: id, doneAt: new Date().toISOString(), data }
  const first = await fo.does('notice.tell', command)
  assert.deepEqual(await fo.does('notice.tell', command), first, 'a repeat is told what it was told before')
  await fo.does('case.set-contact', { subject: id, data: { contactVia: 'sms', contactCare: ['no-call'], note: '' } })
  await fo.does('case.renew-secret', { subject: id, data: { check: 'family-card', note: 'KK asli.' } })
  await assertVerified(house)
  const card = await bo.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.deepEqual([card.contactVia, card.contactCare], ['sms', ['no-call']])
  const ways = card.history.map(({ action }) => action)
  for (const action of ['tell', 'set-contact', 'renew-secret']) assert.ok(ways.includes(action), action)
})

test('NOTICE-13 what was recorded by two at once is recorded once', async () => {
  const noPhone = { name: 'Karto', nik: null, kk: null, phone: null, address: '' }
  const { id } = await aCaseBy(fo, { client: noPhone })
  await bo.does('case.return', { subject: id, data: { reason: 'papers-missing', note: 'KK' } })
  await tell()
  const { items } = await fo.read(tellingRoutes.list)
  const delivery = items.find((item) => item.case === id)?.id ?? ''
  const answers = await Promise.all(
    [fo, bo, colleague, coordinator].map((client) =>
      client.send('notice.tell', { subject: id, data: { delivery, result: 'told', how: 'phone', note: '' } }),
    ),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409, 409])
  const card = await bo.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.equal(card.history.filter(({ action }) => action === 'tell').length, 1)
})

test('NOTICE-4 who sees a case by a grant that names no contact is not told how its citizen is reached', async () => {
  const hospital = await house.staffAt(offices.rsud, 'provider')
  const { id } = await aCaseBy(fo, { contactCare: ['unsafe'] })
  const grant = { grant: randomUUID(), office: offices.rsud, fields: ['story'], note: 'Untuk dilihat.' }
  await bo.does('case.share', { subject: id, data: grant })
  const card = await hospital.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.deepEqual([card.contactVia, card.contactCare], [null, []])
  assert.equal((await hospital.ask(tellingRoutes.ofCase, { query: { district: '34.04', id } })).status, 404)
  const whole = await bo.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.deepEqual(whole.contactCare, ['unsafe'])
})
