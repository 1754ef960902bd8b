import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { shippedLists } from '../lists/shipped.ts'
import { officeLevels } from '../office/office.ts'
import { fits } from './fields.ts'
import type { FieldLaw, LetterKind } from './kinds.ts'
import { fieldLaw, fieldsOf, kindLaws, knownFields, letterKind, letterKinds } from './kinds.ts'
import { chainAt, letterLists, purposeData } from './rules.ts'
import { shippedLetterItems } from './shipped.ts'

interface Spec {
  readonly purpose: boolean
  readonly needs: string
  readonly may: string
  readonly madeAt: string
}

/** The letters as the field has them, written apart from the table: what each asks for, and where it is made. */
const spec: Readonly<Record<LetterKind, Spec>> = {
  registered: {
    purpose: true,
    needs: 'desil tanggal-data',
    may: 'tempat-lahir tanggal-lahir berlaku-sampai',
    madeAt: 'village subdistrict district province nation',
  },
  recommendation: {
    purpose: true,
    needs: 'kepada isi',
    may: 'tempat-lahir tanggal-lahir desil tanggal-data',
    madeAt: 'district province nation',
  },
  'pbi-reactivation': {
    purpose: false,
    needs: 'kepada nomor-jkn alasan faskes nomor-surat-faskes',
    may: 'tempat-lahir tanggal-lahir tanggal-nonaktif tanggal-surat-faskes desil tanggal-data dasar',
    madeAt: 'district province nation',
  },
  hardship: {
    purpose: true,
    needs: 'sebab',
    may: 'tempat-lahir tanggal-lahir kepala-keluarga pekerjaan desil tanggal-data',
    madeAt: 'village subdistrict district province nation',
  },
  'referral-slip': {
    purpose: false,
    needs: 'tujuan masalah kontak',
    may: 'tempat-lahir tanggal-lahir layanan',
    madeAt: 'village subdistrict district province nation',
  },
  'visit-report': {
    purpose: false,
    needs: 'tanggal-kunjungan petugas hasil kesimpulan',
    may: 'tempat-lahir tanggal-lahir saksi',
    madeAt: 'village subdistrict district province nation',
  },
}

for (const kind of keysOf(spec)) {
  const { purpose, needs, may, madeAt } = spec[kind]
  const laws = Object.entries<FieldLaw>(kindLaws[kind].fields)
  const named = (needed: boolean) => laws.filter(([, law]) => law.needed === needed).map(([field]) => field)

  test(`LETTER-11 ${kind} asks for what is written down, and for nothing else`, () => {
    assert.equal(kindLaws[kind].purpose, purpose)
    assert.deepEqual(named(true).toSorted(), needs.split(' ').toSorted())
    assert.deepEqual(named(false).toSorted(), may.split(' ').toSorted())
  })

  test(`LETTER-13 ${kind} is made at ${madeAt}, as shipped`, () => {
    const data = shippedLetterItems.find(({ list, code }) => list === 'letter-chain' && code === kind)?.data
    const levels = officeLevels.filter((level) => chainAt(data, level) !== null)
    assert.deepEqual(levels, madeAt.split(' '))
    for (const level of levels) assert.equal(chainAt(data, level)?.at(-1)?.act, 'sign', level)
  })

  test(`LETTER-20 a template of ${kind} may name what any case knows and what is typed for it`, () => {
    assert.deepEqual(fieldsOf(kind), [...knownFields, ...laws.map(([field]) => field)])
  })
}

test('LETTER-11 the kinds are these six, and a word that is none of them is no kind', () => {
  assert.deepEqual([...letterKinds].toSorted(), Object.keys(spec).toSorted())
  for (const word of ['', 'invitation', 'REGISTERED', 'surat'])
    assert.equal(letterKind.safeParse(word).success, false, word)
})

test('LETTER-11 a field of another kind, or none at all, has no law in this one', () => {
  assert.equal(fieldLaw('registered', 'faskes'), undefined)
  assert.equal(fieldLaw('registered', 'toString'), undefined)
  assert.equal(fieldLaw('registered', 'constructor'), undefined)
  assert.deepEqual(fieldLaw('registered', 'desil'), { type: 'desil', needed: true })
})

const law = (type: FieldLaw['type'], needed = true): FieldLaw => ({ type, needed })
const typed: readonly (readonly [FieldLaw['type'], good: readonly string[], bad: readonly string[]])[] = [
  ['text', ['Sleman', 'x'.repeat(200)], ['x'.repeat(201), 'dua\nbaris']],
  ['long', ['satu\ndua', 'x'.repeat(2000)], []],
  [
    'day',
    ['2026-11-02', '1960-03-12', '2024-02-29'],
    ['2-11-2026', '2026-02-30', '2025-02-29', 'kemarin', '0001-01-01'],
  ],
  ['desil', ['1', '9', '10'], ['0', '11', '01', '-1', '1.0', ' 1', 'satu']],
  ['reason', ['kronis', 'katastropik', 'darurat', 'bayi', 'lainnya'], ['sakit', 'Kronis', 'chronic']],
]
for (const [type, good, bad] of typed)
  test(`LETTER-11 a field of ${type} takes what fits it, and may stay empty only where it is not needed`, () => {
    for (const words of good) assert.ok(fits(law(type), words), words)
    for (const words of bad) assert.ok(!fits(law(type), words), words)
    assert.deepEqual([fits(law(type), ''), fits(law(type, false), '')], [false, true])
  })

test('LETTER-16 the highest desil of each purpose is that of its programme, as shipped', () => {
  const limits = shippedLetterItems
    .filter(({ list }) => list === 'letter-purpose')
    .map(({ code, data }) => [code, purposeData.parse(data).maxDesil])
  assert.deepEqual(Object.fromEntries(limits), {
    health: null,
    'pbi-jkn': 5,
    pip: 4,
    'kip-kuliah': 5,
    spmb: 5,
    education: null,
    baznas: null,
    housing: null,
    legal: null,
    funeral: 5,
    other: null,
  })
})

test('LETTER-20 the rules of letters are loaded with all other lists, each code once', () => {
  const loaded = shippedLists.items.filter(({ list }) => letterLists.some((one) => one === list))
  assert.equal(loaded.length, shippedLetterItems.length)
  assert.equal(new Set(loaded.map(({ list, code }) => `${list} ${code}`)).size, loaded.length)
  assert.deepEqual([...new Set(loaded.map(({ list }) => list))].toSorted(), [
    'letter-chain',
    'letter-logo',
    'letter-number',
    'letter-purpose',
    'letter-template',
  ])
})
