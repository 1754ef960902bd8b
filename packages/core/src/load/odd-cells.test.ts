import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { no } from '../kernel/result.ts'
import { aRow, village } from '../testing/a-registry.ts'
import { property } from '../testing/property.ts'
import { checkRow, readingOf } from './check-row.ts'
import { cellOf } from './export-row.ts'
import { readAmount, readCount, readDay, readNik, readNumber, readPoint, readSex, readYes } from './read-cell.ts'

const today = '2026-11-22'
const said = <T>(read: { ok: true; value: T } | { ok: false; error: string }): T | string =>
  read.ok ? read.value : read.error

/** The day of birth within a NIK, and whether a person can have it: 1 to 31, and 41 to 71 of women. */
const nikDays: readonly (readonly [day: string, month: string, taken: boolean])[] = [
  ['00', '06', false],
  ['01', '06', true],
  ['31', '01', true],
  ['32', '01', false],
  ['39', '01', false],
  ['40', '01', false],
  ['41', '01', true],
  ['71', '01', true],
  ['72', '01', false],
  ['79', '01', false],
  ['80', '01', false],
  ['81', '01', false],
  ['85', '06', false],
  ['99', '12', false],
  ['15', '00', false],
  ['15', '12', true],
  ['15', '13', false],
  ['55', '13', false],
]
for (const [day, month, taken] of nikDays)
  test(`LOAD-3 a NIK with the day ${day} of the month ${month} is ${taken ? 'taken' : 'told to be wrong'}`, () => {
    const nik = `340407${day}${month}800001`
    assert.equal(said(readNik(nik)), taken ? nik : 'nik-date')
    assert.equal(said(readNumber(nik)), nik, 'the number of a card may have any')
  })

/** Cells that only look like a day, and those that do not look like one but are. */
const days: readonly (readonly [cell: string, answer: string])[] = [
  ['1980', 'day-unreadable'],
  ['1945', 'day-unreadable'],
  ['2001', 'day-unreadable'],
  ['1900', 'day-unreadable'],
  ['2026', 'day-unreadable'],
  ['1899', '1905-03-13'],
  ['2100', '1905-09-30'],
  ['9999', '1927-05-17'],
  ['10000', '1927-05-18'],
  ['46348', '2026-11-22'],
  ['46349', 'day-future'],
  ['99999', 'day-future'],
  ['123456', 'day-unreadable'],
  ['06/1980', 'day-unreadable'],
  ['Juni 1980', 'day-unreadable'],
  ['1980-06', 'day-unreadable'],
  ['1980-00-00', 'day-unreadable'],
  ['00-00-0000', 'day-unreadable'],
  ['0000-00-00', 'day-unreadable'],
  ['01/01/0001', 'day-unreadable'],
  ['5 Juni', 'day-unreadable'],
  ['5  Juni  1980', 'day-unreadable'],
  ['5 JUNI 1980', '1980-06-05'],
  ['5-juni-1980', '1980-06-05'],
  ['05 Juni 1980', '1980-06-05'],
  ['5/Juni/1980', 'day-unreadable'],
  ['5th June 1980', 'day-unreadable'],
  ['June 5 1980', 'day-unreadable'],
  ['5-6/1980', '1980-06-05'],
  ['1980.06.05', '1980-06-05'],
  ['1980-06-05T17:00:00Z', '1980-06-05'],
  ['1980-06-05T23:59:59.999Z', '1980-06-05'],
  ['1980-06-05+07:00', 'day-unreadable'],
  ['5-6-1980 0:00', '1980-06-05'],
  ['5-6-80', 'day-unreadable'],
  ["'05/06/1980", 'day-unreadable'],
  ['٥/٦/١٩٨٠', 'day-unreadable'],
  ['29-Feb-2023', 'day-unreadable'],
  ['29-Feb-2024', '2024-02-29'],
  ['31 Nop 1980', 'day-unreadable'],
  ['30 Nop 1980', '1980-11-30'],
]
for (const [cell, answer] of days)
  test(`LOAD-4 "${cell}" as a day: ${answer}`, () => assert.equal(said(readDay(cell, today)), answer))

/** Every month under each of its names and in capitals. */
const months: readonly (readonly [month: string, names: readonly string[]])[] = [
  ['01', ['Jan', 'Januari', 'January']],
  ['02', ['Feb', 'Peb', 'Februari', 'Pebruari', 'February']],
  ['03', ['Mar', 'Maret', 'March']],
  ['04', ['Apr', 'April']],
  ['05', ['Mei', 'May']],
  ['06', ['Jun', 'Juni', 'June']],
  ['07', ['Jul', 'Juli', 'July']],
  ['08', ['Agu', 'Ags', 'Agt', 'Aug', 'Agustus', 'August']],
  ['09', ['Sep', 'Sept', 'September']],
  ['10', ['Okt', 'Oct', 'Oktober', 'October']],
  ['11', ['Nov', 'Nop', 'November', 'Nopember']],
  ['12', ['Des', 'Dec', 'Desember', 'December']],
]
for (const [month, names] of months)
  test(`LOAD-4 month ${month} is written ${names.join(', ')}`, () => {
    for (const name of names)
      for (const word of [name, name.toUpperCase(), name.toLowerCase()])
        assert.equal(said(readDay(`7 ${word} 1999`, today)), `1999-${month}-07`, word)
  })

property(
  'LOAD-4 whatever a cell says, what is read of it is a day that there was, or nothing',
  fc.oneof(fc.string({ maxLength: 24 }), fc.stringMatching(/^[0-9/. -]{1,12}$/)),
  (cell) => {
    const read = readDay(cell, today)
    if (!read.ok) return assert.ok(read.error === 'day-unreadable' || read.error === 'day-future')
    assert.equal(new Date(`${read.value}T00:00:00Z`).toISOString().slice(0, 10), read.value, cell)
    assert.ok(read.value <= today && read.value >= '1890-01-01', cell)
    // What was read is read again as the same.
    assert.deepEqual(readDay(read.value, today), read)
  },
)

const reading = readingOf(
  {
    'person.nomor_induk_kependudukan': 0,
    'person.nama': 1,
    'person.penyakit_kronis': 2,
    'person.hamil': 3,
    'family.nomor_kartu_keluarga': 4,
    'family.luas_lantai': 5,
    'family.desil': 6,
    'family.sepeda_motor': 7,
  },
  { today, place: village, findPlace: () => no('place-unknown') },
)
const start = ['3404074506800001', 'Siti', '', '', '3404070101100001', '', '', '']
const rowWith = (column: number, cell: string) => checkRow(start.with(column, cell), 2, reading)

/** One cell of a row, and what its row then says or why it is not taken. */
const cells: readonly (readonly [column: number, cell: string, answer: unknown])[] = [
  [1, "Nur 'Aini", "Nur 'Aini"],
  [1, '  Siti \t Aminah  ', 'Siti Aminah'],
  [1, '王', '王'],
  [1, '...', 'name-missing'],
  [1, '12345', 'name-missing'],
  [1, '', 'name-missing'],
  [1, '=Siti', 'formula'],
  [1, '#N/A', 'formula'],
  [2, '1;1;1', ['1']],
  [2, '1, 01; 1.0', ['1']],
  [2, '3;1', ['3', '1']],
  [2, '2. Asma; 2 - Asma', ['2']],
  [2, ';', []],
  [3, 'YA', true],
  [3, 'y', true],
  [3, '1', true],
  [3, '0', false],
  [3, '2', false],
  [3, 'Tidak', false],
  [4, '0000000000000000', 'number-place'],
  [4, '3.40407E+15', 'number-float'],
  [4, '34040701011000.01', '3404070101100001'],
  [5, '36,5', 36.5],
  [5, '36.5', 36.5],
  [5, '1.250,75', 1250.75],
  [5, '36 m2', 'not-a-number'],
  [5, '-36', 'not-a-number'],
  [6, '1', 1],
  [6, '10', 10],
  [6, 'desil 4', 4],
  [6, 'DESIL4', 4],
  [6, '4,0', 4],
  [6, '4,5', 'desil-range'],
  [6, '0', 'desil-range'],
  [6, '11', 'desil-range'],
  [6, '6-10', 'desil-range'],
  [6, 'D4', 'desil-range'],
  [7, '2.0', 2],
  [7, '1,5', 'not-a-number'],
  [7, 'satu', 'not-a-number'],
]
function answerOf(column: number, cell: string): unknown {
  const read = rowWith(column, cell)
  if (!read.ok) {
    assert.equal(read.error.column, column, 'told with its column')
    return read.error.code
  }
  const { person, family } = read.value
  const { penyakit_kronis, hamil } = person?.values ?? {}
  const { luas_lantai, sepeda_motor } = family?.values ?? {}
  return [null, person?.name, penyakit_kronis, hamil, family?.kk, luas_lantai, family?.desil, sepeda_motor][column]
}
for (const [column, cell, answer] of cells)
  test(`LOAD-5 ${JSON.stringify(cell)} in column ${column}: ${JSON.stringify(answer)}`, () =>
    assert.deepEqual(answerOf(column, cell), answer))

for (const cell of ['', '-', 'NULL', '  ', ' - '])
  test(`LOAD-5 ${JSON.stringify(cell)} says nothing in any column that may be left out`, () => {
    for (const column of [2, 3, 5, 6, 7]) {
      const read = rowWith(column, cell)
      assert.ok(read.ok, `column ${column}`)
      assert.deepEqual([read.value.person?.values, read.value.family?.values, read.value.family?.desil], [{}, {}, null])
    }
  })

const anyRow = fc.array(fc.oneof(fc.constantFrom(...start), fc.string({ maxLength: 12 })), { maxLength: 10 })
property('LOAD-5 whatever stands in a row, it is read whole or told where it is wrong', anyRow, (row) => {
  const read = checkRow(row, 9, reading)
  if (!read.ok) return assert.ok(read.error.column === null || read.error.column < Math.max(row.length, start.length))
  assert.equal(read.value.line, 9)
  assert.match(read.value.person?.nik ?? '', /^[1-9]\d{15}$/)
  assert.match(read.value.family?.kk ?? '3404070101100001', /^[1-9]\d{15}$/)
  assert.ok((read.value.person?.name.trim() ?? '') !== '')
})

property('LOAD-16 an amount that is taken out is read back as the same', fc.nat(9_999_999), (n) => {
  assert.deepEqual(said(readCount(cellOf(n))), n)
  assert.deepEqual(said(readAmount(cellOf(n / 1000))), n / 1000)
})

test('LOAD-16 yes and no, days and codes that are taken out are read back as the same', () => {
  assert.deepEqual(
    [true, false].map((value) => readYes(cellOf(value))),
    [true, false],
  )
  assert.equal(said(readDay(cellOf('1980-06-05'), today)), '1980-06-05')
  assert.deepEqual(answerOf(2, cellOf(['1', '7'])), ['1', '7'])
  assert.deepEqual(said(readPoint(cellOf([-7.75, 110.37]))), [-7.75, 110.37])
  assert.equal(said(readSex(cellOf('2'))), 'P')
  assert.deepEqual([cellOf(null), cellOf(undefined), cellOf([])], ['', '', ''])
  assert.equal(said(readNik(cellOf(aRow().person?.nik))), aRow().person?.nik)
})
