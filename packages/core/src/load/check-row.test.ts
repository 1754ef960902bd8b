import assert from 'node:assert/strict'
import { test } from 'node:test'
import { no, ok } from '../kernel/result.ts'
import { placeCode } from '../place/code.ts'
import { checkRow, readingOf } from './check-row.ts'
import { headKey, mappingProblem, suggestMapping, targets } from './columns.ts'

const village = placeCode.parse('34.04.07.2001')
const head = [
  'NIK',
  'Nama Lengkap',
  'No. KK',
  'Tgl Lahir',
  'JK',
  'Status Kawin',
  'kode_kelurahan_desa',
  'desil_nasional',
  'sepeda_motor',
  'penyandang_disabilitas',
  'hamil',
]
const row = [
  '3404074506800001',
  ' Siti  Aminah',
  '3404070101100001',
  '05/06/1980',
  '2',
  '2. Kawin',
  '3404072001',
  'Desil 3',
  '1',
  '1;3',
  'Ya',
]
const reading = readingOf(suggestMapping(head), {
  today: '2026-11-22',
  place: null,
  findPlace: ({ code }) => (code === '3404072001' ? ok(village) : no('place-unknown')),
})
const check = (changes: Readonly<Record<string, string>> = {}, from = reading) =>
  checkRow(
    head.map((name, at) => changes[name] ?? row[at] ?? ''),
    7,
    from,
  )
const problem = (changes: Readonly<Record<string, string>>) => {
  const read = check(changes)
  return read.ok ? null : [read.error.code, read.error.column]
}

test('LOAD-1 columns are found by official names, in any spelling, and by those of real extracts', () => {
  const mapping = suggestMapping(head)
  assert.equal(Object.keys(mapping).length, head.length)
  assert.deepEqual(
    [mapping['person.nomor_induk_kependudukan'], mapping['family.nomor_kartu_keluarga'], mapping['family.desil']],
    [0, 2, 7],
  )
  const official = targets.map(({ name }) => name)
  const found = Object.keys(suggestMapping(official))
  assert.deepEqual(
    targets.map(({ key }) => key).filter((key) => !found.includes(key)),
    [],
  )
  // Of two columns of one name the person's comes first; a single one, in a file with cards, is the family's.
  const [two, one] = [suggestMapping(official), suggestMapping(['nik', 'nama', 'no_kk', 'alamat'])]
  assert.notEqual(two['person.alamat'], two['family.alamat'])
  assert.deepEqual([one['person.alamat'], one['family.alamat']], [undefined, 3])
  assert.equal(new Set(targets.map(({ key }) => key)).size, targets.length)
})

test('LOAD-1 a mapping needs a number, a name beside a NIK, and one meaning for each column', () => {
  assert.equal(mappingProblem(suggestMapping(head)), null)
  assert.equal(mappingProblem({}), 'nothing-mapped')
  assert.equal(mappingProblem({ 'person.nama': 0 }), 'no-key')
  assert.equal(mappingProblem({ 'person.nomor_induk_kependudukan': 0 }), 'no-name')
  assert.equal(mappingProblem({ 'family.nomor_kartu_keluarga': 0, 'family.alamat': 0 }), 'column-twice')
  assert.equal(mappingProblem({ 'family.tidak_ada': 0 }), 'unknown-target')
  assert.equal(mappingProblem({ 'family.nomor_kartu_keluarga': 0 }), null)
})

test('LOAD-2 the same heads are known again however they are spelt, and others are not', () => {
  assert.equal(headKey(['NIK', 'Tgl Lahir']), headKey(['nik', 'tgl_lahir']))
  assert.notEqual(headKey(['NIK', 'Nama']), headKey(['Nama', 'NIK']))
})

test('LOAD-5 a row is read whole: person, family, place, and values by official name', () => {
  assert.deepEqual(check(), {
    ok: true,
    value: {
      line: 7,
      place: village,
      person: {
        nik: '3404074506800001',
        name: 'Siti Aminah',
        birthDate: '1980-06-05',
        sex: 'P',
        phone: null,
        values: { status_kawin: '2', penyandang_disabilitas: ['1', '3'], hamil: true },
      },
      family: { kk: '3404070101100001', address: '', desil: 3, values: { sepeda_motor: 1 } },
    },
  })
})

test('LOAD-5 what is left empty was not said', () => {
  const read = check({ 'Tgl Lahir': '-', JK: '', 'Status Kawin': 'NULL', sepeda_motor: '', desil_nasional: '' })
  assert.ok(read.ok)
  assert.deepEqual(
    [read.value.person?.birthDate, read.value.person?.sex, read.value.family?.desil, read.value.family?.values],
    [null, null, null, {}],
  )
  assert.ok(!('status_kawin' in (read.value.person?.values ?? {})))
})

test('LOAD-5 what is wrong is told with its column', () => {
  const wrong: readonly (readonly [Readonly<Record<string, string>>, readonly [string, number]])[] = [
    [{ NIK: '' }, ['nik-missing', 0]],
    [{ NIK: '3.40407E+15' }, ['number-float', 0]],
    [{ 'Nama Lengkap': '-' }, ['name-missing', 1]],
    [{ 'No. KK': '12' }, ['number-length', 2]],
    [{ 'Tgl Lahir': 'kemarin' }, ['day-unreadable', 3]],
    [{ JK: '9' }, ['sex-unknown', 4]],
    [{ kode_kelurahan_desa: '99' }, ['place-unknown', 6]],
    [{ desil_nasional: '11' }, ['desil-range', 7]],
    [{ sepeda_motor: 'ada' }, ['not-a-number', 8]],
    [{ hamil: '=A1' }, ['formula', 10]],
    [{ 'Nama Lengkap': 'a'.repeat(501) }, ['too-long', 1]],
  ]
  for (const [changes, answer] of wrong) assert.deepEqual(problem(changes), answer)
})

test('LOAD-5 a person without a card is a person, a row of families without one is nothing', () => {
  const read = check({ 'No. KK': '' })
  assert.ok(read.ok && read.value.person && read.value.family === null)
  const families = readingOf({ 'family.nomor_kartu_keluarga': 2 }, { ...reading, place: village })
  const empty = check({ 'No. KK': '' }, families)
  assert.equal(empty.ok ? '' : empty.error.code, 'kk-missing')
  const full = check({}, families)
  assert.ok(full.ok && full.value.person === null && full.value.place === village, 'where the file names no village')
})

test('LOAD-5 a sign that keeps a cell from being run as a formula is no part of what it says', () => {
  const read = check({ 'Nama Lengkap': "'-Siti", 'No. KK': "'3404070101100001" })
  assert.ok(read.ok)
  assert.deepEqual([read.value.person?.name, read.value.family?.kk], ['-Siti', '3404070101100001'])
  const plain = check({ 'Nama Lengkap': "'Aisyah" })
  assert.equal(plain.ok ? plain.value.person?.name : '', "'Aisyah", 'a name may begin so')
})

const wide = readingOf(
  {
    'person.nomor_induk_kependudukan': 0,
    'person.nama': 1,
    'person.jumlah_usaha': 2,
    'person.akta_kelahiran': 3,
    'person.penyakit_kronis': 4,
    'person.status_kawin': 5,
    'person.nomor_telepon': 6,
    'family.nomor_kartu_keluarga': 7,
    'family.lokasi': 8,
    'family.sawah_kebun': 9,
    'family.alamat': 10,
    'family.desil': 11,
  },
  { today: '2026-11-22', place: village, findPlace: () => no('place-unknown') },
)
const start = ['3404074506800001', 'Siti', '', '', '', '', '', '3404070101100001', '', '', '', '']
const valuesAt = (column: number, cell: string) => {
  const read = checkRow(start.with(column, cell), 2, wide)
  return read.ok ? { ...read.value.person?.values, ...read.value.family?.values } : [read.error.code, read.error.column]
}
const kinds: readonly (readonly [column: number, cell: string, answer: unknown])[] = [
  [2, '2', { jumlah_usaha: 2 }],
  [2, '0', { jumlah_usaha: 0 }],
  [2, '1,5', ['not-a-number', 2]],
  [3, 'Ya', { akta_kelahiran: true }],
  [3, '2', { akta_kelahiran: false }],
  [3, 'tidak', { akta_kelahiran: false }],
  [4, '1|3; 7', { penyakit_kronis: ['1', '3', '7'] }],
  [4, '01,02', { penyakit_kronis: ['1', '2'] }],
  [4, ';;', { penyakit_kronis: [] }],
  [5, '2. Kawin', { status_kawin: '2' }],
  [5, '2 - Kawin', { status_kawin: '2' }],
  [5, '02', { status_kawin: '2' }],
  [5, '2.0', { status_kawin: '2' }],
  [5, '10', { status_kawin: '10' }],
  [5, '00', { status_kawin: '0' }],
  [5, 'Kawin', { status_kawin: 'Kawin' }],
  [8, '-7.75, 110.37', { lokasi: [-7.75, 110.37] }],
  [8, "'-7.75, 110.37", { lokasi: [-7.75, 110.37] }],
  [8, 'dekat masjid', ['point-unreadable', 8]],
  [9, '0,25', { sawah_kebun: 0.25 }],
  [9, '1.250', { sawah_kebun: 1250 }],
  [11, '0', ['desil-range', 11]],
  [11, 'Desil 10', {}],
  [11, '2.0', {}],
  [11, 'dua', ['desil-range', 11]],
]
for (const [column, cell, answer] of kinds)
  test(`LOAD-5 in column ${column} "${cell}" is ${JSON.stringify(answer)}`, () =>
    assert.deepEqual(valuesAt(column, cell), answer))

test('LOAD-5 a row shorter than its heads says nothing of the rest, and a longer one no more than they ask', () => {
  const short = checkRow(start.slice(0, 2), 2, wide)
  assert.ok(short.ok && short.value.family === null && short.value.place === village)
  const long = checkRow([...start, '=1+1'], 2, wide)
  assert.equal(long.ok ? '' : long.error.code, 'formula', 'what is not asked for may still run')
})

test('LOAD-5 of several faults the one that comes first in the reading is told, formulas before all', () => {
  const code = (changes: Readonly<Record<string, string>>) => problem(changes)?.[0]
  assert.equal(code({ NIK: 'x', hamil: '=1+A1' }), 'formula')
  assert.equal(code({ NIK: 'x', 'No. KK': 'y' }), 'number-signs')
  assert.equal(code({ 'Tgl Lahir': '31/02/1980', kode_kelurahan_desa: '99' }), 'day-unreadable')
})
