import assert from 'node:assert/strict'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { barShare, inTwo, linesOf, roundTop } from './chart-path.ts'

const frame = { width: 100, height: 40, top: 10 }

test('CHART-1 a line runs from edge to edge, with zero at the bottom', () => {
  assert.deepEqual(linesOf([0, 5, 10], frame), ['0,40 50,20 100,0'])
})

test('CHART-2 a day without a figure breaks the line instead of pretending zero', () => {
  assert.deepEqual(linesOf([1, null, 2], frame), ['0,36', '100,32'])
  assert.deepEqual(linesOf([null, null], frame), [])
})

test('CHART-3 the scale ends at a round number', () => {
  assert.deepEqual([0, 3, 7, 11, 42, 100, 730].map(roundTop), [4, 4, 8, 20, 50, 100, 800])
})

test('CHART-5 partial periods hang on the whole ones by a line of their own', () => {
  assert.deepEqual(inTwo([1, 4, 6, 2], [true, false, false, true]), {
    whole: [null, 4, 6, null],
    partial: [1, 4, 6, 2],
  })
  assert.deepEqual(inTwo([1, 4, 6], [false, false, false]).partial, [null, null, null])
})

test('CHART-4 bars stay inside their cell', () => {
  assert.equal(barShare(5, 20), 25)
  assert.equal(barShare(30, 20), 100)
  assert.equal(barShare(3, 0), 0)
})

test('CHART-1 one value is a point at the left edge', () => {
  assert.deepEqual(linesOf([5], frame), ['0,20'])
  assert.deepEqual(linesOf([], frame), [])
})

property(
  'CHART-3 the top is at or above everything, never more than two and a half times too high',
  fc.integer({ min: 0, max: 5_000_000 }),
  (highest) => {
    const top = roundTop(highest)
    assert.ok(top >= highest && (highest <= 4 ? top === 4 : top <= highest * 2.5), `${highest} ${top}`)
    assert.ok(Number.isInteger(top / 2), 'the middle of the scale is a whole number')
  },
)

property(
  'CHART-1 every figure lies inside its frame, as high as it is',
  fc.array(fc.option(fc.integer({ min: 0, max: 99 })), { maxLength: 40 }),
  (values) => {
    const drawn = linesOf(values, { width: 600, height: 200, top: roundTop(99) }).flatMap((line) => line.split(' '))
    const heights = drawn.map((point) => Number(point.split(',')[1]))
    assert.equal(drawn.length, values.filter((value) => value !== null).length)
    assert.deepEqual(
      heights,
      values.filter((value) => value !== null).map((value) => 200 - value * 2),
    )
  },
)

property(
  'CHART-4 a bar is never less than nothing or more than its cell',
  fc.tuple(fc.integer(), fc.integer()),
  ([value, highest]) => {
    const share = barShare(value, highest)
    assert.ok(share >= 0 && share <= 100)
  },
)
