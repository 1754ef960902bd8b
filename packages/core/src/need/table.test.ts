import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceCode } from '../place/code.ts'
import { placeCode } from '../place/code.ts'
import type { NeedCell } from './face.ts'
import type { Limit, ShownCounts } from './table.ts'
import { districtTeller } from './table.ts'

const least = 5
const district: PlaceCode = placeCode.parse('34.04')
const villageOf = (letter: string): PlaceCode => placeCode.parse(`34.04.07.200${'abcd'.indexOf(letter) + 1}`)
const tellerOf = (cells: readonly NeedCell[], limit: Limit = least) => {
  const teller = districtTeller(
    district,
    cells.map((one) => ({ ...one, place: villageOf(one.place) })),
    limit,
  )
  return (at: string | null, kind: string | null): ShownCounts =>
    at === null ? teller.under(district, kind) : teller.at(villageOf(at), kind)
}
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
  more: [],
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
    assert.deepEqual(tellerOf([own])('a', 'x'), told)
    assert.deepEqual(tellerOf([own], null)('a', 'x'), shown(met + going + unmet, met, going, unmet))
  })

test('NEED-9 a few in one village are not told by the other villages and the sum', () => {
  const tell = tellerOf([cell('a', 'x', 0, 0, 20), cell('b', 'x', 0, 0, 3), cell('c', 'x', 0, 0, 9)])
  assert.deepEqual(
    ['a', 'b', 'c'].map((place) => tell(place, 'x').unmet),
    [20, null, null],
  )
  assert.equal(tell(null, 'x').unmet, 32)
})

test('NEED-9 a few of one kind are not told by the other kinds of the village', () => {
  const tell = tellerOf([cell('a', 'x', 0, 0, 20), cell('a', 'y', 0, 0, 3), cell('a', 'z', 0, 0, 30)])
  assert.deepEqual(
    ['x', 'y', 'z'].map((kind) => tell('a', kind).unmet),
    [null, null, 30],
  )
  assert.equal(tell('a', null).unmet, 53)
})

test('NEED-9 two villages with one each: their sum of two is not told', () => {
  const tell = tellerOf([cell('a', 'x', 0, 0, 1), cell('b', 'x', 0, 0, 1)])
  assert.deepEqual(tell(null, 'x'), shown(null, 0, 0, null))
})

test('NEED-9 the limit is a setting: with another one other numbers are told', () => {
  const cells = [cell('a', 'x', 0, 0, 8), cell('b', 'x', 0, 0, 30), cell('c', 'x', 0, 0, 40)]
  const told = (limit: number) => ['a', 'b', 'c'].map((place) => tellerOf(cells, limit)(place, null).total)
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
  const tell = tellerOf([])
  assert.deepEqual([tell(null, null), tell('a', 'x')], [shown(0, 0, 0, 0), shown(0, 0, 0, 0)])
})
