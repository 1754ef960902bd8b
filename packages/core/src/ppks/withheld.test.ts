import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PlaceCode } from '../place/code.ts'
import { placeCode } from '../place/code.ts'
import { property } from '../testing/property.ts'
import { figuresOf, totalOf } from './counts.ts'
import { toldBeside } from './withheld.ts'

const tables: readonly (readonly [numbers: readonly number[], told: readonly (number | null)[], why: string])[] = [
  [[12, 9, 30], [12, 9, 30], 'nothing is few'],
  [[12, 2, 30], [null, null, 30], 'the smallest other is withheld, or the sum would tell the 2'],
  [[2, 3, 30], [null, null, 30], 'two few ones hide each other'],
  [[1, 2, 30], [null, null, null], 'two few ones that are few together do not'],
  [[0, 9, 9, 30], [null, null, null, 30], 'of equal ones all are withheld'],
  [[4, 4, 30], [null, null, null], 'two 4: any other pair of that sum would have been told in part'],
  [[0, 0, 0], [null, null, null], 'all few: none is told'],
  [[4], [null], 'one alone'],
  [[], [], 'none'],
]
for (const [numbers, told, why] of tables)
  test(`PPKS-9 of ${JSON.stringify(numbers)} is told ${JSON.stringify(told)}: ${why}`, () => {
    assert.deepEqual(toldBeside(numbers, 5), told)
  })

const least = 3
/** Numbers whose sum may be told at all: the sum stands on the page above. */
const anyNumbers = fc
  .array(fc.nat(7), { minLength: 2, maxLength: 5 })
  .filter((numbers) => numbers.reduce((sum, n) => sum + n, 0) >= least)

/** Every way in which numbers could stand in so many places with this sum. */
function* ways(places: number, sum: number): Generator<readonly number[]> {
  if (places === 1) return yield [sum]
  for (let first = 0; first <= sum; first++) for (const rest of ways(places - 1, sum - first)) yield [first, ...rest]
}

/** What each withheld number could be, for a reader who sees all others and the sum and knows the rule itself. */
function thinkable(numbers: readonly number[]): readonly ReadonlySet<number>[] {
  const told = toldBeside(numbers, least)
  const hidden = told.flatMap((n, nth) => (n === null ? [nth] : []))
  const sum = hidden.reduce((all, nth) => all + (numbers[nth] ?? 0), 0)
  const sets = hidden.map(() => new Set<number>())
  for (const way of hidden.length > 0 ? ways(hidden.length, sum) : []) {
    const tried = [...numbers]
    for (const [nth, at] of hidden.entries()) tried[at] = way[nth] ?? 0
    if (JSON.stringify(toldBeside(tried, least)) !== JSON.stringify(told)) continue
    for (const [nth, n] of way.entries()) sets[nth]?.add(n)
  }
  return sets
}

property(
  'PPKS-9 nobody can work out a number that was withheld, though they know the sum, all others and the rule',
  anyNumbers,
  (numbers) => {
    for (const set of thinkable(numbers)) assert.ok(set.size > 1, `${JSON.stringify(numbers)}: ${[...set].join()}`)
  },
  300,
)

property(
  'PPKS-9 what is told is true and never few; a sum of the withheld is never few either',
  anyNumbers,
  (numbers) => {
    const told = toldBeside(numbers, least)
    const sum = numbers.reduce((all, n, nth) => all + (told[nth] === null ? n : 0), 0)
    for (const [nth, n] of told.entries()) assert.ok(n === null || (n === numbers[nth] && n >= least))
    assert.ok(!told.includes(null) || sum >= least)
  },
)

const place = (code: string): PlaceCode => placeCode.parse(code)
const district = place('34.04')
const subs = ['34.04.01', '34.04.02', '34.04.03'].map(place)
const villages = subs.flatMap((sub) => ['2001', '2002', '2003'].map((nth) => place(`${sub}.${nth}`)))
const places = [district, ...subs, ...villages]
const shut = () => false

property(
  'PPKS-9 two pages do not tell what one withholds: below a withheld number everything is withheld',
  fc.array(fc.nat(9), { minLength: 9, maxLength: 9 }),
  (numbers) => {
    const counts = villages.map((one, nth) => ({ type: 'hiv', place: one, n: numbers[nth] ?? 0 }))
    const counting = { counts, places, open: shut, least: 5 }
    const above = figuresOf('hiv', district, counting)
    for (const [nth, sub] of subs.entries()) {
      const own = figuresOf('hiv', sub, counting)
      assert.equal(own.total, above.cells[nth], 'the same number on both pages')
      if (own.total === null) assert.ok(own.cells.every((n) => n === null))
      for (const [at, village] of villages.filter((one) => one.startsWith(`${sub}.`)).entries())
        assert.equal(figuresOf('hiv', village, counting).total, own.cells[at])
    }
    if (above.total === null) assert.ok(above.cells.every((n) => n === null))
  },
)

test('PPKS-9 types that may be told are told whole, and add up without those that may not', () => {
  const counts = [
    { type: 'poor', place: place('34.04.01.2001'), n: 1 },
    { type: 'hiv', place: place('34.04.01.2001'), n: 2 },
    { type: 'beggar', place: place('34.04.02.2001'), n: 7 },
  ]
  const open = (type: string): boolean => type !== 'hiv'
  const figures = ['poor', 'hiv', 'beggar'].map((type) => figuresOf(type, district, { counts, places, open, least: 5 }))
  assert.deepEqual(figures, [
    { type: 'poor', total: 1, atLeast: false, cells: [1, 0, 0] },
    { type: 'hiv', total: null, atLeast: false, cells: [null, null, null] },
    { type: 'beggar', total: 7, atLeast: false, cells: [0, 7, 0] },
  ])
  assert.deepEqual(totalOf(figures, open), { type: '', atLeast: false, total: 8, cells: [1, 7, 0] })
})
