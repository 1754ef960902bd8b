import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { relations } from '../case/case.ts'
import { property } from '../testing/property.ts'
import { isNothing, kindIn, numberIn, phoneIn, relationIn, urgencyIn } from './values.ts'

/** What people write for who they are to the one in need, as the field has it. */
const relationSaid: Readonly<Record<(typeof relations)[number], readonly string[]>> = {
  self: ['sendiri', 'Diri sendiri', 'YBS', 'yang bersangkutan', 'warga sendiri'],
  family: ['anak', 'Anak kandung', 'istri', 'Suami', 'ibu', 'orang tua', 'cucu', 'keponakan', 'menantu', 'Keluarga'],
  neighbour: ['tetangga', 'Tetangga dekat', 'teman', 'tetanga'],
  'rt-rw': ['RT', 'Ketua RT', 'pak RT', 'ketua RW', 'kadus', 'Dukuh', 'perangkat desa'],
  officer: ['fasilitator', 'Petugas Puskesos', 'pendamping PKH', 'TKSK', 'bidan'],
  volunteer: ['kader', 'Kader posyandu', 'relawan', 'Tagana', 'PSM', 'karang taruna'],
  other: ['lainnya', 'lain-lain'],
}
for (const relation of relations)
  test(`INTAKE-12 a relation of ${relation} is known in the words that people write`, () => {
    for (const said of relationSaid[relation]) assert.equal(relationIn(said)?.value, relation, said)
  })

const kindSaid = {
  complaint: ['Pengaduan', 'keluhan', 'aduan warga', 'Komplain', 'pengadaun'],
  question: ['pertanyaan', 'Tanya', 'konsultasi', 'minta informasi'],
  suggestion: ['saran', 'Kritik', 'masukan', 'saran/masukan'],
  service: ['layanan', 'Pelayanan', 'permohonan', 'Permohonan surat', 'bantuan', 'rekomendasi', 'usulan'],
} as const
for (const [kind, all] of Object.entries(kindSaid))
  test(`INTAKE-12 a report that is a ${kind} is known in the words that people write`, () => {
    for (const said of all) assert.equal(kindIn(said)?.value, kind, said)
  })

test('INTAKE-12 urgent is said in many words, and so is that it is not', () => {
  for (const said of ['ya', 'IYA', 'Merah', 'darurat', 'Mendesak!', 'gawat', 'segera', 'kartu merah', 'urgen'])
    assert.equal(urgencyIn(said)?.value, true, said)
  for (const said of ['tidak', 'Bukan', 'tdk', 'normal', 'biasa', 'hijau', 'kartu hijau', 'belum'])
    assert.equal(urgencyIn(said)?.value, false, said)
})

test('INTAKE-15 words that mean nothing mean nothing, and two that differ are doubted', () => {
  for (const read of [relationIn, kindIn, urgencyIn])
    for (const said of ['', '?', 'qwerty zxcvb', '🙏']) assert.equal(read(said), null, said)
  assert.ok((relationIn('anak atau tetangga')?.sure ?? 1) < 0.8)
  assert.ok((kindIn('pertanyaan dan keluhan')?.sure ?? 1) < 0.8)
  assert.ok((urgencyIn('darurat tapi biasa')?.sure ?? 1) < 0.8)
})

test('INTAKE-12 one word among others is a little less sure than the word alone', () => {
  assert.equal(relationIn('tetangga')?.sure, 1)
  assert.equal(relationIn('tetangga depan rumah')?.sure, 0.9)
})

const numbers: readonly (readonly [typed: string, value: string, sure: number])[] = [
  ['3404075203600001', '3404075203600001', 1],
  ['3404 0752 0360 0001', '3404075203600001', 1],
  ['34.04.07.520360.0001', '3404075203600001', 1],
  ['3404-0752-0360-0001', '3404075203600001', 1],
  ["'3404075203600001", '3404075203600001', 1],
  ['3404075203600001 (baru)', '3404075203600001', 1],
  ['34O4O752O36OOOO1', '3404075203600001', 0.7],
  ['340407520360000l', '3404075203600001', 0.7],
  ['340407520360000I', '3404075203600001', 0.7],
  ['340407520360001', '340407520360001', 0],
  ['34040752036000011', '34040752036000011', 0],
  ['belum punya', 'belum punya', 0],
  [' menyusul ', 'menyusul', 0],
  ['3404x75203600001', '3404x75203600001', 0],
  ['', '', 0],
]
for (const [typed, value, sure] of numbers)
  test(`INTAKE-13 the number ${JSON.stringify(typed)} is read as ${JSON.stringify(value)}, sure by ${sure}`, () => {
    assert.deepEqual(numberIn(typed), { value, sure })
  })

const phones: readonly (readonly [typed: string, value: string, sure: number])[] = [
  ['081234567890', '081234567890', 1],
  ['0812-3456-7890', '081234567890', 1],
  ['+62 812 3456 7890', '081234567890', 1],
  ['6281234567890', '081234567890', 1],
  ['006281234567890', '081234567890', 1],
  ['81234567890', '081234567890', 1],
  ['(0274) 868405', '0274868405', 1],
  ['0812.3456.7890 (WA)', '081234567890', 1],
  ['081234567890 / 089876543210', '081234567890', 0.7],
  ['081234567890 atau 089876543210', '081234567890', 0.7],
  ['081234567890, milik anaknya', '081234567890', 1],
  ['112', '112', 0],
  ['tidak punya', 'tidak punya', 0],
  ['pinjam tetangga', 'pinjam tetangga', 0],
  ['+1 202 555 0100', '+1 202 555 0100', 0],
  ['0812345678901234', '0812345678901234', 0],
  ['', '', 0],
]
for (const [typed, value, sure] of phones)
  test(`INTAKE-13 the phone ${JSON.stringify(typed)} is read as ${JSON.stringify(value)}, sure by ${sure}`, () => {
    assert.deepEqual(phoneIn(typed), { value, sure })
  })

const between = fc.constantFrom('', ' ', '-', '.', ' - ')
const sixteen = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), between), { minLength: 16, maxLength: 16 })
property('INTAKE-13 sixteen digits are a number, whatever stands between them', sixteen, (parts) => {
  const typed = parts.map(([digit, gap]) => `${digit}${gap}`).join('')
  assert.deepEqual(numberIn(typed), { value: parts.map(([digit]) => digit).join(''), sure: 1 })
})

property(
  'INTAKE-13 of any other text no word is lost, and nothing is made sure',
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  (typed) => {
    assert.deepEqual(numberIn(typed), { value: typed.trim(), sure: 0 })
    const phone = phoneIn(typed)
    if (phone.sure === 0) assert.equal(phone.value, typed.trim())
    else assert.match(phone.value, /^0\d{7,13}$/)
  },
)

test('INTAKE-15 what is written where there is nothing to write is nothing, and any other word is something', () => {
  const nothing = [
    '',
    ' ',
    '-',
    '--',
    '–',
    '...',
    '(kosong)',
    'Kosong',
    'tidak ada',
    'TDK ADA',
    'belum ada',
    'nihil',
    'N/A',
    '(isi)',
  ]
  for (const said of nothing) assert.ok(isNothing(said), said)
  for (const said of ['tidak', '0', 'x', 'tidak ada uang', 'belum ada jawaban', '- ada'])
    assert.ok(!isNothing(said), said)
})
