import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placeCode } from '../place/code.ts'
import { property } from '../testing/property.ts'
import { countedFor, roundedTo, toldAgain } from './told.ts'

const n = fc.integer({ min: 0, max: 2_000_000 })
const base = fc.integer({ min: 1, max: 50 })
const dice = fc.integer({ min: 0, max: 999_999 }).map((one) => one / 1_000_000)

property(
  'CONDITION-5 a number is told as one of the two multiples beside it',
  fc.tuple(n, base, dice),
  ([number, to, fell]) => {
    const told = roundedTo(number, to, fell)
    assert.equal(told % to, 0)
    assert.ok(Math.abs(told - number) < to)
    if (number % to === 0) assert.equal(told, number)
  },
)

test('CONDITION-5 over all throws the numbers that are told come to the number itself', () => {
  for (const number of [1, 2, 3, 4, 5, 6, 99, 100, 101]) {
    const throws = Array.from({ length: 5 }, (_, nth) => roundedTo(number, 5, nth / 5))
    assert.equal(throws.reduce((sum, told) => sum + told, 0) / 5, number)
  }
})

test('CONDITION-5 whatever is told could have been told of several numbers', () => {
  const throws = [0, 0.2, 0.4, 0.6, 0.8, 0.999]
  const saying = (told: number) =>
    Array.from({ length: 40 }, (_, number) => number).filter((number) =>
      throws.some((fell) => roundedTo(number, 5, fell) === told),
    )
  assert.deepEqual(saying(0), [0, 1, 2, 3, 4])
  assert.deepEqual(saying(10), [6, 7, 8, 9, 10, 11, 12, 13, 14])
})

const before = [
  ['a number that stays keeps what was told, whatever the dice say', 3, { n: 3, told: 5 }, 0.99, 5],
  ['one that changed is told anew', 4, { n: 3, told: 0 }, 0, 5],
  ['one that was told to another base is told anew', 3, { n: 3, told: 3 }, 0.99, 0],
  ['one that was never told is told', 3, undefined, 0, 5],
] as const
for (const [sentence, number, known, fell, told] of before)
  test(`CONDITION-6 ${sentence}`, () => assert.equal(toldAgain(number, known, 5, fell), told))

const places = [
  ['34.04.07.2001', ['34.04', '34.04.07', '34.04.07.2001']],
  ['34.04.07', ['34.04', '34.04.07']],
  ['34.04', ['34.04']],
] as const
for (const [place, counted] of places)
  test(`CONDITION-1 a home of ${place} counts for ${counted.join(', ')}`, () =>
    assert.deepEqual(countedFor(placeCode.parse(place)), counted))
