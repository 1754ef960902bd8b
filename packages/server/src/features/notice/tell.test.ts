import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { tellingRoutes } from '@openslrt/core/contract/notice-tellings.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { knock } from '../public/door.ts'
import { dispatchAll } from './dispatch.ts'

const house = await startTestHouse({ logLevel: 'warn', env: { PUBLIC_URL: 'https://slrt.contoh.go.id' } })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const other = await house.staffAt(offices.maguwoharjo, 'fo')
const parts = noticePartsOf(house)
const tell = () => dispatchAll(parts, Date.now())
const noPhone = { name: 'Sumarni', nik: null, kk: null, phone: null, address: 'RT 4' }

const listOf = (client: Client, show = 'waiting') => client.read(tellingRoutes.list, { query: { show } })
async function returned(own: Parameters<typeof aCaseBy>[1] = { client: noPhone }) {
  const made = await aCaseBy(fo, own)
  await bo.does('case.return', { subject: made.id, data: { reason: 'papers-missing', note: 'KK' } })
  await tell()
  const task = (await listOf(facilitator)).items.find((item) => item.case === made.id)
  return { ...made, task, delivery: task?.id ?? '' }
}
const did = (client: Client, subject: string, delivery: string, result: string, how = 'in-person') =>
  client.send('notice.tell', { subject, data: { delivery, result, how, note: '' } })

test('NOTICE-13 a citizen without a phone is told by somebody who goes there: what to say, to whom, where', async () => {
  const { number, task } = await returned()
  assert.equal(task?.clientName, 'Sumarni')
  assert.equal(task?.what, 'returned')
  assert.deepEqual([task?.writes, task?.calls, task?.alone, task?.state], [false, false, false, 'waiting'])
  assert.ok(task?.words.startsWith(`SLRT ${number}: Puskesos Caturtunggal perlu tambahan keterangan dari Anda.`))
  assert.ok(!(await listOf(other)).items.some((item) => item.number === number))
})

test('NOTICE-13 what came of it is recorded, counted, and part of the way of the case', async () => {
  const { id, delivery } = await returned()
  const before = (await listOf(facilitator)).counts
  assert.equal((await did(facilitator, id, delivery, 'not-found')).status, 200)
  const between = (await listOf(facilitator, 'not-found')).items.find((item) => item.case === id)
  assert.equal(between?.state, 'not-found')
  assert.equal((await did(facilitator, id, delivery, 'told')).status, 200)
  assert.equal((await did(facilitator, id, delivery, 'told')).status, 409)
  const after = (await listOf(facilitator)).counts
  assert.deepEqual([after.waiting, after.told], [before.waiting - 1, before.told + 1])
  const card = await bo.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.equal(card.history.filter(({ action }) => action === 'tell').length, 2)
})

test('NOTICE-13 a task of another case, another district or nobody is not there', async () => {
  const one = await returned()
  const two = await returned()
  assert.equal((await did(facilitator, one.id, two.delivery, 'told')).status, 404)
  assert.equal((await did(other, one.id, one.delivery, 'told')).status, 404)
})

test('NOTICE-13 whoever goes there tells how it stands now: an older task ends when a newer one comes', async () => {
  const { id, delivery } = await returned()
  await bo.does('case.complete', { subject: id, data: { note: 'KK dibawa.' } }).catch(() => undefined)
  await fo.does('case.complete', { subject: id, data: { note: 'KK dibawa.' } }).catch(() => undefined)
  await bo.does('case.take', { subject: id, data: { note: '' } })
  await bo.does('case.answer', { subject: id, data: { outcome: 'informed', note: 'Sudah aktif.', openReferrals: '' } })
  await tell()
  const tasks = (await listOf(facilitator)).items.filter((item) => item.case === id)
  assert.deepEqual(
    tasks.map(({ what }) => what),
    ['answered'],
  )
  assert.notEqual(tasks[0]?.id, delivery)
})

test('NOTICE-17 without a gateway the officer opens WhatsApp with the text prepared; that the number was seen is on record', async () => {
  const { id, number, task, delivery } = await returned({ contactVia: 'whatsapp' })
  assert.deepEqual([task?.writes, task?.calls], [true, true])
  const { href } = await fo.read(tellingRoutes.link, { body: { district: '34.04', id: delivery } })
  const url = new URL(href)
  assert.deepEqual([url.origin, url.pathname], ['https://wa.me', '/6281234567890'])
  assert.ok(url.searchParams.get('text')?.startsWith(`SLRT ${number}: `))
  const looks = await house.owner('select 1 from access_log where subject = $1 and action = $2 and actor = $3', [
    id,
    'reveal',
    `staff:${fo.staff}`,
  ])
  assert.equal(looks.length, 1)
  assert.equal((await did(fo, id, delivery, 'told', 'whatsapp')).status, 200)
  assert.equal((await other.ask(tellingRoutes.link, { body: { district: '34.04', id: delivery } })).status, 404)
})

test('NOTICE-4 a shared phone is written to without a word of the matter, one that is not safe not at all', async () => {
  const shared = await returned({ contactVia: 'whatsapp', contactCare: ['shared-phone', 'no-call'] })
  assert.deepEqual([shared.task?.calls, shared.task?.alone], [false, true])
  const { href } = await fo.read(tellingRoutes.link, { body: { district: '34.04', id: shared.delivery } })
  assert.match(new URL(href).searchParams.get('text') ?? '', /: ada kabar untuk Anda\. Cek: /)
  const unsafe = await returned({ contactVia: 'whatsapp', contactCare: ['unsafe'] })
  assert.equal(unsafe.task, undefined)
  assert.deepEqual((await fo.read(tellingRoutes.ofCase, { query: { district: '34.04', id: unsafe.id } })).reach, 'none')
})

test('NOTICE-4 how a citizen is reached is changed on the card, and counts from then on', async () => {
  const { id, delivery } = await returned({ contactVia: 'whatsapp' })
  const data = { contactVia: 'none', contactCare: [], note: 'Warga minta tidak dihubungi.' }
  await facilitator.does('case.set-contact', { subject: id, data })
  assert.equal((await fo.ask(tellingRoutes.link, { body: { district: '34.04', id: delivery } })).status, 404)
  await bo.does('case.take', { subject: id, data: { note: '' } }).catch(() => undefined)
  assert.equal((await fo.read(tellingRoutes.ofCase, { query: { district: '34.04', id } })).reach, 'none')
})

test('NOTICE-17 the card tells what the citizen was told and what is still to be told', async () => {
  const { id, task } = await returned()
  const shown = await bo.read(tellingRoutes.ofCase, { query: { district: '34.04', id } })
  assert.equal(shown.reach, 'in-person')
  assert.equal(shown.toTell?.id, task?.id)
  assert.deepEqual(
    shown.sent.map(({ what, way, state }) => [what, way, state]),
    [['returned', 'tell', 'waiting']],
  )
  assert.equal((await other.ask(tellingRoutes.ofCase, { query: { district: '34.04', id } })).status, 404)
})

test('NOTICE-18 a lost secret is issued anew after a look at who asks; the old one ends at once, and it is on record', async () => {
  const { id, number, receipt: old } = await aCaseBy(fo)
  const opens = async (secret: string) =>
    (await knock(house.parts, '34.04', number, house.parts.ledger.keys.doorDigest(secret))) !== null
  assert.equal(await opens(old.short), true)
  const command = {
    subject: id,
    id: crypto.randomUUID(),
    doneAt: new Date().toISOString(),
    data: { check: 'id-card', note: 'KTP atas nama Sumarni.' },
  }
  const { receipt } = await fo.does('case.renew-secret', command)
  assert.ok(receipt)
  assert.notEqual(receipt.short, old.short)
  assert.deepEqual([await opens(old.short), await opens(receipt.short)], [false, true])
  assert.equal(await knock(house.parts, '34.04', '', house.parts.ledger.keys.doorDigest(old.long)), null)
  assert.deepEqual((await fo.does('case.renew-secret', command)).receipt, receipt)
  const card = await bo.read(caseRoutes.card, { query: { district: '34.04', id } })
  const step = card.history.find(({ action }) => action === 'renew-secret')
  assert.deepEqual([step?.note, step?.say['check']], ['KTP atas nama Sumarni.', 'id-card'])
  assert.equal((await other.send('case.renew-secret', { ...command, id: crypto.randomUUID() })).status, 404)
  assert.equal((await fo.send('case.renew-secret', { subject: id, data: { check: 'id-card', note: '' } })).status, 400)
})

test('NOTICE-18 somebody who is in with the old secret is out when a new one is issued', async () => {
  const { id, number, receipt } = await aCaseBy(fo)
  const browser = plainBrowser(house.door)
  await browser.open('/lacak')
  assert.equal((await browser.press('/lacak', { number, secret: receipt.short })).path, publicPaths.standing)
  await fo.does('case.renew-secret', { subject: id, data: { check: 'known-in-person', note: 'Tetangga RT 4.' } })
  assert.equal((await browser.open(publicPaths.standing)).path, publicPaths.track)
})

test('NOTICE-13 the page of the citizen tells nothing of who went there, and that a secret was renewed', async () => {
  const { id, number, receipt } = await aCaseBy(fo, { client: noPhone })
  await bo.does('case.return', { subject: id, data: { reason: 'papers-missing', note: 'KK' } })
  await tell()
  const task = (await listOf(facilitator)).items.find((item) => item.case === id)
  await did(facilitator, id, task?.id ?? '', 'told')
  const data = { contactVia: 'visit', contactCare: [], note: '' }
  await fo.does('case.set-contact', { subject: id, data })
  const seen = await knock(house.parts, '34.04', number, house.parts.ledger.keys.doorDigest(receipt.short))
  assert.deepEqual(
    seen?.steps.map(({ kind }) => kind),
    ['case.register', 'case.return'],
  )
})
