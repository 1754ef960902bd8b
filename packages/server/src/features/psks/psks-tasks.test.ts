import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { psksData } from '@openslrt/core/testing/a-welfare.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { dispatchAll } from '../notice/dispatch.ts'
import { staffMessage } from '../notice/message.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const operator = await house.staffAt(offices.caturtunggal, 'village-operator')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const worker = await house.staffAt(offices.caturtunggal, 'facilitator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'village-operator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')

const words = {
  kind: 'community-worker',
  place: sleman.caturtunggal,
  serves: [sleman.caturtunggal],
  name: 'Sri Wahyuni',
  nik: null,
  phone: null,
  email: null,
  address: '',
  fields: {},
}
const today = dayIn('Asia/Jakarta', Date.now())
const ask = { case: null, visit: null, village: null, task: 'Dampingi', from: '2026-01-01', until: null }
const card = (client: Client, id: string) => client.read(psksRoutes.one, { query: { district: '34.04', id } })
const codeOf = async (client: Client, kind: string, subject: string, data: object): Promise<string> =>
  String((await client.send(kind, { subject, data })).body['code'])

/** A verified PSKS, whom the operator of Caturtunggal wrote down unless told otherwise. */
async function helper(own: object = {}, by: Client = operator): Promise<string> {
  const subject = randomUUID()
  await by.does('psks.register', { subject, data: { ...words, ...own } })
  const judge = by === manager ? await house.staffAt(offices.secretariat, 'manager') : manager
  await judge.does('psks.verify', { subject, data: {} })
  return subject
}
async function aVisit(by: Client = coordinator, own: object = {}): Promise<string> {
  const subject = randomUUID()
  await by.does('visit.plan', {
    subject,
    data: { ...visitData.plan, office: by.office, day: today, ...own },
  })
  return subject
}
const posts = (by: Client, id: string, own: object) =>
  by.send('psks.post', { subject: id, data: { ...ask, posting: randomUUID(), ...own } })
const postedCode = async (by: Client, id: string, own: object) => String((await posts(by, id, own)).body['code'])
const toVillage = (village: string) => ({ target: 'village', village })

test('PSKS-7 a PSKS is posted to a visit that its office sees, and is read on the card of that visit', async () => {
  const id = await helper({ name: 'Pendamping' })
  const visit = await aVisit()
  assert.equal((await posts(coordinator, id, { target: 'visit', visit })).status, 200)
  const { items } = await worker.read(psksRoutes.ofVisit, { query: { district: '34.04', id: visit } })
  assert.deepEqual(
    items.map((one) => [one.id, one.name, one.task, one.fromDay, one.untilDay, one.ended]),
    [[id, 'Pendamping', 'Dampingi', '2026-01-01', null, false]],
  )
  const [shown] = (await card(operator, id)).postings
  assert.deepEqual([shown?.target, shown?.visit, shown?.case, shown?.villageName], ['visit', visit, null, null])
})

test('PSKS-7 a visit that is not there, or that whoever posts does not see, is no target', async () => {
  const [id, whole] = [
    await helper(),
    await helper({ kind: 'institution', place: '34.04', serves: ['34.04'] }, manager),
  ]
  const visit = await aVisit()
  assert.equal(await postedCode(coordinator, id, { target: 'visit', visit: randomUUID() }), 'psks-posting')
  assert.equal(await postedCode(neighbour, whole, { target: 'visit', visit }), 'psks-posting')
  assert.equal(await postedCode(coordinator, id, { target: 'visit', visit: null }), 'psks-posting')
  assert.equal(
    await postedCode(coordinator, id, { target: 'visit', visit, village: sleman.caturtunggal }),
    'psks-posting',
  )
  const asks = { query: { district: '34.04', id: visit } }
  assert.equal((await neighbour.ask(psksRoutes.ofVisit, asks)).status, 404)
  assert.equal((await elsewhere.ask(psksRoutes.ofVisit, asks)).status, 404)
  assert.equal((await manager.ask(psksRoutes.ofVisit, { query: { district: '34.04', id: randomUUID() } })).status, 404)
})

test('PSKS-7 a village is one that there is, that the PSKS serves and the office covers', async () => {
  const id = await helper({ kind: 'institution', place: '34.04', serves: ['34.04'] }, manager)
  assert.equal(await postedCode(operator, id, toVillage(sleman.maguwoharjo)), 'psks-serves')
  assert.equal(await postedCode(manager, id, toVillage('34.04.07.2999')), 'psks-serves')
  assert.equal(await postedCode(manager, id, toVillage('34.02.01.2001')), 'psks-serves')
  const own = await helper()
  assert.equal(await postedCode(manager, own, toVillage(sleman.maguwoharjo)), 'psks-serves')
  assert.equal((await posts(operator, id, toVillage(sleman.caturtunggal))).status, 200)
})

test('PSKS-7 the same task is given once while it runs, and again when it is over', async () => {
  const id = await helper()
  const posting = randomUUID()
  assert.equal((await posts(operator, id, { ...toVillage(sleman.caturtunggal), posting })).status, 200)
  assert.equal(await postedCode(coordinator, id, toVillage(sleman.caturtunggal)), 'psks-posted')
  await operator.does('psks.end-posting', { subject: id, data: { posting, note: '' } })
  assert.equal(await codeOf(operator, 'psks.end-posting', id, { posting, note: '' }), 'psks-posting')
  assert.equal((await posts(coordinator, id, toVillage(sleman.caturtunggal))).status, 200)
  assert.equal((await card(operator, id)).postings.length, 2)
})

test('PSKS-7 the card of a village tells who serves it, verified ones alone, and who was asked to look after it', async () => {
  const name = `Melayani ${randomUUID().slice(0, 8)}`
  const own = await helper({ name })
  const whole = await helper({ name, kind: 'youth', place: '34.04', serves: [sleman.depok] }, manager)
  const waiting = randomUUID()
  await operator.does('psks.register', { subject: waiting, data: { ...words, name } })
  const far = await helper({ name, place: sleman.maguwoharjo, serves: [sleman.maguwoharjo] }, neighbour)
  await posts(operator, whole, { ...toVillage(sleman.caturtunggal), task: name })
  const at = await fo.read(psksRoutes.at, { query: { place: sleman.caturtunggal } })
  assert.equal(at.placeName, 'Caturtunggal')
  const serving = at.serving.filter((one) => one.name === name).map((one) => one.id)
  assert.deepEqual(new Set(serving), new Set([own, whole]))
  assert.deepEqual(
    at.items.filter(({ task }) => task === name).map((one) => [one.id, one.ended]),
    [[whole, false]],
  )
  assert.ok(![waiting, far].some((id) => serving.some((one) => one === id)))
  for (const [client, place] of [
    [fo, sleman.maguwoharjo],
    [fo, sleman.depok],
    [elsewhere, sleman.caturtunggal],
    [manager, '34'],
    [manager, '34.04.07.2999'],
  ] as const)
    assert.equal((await client.ask(psksRoutes.at, { query: { place } })).status, 404, place)
})

test('PSKS-7 those who still look after a case stand before those who did', async () => {
  const { id: kase } = await aCaseBy(coordinator)
  const [first, second] = [await helper({ name: 'Pertama' }), await helper({ name: 'Kedua' })]
  const posting = randomUUID()
  await posts(coordinator, first, { target: 'case', case: kase })
  await posts(coordinator, second, { target: 'case', case: kase, posting })
  await coordinator.does('psks.end-posting', { subject: second, data: { posting, note: 'Selesai.' } })
  const { items } = await coordinator.read(psksRoutes.ofCase, { query: { district: '34.04', id: kase } })
  assert.deepEqual(
    items.map(({ name, ended }) => [name, ended]),
    [
      ['Pertama', false],
      ['Kedua', true],
    ],
  )
  assert.equal((await neighbour.ask(psksRoutes.ofCase, { query: { district: '34.04', id: kase } })).status, 404)
})

/** What somebody was told of PSKS since they last read. */
async function heard(who: Client): Promise<readonly (readonly [string, string | null, string])[]> {
  await dispatchAll(noticePartsOf(house), Date.now())
  const { items } = await who.read(noticeRoutes.list, { query: { show: 'unread' } })
  await who.ask(noticeRoutes.read, { body: { ids: null, read: true } })
  return items
    .filter(({ what }) => what.startsWith('psks-'))
    .map(({ what, about, officeName, case: kase, number }) => {
      assert.deepEqual([kase, number], [null, ''], 'of a case nothing is said')
      return [what, about?.id ?? null, officeName] as const
    })
}
const hearAll = () => Promise.all([operator, coordinator, worker, manager, neighbour, fo].map(heard))

test('PSKS-13 without an account those who look after the PSKS hear of a task, but not of their own', async () => {
  await hearAll()
  const id = await helper()
  await posts(coordinator, id, toVillage(sleman.caturtunggal))
  assert.deepEqual(await heard(operator), [['psks-posted', id, 'Puskesos Caturtunggal']])
  assert.deepEqual(await heard(coordinator), [], 'who did it knows')
  for (const other of [worker, fo, manager, neighbour]) assert.deepEqual(await heard(other), [])
  assert.deepEqual(await heard(operator), [], 'and nobody hears it twice')
})

test('PSKS-13 a PSKS with an account hears of it, in their own name; who asked hears that it is done', async () => {
  const id = await helper()
  await operator.does('psks.set-user', { subject: id, data: { staff: worker.staff } })
  assert.deepEqual((await card(operator, id)).user, { id: worker.staff, name: 'Petugas facilitator' })
  await hearAll()
  const { id: kase } = await aCaseBy(coordinator)
  const posting = randomUUID()
  await posts(manager, id, { target: 'case', case: kase, posting })
  assert.deepEqual(await heard(worker), [['psks-posted', id, 'Sekretariat SLRT Sleman']])
  assert.deepEqual(await heard(operator), [], 'they hear it themselves')
  await operator.does('psks.end-posting', { subject: id, data: { posting, note: '' } })
  assert.deepEqual(await heard(manager), [['psks-done', id, 'Puskesos Caturtunggal']])
  assert.deepEqual(await heard(worker), [])
})

test('PSKS-13 an account is that of somebody at the acting office, of a person, and is taken away again', async () => {
  const id = await helper()
  const body = await helper({ kind: 'institution', name: 'Panti Asih' })
  for (const [subject, staff] of [
    [id, neighbour.staff],
    [id, manager.staff],
    [id, randomUUID()],
    [body, worker.staff],
  ] as const)
    assert.equal(await codeOf(operator, 'psks.set-user', subject, { staff }), 'psks-user')
  assert.equal(await codeOf(operator, 'psks.set-user', id, { staff: null }), 'already-so')
  await operator.does('psks.set-user', { subject: id, data: { staff: worker.staff } })
  assert.equal(await codeOf(operator, 'psks.set-user', id, { staff: worker.staff }), 'already-so')
  assert.equal((await card(operator, id)).status, 'verified', 'and is verified as it was')
  await operator.does('psks.change', { subject: id, data: { ...words, name: 'Sri W.' } })
  assert.equal((await card(operator, id)).user?.id, worker.staff, 'it stays where the rest is changed')
  await operator.does('psks.set-user', { subject: id, data: { staff: null } })
  assert.equal((await card(operator, id)).user, null)
})

test('PSKS-13 outside the desk a message leads to the PSKS, in the reader’s language', () => {
  const psks = randomUUID()
  const told = {
    district: '34.04',
    case_id: null,
    number: '',
    what: 'psks-posted',
    about: { kind: 'psks' as const, id: psks },
    notice: randomUUID(),
  }
  const says = { officeName: 'Puskesos Caturtunggal', until: null, step: null, act: null }
  const message = (lang: 'id' | 'en') =>
    staffMessage(house.parts.reference, 'https://slrt.contoh.go.id', { ...told, says }, lang, Date.now())
  assert.deepEqual(message('id'), {
    subject: 'Tugas PSKS dari Puskesos Caturtunggal',
    text: `Tugas PSKS dari Puskesos Caturtunggal\nhttps://slrt.contoh.go.id/meja/ppks/psks/34.04/${psks}`,
    url: `https://slrt.contoh.go.id/meja/ppks/psks/34.04/${psks}`,
  })
  assert.equal(message('en').subject, 'A task for a PSKS, from Puskesos Caturtunggal')
})

test('PSKS-6 how many are due stands with every list, of the reader’s places alone, and goes down as they are asked', async () => {
  const due = async (client: Client) => (await client.read(psksRoutes.list)).due
  const [before, next] = [await due(operator), await due(neighbour)]
  const id = await helper({ name: 'Lama' })
  assert.equal(await due(operator), before)
  const checked = (days: number) =>
    house.owner('update psks set checked_on = $2::date where id = $1', [
      id,
      dayIn('Asia/Jakarta', Date.now() - days * dayMs),
    ])
  await checked(364)
  assert.equal(await due(operator), before, 'a day early')
  await checked(366)
  assert.deepEqual([await due(operator), await due(neighbour)], [before + 1, next])
  const { items } = await operator.read(psksRoutes.list, { query: { show: 'due' } })
  assert.deepEqual(
    items.filter((line) => line.id === id).map((line) => [line.due, line.status]),
    [[true, 'verified']],
  )
  await operator.does('psks.renew', { subject: id, data: {} })
  assert.equal(await due(operator), before)
})

test('PSKS-14 mentoring and training are kept with their hours, the newest first, and none on a day to come', async () => {
  const id = await helper()
  const event = {
    event: randomUUID(),
    what: 'mentoring',
    title: 'Kunjungan fasilitator',
    onDay: '2026-02-01',
    hours: 2,
    result: 'Baik',
  }
  await operator.does('psks.add-event', { subject: id, data: event })
  const training = { ...event, event: randomUUID(), what: 'training', title: 'Dasar', onDay: '2026-03-01', hours: 16 }
  await operator.does('psks.add-event', { subject: id, data: training })
  const tomorrow = dayIn('Asia/Jakarta', Date.now() + dayMs)
  assert.equal(
    await codeOf(operator, 'psks.add-event', id, { ...event, event: randomUUID(), onDay: tomorrow }),
    'psks-day',
  )
  const again = await operator.send('psks.add-event', { subject: id, data: event })
  assert.equal(again.status, 409, 'the same event under another command is none')
  assert.deepEqual(
    (await card(fo, id)).events.map(({ what, title, hours }) => [what, title, hours]),
    [
      ['training', 'Dasar', 16],
      ['mentoring', 'Kunjungan fasilitator', 2],
    ],
  )
  assert.equal(await codeOf(neighbour, 'psks.add-event', id, event), 'psks-unknown')
})

test('PSKS-5 a month that two report at once is reported once', async () => {
  const id = await helper()
  const said = { month: '2026-02', activities: 'Mendampingi.', days: 10, people: 7 }
  const both = await Promise.all(
    [operator, coordinator].map((one) =>
      one.send('psks.report', { subject: id, data: { ...said, report: randomUUID() } }),
    ),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  assert.equal((await card(operator, id)).reports.length, 1)
})

test('PSKS-2 a command sent twice is done once and answered alike; on an older version it is told to look again', async () => {
  const subject = randomUUID()
  const sent = { id: randomUUID(), subject, doneAt: new Date().toISOString(), data: { ...words, name: 'Dua kali' } }
  const [first, again] = [await operator.send('psks.register', sent), await operator.send('psks.register', sent)]
  assert.deepEqual([again.status, again.body], [first.status, first.body])
  assert.equal((await operator.send('psks.register', { ...sent, data: words })).status, 409)
  assert.equal(await codeOf(operator, 'psks.register', subject, words), 'already-so')
  await operator.does('psks.change', { subject, base: 1, data: { ...words, name: 'Dua kali saja' } })
  const late = await operator.send('psks.end', { subject, base: 1, data: { note: 'Pindah.' } })
  assert.equal(late.body['code'], 'stale')
})

test('PSKS-10 no command from another place or district reaches anybody, and none without the right', async () => {
  const id = await helper()
  const before = await house.owner('select version, status from psks where id = $1', [id])
  for (const kind of keysOf(psksData).filter((one) => one !== 'psks.register'))
    for (const [client, district] of [
      [neighbour, '34.04'],
      [elsewhere, '34.04'],
      [elsewhere, '34.02'],
      [fo, '34.04'],
      [worker, '34.04'],
    ] as const) {
      const answer = await client.send(kind, { subject: id, district, data: psksData[kind] })
      assert.ok(answer.status >= 400 && answer.status < 500, `${kind} ${answer.status}`)
      assert.ok(!answer.text.includes('Sri'), 'and says nothing of them')
    }
  assert.deepEqual(await house.owner('select version, status from psks where id = $1', [id]), before)
})

test('PSKS-10 odd questions are answered with a refusal, and never with a fault', async () => {
  const asks: readonly (readonly [row: (typeof psksRoutes)[keyof typeof psksRoutes], query: Record<string, string>])[] =
    [
      [psksRoutes.list, { place: 'depok' }],
      [psksRoutes.list, { show: 'everybody' }],
      [psksRoutes.list, { q: 'a'.repeat(61) }],
      [psksRoutes.list, { page: '1.5' }],
      [psksRoutes.one, { district: '34.04', id: '1' }],
      [psksRoutes.ofVisit, { district: '34.04', id: '%' }],
      [psksRoutes.at, {}],
      [psksRoutes.at, { place: '34.04.07.2001.1' }],
      [psksRoutes.coverage, { place: '3404' }],
    ]
  for (const [row, query] of asks) assert.equal((await manager.ask(row, { query })).status, 400, JSON.stringify(query))
  for (const q of ['%', '_', "'", '\\', '";--', '​'])
    assert.equal((await manager.ask(psksRoutes.list, { query: { q } })).status, 200, q)
})

test('PSKS-11 accounts, tasks and trainings are proven by the ledger and written anew from it', async () => {
  const rows = () =>
    house.owner(
      `select id, version, staff::text as what from psks union all select id, version, concat(target, visit, village, ended_on) from psks_posting
       union all select id, version, concat(what, hours) from psks_event order by 1`,
    )
  const before = await rows()
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  assert.deepEqual(await rows(), before)
})

test('PSKS-11 nothing was written past the ledger, but for the day that a test put back', async () => {
  await house.owner("update psks set checked_on = (now() at time zone 'Asia/Jakarta')::date where name = 'Lama'")
  await assertVerified(house)
})
