import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { likeness, nameKey } from './name-key.ts'

const same = (...names: string[]): void => {
  assert.equal(new Set(names.map(nameKey)).size, 1, names.map((name) => `${name}: ${nameKey(name)}`).join(', '))
}

test('PERSON-1 old and new spelling are one name', () => {
  same('Soekarno', 'Sukarno')
  same('Djoko', 'Joko')
  same('Tjipto', 'Cipto')
})

test('PERSON-1 the many shapes of Muhammad are one name', () => {
  same('Muhammad Rizki', 'Moh. Rizki', 'Muh Rizki', 'M. Rizki', 'Mochamad Rizki', 'MOHAMMAD RIZKI')
})

test('PERSON-1 titles, case, dots and doubled letters make no difference', () => {
  same('Hj. Siti Aminah', 'SITI AMINAH', 'Ibu Siti Aminnah', 'siti  aminah')
  same('Sri Wahyuni', 'Srie Wahyuni')
})

test('PERSON-1 other names stay others', () => {
  assert.notEqual(nameKey('Siti Aminah'), nameKey('Siti Fatimah'))
})

test('PERSON-2 likeness is one for the same name, little for another, nothing for no name', () => {
  assert.equal(likeness('Soekarno', 'Sukarno'), 1)
  assert.ok(likeness('Siti Aminah', 'Siti Amina') > 0.7)
  assert.ok(likeness('Siti Aminah', 'Bambang Priyono') < 0.3)
  assert.ok(likeness('', 'Bambang') < 0.3)
})

const name = fc.stringMatching(/^[A-Za-z .]{0,30}$/)
property(
  'PERSON-2 likeness is the same from both sides, and lies between nothing and one',
  fc.tuple(name, name),
  ([left, right]) => {
    const alike = likeness(left, right)
    assert.equal(alike, likeness(right, left))
    assert.ok(alike >= 0 && alike <= 1)
  },
)

property('PERSON-1 a key is small letters and single spaces', name, (typed) => {
  assert.match(nameKey(typed), /^([a-z]+( [a-z]+)*)?$/)
})
