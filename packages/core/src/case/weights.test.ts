import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMs } from '../kernel/instant.ts'
import { monday } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import type { Comparable, LikeReason } from './likeness.ts'
import { compareCases, likeReasons, worthShowing } from './likeness.ts'

const typed: Comparable = {
  nik: 'nik',
  kk: 'kk',
  phone: 'phone',
  name: 'Siti Aminah',
  category: 'pbi-inactive',
  place: '34.04.07.2001',
}
const blank: Comparable = { nik: null, kk: null, phone: null, name: '', category: null, place: null }
const old = monday - 400 * dayMs
const compare = (there: Partial<Comparable>, registeredAt = old) =>
  compareCases(typed, { ...blank, ...there, registeredAt }, monday)

/** How much each sign says by itself, and what makes it. */
const signs: readonly (readonly [reason: LikeReason, weight: number, there: Partial<Comparable>])[] = [
  ['same-nik', 60, { nik: 'nik' }],
  ['same-kk', 25, { kk: 'kk' }],
  ['same-phone', 25, { phone: 'phone' }],
  ['like-name', 25, { name: 'Siti Aminah' }],
  ['same-category', 15, { category: 'pbi-inactive' }],
  ['same-village', 10, { place: '34.04.07.2001' }],
]

for (const [reason, weight, there] of signs) {
  test(`CASE-25 ${reason} says ${weight} by itself, and is named`, () => {
    assert.deepEqual(compare(there), { score: weight, reasons: [reason] })
  })
}

test('CASE-25 a case of the last ninety days says five more, one of ninety days ago nothing', () => {
  const aged = (days: number) => compare({}, monday - days * dayMs)
  assert.deepEqual(aged(89), { score: 5, reasons: ['recent'] })
  assert.deepEqual(aged(90), { score: 0, reasons: [] })
  assert.deepEqual(compare({}, monday - 90 * dayMs + 1), { score: 5, reasons: ['recent'] })
})

test('CASE-25 forty is worth a look: a like name in the same village and need, but not in another village', () => {
  assert.equal(worthShowing, 40)
  const near = compare({ name: 'Siti Aminah', category: 'pbi-inactive' })
  assert.equal(near.score >= worthShowing, true)
  const far = compare({ name: 'Siti Aminah', place: '34.04.07.2001' })
  assert.equal(far.score >= worthShowing, false)
})

test('CASE-25 a name is like another from seven tenths of its pairs of letters', () => {
  assert.deepEqual(compare({ name: 'Siti Aminatun' }).reasons, ['like-name'])
  assert.deepEqual(compare({ name: 'Siti Maryam' }).reasons, [])
  assert.deepEqual(compareCases({ ...typed, name: '' }, { ...blank, registeredAt: old }, monday).reasons, [])
})

test('CASE-25 reasons are told in one order, the number of the person first', () => {
  assert.deepEqual(likeReasons, [
    'same-nik',
    'same-kk',
    'same-phone',
    'like-name',
    'same-category',
    'same-village',
    'recent',
  ])
  assert.deepEqual(compare(typed, monday).reasons, likeReasons)
})

const some = fc.option(fc.constantFrom('a', 'b', ''), { nil: null })
const anyone = fc.record({
  nik: some,
  kk: some,
  phone: some,
  name: fc.constantFrom('', 'Siti Aminah', 'Budi'),
  category: some,
  place: some,
})

property(
  'CASE-25 one sign more never lowers the score, and the score is the sum of the signs that are named',
  fc.record({ mine: anyone, theirs: anyone, days: fc.integer({ min: 0, max: 200 }) }),
  ({ mine, theirs, days }) => {
    const at = { registeredAt: monday - days * dayMs }
    const { score, reasons } = compareCases(mine, { ...theirs, ...at }, monday)
    const more = compareCases({ ...mine, nik: 'x' }, { ...theirs, ...at, nik: 'x' }, monday)
    assert.ok(more.score >= score)
    const weights = new Map<LikeReason, number>([
      ...signs.map(([reason, weight]) => [reason, weight] as const),
      ['recent', 5],
    ])
    assert.equal(
      reasons.reduce((sum, reason) => sum + (weights.get(reason) ?? Number.NaN), 0),
      score,
    )
  },
)

property(
  'CASE-25 whoever is compared first, the same signs are found',
  fc.record({ mine: anyone, theirs: anyone }),
  ({ mine, theirs }) => {
    const one = compareCases(mine, { ...theirs, registeredAt: old }, monday)
    const two = compareCases(theirs, { ...mine, registeredAt: old }, monday)
    const named = (reasons: readonly LikeReason[]) => reasons.filter((reason) => reason !== 'like-name')
    assert.deepEqual(named(one.reasons), named(two.reasons))
  },
)
