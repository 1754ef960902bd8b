import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import type { NeedCell, ShownCounts } from './table.ts'
import { fewTeller, wholeTeller } from './table.ts'

const least = 5
const cell = (place: string, kind: string, met: number, going: number, unmet: number): NeedCell => ({
  place,
  kind,
  total: met + going + unmet,
  met,
  going,
  unmet,
})
const shown = (total: number | null, met: number | null, going: number | null, unmet: number | null): ShownCounts => ({
  total,
  met,
  going,
  unmet,
})
const nothing = shown(null, null, null, null)

const rows: readonly (readonly [why: string, counts: readonly [number, number, number], told: ShownCounts])[] = [
  ['nothing is few', [10, 5, 7], shown(22, 10, 5, 7)],
  ['nobody is no secret', [0, 0, 9], shown(9, 0, 0, 9)],
  ['nobody at all', [0, 0, 0], shown(0, 0, 0, 0)],
  ['few in all', [1, 1, 1], nothing],
  ['one few number: the smallest other is withheld as well', [10, 2, 7], shown(19, 10, null, null)],
  ['two few numbers that are many together', [10, 3, 4], shown(17, 10, null, null)],
  ['two few numbers that are few together', [10, 2, 1], shown(13, null, null, null)],
  ['the only number: the sum would tell it', [0, 3, 0], shown(null, 0, null, 0)],
]
for (const [why, [met, going, unmet], told] of rows)
  test(`NEED-9 of ${met} met, ${going} going on and ${unmet} unmet is told what can be: ${why}`, () => {
    const own = cell('a', 'x', met, going, unmet)
    assert.deepEqual(fewTeller([own], least)(['a'], 'x'), told)
    assert.deepEqual(wholeTeller([own])(['a'], 'x'), shown(met + going + unmet, met, going, unmet))
  })

test('NEED-9 a few in one village are not told by the other villages and the sum', () => {
  const tell = fewTeller([cell('a', 'x', 0, 0, 20), cell('b', 'x', 0, 0, 3), cell('c', 'x', 0, 0, 9)], least)
  assert.deepEqual(
    ['a', 'b', 'c'].map((place) => tell([place], 'x').unmet),
    [20, null, null],
  )
  assert.equal(tell(null, 'x').unmet, 32)
  assert.equal(tell(['a', 'c'], 'x').unmet, null, 'nor together with what is told')
})

test('NEED-9 a few of one kind are not told by the other kinds of the village', () => {
  const tell = fewTeller([cell('a', 'x', 0, 0, 20), cell('a', 'y', 0, 0, 3), cell('a', 'z', 0, 0, 30)], least)
  assert.deepEqual(
    ['x', 'y', 'z'].map((kind) => tell(['a'], kind).unmet),
    [null, null, 30],
  )
  assert.equal(tell(['a'], null).unmet, 53)
})

test('NEED-9 two villages with one each: their sum of two is not told', () => {
  const tell = fewTeller([cell('a', 'x', 0, 0, 1), cell('b', 'x', 0, 0, 1)], least)
  assert.deepEqual(tell(null, 'x'), shown(null, 0, 0, null))
})

test('NEED-9 the limit is a setting: with another one other numbers are told', () => {
  const cells = [cell('a', 'x', 0, 0, 8), cell('b', 'x', 0, 0, 30), cell('c', 'x', 0, 0, 40)]
  const told = (limit: number) => ['a', 'b', 'c'].map((place) => fewTeller(cells, limit)([place], null).total)
  assert.deepEqual(
    [told(5), told(10), told(50)],
    [
      [8, 30, 40],
      [null, null, 40],
      [null, null, null],
    ],
  )
})

test('NEED-9 what nothing was recorded of is nothing, and no secret', () => {
  const tell = fewTeller([], least)
  assert.deepEqual(
    [tell(null, null), tell([], 'x'), tell(['a'], 'x')],
    [shown(0, 0, 0, 0), shown(0, 0, 0, 0), shown(0, 0, 0, 0)],
  )
})

const places = ['a', 'b', 'c', 'd']
const kinds = ['x', 'y', 'z']
const few = fc.oneof({ arbitrary: fc.nat(4), weight: 2 }, { arbitrary: fc.integer({ min: 0, max: 30 }), weight: 3 })
const someCells = fc
  .array(fc.tuple(few, few, few), { minLength: places.length * kinds.length, maxLength: places.length * kinds.length })
  .map((all) =>
    all.map(([met, going, unmet], nth) =>
      cell(places[Math.floor(nth / kinds.length)] ?? '', kinds[nth % kinds.length] ?? '', met, going, unmet),
    ),
  )
const states = ['met', 'going', 'unmet'] as const
const counts = [...states, 'total'] as const
type Known = Map<string, number | null>
const key = (place: string | null, kind: string | null, count: string): string => `${place}|${kind}|${count}`

/** Every number that any page or file tells. */
function told(cells: readonly NeedCell[], limit = least): Known {
  const tell = fewTeller(cells, limit)
  const known: Known = new Map()
  for (const place of [...places, null])
    for (const kind of [...kinds, null])
      for (const count of counts) known.set(key(place, kind, count), tell(place === null ? null : [place], kind)[count])
  return known
}
const linesOf = (): readonly (readonly [sum: string, parts: readonly string[]])[] => [
  ...[...kinds, null].flatMap((kind) =>
    counts.map((count) => [key(null, kind, count), places.map((place) => key(place, kind, count))] as const),
  ),
  ...[...places, null].flatMap((place) =>
    counts.map((count) => [key(place, null, count), kinds.map((kind) => key(place, kind, count))] as const),
  ),
  ...[...places, null].flatMap((place) =>
    [...kinds, null].map(
      (kind) => [key(place, kind, 'total'), states.map((count) => key(place, kind, count))] as const,
    ),
  ),
]

property('NEED-9 what is told is true, and never a number from one up to the limit', someCells, (cells) => {
  const whole = wholeTeller(cells)
  for (const [at, n] of told(cells)) {
    const [place, kind, count] = at.split('|') as [string, string, (typeof counts)[number]]
    const truth = whole(place === 'null' ? null : [place], kind === 'null' ? null : kind)[count]
    assert.ok(n === null || (n === truth && (n === 0 || n >= least)), `${at}: ${n} of ${truth}`)
  }
})

property(
  'NEED-9 from all pages together, along places, kinds and states, no subtraction tells a number that was withheld, nor that some of them are few together',
  someCells,
  (cells) => {
    const known = told(cells)
    const whole = wholeTeller(cells)
    const truth = (at: string): number => {
      const [place, kind, count] = at.split('|') as [string, string, (typeof counts)[number]]
      return whole(place === 'null' ? null : [place], kind === 'null' ? null : kind)[count] ?? 0
    }
    for (const [sum, parts] of linesOf()) {
      const hidden = [sum, ...parts].filter((at) => known.get(at) === null)
      assert.notEqual(hidden.length, 1, `${hidden} follows from its line`)
      if (known.get(sum) === null || hidden.length === 0) continue
      const together = hidden.reduce((all, at) => all + truth(at), 0)
      assert.ok(together >= least, `${hidden} are ${together} together`)
    }
  },
  150,
)

property(
  'NEED-9 where no number is few nothing is withheld',
  fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 12, maxLength: 12 }),
  (all) => {
    const cells = all.map((n, nth) =>
      cell(places[Math.floor(nth / kinds.length)] ?? '', kinds[nth % kinds.length] ?? '', 0, 0, n),
    )
    assert.ok([...told(cells).values()].every((n) => n !== null))
  },
)
