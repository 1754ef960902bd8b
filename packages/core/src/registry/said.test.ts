import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { property } from '../testing/property.ts'
import { familySet, newFamily, newPerson, personSet } from './blend.ts'
import type { Values } from './registry.ts'
import { ageOn, codeOfSex, masked, saidOfFamily, saidOfPerson, sexOfCode } from './said.ts'
import { differenceOf } from './values.ts'

const village = placeCode.parse('34.04.07.2001')
const district = ledgerCode.parse('34.04')
const when = { day: '2026-11-22', now: Date.parse('2026-11-22T03:00:00Z') }

test('REGISTRY-9 of somebody new nothing is said, and of a new family but where it lives', () => {
  assert.deepEqual(saidOfPerson(newPerson(village, district, when.now)), {})
  assert.deepEqual(saidOfFamily(newFamily(village, district, when.now)), { kode_kelurahan_desa: village })
})

test('REGISTRY-9 columns and values are said alike under official names', () => {
  assert.deepEqual(saidOfPerson(aPerson), {
    status_hubungan_keluarga: '1',
    status_kawin: '4',
    nama: 'Siti Aminah',
    nomor_induk_kependudukan: '3404074506800001',
    tanggal_lahir: '1980-06-05',
    jenis_kelamin: '2',
    nomor_telepon: '081300001111',
  })
  assert.deepEqual(saidOfFamily(aFamily), {
    ...aFamily.values,
    nomor_kartu_keluarga: '3404070101100001',
    alamat: 'Jalan Kaliurang km 5, RT 04 RW 10',
    kode_kelurahan_desa: village,
    desil: 2,
    desil_on: '2026-07-10',
    desil_source: 'DTSEN',
  })
})

test('REGISTRY-1 of numbers by which somebody could be found only the ends are told; other values stand as they are', () => {
  const said = masked({ ...saidOfPerson(aPerson), nomor_kartu_keluarga: '3404070101100001', agama: null })
  assert.deepEqual(
    [said['nomor_induk_kependudukan'], said['nomor_kartu_keluarga'], said['nama'], said['agama']],
    ['3404**********01', '3404**********01', 'Siti Aminah', null],
  )
  assert.doesNotMatch(String(said['nomor_telepon']), /081300001111/)
  assert.deepEqual(masked({ nomor_telepon: null, nomor_induk_kependudukan: null }), {
    nomor_telepon: null,
    nomor_induk_kependudukan: null,
  })
})

test('REGISTRY-11 an age turns on the birthday, and of a birth that is unknown or lies ahead there is none', () => {
  const table: readonly (readonly [birth: Day | null, day: Day, age: number | null])[] = [
    ['1980-06-05', '2026-06-04', 45],
    ['1980-06-05', '2026-06-05', 46],
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-23', '2026-11-22', null],
    [null, '2026-11-22', null],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['1900-01-01', '2026-01-01', 126],
  ]
  for (const [birth, day, age] of table) assert.equal(ageOn(birth, day), age, `${birth} on ${day}`)
})

test('REGISTRY-2 a sex is its official code and back; no other code is one', () => {
  for (const sex of ['L', 'P'] as const) assert.equal(sexOfCode(codeOfSex(sex)), sex)
  assert.equal(codeOfSex(null), null)
  for (const code of ['0', '3', '', 'L', 'P', 1, null, undefined, ['1']])
    assert.equal(sexOfCode(code), null, String(code))
})

const some = (values: readonly Json[]) => fc.option(fc.constantFrom<Json>(...values), { nil: undefined })
const said = (fields: Readonly<Record<string, readonly Json[]>>): fc.Arbitrary<Values> =>
  fc
    .record(Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, some(values)])))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Values)
const ofPerson = said({
  nama: ['Siti', 'Sri'],
  nomor_induk_kependudukan: ['3404074506800001', null],
  tanggal_lahir: ['1980-06-05', '2020-01-01', null],
  jenis_kelamin: ['1', '2', null],
  nomor_telepon: ['0812 1111 2222', null],
  agama: ['islam', null],
  penyakit_kronis: [['asma'], []],
  hamil: [true, false, null],
})
const ofFamily = said({
  nomor_kartu_keluarga: ['3404070101100001', null],
  alamat: ['RT 1', null],
  kode_kelurahan_desa: ['34.04.07.2001', '34.04.07.2002'],
  desil: [1, 10],
  desil_on: ['2026-07-10'],
  desil_source: ['DTSEN'],
  sepeda: [0, 3, null],
})

property(
  'REGISTRY-9 whatever is given is said of them afterwards, and nothing else has changed',
  fc.tuple(ofPerson, ofPerson),
  ([first, second]) => {
    const before = {
      ...newPerson(village, district, when.now),
      ...personSet(newPerson(village, district, when.now), first, when),
    }
    const after = { ...before, ...personSet(before, second, when) }
    assert.deepEqual(differenceOf(saidOfPerson(after), second).values, {}, 'the same again is nothing new')
    for (const [name, value] of Object.entries(saidOfPerson(before)))
      if (!(name in second)) assert.deepEqual(saidOfPerson(after)[name], value, name)
    assert.ok(after.complete >= 0 && after.complete <= 100)
    assert.deepEqual([after.family, after.status, after.place], [before.family, before.status, before.place])
  },
)

property(
  'REGISTRY-9 the same of a family; its village is a column like its card',
  fc.tuple(ofFamily, ofFamily),
  ([first, second]) => {
    const fresh = newFamily(village, district, when.now)
    const before = { ...fresh, ...familySet(fresh, first, when) }
    const after = { ...before, ...familySet(before, second, when) }
    assert.deepEqual(differenceOf(saidOfFamily(after), second).values, {})
    for (const [name, value] of Object.entries(saidOfFamily(before)))
      if (!(name in second)) assert.deepEqual(saidOfFamily(after)[name], value, name)
    if ('kode_kelurahan_desa' in second) assert.equal(after.place, second['kode_kelurahan_desa'])
  },
)

property(
  'REGISTRY-9 one giving after the other says the same as both at once',
  fc.tuple(ofPerson, ofPerson),
  ([first, second]) => {
    const fresh = newPerson(village, district, when.now)
    const step = { ...fresh, ...personSet(fresh, first, when) }
    const twice = { ...step, ...personSet(step, second, when) }
    const once = { ...fresh, ...personSet(fresh, { ...first, ...second }, when) }
    assert.deepEqual(twice, once)
  },
)

property('REGISTRY-1 masking hides every number whole, and masking twice hides no more', ofPerson, (values) => {
  const once = masked(values)
  assert.doesNotMatch(JSON.stringify(once), /\d{16}/)
  for (const [name, value] of Object.entries(values))
    if (!name.startsWith('nomor_')) assert.deepEqual(once[name], value)
})
