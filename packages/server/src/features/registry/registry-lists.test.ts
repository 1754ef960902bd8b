import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { addFamily, addPerson, kkAt, nikAt, origin, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const stranger = await house.staffAt(bantul, 'manager', '34.02')
const { district } = sleman

const listed = (by: Client, query: Readonly<Record<string, string | number>> = {}) =>
  by.read(registryRoutes.families, { query })
const idsOf = async (by: Client, query: Readonly<Record<string, string | number>> = {}) =>
  (await listed(by, query)).items.map(({ id }) => String(id))
const cardOf = (by: Client, id: string) => by.read(registryRoutes.family, { query: { district, id } })
const mark = (by: Client, subject: string, of: 'person' | 'family', status: string) =>
  by.does('registry.mark', { subject, data: { of, status, on: '2026-11-01', ...origin } })
const head = { status_hubungan_keluarga: '1' }

test('REGISTRY-17 the list is cut to a sub-district or a village, and never wider than whoever reads it sees', async () => {
  const here = await addFamily(coordinator)
  const there = await addFamily(neighbour, {}, sleman.maguwoharjo)
  const far = await addFamily(manager, {}, sleman.sinduadi)
  assert.deepEqual(await idsOf(manager, { place: sleman.depok }), [here, there])
  assert.deepEqual(await idsOf(manager, { place: district }), [far, here, there])
  assert.deepEqual(await idsOf(fo, { place: district }), [here])
  assert.deepEqual(await idsOf(fo, { place: sleman.maguwoharjo }), [])
  assert.deepEqual(await idsOf(stranger, { place: district }), [])
  assert.deepEqual(await idsOf(stranger), [])
})

test('REGISTRY-17, R5 a filter that means nothing is refused by its name, and no list is shown instead', async () => {
  for (const [field, wrong] of [
    ['place', '34.4'],
    ['complete', 'half'],
    ['desil', '0'],
    ['desil', '11'],
    ['status', 'dead'],
    ['page', '0'],
  ] as const) {
    const answer = await fo.ask(registryRoutes.families, { query: { [field]: wrong } })
    assert.deepEqual([answer.status, answer.body.code, answer.body.details?.['fields']], [400, 'invalid', [field]])
  }
  const unknown = await fo.ask(registryRoutes.families, { query: { head: 'Siti' } })
  assert.deepEqual([unknown.status, unknown.body.code], [400, 'unknown-filter'])
})

test('REGISTRY-17 each status has a list of its own, and a family is in one of them', async () => {
  const family = await addFamily(coordinator)
  const whereIs = async () => {
    const lists = await Promise.all(
      ['known', 'moved', 'gone', 'merged'].map(async (status) => ({ status, ids: await idsOf(fo, { status }) })),
    )
    return lists.filter(({ ids }) => ids.includes(family)).map(({ status }) => status)
  }
  assert.deepEqual(await whereIs(), ['known'])
  for (const status of ['moved', 'gone', 'known']) {
    await mark(fo, family, 'family', status)
    assert.deepEqual(await whereIs(), [status])
  }
})

test('REGISTRY-17 a family is told by its head, and by none where its head died or left; whoever died is no member', async () => {
  const family = await addFamily(coordinator)
  const first = await addPerson(coordinator, { nama: 'Sukirman', ...head }, { family })
  const child = await addPerson(coordinator, { nama: 'Tini', status_hubungan_keluarga: '3' }, { family })
  const told = async () => {
    const { line } = await cardOf(fo, family)
    return [line.head, line.members]
  }
  assert.deepEqual(await told(), ['Sukirman', 2])
  await mark(fo, first, 'person', 'dead')
  assert.deepEqual(await told(), ['', 1])
  await says(fo, 'person', child, head)
  assert.deepEqual(await told(), ['Tini', 1])
  await fo.does('registry.leave-family', { subject: child, data: origin })
  assert.deepEqual(await told(), ['', 0])
})

test('REGISTRY-17 members stand in the order of the family card: the head first, whoever has no place in it last', async () => {
  const family = await addFamily(coordinator)
  for (const [nama, relation] of [
    ['Cucu', '6'],
    ['Tanpa hubungan', null],
    ['Istri', '2'],
    ['Kepala', '1'],
    ['Anak', '3'],
  ] as const)
    await addPerson(coordinator, { nama, ...(relation ? { status_hubungan_keluarga: relation } : {}) }, { family })
  const { members } = await cardOf(fo, family)
  assert.deepEqual(
    members.map(({ name }) => name),
    ['Kepala', 'Istri', 'Anak', 'Cucu', 'Tanpa hubungan'],
  )
})

test('REGISTRY-17 of very many families the list says that there are more than it counts, and its last pages are read', async () => {
  const [one = ''] = await idsOf(fo)
  await house.owner(
    `insert into family select (p).* from (select jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
      'place', $2::text)) as p from family p cross join generate_series(1, 2010) where p.id = $1) q`,
    [one, sleman.sinduadi],
  )
  const first = await manager.ask(registryRoutes.families, { query: { place: sleman.sinduadi } })
  assert.deepEqual([first.body['total'], first.body['more']], [2000, true])
  const last = await listed(manager, { place: sleman.sinduadi, page: Math.ceil(2000 / pageSize) })
  assert.equal(last.items.length, pageSize)
  const counted = await fo.ask(registryRoutes.families)
  assert.deepEqual([counted.body['more'], counted.body['total']], [false, (await idsOf(fo)).length])
})

test('REGISTRY-19 a restricted case tells a family neither to, nor of, those whose role does not name its kind', async () => {
  const [kk, nik] = [kkAt(50), nikAt(50)]
  const family = await addFamily(coordinator, { nomor_kartu_keluarga: kk })
  await addPerson(coordinator, { nomor_induk_kependudukan: nik, ...head }, { family })
  const client = { ...registration().client, kk, nik }
  const hidden = await aCaseBy(fo, { client, restricted: 'violence' })
  const open = await aCaseBy(fo, { client })
  const casesOf = async (by: Client) => (await cardOf(by, family)).cases.map(({ id }) => String(id))
  assert.deepEqual(await casesOf(fo), [open.id])
  assert.deepEqual(await casesOf(manager), [open.id, hidden.id], 'the newest first')
  const foundBy = async (by: Client, id: string) =>
    (await by.read(registryRoutes.ofCase, { query: { district, case: id } })).items.map((line) => String(line.id))
  assert.deepEqual([await foundBy(fo, hidden.id), await foundBy(fo, open.id)], [[], [family]])
  assert.deepEqual(await foundBy(manager, hidden.id), [family])
})

test('REGISTRY-19 a case that was shared with an office tells it no family, and a family of another village no case', async () => {
  const kk = kkAt(51)
  const family = await addFamily(neighbour, { nomor_kartu_keluarga: kk }, sleman.maguwoharjo)
  const { id } = await aCaseBy(fo, { client: { ...registration().client, kk, nik: null } })
  const ofCase = async (by: Client) =>
    (await by.read(registryRoutes.ofCase, { query: { district, case: id } })).items.map((line) => String(line.id))
  assert.deepEqual([await ofCase(fo), await ofCase(neighbour), await ofCase(manager)], [[], [], [family]])
  assert.deepEqual((await cardOf(neighbour, family)).cases, [])
  const data = {
    grant: crypto.randomUUID(),
    office: offices.maguwoharjo,
    fields: ['client', 'identity'],
    note: 'Bersama',
  }
  await coordinator.does('case.share', { subject: id, data })
  assert.deepEqual(await ofCase(neighbour), [], 'what is shared names no family')
  assert.deepEqual((await cardOf(neighbour, family)).cases, [])
})

test('REGISTRY-18 whoever may reveal at one village reveals nobody of another, and what was never said is none', async () => {
  const person = await addPerson(coordinator, { nomor_induk_kependudukan: nikAt(52) })
  const bare = await addPerson(coordinator, { nama: 'Tanpa nomor' })
  const body = { district, of: 'person', reason: 'Cocokkan dengan KTP' }
  assert.equal((await neighbour.ask(registryRoutes.reveal, { body: { ...body, id: person } })).status, 404)
  const none = await coordinator.read(registryRoutes.reveal, { body: { ...body, id: bare } })
  assert.deepEqual(none, { nik: null, kk: null, phone: null })
  const looks = await house.owner<{ subject: string }>("select subject from access_log where action = 'reveal'")
  assert.deepEqual(
    looks.map(({ subject }) => subject),
    [bare],
  )
})

test('REGISTRY-3 who moved is opened where they live now, with all that was said of them; where they lived what was said there stays', async () => {
  const family = await addFamily(manager)
  const person = await addPerson(manager, { nama: 'Pindahan', ...head }, { family })
  await says(manager, 'person', person, { agama: 'islam' })
  const history = async (by: Client) =>
    (await by.read(registryRoutes.history, { query: { district, of: 'person', id: person } })).items.map(({ values }) =>
      Object.keys(values).toSorted().join(),
    )
  const before = await history(fo)
  assert.deepEqual([before.length, before[0], await history(neighbour)], [2, 'agama', []])
  assert.equal((await says(manager, 'family', family, { kode_kelurahan_desa: sleman.maguwoharjo })).status, 200)
  const opens = async (by: Client) => (await by.ask(registryRoutes.person, { query: { district, id: person } })).status
  assert.deepEqual([await opens(fo), await opens(neighbour), await opens(stranger)], [404, 200, 404])
  assert.equal((await says(neighbour, 'person', person, { hamil: true })).status, 200)
  assert.deepEqual(await history(fo), before)
  for (const by of [neighbour, manager]) assert.deepEqual(await history(by), ['hamil', ...before])
  assert.deepEqual(await history(stranger), [])
})
