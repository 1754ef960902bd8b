import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barShare, linesOf, roundTop } from './chart-path.ts'

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

test('CHART-4 bars stay inside their cell', () => {
  assert.equal(barShare(5, 20), 25)
  assert.equal(barShare(30, 20), 100)
  assert.equal(barShare(3, 0), 0)
})
