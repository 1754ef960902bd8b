import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { registryData } from '@openslrt/core/testing/registry-data.ts'
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
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')
const planner = await house.staffAt(offices.dinsos, 'planner')
const surveyor = await house.staffAt(offices.secretariat, 'surveyor')

const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null } as const
let serial = 0
const numbers = () => {
  serial += 1
  const four = String(serial).padStart(4, '0')
  return { kk: `340407010110${four}`, nik: `340407450680${four}` }
}

async function aFamilyBy(client: Client, own: object = {}, place: string = sleman.caturtunggal) {
  const { kk, nik } = numbers()
  const [family, head] = [randomUUID(), randomUUID()]
  const values = { nomor_kartu_keluarga: kk, alamat: 'RT 04 RW 10', sepeda_motor: 1, ...own }
  await client.does('registry.add-family', { subject: family, data: { place, values, desil: null, ...origin } })
  const said = { nama: 'Siti Aminah', nomor_induk_kependudukan: nik, tanggal_lahir: '1980-06-05', jenis_kelamin: '2' }
  const data = { place, family, values: { ...said, status_hubungan_keluarga: '1' }, ...origin }
  await client.does('registry.add-person', { subject: head, data })
  return { family, head, kk, nik }
}

const card = (client: Client, id: string) => client.read(registryRoutes.family, { query: { district: '34.04', id } })
const personCard = (client: Client, id: string) =>
  client.read(registryRoutes.person, { query: { district: '34.04', id } })
const historyOf = (client: Client, of: string, id: string, variable?: string) =>
  client.read(registryRoutes.history, { query: { district: '34.04', of, id, ...(variable ? { variable } : {}) } })
const record = (client: Client, subject: string, values: object, own: object = {}, base: number | null = null) =>
  client.send('registry.record', { subject, base, data: { of: 'person', values, desil: null, ...origin, ...own } })
const refusedWith = async (sent: ReturnType<Client['send']>): Promise<string> => String((await sent).body['code'])

test('REGISTRY-13 a family is made of what is known of it, and read as one page with numbers masked', async () => {
  const { family, kk, nik } = await aFamilyBy(fo)
  const { line, said, members, completeness, mayEdit, mayReveal, cases } = await card(fo, family)
  assert.deepEqual([line.head, line.members, line.placeName, line.desil], ['Siti Aminah', 1, 'Caturtunggal', null])
  assert.equal(said['nomor_kartu_keluarga'], `${kk.slice(0, 4)}**********${kk.slice(-2)}`)
  assert.equal(said['sepeda_motor'], 1)
  const [head] = members
  assert.equal(head?.said['nomor_induk_kependudukan'], `${nik.slice(0, 4)}**********${nik.slice(-2)}`)
  assert.ok((head?.age ?? 0) >= 46)
  assert.deepEqual([completeness.known, line.complete], [4, completeness.percent])
  assert.deepEqual([mayEdit, mayReveal, cases], [true, false, []])
})

test('REGISTRY-14 values come a few at a time; each knows who gave it, when, how, and what stood before', async () => {
  const { head } = await aFamilyBy(fo)
  await fo.does('registry.record', {
    subject: head,
    base: 1,
    data: { of: 'person', values: { status_kawin: '2', agama: 'islam' }, desil: null, ...origin },
  })
  const paper = { way: 'document', source: 'Akta cerai' }
  await coordinator.does('registry.record', {
    subject: head,
    base: 2,
    data: { of: 'person', values: { status_kawin: '3', agama: 'islam' }, desil: null, ...origin, ...paper },
  })
  const { items } = await historyOf(fo, 'person', head, 'status_kawin')
  assert.deepEqual(
    items.map(({ values, was, way, source, byName, officeName }) => [values, was, way, source, byName, officeName]),
    [
      [
        { status_kawin: '3' },
        { status_kawin: '2' },
        'document',
        'Akta cerai',
        'Petugas coordinator',
        'Puskesos Caturtunggal',
      ],
      [{ status_kawin: '2', agama: 'islam' }, {}, 'visit', 'Kunjungan rumah', 'Petugas fo', 'Puskesos Caturtunggal'],
    ],
  )
  assert.equal((await historyOf(fo, 'person', head)).total, 3)
  assert.equal((await personCard(fo, head)).said['status_kawin'], '3')
})

test('REGISTRY-21 two who looked at the same page and change different fields are both heard; the same field is named', async () => {
  const { family, head } = await aFamilyBy(fo)
  const at1 = (client: Client, values: object) => record(client, head, values, {}, 1)
  assert.equal((await at1(fo, { agama: 'hindu' })).status, 200)
  assert.equal((await at1(coordinator, { status_kawin: '3' })).status, 200)
  const late = await at1(coordinator, { agama: 'islam', hamil: false })
  assert.deepEqual([late.status, late.body['code']], [409, 'registry-clash'])
  assert.match(String(late.body['message']), /Agama: sekarang “Hindu”, dari Anda “Islam”/)
  assert.deepEqual(late.body['details'], { clashes: [{ variable: 'agama', stands: 'hindu', given: 'islam' }] })
  const { said } = await personCard(fo, head)
  assert.deepEqual([said['agama'], said['status_kawin'], said['hamil']], ['hindu', '3', undefined])
  assert.equal(await refusedWith(at1(fo, { agama: 'hindu' })), 'already-so')
  const both = [{ sepeda_motor: 2 }, { alamat: 'RT 05 RW 10' }].map((values) =>
    record(fo, family, values, { of: 'family' }, 1),
  )
  assert.deepEqual(
    (await Promise.all(both)).map(({ status }) => status),
    [200, 200],
    'sent at the same moment',
  )
  const now = await card(fo, family)
  assert.deepEqual([now.said['sepeda_motor'], now.said['alamat'], now.line.version], [2, 'RT 05 RW 10', 3])
})

test('REGISTRY-21 of two who move a family to different villages the later is told both by their names', async () => {
  const { family } = await aFamilyBy(manager)
  const move = (village: string) => record(manager, family, { kode_kelurahan_desa: village }, { of: 'family' }, 1)
  assert.equal((await move(sleman.sinduadi)).status, 200)
  const late = await move(sleman.maguwoharjo)
  assert.deepEqual([late.status, late.body['code']], [409, 'registry-clash'])
  assert.match(String(late.body['message']), /: sekarang “Sinduadi”, dari Anda “Maguwoharjo”/)
})

test('REGISTRY-21 a page that nobody can hold the steps since against is too old: of who was moved along, or from ahead', async () => {
  const { family, head } = await aFamilyBy(manager)
  const to = { kode_kelurahan_desa: sleman.sinduadi }
  assert.equal((await record(manager, family, to, { of: 'family' })).status, 200)
  assert.equal(await refusedWith(record(manager, head, { agama: 'hindu' }, {}, 1)), 'stale')
  assert.equal(await refusedWith(record(manager, head, { agama: 'hindu' }, {}, 9)), 'stale')
  assert.equal((await record(manager, head, { agama: 'hindu' }, {}, 2)).status, 200)
})

test('REGISTRY-15 somebody is moved from one family to another in one step, and no further than the officer sees', async () => {
  const [one, two] = [await aFamilyBy(fo), await aFamilyBy(fo)]
  const join = (from: string | undefined, own: object = {}) =>
    fo.send('registry.join-family', {
      subject: one.head,
      data: { family: two.family, from, relation: '3', ...origin, ...own },
    })
  assert.equal(await refusedWith(join(two.family)), 'in-another-family')
  assert.equal(await refusedWith(join(randomUUID())), 'in-another-family')
  const far = await aFamilyBy(manager, {}, sleman.sinduadi)
  assert.equal(await refusedWith(join(one.family, { family: far.family })), 'unknown-family')
  assert.equal((await join(one.family)).status, 200)
  assert.deepEqual(
    (await card(fo, two.family)).members.map(({ id }) => id),
    [two.head, one.head],
  )
  const { items } = await historyOf(fo, 'person', one.head, 'nomor_kartu_keluarga')
  const mask = (kk: string) => `${kk.slice(0, 4)}**********${kk.slice(-2)}`
  assert.deepEqual(
    [items[0]?.values['nomor_kartu_keluarga'], items[0]?.was['nomor_kartu_keluarga']],
    [two.kk, one.kk].map(mask),
  )
  const back = { family: one.family, from: two.family, relation: '1', ...origin }
  await fo.does('registry.join-family', { subject: one.head, data: back })
  assert.equal((await card(fo, one.family)).line.head, 'Siti Aminah')
})

test('REGISTRY-10 a value of a wrong form is refused by the name that people have for it; an unlikely one is kept and told', async () => {
  const { head } = await aFamilyBy(fo)
  const wrong = await record(fo, head, { nomor_induk_kependudukan: '123' })
  assert.deepEqual([wrong.status, wrong.body['code']], [422, 'registry-value'])
  assert.match(String(wrong.body['message']), /NIK.*16 angka/)
  assert.equal(await refusedWith(record(fo, head, { status_kawin: '9' })), 'registry-value')
  assert.equal(await refusedWith(record(fo, head, { kecamatan: 'Depok' })), 'registry-value')
  assert.equal((await record(fo, head, { nomor_induk_kependudukan: '9999 9947 1313 0000' })).status, 200)
  const { doubts } = await personCard(fo, head)
  assert.deepEqual(
    doubts.map(({ code }) => code),
    ['nik-place', 'nik-date', 'nik-serial'],
  )
})

test('REGISTRY-5 a place part that the history of places knows gives no doubt, and a number that two have does', async () => {
  const one = await aFamilyBy(fo)
  assert.deepEqual((await personCard(fo, one.head)).doubts, [])
  const two = await aFamilyBy(fo)
  await record(fo, two.head, { nomor_induk_kependudukan: one.nik })
  for (const id of [one.head, two.head])
    assert.deepEqual(
      (await personCard(fo, id)).doubts.map(({ code }) => code),
      ['nik-twice'],
    )
})

test('REGISTRY-8 what a district asks beside is recorded by its own name, and chosen lists are those of the day', async () => {
  const { family } = await aFamilyBy(fo)
  const { local, lists } = await fo.read(registryRoutes.choices, { query: { district: '34.04' } })
  assert.equal(lists.status_kawin.length, 4)
  const [name] = local.map((one) => one.name)
  assert.equal(name, 'lokal-makan-dua-kali')
  await fo.does('registry.record', {
    subject: family,
    data: { of: 'family', values: { [name ?? '']: true }, desil: null, ...origin },
  })
  assert.equal((await card(fo, family)).said['lokal-makan-dua-kali'], true)
  assert.equal(await refusedWith(record(fo, family, { 'lokal-lain': true }, { of: 'family' })), 'registry-value')
})

test('REGISTRY-14 desil is kept with its snapshot and who said it', async () => {
  const { family } = await aFamilyBy(fo)
  const desil = { value: 3, on: '2026-07-10', source: 'Cek DTSEN' }
  await fo.does('registry.record', { subject: family, data: { of: 'family', values: {}, desil, ...origin } })
  const { line, said } = await card(fo, family)
  assert.deepEqual([line.desil, said['desil_on'], said['desil_source']], [3, '2026-07-10', 'Cek DTSEN'])
})

test('REGISTRY-15 nobody is in two families: who comes to one has left the other', async () => {
  const [one, two] = [await aFamilyBy(fo), await aFamilyBy(fo)]
  const join = { family: two.family, relation: '7', ...origin }
  assert.equal(
    await refusedWith(fo.send('registry.join-family', { subject: one.head, data: join })),
    'in-another-family',
  )
  await fo.does('registry.leave-family', { subject: one.head, data: { ...origin, source: 'Pisah KK' } })
  assert.equal(await refusedWith(fo.send('registry.leave-family', { subject: one.head, data: origin })), 'in-no-family')
  await fo.does('registry.join-family', { subject: one.head, data: join })
  const { members } = await card(fo, two.family)
  assert.deepEqual(
    members.map(({ id, said }) => [id, said['status_hubungan_keluarga']]),
    [
      [two.head, '1'],
      [one.head, '7'],
    ],
  )
  const { doubts, line } = await card(fo, one.family)
  assert.deepEqual([doubts, line.members, line.head], [[], 0, ''])
})

test('REGISTRY-16 who died or moved is marked, counted no more, and can be taken back', async () => {
  const { family, head } = await aFamilyBy(fo)
  const mark = (status: string, of = 'person', on = '2026-01-05') =>
    fo.send('registry.mark', { subject: of === 'person' ? head : family, data: { of, status, on, ...origin } })
  assert.equal((await mark('dead')).status, 200)
  assert.equal(await refusedWith(mark('dead')), 'already-so')
  assert.equal(await refusedWith(mark('gone')), 'registry-value')
  assert.equal(await refusedWith(mark('moved', 'family', '2099-01-01')), 'day-ahead')
  const dead = await card(fo, family)
  assert.deepEqual([dead.line.members, dead.members.length, dead.members[0]?.status], [0, 1, 'dead'])
  assert.equal((await mark('known')).status, 200)
  assert.equal((await card(fo, family)).line.members, 1)
  assert.equal((await mark('gone', 'family')).status, 200)
  const { items } = await historyOf(fo, 'family', family, 'keadaan')
  assert.deepEqual([items[0]?.values['keadaan'], items[0]?.was['keadaan']], ['gone', 'known'])
})

test('REGISTRY-14 a family that moves takes its members along, and no further than its officer sees', async () => {
  const { family, head } = await aFamilyBy(manager)
  const move = (client: Client, village: string) =>
    record(client, family, { kode_kelurahan_desa: village }, { of: 'family' })
  assert.equal(await refusedWith(move(fo, sleman.sinduadi)), 'village-elsewhere')
  assert.equal(await refusedWith(move(manager, '34.02.01.2001')), 'village-elsewhere')
  assert.equal((await move(manager, sleman.sinduadi)).status, 200)
  assert.equal((await personCard(manager, head)).place, sleman.sinduadi)
  assert.equal((await fo.ask(registryRoutes.family, { query: { district: '34.04', id: family } })).status, 404)
})

test('REGISTRY-3 outsiders see no family, no person, no history, and can change none; nor can who only reads figures', async () => {
  const { family, head } = await aFamilyBy(fo)
  const query = { district: '34.04', id: family }
  assert.equal((await elsewhere.ask(registryRoutes.family, { query })).status, 404)
  assert.equal((await elsewhere.ask(registryRoutes.person, { query: { ...query, id: head } })).status, 404)
  assert.deepEqual((await elsewhere.read(registryRoutes.history, { query: { ...query, of: 'family' } })).items, [])
  const sent = await elsewhere.send('registry.record', {
    subject: head,
    district: '34.04',
    data: registryData['registry.record'],
  })
  assert.equal(sent.body['code'], 'not-found')
  for (const client of [planner, surveyor])
    assert.equal((await client.ask(registryRoutes.family, { query })).status, 403)
  assert.equal((await elsewhere.read(registryRoutes.families, { query: {} })).total, 0)
})

test('REGISTRY-17 families are listed by village, by how much is known and by desil, in pages', async () => {
  const mine = await aFamilyBy(manager, {}, sleman.maguwoharjo)
  const desil = { value: 9, on: '2026-07-10', source: 'DTSEN' }
  await manager.does('registry.record', { subject: mine.family, data: { of: 'family', values: {}, desil, ...origin } })
  const list = async (query: Record<string, string>) =>
    (await manager.read(registryRoutes.families, { query })).items.map(({ id }) => String(id))
  assert.deepEqual(await list({ place: sleman.maguwoharjo }), [mine.family])
  assert.deepEqual(await list({ desil: '9' }), [mine.family])
  assert.deepEqual(await list({ desil: '9', complete: 'whole' }), [])
  assert.ok(!(await list({ desil: 'none' })).includes(mine.family))
  assert.deepEqual(await list({ desil: '9', status: 'moved' }), [])
  const { total, items, size } = await manager.read(registryRoutes.families, { query: { page: '2' } })
  assert.equal(items.length, Math.max(0, total - size))
  assert.equal((await manager.ask(registryRoutes.families, { query: { desil: '11' } })).status, 400)
})

test('REGISTRY-18 a number is revealed to who may, with the reason on record', async () => {
  const { family, head, kk, nik } = await aFamilyBy(fo)
  const body = { district: '34.04', of: 'person', id: head, reason: 'Cocokkan dengan KTP' }
  assert.equal((await fo.ask(registryRoutes.reveal, { body })).status, 403)
  assert.deepEqual(await coordinator.read(registryRoutes.reveal, { body }), { nik, kk: null, phone: null })
  const ofFamily = { ...body, of: 'family', id: family }
  assert.deepEqual(await coordinator.read(registryRoutes.reveal, { body: ofFamily }), { nik: null, kk, phone: null })
  assert.equal((await elsewhere.ask(registryRoutes.reveal, { body })).status, 404)
  const looks = await house.owner('select reason from access_log where action = $1 and subject = $2', ['reveal', head])
  assert.deepEqual(looks, [{ reason: 'Cocokkan dengan KTP' }])
})

test('REGISTRY-19 a case finds the family that its card or its NIK names, and the family its cases', async () => {
  const { family, kk, nik } = await aFamilyBy(fo)
  const client = { name: 'Siti Aminah', phone: null, address: '' }
  const byCard = await aCaseBy(fo, { client: { ...client, kk, nik: null } })
  const byNik = await aCaseBy(fo, { client: { ...client, kk: null, nik } })
  const other = await aCaseBy(fo, { client: { ...client, kk: null, nik: null } })
  const found = async ({ id }: { readonly id: string }, who = fo) =>
    (await who.read(registryRoutes.ofCase, { query: { district: '34.04', case: id } })).items.map((line) => line.id)
  for (const kase of [byCard, byNik]) assert.deepEqual(await found(kase), [family])
  assert.deepEqual(await found(other), [])
  assert.deepEqual(await found(byNik, elsewhere), [])
  assert.deepEqual(
    (await card(fo, family)).cases.map(({ id }) => String(id)).toSorted(),
    [byCard.id, byNik.id].toSorted(),
  )
})

/** Every command about people and families, as somebody sends it about a family and its head that they found the ids of. */
const attempts = ({ family, head }: { readonly family: string; readonly head: string }): readonly Attempt[] => [
  ['registry.add-family', randomUUID(), registryData['registry.add-family']],
  ['registry.add-person', randomUUID(), registryData['registry.add-person']],
  ['registry.add-person', randomUUID(), { ...registryData['registry.add-person'], family }],
  ['registry.record', head, registryData['registry.record']],
  ['registry.record', family, { ...registryData['registry.record'], of: 'family', values: { sepeda: 1 } }],
  ['registry.join-family', head, { ...registryData['registry.join-family'], family, relation: '2' }],
  ['registry.leave-family', head, registryData['registry.leave-family']],
  ['registry.mark', head, registryData['registry.mark']],
  ['registry.mark', family, { ...registryData['registry.mark'], of: 'family' }],
]
type Attempt = readonly [kind: string, subject: string, data: object]
const stateOf = async (family: string) =>
  house.owner(
    'select f.version, (select json_agg(p.version) from person p where p.family = f.id) as people from family f where id = $1',
    [family],
  )

test('REGISTRY-3 no command of another district, of a village beside, or of who may only read reaches anybody; nothing is changed', async () => {
  const ours = await aFamilyBy(fo)
  const before = await stateOf(ours.family)
  const beside = await house.staffAt(offices.maguwoharjo, 'coordinator')
  const reader = await house.staffAt(offices.secretariat, 'verifier')
  for (const [kind, subject, data] of attempts(ours)) {
    const isAdd = kind.startsWith('registry.add')
    const own = 'family' in data && data.family === ours.family && isAdd ? 'unknown-family' : 'village-elsewhere'
    const table: readonly (readonly [client: Client, district: string, code: string])[] = [
      [elsewhere, '34.04', isAdd ? own : 'not-found'],
      [elsewhere, '34.02', isAdd ? 'wrong-district' : 'not-found'],
      [beside, '34.04', isAdd ? own : 'not-found'],
      [reader, '34.04', 'not-permitted'],
      [planner, '34.04', 'not-permitted'],
      [surveyor, '34.04', 'not-permitted'],
    ]
    for (const [client, district, code] of table)
      assert.equal(await refusedWith(client.send(kind, { subject, district, data })), code, `${kind} ${district}`)
  }
  assert.deepEqual(await stateOf(ours.family), before)
})

test('REGISTRY-14 a command sent twice is done once, and another one under its id is refused', async () => {
  const { family, head } = await aFamilyBy(fo)
  for (const [kind, subject, data] of attempts({ family, head }).slice(3, 7)) {
    const sent = { subject, data, id: randomUUID(), doneAt: new Date().toISOString() }
    const first = await fo.send(kind, sent)
    const again = await fo.send(kind, sent)
    assert.deepEqual([again.status, again.body], [first.status, first.body], kind)
    assert.equal(await refusedWith(fo.send(kind, { ...sent, base: 99 })), 'command-id-reused', kind)
  }
  assert.equal((await historyOf(fo, 'person', head)).total, 4)
})

test('REGISTRY-9 what the ledger holds of people and families adds up to their rows, and makes them anew', async () => {
  await assertVerified(house)
  await withOwner(house.ownerUrl, (pool) => rebuildDistrict(pool, house.parts.ledger.keys, '34.04'))
  await assertVerified(house)
})

test('REGISTRY-1 no number lies open: not in rows, not in records', async () => {
  const { head, nik } = await aFamilyBy(fo)
  const rows = await house.owner<{ all: string }>(
    'select (select json_agg(p)::text from person p where id = $1) || (select json_agg(r)::text from registry_record r where holder = $1) as all',
    [head],
  )
  assert.ok(!rows[0]?.all.includes(nik))
})
