import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ledgerCode } from '../place/code.ts'
import { anOffice, offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import type { Numbering } from './number.ts'
import { isAbove, isNumberPattern, letterNumber, mayClash, namesPlace, numberPlace, patternOn } from './number.ts'

/** Patterns as districts write them, and as a hasty hand does. */
const patterns: readonly (readonly [pattern: string, taken: boolean, why: string])[] = [
  ['{kode}/{nomor}/SLRT-{wilayah}/{bulan-romawi}/{tahun}', true, 'the shipped one'],
  ['{nomor}/{tahun}', true, 'the shortest'],
  ['{ nomor } / { tahun }', true, 'gaps within the braces'],
  ['No. {nomor} Th. {tahun}', true, 'words between'],
  ['{tahun}/{bulan}/{nomor}', true, 'the place in the series last'],
  ['{nomor}/{tahun}/{tahun}', true, 'the year twice says no less'],
  ['{nomor}/{bulan}/{bulan-romawi}/{tahun}', true, 'the month twice'],
  ['', false, 'nothing'],
  ['SLRT/2026', false, 'a number that never changes'],
  ['{nomor}', false, 'the same number each year'],
  ['{nomor}/2026', false, 'a year that is none of its own'],
  ['{tahun}', false, 'no place in the series'],
  ['{nomor}{tahun}', false, 'a year beside it'],
  ['{tahun}{nomor}', false, 'a year before it'],
  ['{bulan}{nomor}/{tahun}', false, 'a month before it'],
  ['{nomor}{kode}/{tahun}', false, 'a code after it'],
  ['1{nomor}/{tahun}', false, 'a digit before it'],
  ['{nomor}0/{tahun}', false, 'a digit after it'],
  ['{nomor}/{nomor}/{tahun}', false, 'the place twice'],
  ['{kode}/{nomor}/{kode}/{tahun}', false, 'the code twice'],
  ['{nomor}/{Tahun}', false, 'another spelling'],
  ['{nomor}/{tahun}/{nama}', false, 'the name of a citizen'],
  ['{nomor}/{tahun}/{}', false, 'a hole'],
  ['{{nomor}}/{tahun}', true, 'braces beyond those of the field are words'],
]
for (const [pattern, taken, why] of patterns)
  test(`LETTER-30 ${JSON.stringify(pattern)} is ${taken ? 'a' : 'no'} pattern: ${why}`, () => {
    assert.equal(isNumberPattern(pattern), taken)
  })

const serials: readonly (readonly [serial: number, said: string])[] = [
  [1, '001/2026'],
  [99, '099/2026'],
  [100, '100/2026'],
  [999, '999/2026'],
  [1000, '1000/2026'],
  [123_456, '123456/2026'],
]
for (const [serial, said] of serials)
  test(`LETTER-31 letter ${serial} of a year is ${said}`, () => {
    assert.equal(letterNumber(patternOn('{nomor}/{tahun}', '2026-05-01', '400', '34.04'), serial), said)
  })

/** What a pattern says of a day, a matter and a place. */
const filled: readonly (readonly [pattern: string, day: string, said: string])[] = [
  ['{bulan}', '2026-01-31', '01'],
  ['{bulan-romawi}', '2026-09-01', 'IX'],
  ['{tahun}', '2027-12-31', '2027'],
  ['{kode}', '2026-01-01', '400.9'],
  ['{wilayah}', '2026-01-01', '34.04'],
  ['{ bulan-romawi }-{wilayah}', '2026-04-04', 'IV-34.04'],
  ['{nomor}', '2026-01-01', '{nomor}'],
  ['{asing}', '2026-01-01', '{asing}'],
]
for (const [pattern, day, said] of filled)
  test(`LETTER-30 on ${day} the pattern ${pattern} says ${said}`, () => {
    assert.equal(patternOn(pattern, day, '400.9', '34.04'), said)
  })

test('LETTER-30 signs of replacing in a code or a place are signs like others', () => {
  for (const odd of ['$&', '$1', '$$', '\\1', '.*', '(', '[a-'])
    assert.equal(patternOn('{kode}/{wilayah}', '2026-01-01', odd, odd), `${odd}/${odd}`)
})

/** Whose numbers would be the same: each pair, and whether one could give what the other gives. */
const clashes: readonly (readonly [one: string, other: string, may: boolean, why: string])[] = [
  ['{nomor}/{tahun}', '{nomor}/{tahun}', true, 'the same words'],
  ['{nomor}/DPK/{tahun}', '{nomor}/CTG/{tahun}', false, 'short names apart'],
  ['{nomor}/{wilayah}/{tahun}', '{nomor}/{wilayah}/{tahun}', false, 'places apart'],
  ['{nomor}/34.04.07.2002/{tahun}', '{nomor}/{wilayah}/{tahun}', true, 'the place of the other, written out'],
  ['{nomor}/34.04.07.2009/{tahun}', '{nomor}/{wilayah}/{tahun}', false, 'the place of a third'],
  ['{nomor}/34104x07.2002/{tahun}', '{nomor}/{wilayah}/{tahun}', false, 'a dot of a place is a dot'],
  ['{nomor}/{bulan}/{tahun}', '{nomor}/12/{tahun}', true, 'a month written out'],
  ['{nomor}/{bulan}/{tahun}', '{nomor}/{bulan-romawi}/{tahun}', false, 'months in two writings'],
  ['{nomor}/{bulan-romawi}/{tahun}', '{nomor}/XII/{tahun}', true, 'a month in Roman, written out'],
  ['{nomor}/{bulan-romawi}/{tahun}', '{nomor}/CTG/{tahun}', false, 'no month is called so'],
  ['{kode}/{nomor}/{tahun}', '{kode}/{nomor}/X/{tahun}', false, 'more parts'],
  ['{kode}/{nomor}/X/{tahun}', 'A/{nomor}/X/{tahun}', true, 'any word may be a code'],
  ['{nomor}/{tahun}', '{tahun}/{nomor}', true, 'the place 2026 of the year 2027'],
  ['{nomor}/1{bulan}/{tahun}', '{nomor}/{bulan}2/{tahun}', true, 'February here, October there'],
  ['{nomor}/X{kode}/{tahun}', '{nomor}/{kode}Y/{tahun}', true, 'the code Y here, the code X there'],
  ['{nomor}/{kode}/DPK/{tahun}', '{nomor}/CTG/{kode}/{tahun}', true, 'a code like the short name of the other'],
  ['{nomor}.SLRT/{tahun}', '{nomor}-SLRT/{tahun}', false, 'other signs between'],
  ['{nomor}/SLRT/{tahun}', '{nomor}/slrt/{tahun}', false, 'other letters'],
]
const [here, there] = ['34.04.07.2001', '34.04.07.2002']
for (const [one, other, may, why] of clashes)
  test(`LETTER-32 ${one} and ${other} ${may ? 'may give one number' : 'never do'}: ${why}`, () => {
    const [own, others] = [
      { pattern: one, place: here },
      { pattern: other, place: there },
    ]
    assert.equal(mayClash(own, others), may)
    assert.equal(mayClash(others, own), may, 'whoever is asked first')
  })

const part = fc.constantFrom('{kode}', '{bulan}', '{bulan-romawi}', '{wilayah}', 'SLRT', 'CTG', 'XII', '12', '34.04.07')
const aNumbering: fc.Arbitrary<Numbering> = fc.record({
  pattern: fc
    .tuple(fc.array(part, { maxLength: 3 }), fc.constantFrom('/', '-'), fc.boolean())
    .map(([parts, between, last]) =>
      (last ? [...parts, '{nomor}', '{tahun}'] : ['{nomor}', ...parts, '{tahun}']).join(between),
    ),
  place: fc.constantFrom(here, there, '34.04.07', '34.04'),
})
const aDay = fc.constantFrom('2026-01-02', '2026-10-02', '2026-12-02', '2027-12-02')
const aCode = fc.constantFrom('400', '400.9', '12', '470', 'CTG', 'SLRT', 'CTG/SLRT')
const aSerial = fc.constantFrom(1, 2, 12, 400, 470, 2026)
property(
  'LETTER-32 two offices whose patterns are let stand side by side never give the same number',
  fc.tuple(aNumbering, aNumbering, fc.array(fc.tuple(aDay, aCode, aSerial), { minLength: 6, maxLength: 12 })),
  ([one, other, letters]) => {
    if (!isNumberPattern(one.pattern) || !isNumberPattern(other.pattern) || mayClash(one, other)) return
    const given = ({ pattern, place }: Numbering): ReadonlySet<string> =>
      new Set(letters.map(([day, code, serial]) => letterNumber(patternOn(pattern, day, code, place), serial)))
    const both = [...given(one)].filter((number) => given(other).has(number))
    assert.deepEqual(both, [], `${one.pattern} at ${one.place} and ${other.pattern} at ${other.place}`)
  },
  400,
)

const sleman = ledgerCode.parse('34.04')
test('LETTER-32 in numbers stands the place of the office; above a district that of the ledger that it makes them in', () => {
  const levels = ['village', 'subdistrict', 'district', 'province', 'nation'] as const
  assert.deepEqual(
    levels.map((level) => [isAbove(level), numberPlace(anOffice({ ...offices[level] }), sleman)]),
    [
      [false, '34.04.07.2001'],
      [false, '34.04.07'],
      [false, '34.04'],
      [true, '34.04'],
      [true, '34.04'],
    ],
  )
  assert.equal(numberPlace(offices.hospital, sleman), offices.hospital.place)
  assert.notEqual(numberPlace(offices.nation, sleman), numberPlace(offices.nation, ledgerCode.parse('34.02')))
})

test('LETTER-32 only the field says the place, and not the word', () => {
  assert.deepEqual(['{wilayah}', '{ wilayah }', 'wilayah', '{kode}', ''].map(namesPlace), [
    true,
    true,
    false,
    false,
    false,
  ])
})
