import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keysOf } from '../kernel/keys.ts'
import type { OfficeLevel } from '../office/office.ts'
import { officeLevels } from '../office/office.ts'
import { placeCode } from '../place/code.ts'
import { shippedRules } from '../testing/a-letter.ts'
import { property } from '../testing/property.ts'
import { fieldRefusal } from './fields.ts'
import type { LetterKind } from './kinds.ts'
import { letterKinds } from './kinds.ts'
import { isNumberPattern, letterNumber, patternOn } from './number.ts'
import { chainAt, signerData, templateData } from './rules.ts'
import { shippedLetterItems } from './shipped.ts'
import { blocksOf, fieldsIn, fill } from './template.ts'

/** Who signs, after whose initial, at each level: as the field has it. */
const signedBy: Readonly<Record<OfficeLevel, string>> = {
  village: 'sign Koordinator',
  subdistrict: 'sign Koordinator',
  district: 'initial Kepala Bidang, sign Kepala Dinas Sosial',
  province: 'sign Pejabat berwenang',
  nation: 'sign Pejabat berwenang',
}
const atAgencies: readonly LetterKind[] = ['recommendation', 'pbi-reactivation']
for (const kind of letterKinds)
  test(`LETTER-13 ${kind} goes the chain of its level, as shipped`, () => {
    for (const level of officeLevels) {
      const said = shippedRules(level)
        .chain(kind)
        ?.map(({ act, post }) => `${act} ${post}`)
      const desk = level === 'village' || level === 'subdistrict'
      assert.equal(said?.join(', '), desk && atAgencies.includes(kind) ? undefined : signedBy[level], level)
    }
  })

test('LETTER-13 data that is no chain makes no letter at any level', () => {
  for (const data of [null, undefined, {}, { levels: {} }, { levels: { village: [] }, basis: '' }, 'chain'])
    for (const level of officeLevels) assert.equal(chainAt(data, level), null)
})

/** The title of each letter, the code of its matter, and what it calls the person's facts, in their order. */
const papers: Readonly<Record<LetterKind, readonly [title: string, code: string, names: string]>> = {
  registered: [
    'Surat Keterangan Terdaftar DTSEN',
    '400.9',
    'jabatan kantor person desil tanggal-data keperluan berlaku-sampai',
  ],
  recommendation: ['Surat Rekomendasi', '400.9', 'kepada nomor-kasus person desil tanggal-data keperluan isi'],
  'pbi-reactivation': [
    'Surat Rekomendasi Reaktivasi Kepesertaan PBI-JKN',
    '400.9.14',
    'kepada person nomor-jkn tanggal-nonaktif desil tanggal-data alasan faskes nomor-surat-faskes tanggal-surat-faskes dasar',
  ],
  hardship: [
    'Surat Keterangan Tidak Mampu',
    '400.12.3',
    'jabatan kantor person pekerjaan kepala-keluarga desil tanggal-data desa kecamatan kabupaten sebab keperluan',
  ],
  'referral-slip': ['Surat Rujukan', '400.9.6', 'tujuan person nomor-kasus masalah layanan kontak nomor nama'],
  'visit-report': [
    'Berita Acara Kunjungan',
    '400.9',
    'tanggal-kunjungan petugas saksi person nomor-kasus hasil kesimpulan',
  ],
}
const person = 'nama nik kk tempat-lahir tanggal-lahir alamat desa kecamatan kabupaten'
for (const kind of keysOf(papers)) {
  const [title, code, names] = papers[kind]
  const data = templateData.parse(
    shippedLetterItems.find((one) => one.list === 'letter-template' && one.code === kind)?.data,
  )

  test(`LETTER-20 the template of ${kind} has its title, its code, and says its fields in their order`, () => {
    assert.deepEqual([data.title, data.code], [title, code])
    assert.deepEqual(fieldsIn(data.body), names.replace('person', person).split(' '))
  })

  test(`LETTER-21 ${kind} without anything known keeps its words, and shows no hole`, () => {
    const bare = fill(data.body, {})
    assert.doesNotMatch(bare, /[{}]/)
    assert.ok(blocksOf(bare).some(({ kind: block }) => block === 'paragraph'))
    assert.doesNotMatch(bare, /^(NIK|Nama|Desil|Alamat) \|\s*$/m)
  })
}

/** The highest desil of each purpose: one above it is refused, every one up to it is taken. */
const highest = {
  'pbi-jkn': 5,
  pip: 4,
  'kip-kuliah': 5,
  spmb: 5,
  funeral: 5,
  health: 10,
  education: 10,
  baznas: 10,
  housing: 10,
  legal: 10,
  other: 10,
} as const
for (const [purpose, most] of Object.entries(highest))
  test(`LETTER-16 for ${purpose} the desil is at most ${most}`, () => {
    for (let desil = 1; desil <= 10; desil++) {
      const fields = { desil: String(desil), 'tanggal-data': '2026-10-01' }
      const refusal = fieldRefusal({ kind: 'registered', purpose, fields }, shippedRules())
      assert.deepEqual(refusal, desil <= most ? null : { code: 'desil-above', most }, String(desil))
    }
  })

const months = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')
const sleman = placeCode.parse('34.04')
for (const [at, roman] of months.entries())
  test(`LETTER-30 in month ${at + 1} a number says ${roman}`, () => {
    const month = String(at + 1).padStart(2, '0')
    const pattern = patternOn(shippedRules().pattern() ?? '', `2026-${month}-15`, '400.9', sleman)
    assert.equal(pattern, `400.9/{nomor}/SLRT-34.04/${roman}/2026`)
    assert.equal(letterNumber(pattern, 7), `400.9/007/SLRT-34.04/${roman}/2026`)
    assert.equal(letterNumber(pattern, 12_345), `400.9/12345/SLRT-34.04/${roman}/2026`)
  })

const piece = fc.constantFrom(
  '{nomor}',
  '{tahun}',
  '{kode}',
  '{bulan}',
  '{wilayah}',
  '{bulan-romawi}',
  '{desa}',
  '/',
  '-',
  '1',
  'X',
  'SLRT',
)
const aLetter = fc.record({
  year: fc.constantFrom('2026', '2027'),
  month: fc.constantFrom('01', '02', '10', '11', '12'),
  code: fc.constantFrom('4', '400', '400.9', '460/001', '001'),
  serial: fc.constantFrom(1, 2, 11, 100, 101, 1001, 1010, 10_012),
})
property(
  'LETTER-30 a pattern that is taken never gives a number twice, whatever the letters are',
  fc.tuple(fc.array(piece, { maxLength: 8 }), aLetter, aLetter),
  ([pieces, one, other]) => {
    const pattern = pieces.join('')
    if (!isNumberPattern(pattern)) return
    assert.equal(pieces.filter((part) => part === '{nomor}').length, 1)
    assert.ok(pieces.includes('{tahun}') && !pieces.includes('{desa}'))
    const numbers = [one, other].map(({ year, month, code, serial }) =>
      letterNumber(patternOn(pattern, `${year}-${month}-02`, code, sleman), serial),
    )
    for (const number of numbers) assert.doesNotMatch(number, /[{}]/)
    if (one.year !== other.year || one.serial !== other.serial) assert.notEqual(numbers[0], numbers[1], pattern)
  },
)

test('LETTER-6 a signer is written as on paper: bounds of post, rank and NIP', () => {
  const fits = (own: object) => signerData.safeParse({ post: 'Lurah', rank: '', nip: '', ...own }).success
  for (const good of [
    {},
    { post: 'Kepala Désa' },
    { post: 'x'.repeat(120) },
    { rank: 'Pembina Tk. I (IV/b)' },
    { nip: '196803121990031004' },
  ])
    assert.ok(fits(good), JSON.stringify(good))
  for (const bad of [
    { post: ' ' },
    { post: 'x' },
    { post: 'x'.repeat(121) },
    { rank: 'x'.repeat(81) },
    { rank: 'dua\nbaris' },
    { nip: '19680312 199003 1 004' },
    { nip: '1'.repeat(19) },
    { signs: true },
  ])
    assert.ok(!fits(bad), JSON.stringify(bad))
})
