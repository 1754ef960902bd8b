import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { nameAlike } from './name-alike.ts'

test('FIND-8 names that sound the same are alike, those that only share consonants are not', () => {
  for (const [left, right] of [
    ['Achmad Jusuf', 'Ahmad Yusup'],
    ['Fitri Handayani', 'Pitri Andajani'],
    ['Zainal Abidin', 'Jaenal Abidin'],
  ] as const)
    assert.ok(nameAlike(left, right) >= 0.85, left)
  assert.equal(nameAlike('Sukarno', 'Soekarno'), 1)
  assert.ok(nameAlike('Rina', 'Rani') < 0.4)
  assert.ok(nameAlike('Siti Aminah', 'Siti Fatimah') < 0.85)
  assert.equal(nameAlike('', ''), 0)
})

const name = fc.constantFrom('Siti Aminah', 'Ahmad Yusuf', 'Achmad Jusup', 'Rina', 'Rani', 'M. Rizki', '', '- -')
property(
  'FIND-8 likeness is the same from both sides, and nobody is more like somebody than themselves',
  fc.tuple(name, name),
  ([a, b]) => {
    assert.equal(nameAlike(a, b), nameAlike(b, a))
    assert.ok(nameAlike(a, b) <= Math.max(nameAlike(a, a), 0.85))
  },
)

/** How one name is written by two offices, as registers of a century have it. */
const spellings: readonly (readonly [one: string, other: string])[] = [
  ['Soeharto', 'Suharto'],
  ['Djoko Widodo', 'Joko Widodo'],
  ['Tjipto Mangoenkoesoemo', 'Cipto Mangunkusumo'],
  ['Moh. Hatta', 'Muhammad Hatta'],
  ['M. Rizki', 'Muhamad Rizki'],
  ['Sri Wahjoeni', 'Srie Wahyuni'],
  ['Njai Achmad Dachlan', 'Nyai Ahmad Dahlan'],
  ['Abd. Rachman', 'Abdul Rahman'],
  ['Hj. Fatimah', 'Fatimah'],
  ['St. Maesaroh', 'Siti Maesaroh'],
]
for (const [one, other] of spellings)
  test(`FIND-8 ${one} and ${other} are alike enough to be found by each other`, () => {
    assert.ok(nameAlike(one, other) >= 0.7, String(nameAlike(one, other)))
  })

test('FIND-8 names of other people stay apart, however much of their letters they share', () => {
  for (const [one, other] of [
    ['Siti', 'Sari'],
    ['Rina', 'Rani'],
    ['Tukiman', 'Tukirin'],
    ['Sumiyati', 'Sumarni'],
    ['Agus Salim', 'Agus Setiawan'],
  ] as const)
    assert.ok(nameAlike(one, other) < 0.7, `${one} ${other} ${nameAlike(one, other)}`)
})
