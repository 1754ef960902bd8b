import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Carried } from '@openslrt/core/contract/carried.ts'
import { carriedRoutes } from '@openslrt/core/contract/carried.ts'
import { programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { familyId } from '@openslrt/core/kernel/id.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode, placeCode } from '@openslrt/core/place/code.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { matchSaid } from '@openslrt/core/programme/match-said.ts'
import { shippedProgrammes } from '@openslrt/core/programme/shipped.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { layFamily } from '../../testing/a-family-row.ts'
import { aPhone } from '../../testing/a-phone.ts'
import { startTestHouse } from '../../testing/house.ts'
import { openShippedProgrammes, shippedProgrammeId } from '../programme/index.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
await openShippedProgrammes(house.parts, shippedProgrammes)
const manager = await house.staffAt(offices.secretariat, 'manager')
const walker = await house.staffAt(offices.caturtunggal, 'facilitator')
const surveyor = await house.staffAt(offices.caturtunggal, 'surveyor')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')

const today = dayIn('Asia/Jakarta', Date.now())
const openData = { ...programmeData['programme.open'], from: today }
async function opened(more: object = {}, by = manager, district = '34.04'): Promise<string> {
  const subject = randomUUID()
  await by.does('programme.open', { subject, district, data: { ...openData, ...more } })
  return subject
}
async function carriedBy(by = walker): Promise<Carried & { readonly stamp: string }> {
  const { stamp, carried } = await by.read(carriedRoutes.programmes, { query: {} })
  assert.ok(carried)
  return { ...carried, stamp }
}
const named = ({ programmes }: Carried) => programmes.map(({ name }) => name)

test('FIELD-20 a phone carries what its villages can have, from the nation to the village, and nothing of others', async () => {
  await opened({ name: 'Beras Desa', owner: 'village', place: sleman.caturtunggal })
  await opened({ name: 'Beras Tetangga', owner: 'village', place: sleman.maguwoharjo })
  await opened({ name: 'Beras Bantul', place: '34.02' }, elsewhere, '34.02')
  const names = named(await carriedBy())
  for (const name of ['Beras Desa', 'Program Sembako (BPNT)']) assert.ok(names.includes(name), name)
  for (const name of ['Beras Tetangga', 'Beras Bantul']) assert.ok(!names.includes(name), name)
  assert.equal(new Set(names).size, names.length)
})

test('FIELD-20 whoever has them as they are is given nothing; one more makes another stamp', async () => {
  const { stamp } = await carriedBy()
  const again = await walker.read(carriedRoutes.programmes, { query: { have: stamp } })
  assert.deepEqual(again, { stamp, carried: null })
  await opened({ name: 'Baru Saja' })
  const later = await walker.read(carriedRoutes.programmes, { query: { have: stamp } })
  assert.notEqual(later.stamp, stamp)
  assert.ok(later.carried && named(later.carried).includes('Baru Saja'))
})

test('FIELD-20 of a programme the version of today is carried, and of quotas those that count for these villages', async () => {
  const id = await opened({ name: 'Sembako Bertahap' })
  const criteria = { ...programmeData['programme.set-criteria'], from: '2099-01-01' }
  await manager.does('programme.set-criteria', { subject: id, data: criteria })
  for (const place of [sleman.caturtunggal, sleman.maguwoharjo])
    await manager.does('quota.set', { data: { programme: id, place, from: today, until: '2099-12-31', places: 7 } })
  const carried = await carriedBy()
  const found = carried.programmes.find((one) => one.id === id)
  assert.deepEqual(
    found?.versions.map(({ from }) => from),
    [today, '2099-01-01'],
  )
  assert.deepEqual(
    carried.quotas
      .filter(({ programme }) => programme === id)
      .map(({ place, places, waiting }) => [place, places, waiting]),
    [[sleman.caturtunggal, 7, 0]],
  )
})

test('FIELD-20 kinds of PPKS that a role does not name are told as unseen; a question of the district comes by its name', async () => {
  const { unseen, facts } = await carriedBy()
  assert.ok(unseen.length > 0)
  assert.deepEqual(
    facts.map(({ name }) => name),
    ['lokal-makan-dua-kali'],
  )
})

test('FIELD-20 who may not read the registry carries no programmes, and a stamp has its form', async () => {
  const refused = await surveyor.ask(carriedRoutes.programmes, { query: {} })
  assert.deepEqual([refused.status, refused.body['code']], [403, 'not-permitted'])
  for (const have of ['x', 'A'.repeat(32), ''])
    assert.equal((await walker.ask(carriedRoutes.programmes, { query: { have } })).status, 400, have)
  assert.equal((await walker.ask(carriedRoutes.programmes, { query: { place: '34.02' } })).status, 400)
})

test('FIELD-21 what a phone works out from its rows is what the server answers of the same family', async () => {
  const hungry: Criterion = { fact: 'lokal-makan-dua-kali', is: 'eq', value: true }
  await opened({ name: 'Dapur Umum', rule: hungry })
  const laid = await layFamily(house, { desil: 2, values: { 'lokal-makan-dua-kali': true, jenis_atap_terluas: '6' } }, [
    { name: 'Sumarni', born: '1950-01-01' },
    { name: 'Budi', born: '2015-01-01' },
  ])
  const query = { district: ledgerCode.parse('34.04'), id: familyId.parse(laid.family) }
  const answer = await walker.read(programmeRoutes.forFamily, { query })
  const phone = aPhone(walker)
  const { rows, done } = await phone.pull()
  assert.ok(done)
  const family = rows.family.find(({ id }) => id === laid.family)
  assert.ok(family)
  const members = rows.person.filter((one) => one.family === laid.family)
  const oldest = members.toSorted((a, b) =>
    String(a.said['tanggal_lahir']) < String(b.said['tanggal_lahir']) ? -1 : 1,
  )
  const household = {
    place: placeCode.parse(family.place),
    family,
    members: oldest,
    taken: rows.participation,
    welfare: rows.ppks,
  }
  const { groups } = matchSaid(household, await carriedBy(), answer.today)
  const told = groups.map(({ member, matches }) => [
    member,
    matches.map(({ programme, verdict, reason, room, has }) => ({ id: programme.id, verdict, reason, room, has })),
  ])
  assert.deepEqual(
    told,
    answer.groups.map(({ member, items }) => [
      member,
      items.map(({ id, verdict, reason, room, has }) => ({ id, verdict, reason, room, has })),
    ]),
  )
  assert.ok(answer.groups.flatMap(({ items }) => items).some(({ id }) => id === shippedProgrammeId('pkh')))
})
