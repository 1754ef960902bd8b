import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { addFamily, addPerson, kkAt, nikAt, origin, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertJsonProblem } from '../../testing/problem.ts'

const house = await startTestHouse()
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const stranger = await house.staffAt(bantul, 'manager', '34.02')
const { district } = sleman

const find = (by: Client, text: string, place: string | null = null) =>
  by.read(findRoutes.find, { body: { text, place } })
const idsOf = async (by: Client, text: string, place: string | null = null) =>
  (await find(by, text, place)).items.map(({ id }) => String(id))

test('FIND-2, R5 a line that is too short, too long, of no text or for no place is refused by its name', async () => {
  const bodies: readonly (readonly [body: object, field: string])[] = [
    [{ text: 'a', place: null }, 'text'],
    [{ text: 'a'.repeat(201), place: null }, 'text'],
    [{ text: 340_407, place: null }, 'text'],
    [{ text: `Siti${'\0'}`, place: null }, 'text'],
    [{ text: 'Siti', place: 'Depok' }, 'place'],
    [{ text: 'Siti' }, 'place'],
  ]
  for (const [body, field] of bodies) {
    const answer = await fo.ask(findRoutes.find, { body })
    assert.deepEqual([answer.status, answer.body.code, answer.body.details?.['fields']], [400, 'invalid', [field]])
    assertJsonProblem(answer, field)
  }
  const more = await fo.ask(findRoutes.find, { body: { text: 'Siti', place: null, district } })
  assert.deepEqual([more.status, more.body.code], [400, 'unknown-field'])
})

test('FIND-4 a number finds its holder however it is grouped, and nobody by a part of it', async () => {
  const nik = nikAt(1)
  const person = await addPerson(coordinator, { nama: 'Wagirah', nomor_induk_kependudukan: nik })
  const groups = [nik, nik.replace(/(.{4})(?=.)/g, '$1 '), nik.replace(/(.{2})(?=.)/g, '$1.'), ` ${nik} `]
  for (const text of groups) assert.deepEqual(await idsOf(fo, text), [person], text)
  for (const text of [nik.slice(0, 15), nik.slice(8), `${nik}0`]) assert.deepEqual(await idsOf(fo, text), [], text)
})

test('FIND-4 a number that was corrected finds by the new one, and by the old one nobody', async () => {
  const [wrong, right] = [nikAt(2), nikAt(3)]
  const person = await addPerson(coordinator, { nama: 'Wagirah Salah', nomor_induk_kependudukan: wrong })
  await says(fo, 'person', person, { nomor_induk_kependudukan: right })
  assert.deepEqual([await idsOf(fo, wrong), await idsOf(fo, right)], [[], [person]])
  await says(fo, 'person', person, { nomor_induk_kependudukan: null })
  assert.deepEqual(await idsOf(fo, right), [], 'that there is none was said')
})

test('FIND-4 a name that was corrected finds by the new one; the place goes along with a family that moves', async () => {
  const family = await addFamily(manager, { nomor_kartu_keluarga: kkAt(4) })
  const person = await addPerson(manager, { nama: 'Paijo Kliru' }, { family })
  await says(manager, 'person', person, { nama: 'Sastrodimejo' })
  assert.ok((await idsOf(fo, 'Sastrodimejo')).includes(person))
  assert.ok(!(await idsOf(manager, 'Paijo Kliru', district)).includes(person))
  assert.deepEqual(await idsOf(fo, kkAt(4)), [person])
  await says(manager, 'family', family, { kode_kelurahan_desa: sleman.maguwoharjo })
  for (const text of ['Sastrodimejo', kkAt(4)])
    assert.deepEqual([await idsOf(fo, text), await idsOf(neighbour, text)], [[], [person]], text)
})

test('FIND-4, REGISTRY-16 who died or moved away is found and told as such', async () => {
  const person = await addPerson(coordinator, { nama: 'Mbah Kromoleo' })
  for (const status of ['dead', 'moved', 'known']) {
    await fo.does('registry.mark', { subject: person, data: { of: 'person', status, on: '2026-11-01', ...origin } })
    const { items } = await find(fo, 'Kromoleo')
    assert.deepEqual(
      items.map((line) => [line.id, line.status]),
      [[person, status]],
    )
  }
})

test('FIND-4 a place narrows the search, a wider one is searched as far as the scope goes, and one of others is refused', async () => {
  const person = await addPerson(neighbour, { nama: 'Cokrosumarto' }, { place: sleman.maguwoharjo })
  const places = [sleman.maguwoharjo, district, sleman.caturtunggal]
  const asked = (by: Client) =>
    Promise.all(
      places.map(async (place) => {
        const answer = await by.ask(findRoutes.find, { body: { text: 'Cokrosumarto', place } })
        return answer.status === 200 ? idsOf(by, 'Cokrosumarto', place) : [answer.body.code, 'items' in answer.body]
      }),
    )
  const refused = ['wrong-place', false]
  assert.deepEqual(await asked(manager), [[person], [person], []])
  assert.deepEqual(await asked(neighbour), [[person], [person], refused])
  assert.deepEqual(await asked(fo), [refused, [], []])
  assert.deepEqual(await asked(stranger), [refused, refused, refused])
})

test('FIND-4 of more people than are shown the answer says that there are more, and a day of birth parts them', async () => {
  const person = await addPerson(coordinator, { nama: 'Sumiyati', tanggal_lahir: '1971-02-03' })
  await house.owner(
    `insert into person select (p).* from (select jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),
      'birth_date', '1960-01-01')) as p from person p cross join generate_series(1, 120) where p.id = $1) q`,
    [person],
  )
  const many = await find(fo, 'Sumiyati')
  assert.deepEqual([many.more, new Set(many.items.map(({ id }) => id)).size], [true, many.items.length])
  const [first] = (await find(fo, 'Sumiyati 03-02-1971')).items
  assert.equal(first?.id, person)
})

test('LOG-1, FIND-7 what was searched for stands in no log, neither a name nor a number', async () => {
  await find(fo, 'Prawirodirjo')
  await find(fo, nikAt(99))
  await fo.ask(findRoutes.find, { body: { text: 'Prawirodirjo', place: 'tidak ada' } })
  const logged = house.logged.join('\n')
  assert.ok(!logged.includes('Prawirodirjo') && !logged.includes(nikAt(99)))
})

test('DOUBLE-3, ACCESS-1 lists of doubles and what two would come to open for whoever may merge, and for nobody else', async () => {
  const [kept, gone] = [
    await addPerson(coordinator, { nama: 'Rubinem' }),
    await addPerson(coordinator, { nama: 'Rubinem' }),
  ]
  const query = { district, of: 'person', kept, gone }
  for (const row of [doubleRoutes.list, doubleRoutes.families])
    assert.deepEqual([(await fo.ask(row)).status, (await house.stranger().ask(row)).status], [403, 401])
  const status = async (by: Client, own: object = {}) =>
    (await by.ask(doubleRoutes.preview, { query: { ...query, ...own } })).status
  assert.deepEqual([await status(coordinator), await status(fo), await status(neighbour)], [200, 403, 404])
  assert.deepEqual([await status(coordinator, { of: 'family' }), await status(stranger)], [404, 404])
  assert.deepEqual([await status(coordinator, { kept: 'x' }), await status(coordinator, { of: 'case' })], [400, 400])
})
