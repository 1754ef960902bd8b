import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { replyRoutes } from '@openslrt/core/contract/reply.ts'
import { caseId, referralId } from '@openslrt/core/kernel/id.ts'
import { shippedOffices } from '@openslrt/core/office/shipped-offices.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { assertVerified } from '../../testing/verified.ts'
import { openShipped, shippedId } from './open-shipped.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const { parts } = house
const install = () =>
  openShipped(
    { pool: parts.pools.api, ledger: parts.ledger, reference: parts.reference, forget: () => undefined },
    Date.now(),
  )
await install()

const national = () =>
  house.owner<{ id: string; name: string; parent: string | null; active: boolean }>(
    "select id, name, parent, active from office where place = '00' order by name",
  )
const psp = shippedId('kemensos-pspkkm')

test('OFFICE-18 every installation is given the ministries, each below the one it belongs to, proven by the ledger', async () => {
  const rows = await national()
  assert.deepEqual(rows.map(({ name }) => name).toSorted(), shippedOffices.map(({ name }) => name).toSorted())
  const parentOf = new Map(rows.map(({ id, parent }) => [id, parent]))
  assert.equal(parentOf.get(psp), shippedId('kemensos-dayasos'))
  assert.equal(parentOf.get(shippedId('kemensos-dayasos')), shippedId('kemensos'))
  const actors = await house.owner("select distinct actor, kind from ledger where district = '00'")
  assert.deepEqual(actors, [{ actor: 'setup', kind: 'office.open' }])
  await assertVerified(house, '00')
  assert.deepEqual(await house.owner("select 1 from post t join office o on o.id = t.office where o.place = '00'"), [])
})

test('OFFICE-18 a next start adds nothing, and leaves what was renamed or closed as it is', async () => {
  const row = (await national()).find(({ id }) => id === shippedId('pos'))
  const data = {
    name: 'Kantor Pos',
    kind: 'provider',
    level: 'nation',
    place: '00',
    parent: null,
    address: '',
    phone: '',
  }
  await house.setUp('office.change', { subject: shippedId('pos'), district: '00', data: { ...data, active: false } })
  assert.equal(row?.name, 'PT Pos Indonesia (Persero)')
  const before = await house.owner("select max(seq)::int as seq from ledger where district = '00'")
  await install()
  assert.deepEqual(await house.owner("select max(seq)::int as seq from ledger where district = '00'"), before)
  const after = (await national()).find(({ id }) => id === shippedId('pos'))
  assert.deepEqual([after?.name, after?.active], ['Kantor Pos', false])
})

test('OFFICE-18 any district refers to a directorate, which answers by link; the result stands on the card', async () => {
  const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
  const query = { district: sleman.district, place: placeCode.parse(sleman.caturtunggal) }
  const { referral: choices, answering } = await desk.read(referenceRoutes.targets, { query })
  assert.ok(choices.some(({ id, level }) => id === psp && level === 'nation'))
  assert.ok(!choices.some(({ id }) => id === shippedId('pos')), 'one that was closed is no choice')
  assert.deepEqual(answering, [])

  const { id } = await aCaseBy(desk)
  const note = 'Mohon pendampingan keluarga.'
  for (const action of ['take', 'recommend', 'approve'])
    await desk.does(`case.${action}`, { subject: id, data: { note } })
  const referral = randomUUID()
  await desk.does('referral.request', {
    subject: id,
    data: { referral, to: psp, grant: randomUUID(), link: randomUUID(), fields: ['story'], note },
  })
  const { long } = await desk.read(replyRoutes.link, {
    body: { district: sleman.district, case: caseId.parse(id), referral: referralId.parse(referral) },
  })
  const browser = plainBrowser(house.door)
  await browser.open('/rujukan')
  await browser.press('/rujukan', { key: long })
  assert.match(browser.page().text, /Puskesos Caturtunggal meminta bantuan Direktorat Pemberdayaan Sosial Perorangan/)
  const page = '/rujukan/jawab'
  await browser.press(page, { note: 'Kami terima.' }, { act: 'accept' })
  await browser.press(page, { note: 'Didampingi sejak Senin.', outcome: 'granted' }, { act: 'complete' })
  const card = await desk.read(caseRoutes.card, { query: { district: sleman.district, id: caseId.parse(id) } })
  const line = card.referrals.find((one) => one.id === referral)
  assert.deepEqual([line?.status, line?.result], ['completed', 'Didampingi sejak Senin.'])
  await assertVerified(house)
})

test('REF-32 an office where somebody answers referrals is told apart from those that need a link', async () => {
  const desk = await house.staffAt(offices.caturtunggal, 'bo')
  await house.staffAt(shippedId('kemensos-rehsos'), 'provider')
  await house.staffAt(shippedId('kemensos'), 'leader')
  const query = { district: sleman.district, place: placeCode.parse(sleman.caturtunggal) }
  const { answering } = await desk.read(referenceRoutes.targets, { query })
  assert.deepEqual(answering, [shippedId('kemensos-rehsos')])
})

test('OFFICE-18 in a list the offices that somebody opened stand before those that came along', async () => {
  const secretariat = await openOffice(house, {
    name: 'Sekretariat Nasional',
    kind: 'national-office',
    level: 'nation',
    place: '00',
  })
  const admin = await house.staffAt(secretariat, 'admin')
  const { items, total } = await admin.read(referenceRoutes.offices)
  assert.equal(total, shippedOffices.length + 6)
  const own = items.slice(0, 6).map(({ name }) => name)
  assert.ok(own.includes('Sekretariat Nasional') && own.includes('RSUD Sleman'), own.join(', '))
})
