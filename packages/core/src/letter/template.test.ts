import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placeCode } from '../place/code.ts'
import { shippedRules } from '../testing/a-letter.ts'
import { property } from '../testing/property.ts'
import { fieldRefusal } from './fields.ts'
import { fieldsOf, kindLaws, letterKinds } from './kinds.ts'
import { isNumberPattern, letterNumber, patternOn } from './number.ts'
import { chainData, signerData, templateData } from './rules.ts'
import { shippedLetterItems } from './shipped.ts'
import { blocksOf, fieldsIn, fill, plainWords, unknownFieldIn } from './template.ts'

test('LETTER-20 a template names fields that its kind has, and the first other one is told', () => {
  assert.deepEqual(fieldsIn('{nama} dan { desil }, {nik}'), ['nama', 'desil', 'nik'])
  assert.equal(unknownFieldIn('registered', 'Nama {nama}, desil {desil}'), null)
  assert.equal(unknownFieldIn('registered', 'Nama {nama}, faskes {faskes}'), 'faskes')
  assert.equal(unknownFieldIn('registered', '{}'), '')
})

test('LETTER-21 a line whose fields are all unknown is left out; others keep their place', () => {
  const template = 'Nama | {nama}\nLahir | {tempat-lahir}\n\nUmur {umur}, {nama}'
  assert.equal(fill(template, { nama: 'Sumarni' }), 'Nama | Sumarni\n\nUmur , Sumarni')
})

property(
  'LETTER-21 words that somebody typed never become a field, a mark or another line',
  fc.string({ unit: 'grapheme' }),
  (typed) => {
    const words = plainWords(typed)
    assert.doesNotMatch(words, /[{}|\n]|\*\*/)
    const blocks = blocksOf(fill('Nama: {nama}', { nama: words }))
    assert.ok(blocks.length <= 1)
    assert.ok(blocks.every(({ kind }) => kind === 'paragraph' || kind === 'gap'))
  },
)

test('LETTER-22 lines are read as paragraphs, items, rows, centred words, gaps and a cut; two stars are bold', () => {
  const blocks = blocksOf('Isi **tebal** biasa\n- satu\n> tengah\nNama | **S**\n\n---\n| bukan baris')
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    ['paragraph', 'item', 'centre', 'row', 'gap', 'cut', 'paragraph'],
  )
  assert.deepEqual(blocks[0], {
    kind: 'paragraph',
    runs: [
      { text: 'Isi ', bold: false },
      { text: 'tebal', bold: true },
      { text: ' biasa', bold: false },
    ],
  })
  assert.deepEqual(blocks[3], { kind: 'row', label: 'Nama', runs: [{ text: 'S', bold: true }] })
})

test('LETTER-30 a pattern has one place for the number, the year, and no unknown field', () => {
  for (const good of [
    '{nomor}/{tahun}',
    '{nomor}/{kode}/SLRT/{bulan-romawi}/{tahun}',
    '{wilayah}.{nomor}.{bulan}.{tahun}',
  ])
    assert.equal(isNumberPattern(good), true, good)
  for (const bad of [
    '{nomor}',
    '{tahun}',
    '{nomor}/{nomor}/{tahun}',
    '{nomor}/{desa}/{tahun}',
    '',
    '{nomor}{bulan}/{tahun}',
    '1{nomor}/{tahun}',
    '{kode}/{nomor}/{kode}/{tahun}',
  ])
    assert.equal(isNumberPattern(bad), false, bad)
})

test('LETTER-30 a pattern is filled with the day, the code of the matter and the place', () => {
  const said = patternOn(
    '{nomor}/{kode}/{wilayah}/{bulan}/{bulan-romawi}/{tahun}',
    '2026-11-02',
    '400',
    placeCode.parse('34.04'),
  )
  assert.equal(said, '{nomor}/400/34.04/11/XI/2026')
  assert.equal(patternOn('{nomor}/{bulan-romawi}', '2026-01-31', '', placeCode.parse('34')), '{nomor}/I')
})

property(
  'LETTER-31 numbers of one pattern differ, and short ones have three digits',
  fc.tuple(fc.nat(), fc.nat()),
  ([one, other]) => {
    const number = (n: number) => letterNumber('{nomor}/SLRT/2026', n)
    assert.equal(number(one) === number(other), one === other)
    assert.ok(number(one).indexOf('/') >= 3)
  },
)

test('LETTER-13 a chain has one to three steps, and the last alone is the signature', () => {
  const levels = (village: readonly string[]) => ({
    levels: {
      village: village.map((act) => ({ act, post: 'Kepala' })),
      subdistrict: null,
      district: null,
      province: null,
      nation: null,
    },
    basis: '',
  })
  const fits = (acts: readonly string[]) => chainData.safeParse(levels(acts)).success
  for (const acts of [['sign'], ['initial', 'sign'], ['initial', 'initial', 'sign']]) assert.ok(fits(acts), acts.join())
  for (const acts of [
    [],
    ['initial'],
    ['sign', 'sign'],
    ['sign', 'initial'],
    ['initial', 'initial', 'initial', 'sign'],
  ])
    assert.ok(!fits(acts), acts.join())
})

test('LETTER-6 a signer has a post, and eighteen digits of NIP or none', () => {
  const fits = (nip: string) => signerData.safeParse({ post: 'Kepala Dinas', rank: '', nip }).success
  assert.deepEqual([fits(''), fits('196803121990031004'), fits('1968')], [true, true, false])
})

test('LETTER-20 what is shipped keeps its own rules: templates, chains and the pattern', () => {
  for (const { list, code, data } of shippedLetterItems) {
    if (list === 'letter-template') {
      const kind = letterKinds.find((one) => one === code)
      assert.ok(kind)
      const { title, body } = templateData.parse(data)
      assert.equal(unknownFieldIn(kind, `${title}\n${body}`), null, kind)
      const used = new Set(fieldsIn(body))
      for (const field of Object.keys(kindLaws[kind].fields))
        assert.ok(used.has(field), `${kind} asks for ${field} and never says it`)
    }
    if (list === 'letter-chain') assert.ok(chainData.safeParse(data).success, code)
    if (list === 'letter-number') assert.ok(isNumberPattern(String(data['pattern'])))
  }
})

const registered = {
  kind: 'registered' as const,
  purpose: 'health',
  fields: { desil: '2', 'tanggal-data': '2026-10-01' },
}
const wrong = (own: object) => fieldRefusal({ ...registered, ...own }, shippedRules())

test('LETTER-11 what a letter asks for must be there and fit, and nothing else may be', () => {
  assert.equal(wrong({}), null)
  const fields = (own: Record<string, string>) => ({ fields: { ...registered.fields, ...own } })
  assert.deepEqual(wrong({ fields: { desil: '2' } }), { code: 'letter-field', field: 'tanggal-data' })
  for (const desil of ['0', '11', 'dua', '1.5'])
    assert.deepEqual(wrong(fields({ desil })), { code: 'letter-field', field: 'desil' })
  assert.equal(wrong(fields({ desil: '10' })), null)
  assert.deepEqual(wrong(fields({ 'tanggal-lahir': '31-12-1960' })), { code: 'letter-field', field: 'tanggal-lahir' })
  assert.deepEqual(wrong(fields({ faskes: 'RSUD' })), { code: 'letter-field', field: 'faskes' })
  assert.deepEqual(wrong(fields({ 'tempat-lahir': 'a\nb' })), { code: 'letter-field', field: 'tempat-lahir' })
  assert.deepEqual(wrong(fields({ 'tempat-lahir': 'x'.repeat(201) })), { code: 'letter-field', field: 'tempat-lahir' })
  const pbi = { kepada: 'BPJS', 'nomor-jkn': '1', alasan: 'kronis', faskes: 'RSUD', 'nomor-surat-faskes': '1' }
  assert.equal(wrong({ kind: 'pbi-reactivation', purpose: null, fields: pbi }), null)
  assert.equal(
    wrong({ kind: 'pbi-reactivation', purpose: null, fields: { ...pbi, alasan: 'lain' } })?.code,
    'letter-field',
  )
})

test('LETTER-16 a purpose has its highest desil, and asks for the desil where it has one', () => {
  const asked = (purpose: string | null, desil: string) =>
    wrong({ purpose, fields: { desil, 'tanggal-data': '2026-10-01' } })
  assert.equal(asked('pip', '4'), null)
  assert.deepEqual(asked('pip', '5'), { code: 'desil-above', most: 4 })
  assert.equal(asked('baznas', '10'), null)
  assert.deepEqual(asked('made-up', '1'), { code: 'unknown-purpose' })
  assert.deepEqual(asked(null, '1'), { code: 'unknown-purpose' })
  const sktm = (own: object) =>
    fieldRefusal({ kind: 'hardship', purpose: 'pip', fields: { sebab: 'x' }, ...own }, shippedRules())
  assert.deepEqual(sktm({}), { code: 'letter-field', field: 'desil' })
  assert.equal(sktm({ purpose: 'baznas' }), null)
  const slip = {
    kind: 'referral-slip' as const,
    purpose: 'health',
    fields: { tujuan: 'RSUD', masalah: 'x', kontak: 'y' },
  }
  assert.deepEqual(fieldRefusal(slip, shippedRules()), { code: 'unknown-purpose' })
})

test('LETTER-11 no field stands twice in the list beside a template', () => {
  for (const kind of letterKinds) assert.equal(new Set(fieldsOf(kind)).size, fieldsOf(kind).length, kind)
})
