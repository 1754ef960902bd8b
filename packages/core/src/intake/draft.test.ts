import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aReport, categoryChoices, linesOfReport } from '../testing/a-report.ts'
import { property } from '../testing/property.ts'
import { draftOf } from './draft.ts'
import { readReports } from './read-reports.ts'
import type { Draft } from './report.ts'
import { formLines, templateText } from './template.ts'

function draft(paste: string): Draft {
  const [report] = readReports(paste)
  assert.ok(report)
  return draftOf(report, categoryChoices)
}

property('INTAKE-15 a report that is whole leaves nothing to ask', aReport, (report) => {
  const read = draft(linesOfReport(report).join('\n'))
  assert.deepEqual([read.doubtful, read.missing], [[], []])
  assert.match(read.nik, /^\d{16}$/)
  assert.notEqual(read.category, null)
})

test('INTAKE-15 what is needed and not said is named; what may stay empty is not', () => {
  assert.deepEqual(draft('Keluhan: ada').missing, ['name', 'village', 'kind', 'category'])
  assert.deepEqual(draft('Nama: Siti\nDesa: Depok\nJenis: saran\nKategori: petugas kasar').missing, [])
  assert.deepEqual(draft('Nama: -\nDesa: (kosong)').missing, ['name', 'village', 'kind', 'category'])
})

test('INTAKE-13 a number is its digits, however they are grouped; +62 is 0', () => {
  const read = draft('Nama: A\nNIK: 3404.0752-0360 0001\nKK: 3404075203600002 (baru)\nHP: +62 812-3456-7890')
  assert.deepEqual(
    [read.nik, read.kk, read.phone, read.doubtful],
    ['3404075203600001', '3404075203600002', '081234567890', []],
  )
  for (const typed of [
    '0062 812 3456 7890',
    '62812 3456 7890',
    '812-3456-7890',
    '0812.3456.7890',
    '0812 3456 7890 (WA)',
  ])
    assert.equal(draft(`HP: ${typed}`).phone, '081234567890', typed)
})

test('INTAKE-13 a number of another length, one with letters in it, and one of two are kept and doubted', () => {
  assert.deepEqual(draft('NIK: 340407520360001').doubtful, ['nik'])
  assert.equal(draft('NIK: 340407520360001').nik, '340407520360001')
  const letters = draft('NIK: 34O40752O36OOOOl')
  assert.deepEqual([letters.nik, letters.doubtful], ['3404075203600001', ['nik']])
  assert.deepEqual(draft('HP: 0812345678 / 0812999888').doubtful, ['phone'])
  assert.equal(draft('HP: 0812345678 / 0812999888').phone, '0812345678')
  assert.deepEqual(draft('HP: pinjam tetangga').doubtful, ['phone'])
  assert.deepEqual(draft('HP: -').doubtful, [])
})

test('INTAKE-12 values are known in many words: who reports, what kind, how urgent', () => {
  const relations = {
    'anak kandung': 'family',
    Tetangga: 'neighbour',
    tetanga: 'neighbour',
    'Ketua RT': 'rt-rw',
    'kader posyandu': 'volunteer',
    'Fasilitator desa': 'officer',
    ybs: 'self',
    'lain-lain': 'other',
  }
  for (const [said, relation] of Object.entries(relations))
    assert.equal(draft(`Pelapor: X\nHubungan: ${said}`).relation, relation, said)
  const kinds = {
    Pengaduan: 'complaint',
    'pengadun warga': 'complaint',
    Pertanyaan: 'question',
    'Saran/masukan': 'suggestion',
    'Permohonan surat': 'service',
  }
  for (const [said, kind] of Object.entries(kinds)) assert.equal(draft(`Jenis: ${said}`).kind, kind, said)
  for (const [said, red] of Object.entries({ ya: true, MERAH: true, darurat: true, tidak: false, '-': false }))
    assert.equal(draft(`Nama: A\nKartu merah: ${said}`).red, red, said)
})

test('INTAKE-15 a word that means nothing, or two things, is for a person to decide', () => {
  assert.deepEqual(draft('Pelapor: X\nHubungan: qwerty').doubtful, ['relation'])
  assert.deepEqual(draft('Nama: A\nPelapor: X').doubtful, ['relation'])
  assert.deepEqual(draft('Nama: A\nPelapor: A').relation, 'self')
  assert.deepEqual(draft('Jenis: keluhan atau pertanyaan').doubtful, ['kind'])
  assert.deepEqual(draft('Jenis: xyz').missing, ['name', 'village', 'kind', 'category'])
})

const categoryOf = (paste: string) => {
  const { category, doubtful } = draft(paste)
  return [category, doubtful.includes('category')]
}

test('INTAKE-14 a category is known by its name, by what the field calls it, and by a slip of either', () => {
  const said = {
    'PBI-JKN (BPJS/KIS) tidak aktif': 'pbi-inactive',
    'Rumah tidak layak huni': 'unfit-house',
    'bedah rumah': 'unfit-house',
    rutilahu: 'unfit-house',
    'Lansia terlantr': 'neglected-elderly',
    'kursi roda': 'assistive-device',
    'KIP kuliah': 'kip-kuliah',
    'cek desil': 'decile-check',
  }
  for (const [words, code] of Object.entries(said)) assert.equal(categoryOf(`Kategori: ${words}`)[0], code, words)
})

test('INTAKE-14 what only the story hints at, or a bidang alone, is doubted; nothing is made up', () => {
  assert.deepEqual(categoryOf('Nama: A\nKeluhan: minta kursi roda untuk ibu'), ['assistive-device', true])
  assert.deepEqual(categoryOf('Bidang: Kesehatan\nKeluhan: BPJS nonaktif'), ['pbi-inactive', true])
  assert.deepEqual(categoryOf('Kategori: zzz\nKeluhan: qqq'), [null, true])
  assert.deepEqual(categoryOf('Nama: A'), [null, false])
})

test('INTAKE-14 a category that the kind rules out is not taken', () => {
  assert.equal(draft('Jenis: pengaduan\nKategori: Akta kelahiran').category, null)
  assert.equal(draft('Jenis: layanan\nKategori: Akta kelahiran').category, 'birth-certificate')
  assert.equal(draft('Jenis: bedah rumah').category, 'unfit-house')
})

test('INTAKE-15 labels that no field takes end the story; the place is named without its level', () => {
  const read = draft(
    'Nama: A\nKeluhan: sakit\nPekerjaan: buruh\nDesa: Kel. Caturtunggal, Kec. Depok\nNo. formulir: A-12',
  )
  assert.equal(read.story, 'sakit\nPekerjaan: buruh\nNo. formulir: A-12')
  assert.equal(read.village, 'Caturtunggal')
})

test('INTAKE-17 the template is numbered without gaps, and filled in it is read whole', () => {
  assert.deepEqual(
    formLines.map(({ number }) => number),
    formLines.map((_, at) => at + 1),
  )
  const values: Record<string, string> = {
    name: 'Siti',
    village: 'Depok',
    kind: 'saran',
    category: 'Lansia terlantar',
    story: 'ada',
  }
  const filled = templateText
    .split('\n')
    .map((line, at) => `${line}${values[formLines[at - 1]?.field ?? ''] ?? ''}`)
    .join('\n')
  const [report, ...more] = readReports(filled)
  assert.equal(more.length, 0)
  assert.deepEqual(Object.keys(report?.fields ?? {}).toSorted(), Object.keys(values).toSorted())
  assert.deepEqual(report?.unread, [])
})
