import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { rankPeople } from './search-rank.ts'

const people = [
  { name: 'Siti Aminah', birth_date: '1960-03-12' },
  { name: 'Siti Amini', birth_date: '1990-01-01' },
  { name: 'Siti', birth_date: null },
  { name: 'Nur Siti Fatimah Az Zahra', birth_date: null },
  { name: 'Bambang Priyono', birth_date: '1960-03-12' },
]
const names = (name: string, birth: string | null = null, year: number | null = null) =>
  rankPeople({ name, birth, year }, people).map((one) => one.name)

test('FIND-6 the likest name stands first, and a name that is another is left out', () => {
  assert.deepEqual(names('SITI AMINNAH').slice(0, 2), ['Siti Aminah', 'Siti Amini'])
  assert.ok(!names('Siti Aminah').includes('Bambang Priyono'))
})

test('FIND-6 one word of a long name finds it, behind whoever is called so and no more', () => {
  const found = names('Siti')
  assert.equal(found[0], 'Siti')
  assert.deepEqual(found.toSorted(), ['Nur Siti Fatimah Az Zahra', 'Siti', 'Siti Aminah', 'Siti Amini'])
})

test('FIND-6 a day of birth lifts whoever has it or nearly, and lowers whoever has another', () => {
  assert.equal(names('Siti Amini', '1960-03-12')[0], 'Siti Aminah')
  assert.equal(names('Siti Amini')[0], 'Siti Amini')
  assert.deepEqual(names('Siti Amini', '1960-12-03')[0], 'Siti Aminah')
  assert.ok(!names('Siti Am', null, 1960).includes('Siti Amini'))
  assert.deepEqual(names('Siti Aminah', null, 1960)[0], 'Siti Aminah')
})

property(
  'FIND-6 whoever has the very name that was typed is always found, and before all others',
  fc.constantFrom(...people),
  (person) => assert.equal(rankPeople({ name: person.name, birth: null, year: null }, people)[0]?.name, person.name),
)
