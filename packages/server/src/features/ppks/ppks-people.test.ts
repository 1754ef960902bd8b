import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import { ppksData } from '@openslrt/core/testing/a-welfare.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const diy = await openOffice(house, {
  name: 'Dinas Sosial DIY',
  kind: 'province-office',
  level: 'province',
  place: '34',
})
const ministry = await openOffice(house, { name: 'Pusdatin', kind: 'national-office', level: 'nation', place: '00' })
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const planner = await house.staffAt(offices.dinsos, 'planner')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')
const province = await house.staffAt(diy, 'province', '34')
const nation = await house.staffAt(ministry, 'national', '00')

const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null } as const
let serial = 0

/** A family of two, written down through the registry's own doors. */
async function aFamily(by: Client = coordinator, place: string = sleman.caturtunggal, district = '34.04') {
  serial += 1
  const four = String(serial).padStart(4, '0')
  const [family, head, child] = [randomUUID(), randomUUID(), randomUUID()]
  const kk = `${place.slice(0, 8).replaceAll('.', '')}010110${four}`
  const values = { nomor_kartu_keluarga: kk, alamat: 'RT 04 RW 10' }
  await by.does('registry.add-family', { district, subject: family, data: { place, values, desil: null, ...origin } })
  const nik = `${place.slice(0, 8).replaceAll('.', '')}450680${four}`
  const person = (subject: string, said: object) =>
    by.does('registry.add-person', { district, subject, data: { place, family, values: said, ...origin } })
  await person(head, {
    nama: `Sukinem ${four}`,
    nomor_induk_kependudukan: nik,
    tanggal_lahir: '1980-06-05',
    jenis_kelamin: '2',
    status_hubungan_keluarga: '1',
  })
  await person(child, { nama: `Bagus ${four}`, jenis_kelamin: '1', status_hubungan_keluarga: '3' })
  return { family, head, child, nik, name: `Sukinem ${four}` }
}

const words = {
  type: 'poor',
  since: '2026-03-01',
  village: sleman.caturtunggal,
  name: '',
  nik: null,
  person: null,
  family: null,
  case: null,
}
async function received(by: Client, own: object = {}, district = '34.04'): Promise<string> {
  const subject = randomUUID()
  await by.does('ppks.receive', { district, subject, data: { ...words, name: 'Karto Wiyono', ...own } })
  return subject
}
const codeOf = async (client: Client, kind: string, subject: string, data: object, sent: object = {}) =>
  String((await client.send(kind, { subject, data, ...sent })).body['code'])
const refusedTo = (client: Client, own: object) => codeOf(client, 'ppks.receive', randomUUID(), { ...words, ...own })
const card = (client: Client, id: string) => client.read(ppksRoutes.one, { query: { district: '34.04', id } })
const ofFamily = (client: Client, id: string) => client.ask(ppksRoutes.ofFamily, { query: { district: '34.04', id } })
const idsOf = async (client: Client, id: string) =>
  ppksRoutes.ofFamily.reply.parse((await ofFamily(client, id)).body).items.map((line) => line.id)

test('PPKS-14 somebody found in the registry is taken down without typing name or NIK again', async () => {
  const { head, family, nik, name } = await aFamily()
  const found = await coordinator.read(findRoutes.find, { body: { text: nik, place: null } })
  assert.deepEqual(
    found.items.map(({ id }) => id),
    [head],
  )
  const subject = randomUUID()
  await coordinator.does('ppks.receive', { subject, data: { ...words, person: head } })
  const shown = await card(coordinator, subject)
  assert.equal(shown.name, name)
  assert.equal(shown.nik, `${nik.slice(0, 4)}**********${nik.slice(-2)}`)
  const known = await manager.read(ppksRoutes.reveal, {
    body: { district: '34.04', id: subject, reason: 'Mengurus KTP' },
  })
  assert.deepEqual(known, { name, nik })
  const [row] = await house.owner('select person, family from ppks where id = $1', [subject])
  assert.deepEqual(row, { person: head, family })
})

test('PPKS-14 a name that is written beside the person is the one that stands', async () => {
  const { head } = await aFamily()
  const id = await received(coordinator, { person: head, name: 'Mbah Kinem' })
  assert.equal((await card(coordinator, id)).name, 'Mbah Kinem')
})

test('PPKS-14 the card of a family shows who of it is looked after, also who joined it later', async () => {
  const first = await aFamily()
  const second = await aFamily()
  const byHead = await received(coordinator, { person: first.head, name: '' })
  const byFamily = await received(coordinator, { family: first.family })
  assert.deepEqual(new Set(await idsOf(coordinator, first.family)), new Set([byHead, byFamily]))
  assert.deepEqual(await idsOf(coordinator, second.family), [])
  await coordinator.does('registry.leave-family', { subject: first.head, data: origin })
  await coordinator.does('registry.join-family', {
    subject: first.head,
    data: { family: second.family, relation: '7', ...origin },
  })
  assert.deepEqual(await idsOf(coordinator, second.family), [byHead])
  assert.deepEqual(await idsOf(coordinator, first.family), [byFamily], 'and who left is looked after elsewhere')
})

test('PPKS-14, PPKS-10 of a family a reader sees those that they see in the list, and a family out of sight is none', async () => {
  const { family, head, child } = await aFamily()
  const open = await received(coordinator, { person: head, name: '' })
  const shut = await received(manager, { person: child, name: '', type: 'hiv' })
  assert.deepEqual(await idsOf(fo, family), [open])
  assert.deepEqual(new Set(await idsOf(manager, family)), new Set([open, shut]))
  for (const client of [neighbour, elsewhere, province]) assert.equal((await ofFamily(client, family)).status, 404)
  assert.equal((await ofFamily(planner, family)).status, 403)
  assert.equal((await ofFamily(fo, randomUUID())).status, 404)
})

test('PPKS-15 nobody is taken down twice for one type while they are looked after', async () => {
  const { head } = await aFamily()
  const id = await received(coordinator, { person: head, name: '' })
  assert.equal(await refusedTo(coordinator, { person: head }), 'ppks-twice')
  assert.equal(await refusedTo(manager, { person: head, name: 'Orang lain' }), 'ppks-twice')
  const other = await received(coordinator, { person: head, name: '', type: 'disability' })
  assert.notEqual(other, id, 'of another type they are')
  await coordinator.does('ppks.end', { subject: id, data: { outcome: 'moved', note: '' } })
  assert.ok(await received(coordinator, { person: head, name: '' }), 'and of the same, once that is over')
})

test('PPKS-15 of many who take down the same person at once, one does, for each type', async () => {
  const { head } = await aFamily()
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => {
      const data = { ...words, person: head, type: n < 6 ? 'poor' : 'disability' }
      return (n % 2 === 0 ? coordinator : manager).send('ppks.receive', { subject: randomUUID(), data })
    }),
  )
  assert.deepEqual(answers.map(({ body }) => body.code ?? 'done').toSorted(), [
    'done',
    'done',
    ...Array.from({ length: 6 }, () => 'ppks-twice'),
  ])
})

test('PPKS-3, PPKS-14 nobody is picked whom the office does not see, and no family', async () => {
  const far = await aFamily(neighbour, sleman.maguwoharjo)
  const away = await aFamily(elsewhere, '34.02.01.2001', '34.02')
  for (const { head, family } of [far, away]) {
    assert.equal(await refusedTo(coordinator, { person: head }), 'ppks-who')
    assert.equal(await refusedTo(coordinator, { family, name: 'Karto' }), 'ppks-who')
  }
  assert.equal(await refusedTo(coordinator, { person: randomUUID() }), 'ppks-who')
  const id = await received(manager, { person: far.head, name: '', village: sleman.maguwoharjo })
  assert.equal((await card(neighbour, id)).name, far.name)
})

test('PPKS-14 whoever was merged into another is picked no more, and their PPKS follows', async () => {
  const [kept, gone] = [await aFamily(), await aFamily()]
  const id = await received(coordinator, { person: gone.head, name: '' })
  const two = { district: '34.04', of: 'person', kept: kept.head, gone: gone.head } as const
  const { kept: one, gone: other } = await coordinator.read(doubleRoutes.preview, { query: two })
  const data = {
    of: 'person',
    kept: kept.head,
    gone: gone.head,
    take: [],
    keptVersion: one.version,
    goneVersion: other.version,
  }
  await coordinator.does('registry.merge', { data })
  assert.equal(await refusedTo(coordinator, { person: gone.head, type: 'disability' }), 'ppks-who')
  assert.deepEqual(await idsOf(coordinator, kept.family), [id])
  assert.equal(await refusedTo(coordinator, { person: kept.head }), 'ppks-twice')
})

test('PPKS-2 the same command sent again is answered the same and done once; other words under its name are refused', async () => {
  const subject = randomUUID()
  const id = randomUUID()
  const doneAt = new Date().toISOString()
  const data = { ...words, name: 'Karto Wiyono' }
  const first = await coordinator.send('ppks.receive', { id, subject, doneAt, data })
  const again = await coordinator.send('ppks.receive', { id, subject, doneAt, data })
  assert.deepEqual([again.status, again.body], [first.status, first.body])
  const [rows] = await house.owner('select count(*)::int as n from ppks where id = $1', [subject])
  assert.deepEqual(rows, { n: 1 })
  const other = await coordinator.send('ppks.receive', { id, subject, doneAt, data: { ...data, name: 'Lain' } })
  assert.equal(other.status, 409)
  assert.equal(await codeOf(coordinator, 'ppks.receive', subject, data), 'already-so')
})

test('PPKS-2 of two who assess at once one is told to look again', async () => {
  const id = await received(coordinator)
  const data = { findings: 'Sehat.', risks: [], on: '2026-03-02' }
  const both = await Promise.all(
    [coordinator, manager].map((one) => one.send('ppks.assess', { subject: id, base: 1, data })),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  assert.equal((await card(coordinator, id)).course.length, 2)
})

test('PPKS-8, PPKS-10 no command of another place, or of another district, reaches anybody', async () => {
  const id = await received(coordinator)
  const before = await house.owner('select version, status from ppks where id = $1', [id])
  for (const kind of keysOf(ppksData).filter((one) => one !== 'ppks.receive'))
    for (const [client, sent] of [
      [neighbour, {}],
      [elsewhere, { district: '34.04' }],
      [elsewhere, {}],
      [province, { district: '34.04' }],
      [planner, {}],
      [fo, {}],
    ] as const) {
      const answer = await client.send(kind, { subject: id, data: ppksData[kind], ...sent })
      assert.ok(answer.status >= 400, `${kind}: ${answer.text}`)
      assert.ok(!answer.text.includes('Karto'), 'and says nothing of them')
    }
  assert.deepEqual(await house.owner('select version, status from ppks where id = $1', [id]), before)
})

test('PPKS-3 a village of another district is written in its own ledger or not at all', async () => {
  assert.equal(await refusedTo(coordinator, { name: 'Karto', village: '34.02.01.2001' }), 'wrong-district')
  assert.equal(await refusedTo(coordinator, { name: 'Karto', village: sleman.maguwoharjo }), 'village-elsewhere')
  assert.equal(await refusedTo(manager, { name: 'Karto', village: '34.04.99.2999' }), 'village-elsewhere')
  assert.equal(await refusedTo(coordinator, {}), 'ppks-who')
})

test('PPKS-13 odd questions are answered with a refusal, and never with a fault', async () => {
  const asks: readonly (readonly [row: (typeof ppksRoutes)[keyof typeof ppksRoutes], query: Record<string, string>])[] =
    [
      [ppksRoutes.list, { place: 'sleman' }],
      [ppksRoutes.list, { year: '1e3' }],
      [ppksRoutes.list, { year: '1999' }],
      [ppksRoutes.list, { show: 'everybody' }],
      [ppksRoutes.list, { page: '0' }],
      [ppksRoutes.list, { nama: 'Karto' }],
      [ppksRoutes.one, { district: '34.04', id: 'x' }],
      [ppksRoutes.one, { district: '34.04.07', id: randomUUID() }],
      [ppksRoutes.ofFamily, { district: '34.04' }],
      [ppksRoutes.counts, { place: '34.04.7' }],
      [ppksRoutes.counts, { year: '2101' }],
    ]
  for (const [row, query] of asks) assert.equal((await manager.ask(row, { query })).status, 400, JSON.stringify(query))
  assert.equal((await manager.ask(ppksRoutes.one, { query: { district: '34.04', id: randomUUID() } })).status, 404)
  assert.equal((await manager.ask(ppksRoutes.one, { query: { district: '34.02', id: randomUUID() } })).status, 404)
})

test('PPKS-10 a list is read page by page, none twice, the newest first', async () => {
  const village = sleman.sinduadi
  const made: string[] = []
  for (let nth = 0; nth < 27; nth++)
    made.push(await received(manager, { type: 'scavenger', village, name: `Orang ${nth}` }))
  const pages = [1, 2, 3].map((page) => manager.read(ppksRoutes.list, { query: { type: 'scavenger', page } }))
  const [first, second, third] = await Promise.all(pages)
  assert.deepEqual([first?.total, first?.items.length, second?.items.length, third?.items.length], [27, 25, 2, 0])
  assert.deepEqual(
    [...(first?.items ?? []), ...(second?.items ?? [])].map(({ id }) => id),
    made.toReversed(),
  )
})

const year = 2017
const figures = async (client: Client, place: string | undefined, type: string) => {
  const counts = await client.read(ppksRoutes.counts, { query: { year, ...(place === undefined ? {} : { place }) } })
  const own = counts.types.find((one) => one.type === type)
  const of = (code: string) => own?.cells[counts.below.findIndex((one) => one.code === code)]
  return { counts, total: own?.total, atLeast: own?.atLeast, of }
}

test('PPKS-16 a province and the nation read their sums, of restricted types only what districts tell', async () => {
  const at = async (client: Client, district: string, village: string, n: number, type: string) => {
    for (let nth = 0; nth < n; nth++)
      await received(client, { type, village, since: `${year}-02-01`, name: `Orang ${nth}` }, district)
  }
  await at(manager, '34.04', sleman.caturtunggal, 7, 'hiv')
  await at(elsewhere, '34.02', '34.02.01.2001', 3, 'hiv')
  await at(elsewhere, '34.02', '34.02.01.2001', 2, 'beggar')
  await at(manager, '34.04', sleman.caturtunggal, 4, 'beggar')
  const own = await figures(province, undefined, 'hiv')
  assert.deepEqual(
    [own.counts.place, own.counts.placeName, own.counts.above],
    ['34', 'Daerah Istimewa Yogyakarta', null],
  )
  assert.deepEqual([own.total, own.atLeast, own.of('34.04'), own.of('34.02')], [7, true, 7, null])
  const open = await figures(province, undefined, 'beggar')
  assert.deepEqual([open.total, open.atLeast, open.of('34.04'), open.of('34.02')], [6, false, 4, 2])
  assert.equal(open.counts.all.total, 6)
  assert.deepEqual(
    open.counts.years.find((one) => one.year === year),
    { year, n: 6 },
    'of open types alone',
  )
  const all = await figures(nation, undefined, 'hiv')
  assert.deepEqual([all.counts.placeName, all.total, all.of('34'), all.of('33')], ['Indonesia', 7, 7, null])
  assert.ok(all.counts.below.length > 30)
  assert.equal((await figures(nation, '34', 'hiv')).total, 7)
  assert.equal((await figures(nation, '34.02', 'hiv')).total, null)
  assert.equal((await figures(nation, '34', 'hiv')).counts.above, '00')
  assert.equal((await figures(province, '34.04', 'hiv')).counts.above, '34')
})

test('PPKS-16 whoever reads figures reads them for their own place and below, and rows for no such right', async () => {
  assert.equal((await figures(planner, undefined, 'beggar')).total, 4)
  assert.equal((await planner.ask(ppksRoutes.list)).status, 403)
  for (const [client, place] of [
    [planner, '34'],
    [planner, '34.02'],
    [province, '00'],
    [province, '33'],
    [elsewhere, '34.04'],
    [coordinator, sleman.depok],
    [coordinator, sleman.maguwoharjo],
  ] as const)
    assert.equal((await client.ask(ppksRoutes.counts, { query: { place } })).status, 404, place)
  const { items } = await province.read(ppksRoutes.list, { query: { show: 'all' } })
  assert.deepEqual(items, [], 'a province reads figures and nobody')
})

test('PPKS-3 of a case that is shown in part nobody is taken down', async () => {
  const { id: kase } = await aCaseBy(coordinator)
  assert.equal(await refusedTo(neighbour, { case: kase, name: 'Karto', village: sleman.maguwoharjo }), 'ppks-case')
  const { items } = await coordinator.read(ppksRoutes.ofCase, { query: { district: '34.04', id: kase } })
  assert.deepEqual(items, [])
  assert.equal((await neighbour.ask(ppksRoutes.ofCase, { query: { district: '34.04', id: kase } })).status, 404)
})

test('PPKS-12 whoever was picked, merged and counted is proven by both ledgers and written anew', async () => {
  const rows = () => house.owner('select id, version, person, family, status, type from ppks order by id')
  const before = await rows()
  for (const district of ['34.04', '34.02'])
    await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, district))
  assert.deepEqual(await rows(), before)
  await assertVerified(house)
  await assertVerified(house, '34.02')
})
