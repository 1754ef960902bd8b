import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { replyRoutes } from '@openslrt/core/contract/reply.ts'
import { caseId, referralId } from '@openslrt/core/kernel/id.ts'
import { shippedOffices, shippedOn } from '@openslrt/core/office/shipped-offices.ts'
import { ledgerCode, placeCode, villageCode } from '@openslrt/core/place/code.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { assertVerified } from '../../testing/verified.ts'
import { openShipped, shippedId } from './open-shipped.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const { parts } = house
const install = (now = Date.now()) =>
  openShipped({ pool: parts.pools.api, ledger: parts.ledger, reference: parts.reference, forget: () => undefined }, now)
const openedCodes = async () => {
  const there = new Set(
    (await house.owner<{ id: string }>("select id from office where place = '00'")).map(({ id }) => id),
  )
  return shippedOffices.filter(({ code }) => there.has(shippedId(code))).map(({ code }) => code)
}
// An installation of 2020, as two machines that started at once; and then the release of today.
const before2024 = Date.parse('2020-06-01T00:00:00Z')
await Promise.all([install(before2024), install(before2024)])
const codesThen = await openedCodes()
await Promise.all([install(), install()])

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

test('OFFICE-18 what is there on a day is opened then, once, though two machines start at once; the rest with the day it begins', async () => {
  assert.deepEqual(
    codesThen,
    shippedOn('2020-06-01').map(({ code }) => code),
  )
  assert.ok(codesThen.length > 0 && codesThen.length < shippedOffices.length, 'ministries of 2024 came later')
  const commands = await house.owner<{ subject: string; n: number }>(
    "select subject, count(*)::int as n from ledger where district = '00' and kind = 'office.open' group by subject",
  )
  const shipped = new Set<string>(shippedOffices.map(({ code }) => shippedId(code)))
  assert.equal(commands.filter(({ subject }) => shipped.has(subject)).length, shippedOffices.length)
  assert.deepEqual(
    commands.filter(({ n }) => n > 1),
    [],
  )
})

test('OFFICE-18 no district changes an office of the nation, or appoints anybody there', async () => {
  const admin = await house.staffAt(offices.secretariat, 'admin')
  const before = await national()
  const data = { name: 'Direktorat Sleman', kind: 'agency', level: 'nation', place: '00', parent: null }
  const office = { ...data, address: '', phone: '', active: false }
  const attacks: readonly (readonly [kind: string, subject: string, data: object])[] = [
    ['office.change', psp, office],
    ['office.open', randomUUID(), { ...data, address: '', phone: '' }],
    ['staff.add', randomUUID(), { name: 'Penyusup', post: randomUUID(), office: psp, role: 'provider' }],
    ['post.give', randomUUID(), { staff: admin.staff, office: psp, role: 'provider' }],
  ]
  for (const [kind, subject, said] of attacks)
    for (const district of ['00', '34.04']) {
      const answer = await admin.send(kind, { subject, district, data: said })
      assert.ok(answer.status >= 400 && answer.status < 500, `${kind} ${district} ${answer.text}`)
    }
  assert.deepEqual(await national(), before)
  assert.deepEqual(await house.owner('select 1 from post where office = $1', [psp]), [])
})

test('OFFICE-18 one national office is asked by two districts, and of each case sees what was granted, in its own ledger', async () => {
  const linjamsos = shippedId('kemensos-linjamsos')
  const there = await house.staffAt(linjamsos, 'provider')
  const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const note = 'Mohon diperiksa.'
  const made: { id: string; district: string; referral: string }[] = []
  for (const [office, district, place] of [
    [offices.caturtunggal, '34.04', sleman.caturtunggal],
    [bantul, '34.02', '34.02.01.2001'],
  ] as const) {
    const desk = await house.staffAt(office, office === bantul ? 'manager' : 'coordinator', district)
    const { id } = await aCaseBy(desk, { place: villageCode.parse(place) }, { district })
    for (const action of ['take', 'recommend', 'approve'])
      await desk.does(`case.${action}`, { subject: id, district, data: { note } })
    const referral = randomUUID()
    const asked = { referral, to: linjamsos, grant: randomUUID(), fields: ['story'], note }
    await desk.does('referral.request', { subject: id, district, data: asked })
    made.push({ id, district, referral })
    const { answering } = await desk.read(referenceRoutes.targets, {
      query: { district: ledgerCode.parse(district), place: placeCode.parse(place) },
    })
    assert.ok(answering.includes(linjamsos), `${district}: somebody answers there`)
  }
  const inbox = await there.read(caseRoutes.inbox)
  assert.deepEqual([inbox.open, inbox.items.map(({ district }) => district).toSorted()], [2, ['34.02', '34.04']])
  for (const { id, district, referral } of made) {
    const query = { district: ledgerCode.parse(district), id: caseId.parse(id) }
    assert.equal((await there.read(caseRoutes.card, { query })).referrals.length, 1)
    for (const [step, data] of [
      ['accept', {}],
      ['complete', { outcome: 'granted' }],
    ] as const)
      await there.does(`referral.${step}`, { subject: id, district, data: { referral, note, ...data } })
    assert.equal((await there.ask(caseRoutes.card, { query })).status, 404, 'the grant ended with it')
    await assertVerified(house, district)
  }
  const inNation = await house.owner("select 1 from ledger where district = '00' and kind like 'referral.%'")
  assert.deepEqual(inNation, [])
})

test('REF-32 who left or was shut out answers no more: the office is told to answer by link again', async () => {
  const desk = await house.staffAt(offices.caturtunggal, 'bo')
  const kemenag = shippedId('kemenag')
  const query = { district: sleman.district, place: placeCode.parse(sleman.caturtunggal) }
  const answers = async () => (await desk.read(referenceRoutes.targets, { query })).answering.includes(kemenag)
  assert.equal(await answers(), false)
  const there = await house.staffAt(kemenag, 'provider')
  assert.equal(await answers(), true)
  await house.setUp('staff.change', {
    subject: there.staff ?? '',
    district: '00',
    data: { name: 'Petugas', active: false },
  })
  assert.equal(await answers(), false)
  assert.equal((await there.ask(caseRoutes.inbox)).status >= 401, true)
  for (const odd of [{ district: '34.04' }, { ...query, place: '99.99.99.9999' }, { ...query, kind: 'agency' }])
    assert.ok((await desk.ask(referenceRoutes.targets, { query: odd })).status < 500)
})
