import assert from 'node:assert/strict'
import { test } from 'node:test'
import { surgeData } from '../testing/a-surge.ts'
import { fileFaults, readDay, readHead, readRow, villageKey } from './read-file.ts'
import type { AffectedFact } from './surge.ts'
import { affectedFacts } from './surge.ts'
import type { Known } from './triage.ts'
import { ageOn, triage } from './triage.ts'

const { rules } = surgeData.start
const on = '2026-11-02'
const nobody: Known = { facts: [], values: null, birthDate: null }

/** What is known of somebody, the class that it puts them in, and how that is known. */
const known: readonly (readonly [own: Partial<Known>, of: string, why: string, rank: number])[] = [
  [{}, 'other', 'none', 4],
  [{ facts: ['emergency'] }, 'emergency', 'list', 0],
  [{ facts: ['chronic', 'emergency'] }, 'emergency', 'list', 0],
  [{ facts: ['chronic'] }, 'chronic', 'list', 1],
  [{ values: { penyakit_kronis: ['ginjal'] } }, 'chronic', 'registry', 1],
  [{ values: { penyakit_kronis: [] } }, 'other', 'none', 4],
  [{ values: { penyakit_kronis: null } }, 'other', 'none', 4],
  [{ facts: ['chronic'], values: { penyakit_kronis: ['ginjal'] } }, 'chronic', 'list', 1],
  // A class that the event does not name puts nobody first.
  [{ facts: ['pregnant', 'disabled'] }, 'other', 'none', 4],
  [{ birthDate: '1966-11-02' }, 'elderly', 'age', 2],
  [{ birthDate: '1966-11-03' }, 'other', 'none', 4],
  [{ birthDate: '2021-11-03' }, 'child', 'age', 3],
  [{ birthDate: '2021-11-02' }, 'other', 'none', 4],
  [{ birthDate: '2026-11-03' }, 'other', 'none', 4],
]
for (const [own, of, why, rank] of known)
  test(`SURGE-4 ${JSON.stringify(own)} is ${of}, ${why}`, () => {
    assert.deepEqual(triage({ ...nobody, ...own }, rules, on), { class: of, why, rank })
  })

test('SURGE-4 of the registry three of the facts are known, and an emergency is not', () => {
  const order = affectedFacts.map((of) => ({ class: of, years: null }))
  const why = (values: Known['values']) => triage({ ...nobody, values }, order, on)
  assert.equal(why({ hamil: true }).class, 'pregnant')
  assert.equal(why({ hamil: false }).class, 'other')
  assert.equal(why({ penyandang_disabilitas: ['fisik'] }).class, 'disabled')
  assert.equal(why({ ragam_disabilitas: ['fisik'] }).class, 'disabled')
  assert.equal(why({ emergency: true }).class, 'other')
  assert.deepEqual(triage(nobody, [], on), { class: 'other', why: 'none', rank: 0 })
})

test('SURGE-4 somebody is a year older on their birthday', () => {
  assert.deepEqual(
    [ageOn('2000-02-29', '2026-02-28'), ageOn('2000-02-29', '2026-03-01'), ageOn('2026-11-02', '2026-11-02')],
    [25, 26, 0],
  )
})

test('SURGE-3 columns are found by what people call them, and what is needed is said when it is missing', () => {
  const { head, missing } = readHead([
    'No',
    'Nama Lengkap',
    'N.I.K',
    'TGL LAHIR',
    'Desa/Kelurahan',
    'No. HP',
    'Kronis',
    'nama',
  ])
  assert.deepEqual(head, { name: 1, nik: 2, birth: 3, village: 4, phone: 5, chronic: 6 })
  assert.deepEqual(missing, [])
  assert.deepEqual(readHead(['NIK']).missing, ['name', 'village'])
})

const { head } = readHead([
  'nama',
  'nik',
  'tgl lahir',
  'desa',
  'kecamatan',
  'alamat',
  'hp',
  'darurat',
  'kronis',
  'hamil',
  'disabilitas',
])
const villages = new Map([
  ['Caturtunggal', '34.04.07.2001'],
  ['Sari', 'village-twice'],
])
const find = (name: string) => villages.get(name) ?? 'village'
const cells = [
  'Sumarni',
  '3404075203600001',
  '12/03/1960',
  'Caturtunggal',
  'Depok',
  'RT 04',
  '0812-3456-7812',
  '',
  'Ya',
  '',
  'x',
]
const row = (own: Readonly<Record<number, string>> = {}) =>
  readRow(
    cells.map((cell, at) => own[at] ?? cell),
    head,
    find,
  )

test('SURGE-3 a row of a file says who, where, and what puts them first', () => {
  assert.deepEqual(row(), {
    place: '34.04.07.2001',
    name: 'Sumarni',
    nik: '3404075203600001',
    phone: '0812-3456-7812',
    address: 'RT 04',
    birthDate: '1960-03-12',
    facts: ['chronic', 'disabled'] satisfies AffectedFact[],
  })
  assert.deepEqual(readRow(['Sumarni', '', '', 'Caturtunggal'], head, find), {
    place: '34.04.07.2001',
    name: 'Sumarni',
    nik: null,
    phone: null,
    address: '',
    birthDate: null,
    facts: [],
  })
})

const wrong: readonly (readonly [own: Readonly<Record<number, string>>, fault: string])[] = [
  [{ 0: ' ' }, 'no-name'],
  [{ 1: '340407520360001' }, 'nik'],
  [{ 1: '34040752036000011' }, 'nik'],
  [{ 1: '340407520360000X' }, 'nik'],
  [{ 1: '3,40408E+15' }, 'nik-rounded'],
  [{ 1: '3.4e15' }, 'nik-rounded'],
  [{ 2: '31/02/1960' }, 'birth'],
  [{ 2: 'Maret 1960' }, 'birth'],
  [{ 3: 'Entah' }, 'village'],
  [{ 3: 'Sari' }, 'village-twice'],
]
for (const [own, fault] of wrong)
  test(`SURGE-3 a row with ${JSON.stringify(own)} comes back: ${fault}`, () => {
    assert.equal(row(own), fault)
    assert.ok(fileFaults.some((one) => one === fault))
  })

const days: readonly (readonly [text: string, day: string | null])[] = [
  ['1960-03-12', '1960-03-12'],
  ['1960-03-12T00:00:00.000Z', '1960-03-12'],
  ['12-3-1960', '1960-03-12'],
  ['12.03.1960', '1960-03-12'],
  ['29/02/1961', null],
  ['00/01/1960', null],
  ['12/03/60', null],
  ['1899-12-31', null],
  ['', null],
]
for (const [text, day] of days)
  test(`SURGE-3 ${JSON.stringify(text)} is ${day ?? 'no day'}`, () => {
    assert.equal(readDay(text), day)
  })

test('SURGE-3 a number in groups is a NIK, a phone that is none is left out, and kinds before a name say nothing', () => {
  assert.ok(typeof row({ 1: '3404.0752.0360.0001' }) === 'object')
  const said2 = row({ 6: 'tidak ada' })
  assert.ok(typeof said2 === 'object')
  assert.equal(said2.phone, null)
  assert.deepEqual(['Desa Caturtunggal', 'KEL. CATUR TUNGGAL', 'Kalurahan Caturtunggal'].map(villageKey), [
    'caturtunggal',
    'caturtunggal',
    'caturtunggal',
  ])
})
