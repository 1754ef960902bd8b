import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import type { Label } from './labels.ts'
import type { Line } from './lines.ts'
import { linesOf } from './lines.ts'

const one = (text: string): Line => {
  const [line, ...more] = linesOf(text)
  assert.ok(line, 'nothing was read')
  assert.deepEqual(more, [], 'more than one line')
  return line
}

type Row = readonly [written: string, key: Label, value: string]

/** Lines as facilitators send them, what each names and what stands behind it: written apart from the list of spellings. */
const labelled: readonly Row[] = [
  ['Nama: Ngatinem', 'name', 'Ngatinem'],
  ['NAMA : NGATINEM', 'name', 'NGATINEM'],
  ['nama = Ngatinem', 'name', 'Ngatinem'],
  ['Nama：Ngatinem', 'name', 'Ngatinem'],
  ['Nama - Siti Nur-Aini', 'name', 'Siti Nur-Aini'],
  ['Nama\tSlamet', 'name', 'Slamet'],
  ['*Nama*: Slamet', 'name', 'Slamet'],
  ['*Nama:* Slamet', 'name', 'Slamet'],
  ['_Nama_ : Slamet', 'name', 'Slamet'],
  ['1. Nama: Slamet', 'name', 'Slamet'],
  ['1) Nama: Slamet', 'name', 'Slamet'],
  ['(1) Nama: Slamet', 'name', 'Slamet'],
  ['- Nama: Slamet', 'name', 'Slamet'],
  ['• Nama: Slamet', 'name', 'Slamet'],
  ['> Nama: Slamet', 'name', 'Slamet'],
  ['➡️ Nama: Slamet', 'name', 'Slamet'],
  ['Nama (sesuai KTP): Slamet', 'name', 'Slamet'],
  ['Nama PM: Slamet', 'name', 'Slamet'],
  ['A.n.: Slamet', 'name', 'Slamet'],
  ['Nama:', 'name', ''],
  ['NIK: 3404 0752 0360 0001', 'nik', '3404 0752 0360 0001'],
  ['NIK 3404075203600001', 'nik', '3404075203600001'],
  ['No. NIK: 3404075203600001', 'nik', '3404075203600001'],
  ['No KTP 3404075203600001', 'nik', '3404075203600001'],
  ['No. KK: 3404070101100001', 'kk', '3404070101100001'],
  ['KK 3404070101100001', 'kk', '3404070101100001'],
  ['Kartu Keluarga: 3404070101100001', 'kk', '3404070101100001'],
  ['Alamat: Jl. Kaliurang km 5', 'address', 'Jl. Kaliurang km 5'],
  ['Alamat domisili: Nologaten', 'address', 'Nologaten'],
  ['RT/RW: 04/12', 'address-part', '04/12'],
  ['Dusun: Nologaten', 'address-part', 'Nologaten'],
  ['Patokan: depan masjid', 'address-part', 'depan masjid'],
  ['Desa/Kelurahan: Caturtunggal', 'village', 'Caturtunggal'],
  ['Kel.: Caturtunggal', 'village', 'Caturtunggal'],
  ['Kalurahan: Caturtunggal', 'village', 'Caturtunggal'],
  ['Gampong: Lamteh', 'village', 'Lamteh'],
  ['Nagari: Sungai Pua', 'village', 'Sungai Pua'],
  ['Kec.: Depok', 'subdistrict', 'Depok'],
  ['Kapanewon: Depok', 'subdistrict', 'Depok'],
  ['Distrik: Sentani', 'subdistrict', 'Sentani'],
  ['HP: 0812-3456-789', 'phone', '0812-3456-789'],
  ['No. HP/WA: 08123456789', 'phone', '08123456789'],
  ['WA +62 812 3456 789', 'phone', '+62 812 3456 789'],
  ['Pelapor: Sri Rahayu', 'reporter', 'Sri Rahayu'],
  ['Nama fasilitator: Sri Rahayu', 'reporter', 'Sri Rahayu'],
  ['No. HP pelapor: 08123456789', 'reporterPhone', '08123456789'],
  ['Hubungan dengan klien: tetangga', 'relation', 'tetangga'],
  ['Jenis laporan: pengaduan', 'kind', 'pengaduan'],
  ['Bidang/Kategori: Kesehatan', 'category', 'Kesehatan'],
  ['Perihal: BPJS mati', 'category', 'BPJS mati'],
  ['Keluhan: atap bocor', 'story', 'atap bocor'],
  ['Kronologi: sejak Februari, pukul 10:00', 'story', 'sejak Februari, pukul 10:00'],
  ['Kartu merah: ya', 'urgency', 'ya'],
  ['Tanggal: 21/11/2026', 'aside', '21/11/2026'],
  ['Tempat tanggal lahir: Sleman, 12-03-1960', 'aside', 'Sleman, 12-03-1960'],
  ['Desil: 2', 'aside', '2'],
]

for (const [written, key, value] of labelled)
  test(`INTAKE-12 "${written}" names ${key}`, () => {
    const { label, value: said, breaks } = one(written)
    assert.deepEqual([label?.key, label?.sure, said, breaks], [key, 1, value, null])
  })

/** Slips of hurried hands: known, and told by being less sure. */
const slipped: readonly (readonly [written: string, key: Label])[] = [
  ['Nma: Slamet', 'name'],
  ['Namaa: Slamet', 'name'],
  ['Nmaa: Slamet', 'name'],
  ['Almat: Nologaten', 'address'],
  ['Alamt: Nologaten', 'address'],
  ['Kelurahn: Caturtunggal', 'village'],
  ['Kecamtan: Depok', 'subdistrict'],
  ['Kecmatan: Depok', 'subdistrict'],
  ['Hubugan: anak', 'relation'],
  ['Katagori: Kesehatan', 'category'],
  ['Keluhn: atap bocor', 'story'],
  ['Pelpor: Sri', 'reporter'],
  ['Mendesk: ya', 'urgency'],
]
for (const [written, key] of slipped)
  test(`INTAKE-12 "${written}" is known in spite of the slip, and less sure`, () => {
    const { label } = one(written)
    assert.equal(label?.key, key)
    assert.ok((label?.sure ?? 0) < 1 && (label?.sure ?? 0) > 0.5, `${label?.sure}`)
  })

const words = [
  'Assalamualaikum wr wb',
  'Mohon bantuannya Bu',
  'Beliau tinggal sendiri sejak 2019',
  'Sudah ke puskesmas - belum ada hasil',
  'jam 10:30 saya ke sana',
  'Catatan bidan menyusul',
  'https://contoh.id/berkas',
  'Anaknya tiga: dua sekolah',
  'Lama sekali menunggu',
]
for (const written of words)
  test(`INTAKE-10 "${written}" are words, and stay as they were written`, () => {
    assert.deepEqual(one(written), { text: written, label: null, value: written, breaks: null })
  })

const parting: readonly (readonly [written: string, breaks: 'weak' | 'strong'])[] = [
  ['', 'weak'],
  ['   ', 'weak'],
  ['\u200e', 'weak'],
  ['---', 'strong'],
  ['=====', 'strong'],
  ['————', 'strong'],
  ['*****', 'strong'],
  ['* * *', 'strong'],
  ['____________', 'strong'],
  ['~~~~', 'strong'],
  ['-_-_-_-', 'strong'],
  ['FORMAT LAPORAN SLRT', 'strong'],
  ['*Laporan 2*', 'strong'],
  ['Formulir pengaduan warga', 'strong'],
  ['Laporan harian fasilitator', 'strong'],
  ['Form no 12', 'strong'],
]
for (const [written, breaks] of parting)
  test(`INTAKE-11 ${JSON.stringify(written)} parts reports: ${breaks}`, () => {
    assert.deepEqual(one(written), { text: '', label: null, value: '', breaks })
  })

const heads = [
  '[21/11/26 08.15.33] Bu Sri: ',
  '[21/11/2026, 08:15:33] Bu Sri: ',
  '[08.15, 21/11/2026] Bu Sri: ',
  '21/11/26 08.15 - Bu Sri: ',
  '21/11/2026, 8:15 AM - +62 812-3456-789: ',
  '\u200e[21/11/26 08.15.33] ~ Bu Sri: ',
]
for (const head of heads)
  test(`INTAKE-10 "${head}" opens another message, and who sent it is nobody in the report`, () => {
    const lines = linesOf(`${head}Nama: Slamet`)
    assert.deepEqual(
      lines.map(({ label, value, breaks }) => [label?.key ?? null, value, breaks]),
      [
        [null, '', 'strong'],
        ['name', 'Slamet', null],
      ],
    )
  })

test('INTAKE-10 a label behind the moment of a message is a label and no sender', () => {
  const lines = linesOf('[21/11/26 08.15.33] Nama: Slamet')
  assert.deepEqual(
    lines.map(({ label, value }) => [label?.key ?? null, value]),
    [
      [null, ''],
      ['name', 'Slamet'],
    ],
  )
})

const several: readonly (readonly [written: string, ...read: readonly (readonly [Label, string])[]])[] = [
  ['Desa: Caturtunggal, Kec: Depok', ['village', 'Caturtunggal'], ['subdistrict', 'Depok']],
  ['Desa: Caturtunggal; Kecamatan: Depok', ['village', 'Caturtunggal'], ['subdistrict', 'Depok']],
  ['RT: 04 / RW: 12', ['address-part', '04'], ['address-part', '12']],
  ['Nama: Slamet | NIK: 3404075203600001', ['name', 'Slamet'], ['nik', '3404075203600001']],
  ['Nama: Slamet NIK: 3404075203600001', ['name', 'Slamet'], ['nik', '3404075203600001']],
  ['NIK: 3404075203600001 No KK: 3404070101100001', ['nik', '3404075203600001'], ['kk', '3404070101100001']],
  [
    'Nama: Slamet, Desa: Caturtunggal, HP: 0812345678',
    ['name', 'Slamet'],
    ['village', 'Caturtunggal'],
    ['phone', '0812345678'],
  ],
]
for (const [written, ...read] of several)
  test(`INTAKE-10 "${written}" are ${read.length} fields`, () => {
    assert.deepEqual(
      linesOf(written).map(({ label, value }) => [label?.key, value]),
      read,
    )
  })

test('INTAKE-10 lines end as any device ends them', () => {
  const expected = linesOf('Nama: Slamet\nDesa: Caturtunggal')
  assert.equal(expected.length, 2)
  for (const end of ['\r\n', '\r', '\u2028', '\u2029'])
    assert.deepEqual(linesOf(`Nama: Slamet${end}Desa: Caturtunggal`), expected, JSON.stringify(end))
})

property(
  'INTAKE-10 whatever is pasted, each line is a gap, a label with a value, or words',
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  (paste) => {
    for (const { text, label, value, breaks } of linesOf(paste)) {
      if (breaks) assert.deepEqual([text, label, value], ['', null, ''])
      else if (label) assert.ok(text.includes(value) && text.includes(label.written))
      else assert.equal(value, text)
    }
  },
)

property(
  'INTAKE-10 to read what was read changes no line any more',
  fc.constantFrom(...labelled).map(([written]) => written),
  (written) => {
    const { text, label, value } = one(written)
    const again = one(text)
    assert.deepEqual([again.label, again.value], [label, value])
  },
)
