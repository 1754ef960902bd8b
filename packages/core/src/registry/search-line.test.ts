import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { isDay } from './search-days.ts'
import { readingsOf, readLine } from './search-line.ts'

const nothing = { number: null, birth: null, year: null, words: [], placeWords: 0 }

test('FIND-2 sixteen digits are a number, however they are grouped; fewer or more are none', () => {
  for (const typed of ['3404075203600092', '3404 0752 0360 0092', '34.04.07.520360.0092', ' 340407-520360-0092 '])
    assert.deepEqual(readLine(typed), { ...nothing, number: '3404075203600092' }, typed)
  assert.equal(readLine('340407520360009').number, null)
  assert.equal(readLine('34040752036000921').number, null)
})

test('FIND-2 a day of birth is read in the ways that people write it', () => {
  for (const day of ['12-3-1960', '12/03/1960', '12.3.1960', '12031960', '1960-03-12', '12 maret 1960', '12 Mar 1960'])
    assert.deepEqual(
      readLine(`Siti Aminah ${day}`),
      { ...nothing, birth: '1960-03-12', words: ['Siti', 'Aminah'] },
      day,
    )
  assert.equal(readLine('Siti 17 agustus 1945').birth, '1945-08-17')
  assert.equal(readLine('Siti 1 Dec 1990').birth, '1990-12-01')
  assert.equal(readLine('Siti 5 Oct 1990').birth, '1990-10-05')
})

test('FIND-2 what is no day is not read as one, and a lone year is the year of birth', () => {
  assert.equal(readLine('Siti 31-02-1960').birth, null)
  assert.equal(readLine('Siti 12 domba 1960').birth, null)
  assert.deepEqual(readLine('Siti 1960'), { ...nothing, year: 1960, words: ['Siti'] })
  assert.equal(readLine('Siti 1760').year, null)
})

test('FIND-2 a word that says "place", or a comma, parts the name from the place', () => {
  for (const typed of [
    'Siti Aminah, Caturtunggal',
    'Siti Aminah desa Caturtunggal',
    'Siti Aminah di Ds. Caturtunggal',
    'Siti Aminah kel. Caturtunggal',
  ]) {
    const line = readLine(typed)
    assert.deepEqual([line.words, line.placeWords], [['Siti', 'Aminah', 'Caturtunggal'], 1], typed)
  }
  assert.equal(readLine('desa Sari').placeWords, 0)
  assert.equal(readLine('Siti, ').placeWords, 0)
  assert.equal(readLine("Nur'aini").words.length, 1)
})

test('FIND-3 the last words may be a place, the most of them first, and last of all none is', () => {
  assert.deepEqual(readingsOf(readLine('Siti Aminah Sari Harjo')), [
    { name: 'Siti', place: 'Aminah Sari Harjo' },
    { name: 'Siti Aminah', place: 'Sari Harjo' },
    { name: 'Siti Aminah Sari', place: 'Harjo' },
    { name: 'Siti Aminah Sari Harjo', place: null },
  ])
  assert.deepEqual(readingsOf(readLine('Siti')), [{ name: 'Siti', place: null }])
  assert.deepEqual(readingsOf(readLine('Siti Aminah, Sari Harjo')), [{ name: 'Siti Aminah', place: 'Sari Harjo' }])
})

property(
  'FIND-2 no line is too odd to be read, and a day that is read is one',
  fc.string({ maxLength: 300 }),
  (typed) => {
    const line = readLine(typed)
    if (line.birth !== null) assert.ok(isDay(line.birth))
    assert.ok(line.placeWords <= line.words.length)
    for (const { name } of readingsOf(line)) assert.ok(name !== '' || line.words.length === 0)
  },
)

property(
  'FIND-2 any day is read as it was written, before and behind a name',
  fc.tuple(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.boolean()),
  ([date, first]) => {
    const day = date.toISOString().slice(0, 10)
    const [y, m, d] = day.split('-')
    const written = `${d}/${m}/${y}`
    assert.equal(readLine(first ? `${written} Siti` : `Siti ${written}`).birth, day)
  },
)
