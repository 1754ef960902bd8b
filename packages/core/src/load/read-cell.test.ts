import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import {
  isFormula,
  readAmount,
  readCount,
  readDay,
  readNik,
  readNumber,
  readPoint,
  readSex,
  readYes,
} from './read-cell.ts'

const said = <T>(read: { ok: true; value: T } | { ok: false; error: string }): T | string =>
  read.ok ? read.value : read.error

const numbers: readonly (readonly [string, string])[] = [
  ['3404070101100001', '3404070101100001'],
  ["'3404070101100001", '3404070101100001'],
  ['3404 0701 0110 0001', '3404070101100001'],
  ['34.04.07.010110.0001', '3404070101100001'],
  ['3.40407E+15', 'number-float'],
  ['3,40407E+15', 'number-float'],
  ['3.404070101100001e15', 'number-float'],
  ['3404070101100000.00', 'number-float'],
  ['340407010110000', 'number-length'],
  ['34040701011000011', 'number-length'],
  ['340407010110OOO1', 'number-signs'],
  ['0004070101100001', 'number-place'],
  ['', 'number-signs'],
]
for (const [cell, answer] of numbers)
  test(`LOAD-3 of a number "${cell}" becomes ${answer}`, () => assert.equal(said(readNumber(cell)), answer))

test('LOAD-3 a NIK holds a day of birth, of women with forty added', () => {
  assert.equal(said(readNik('3404070506800001')), '3404070506800001')
  assert.equal(said(readNik('3404074506800001')), '3404074506800001')
  assert.equal(said(readNik('3404073206800001')), 'nik-date')
  assert.equal(said(readNik('3404070513800001')), 'nik-date')
  assert.equal(said(readNik('3404070006800001')), 'nik-date')
})

const today = '2026-11-22'
const days: readonly (readonly [string, string])[] = [
  ['1980-06-05', '1980-06-05'],
  ['1980/6/5', '1980-06-05'],
  ['1980-06-05T00:00:00.000Z', '1980-06-05'],
  ['1980-06-05 00:00:00', '1980-06-05'],
  ['05/06/1980', '1980-06-05'],
  ['5-6-1980', '1980-06-05'],
  ['05.06.1980', '1980-06-05'],
  ['5 Juni 1980', '1980-06-05'],
  ['05-Jun-1980', '1980-06-05'],
  ['5 Agt 1980', '1980-08-05'],
  ['19800605', '1980-06-05'],
  ['29377', '1980-06-05'],
  ['05/06/80', 'day-unreadable'],
  ['31/02/1980', 'day-unreadable'],
  ['06/25/1980', 'day-unreadable'],
  ['5 Foo 1980', 'day-unreadable'],
  ['lama', 'day-unreadable'],
  ['23/11/2026', 'day-future'],
]
for (const [cell, answer] of days)
  test(`LOAD-4 of a day "${cell}" becomes ${answer}`, () => assert.equal(said(readDay(cell, today)), answer))

const aDay = fc.date({ min: new Date('1900-03-01'), max: new Date('2026-11-21'), noInvalidDate: true })
property('LOAD-4 a day is the same in whichever shape it comes', aDay, (date) => {
  const day = date.toISOString().slice(0, 10)
  const [year = '', month = '', date_ = ''] = day.split('-')
  const serial = Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000)
  const shapes = [
    day,
    `${date_}/${month}/${year}`,
    `${Number(date_)}-${Number(month)}-${year}`,
    `${year}${month}${date_}`,
  ]
  // Days of 1905 have counts that read as years, which say no day.
  const isCount = serial >= 1000 && !/^(19|20)\d\d$/.test(String(serial))
  for (const shape of isCount ? [...shapes, String(serial)] : shapes)
    assert.equal(said(readDay(shape, today)), day, shape)
})

test('LOAD-5 sex, yes and no, and amounts are read as extracts write them', () => {
  for (const [cell, sex] of [
    ['1', 'L'],
    ['L', 'L'],
    ['Laki-laki', 'L'],
    ['2', 'P'],
    ['perempuan', 'P'],
    ['3', 'sex-unknown'],
  ] as const)
    assert.equal(said(readSex(cell)), sex)
  assert.deepEqual(['Ya', '1', 'Tidak', '2', '0'].map(readYes), [true, true, false, false, false])
  for (const [cell, amount] of [
    ['3', 3],
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['1.250.000', 1_250_000],
    ['dua', 'not-a-number'],
  ] as const)
    assert.equal(said(readAmount(cell)), amount)
})

test('LOAD-5 a formula that a spreadsheet left behind is known as one', () => {
  for (const cell of ['=A1+1', '=VLOOKUP(A2;B:C;2)', '#REF!', '#N/A']) assert.ok(isFormula(cell), cell)
  for (const cell of ['Siti', '-', '+62 812', '=', '']) assert.ok(!isFormula(cell), cell)
})

const edges: readonly (readonly [string, string])[] = [
  ['29/02/2024', '2024-02-29'],
  ['29/02/2023', 'day-unreadable'],
  ['29/02/1900', 'day-unreadable'],
  ['29/02/2000', '2000-02-29'],
  ['31/04/1999', 'day-unreadable'],
  ['31/12/1999', '1999-12-31'],
  ['00/01/1999', 'day-unreadable'],
  ['01/00/1999', 'day-unreadable'],
  ['01/13/1999', 'day-unreadable'],
  ['01/01/1889', 'day-unreadable'],
  ['01/01/1890', '1890-01-01'],
  ['1-1-2001', '2001-01-01'],
  ['17 agustus 1945', '1945-08-17'],
  ['17-AGS-1945', '1945-08-17'],
  ['1 Pebruari 1990', '1990-02-01'],
  ['30 Peb 1990', 'day-unreadable'],
  ['22/11/2026', '2026-11-22'],
  ['2026-11-23', 'day-future'],
  ['9999-12-31', 'day-future'],
  ['20261301', 'day-unreadable'],
  ['19450817', '1945-08-17'],
  ['17450817', 'day-unreadable'],
  ['0', 'day-unreadable'],
  ['1e4', 'day-unreadable'],
  ['-29377', 'day-unreadable'],
  ['29377,5', 'day-unreadable'],
  [' 05/06/1980 ', '1980-06-05'],
  ['05/06/1980 00:00:00', '1980-06-05'],
]
for (const [cell_, answer] of edges)
  test(`LOAD-4 at the edge of the calendar "${cell_}" becomes ${answer}`, () =>
    assert.equal(said(readDay(cell_, today)), answer))

property(
  'LOAD-4 a day that there is not is never read as another',
  fc.tuple(fc.nat(40), fc.nat(20), fc.integer({ min: 1890, max: 2026 })),
  ([day, month, year]) => {
    const two = (n: number): string => String(n).padStart(2, '0')
    const made = new Date(Date.UTC(year, month - 1, day))
    const isReal = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
    const read = readDay(`${two(day)}/${two(month)}/${year}`, '2199-01-01')
    assert.equal(read.ok, isReal)
    if (read.ok) assert.equal(read.value, made.toISOString().slice(0, 10))
  },
)

property(
  'LOAD-3 a number of sixteen digits is read as it is, and one that a spreadsheet made a quantity never',
  fc.bigInt({ min: 1_100_000_000_000_000n, max: 9_999_999_999_999_999n }),
  (number) => {
    const digits = String(number)
    const grouped = digits.replace(/(\d{4})(?=\d)/g, '$1 ')
    for (const cell_ of [digits, `'${digits}`, `"${digits}"`.slice(1, -1), grouped, ` ${digits} `])
      assert.equal(said(readNumber(cell_)), /^[1-9]\d/.test(digits) ? digits : 'number-place')
    for (const cell_ of [
      Number(digits).toExponential(5),
      Number(digits).toExponential(5).replace('.', ','),
      `${digits}.00`,
      `${digits},0`,
    ])
      assert.equal(said(readNumber(cell_)), 'number-float', cell_)
    assert.equal(said(readNumber(digits.slice(1))), 'number-length')
    assert.equal(said(readNumber(`${digits}1`)), 'number-length')
  },
)

const amounts: readonly (readonly [string, number | string])[] = [
  ['0', 0],
  ['007', 7],
  ['999', 999],
  ['1000', 1_000],
  ['1.000', 1_000],
  ['1,000', 1],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['12.345.678,9', 12_345_678.9],
  ['0,000001', 0.000001],
  ['0,0000001', 'not-a-number'],
  ['1234567890123', 'not-a-number'],
  ['-1', 'not-a-number'],
  ['+1', 'not-a-number'],
  ['1e3', 'not-a-number'],
  ['1.00.0', 'not-a-number'],
  ['Rp 5.000', 'not-a-number'],
  ['٣', 'not-a-number'],
  ['', 'not-a-number'],
]
for (const [cell_, answer] of amounts)
  test(`LOAD-5 of an amount "${cell_}" becomes ${answer}`, () => assert.equal(said(readAmount(cell_)), answer))

test('LOAD-5 there are no half motorcycles', () => {
  assert.deepEqual(
    ['2', '2.0', '1.000', '2,5', 'dua'].map((cell_) => said(readCount(cell_))),
    [2, 2, 1_000, 'not-a-number', 'not-a-number'],
  )
})

const points: readonly (readonly [string, unknown])[] = [
  ['-7.7956, 110.3695', [-7.7956, 110.3695]],
  ['-7.7956;110.3695', [-7.7956, 110.3695]],
  ['5,95', [5, 95]],
  ['0,0', [0, 0]],
  ['-90, -180', [-90, -180]],
  ['-91, 110', 'point-unreadable'],
  ['-7, 181', 'point-unreadable'],
  ['110.3695', 'point-unreadable'],
  ['-7.7956 110.3695', 'point-unreadable'],
  ['7°47 LS, 110°22 BT', 'point-unreadable'],
  ['', 'point-unreadable'],
]
for (const [cell_, answer] of points)
  test(`LOAD-5 of a point "${cell_}" becomes ${JSON.stringify(answer)}`, () =>
    assert.deepEqual(said(readPoint(cell_)), answer))

test('LOAD-5 a sex in any of its words, and none in any other', () => {
  for (const cell_ of ['1', 'L', ' lk ', 'LAKI-LAKI', 'Laki Laki', 'pria', 'M', 'male'])
    assert.equal(said(readSex(cell_)), 'L', cell_)
  for (const cell_ of ['2', 'p', 'Pr', 'PEREMPUAN', 'wanita', 'F', 'Female'])
    assert.equal(said(readSex(cell_)), 'P', cell_)
  for (const cell_ of ['', '0', '3', 'x', 'laki/perempuan', '12'])
    assert.equal(said(readSex(cell_)), 'sex-unknown', cell_)
})
