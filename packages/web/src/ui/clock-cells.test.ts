import assert from 'node:assert/strict'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { clockCells } from './clock-cells.ts'

test('CLOCKBAR-1 a limit of three days shows three cells, and a begun day counts', () => {
  assert.deepEqual(clockCells(1, 3), { cells: 3, filled: 1, state: 'fine' })
  assert.deepEqual(clockCells(1.2, 3), { cells: 3, filled: 2, state: 'fine' })
})

test('CLOCKBAR-2 a long limit is drawn in ten cells', () => {
  assert.deepEqual(clockCells(15, 60), { cells: 10, filled: 3, state: 'fine' })
})

test('CLOCKBAR-3 the last quarter is near, beyond the limit is over and never overflows', () => {
  assert.equal(clockCells(3, 4).state, 'near')
  assert.deepEqual(clockCells(5, 3), { cells: 3, filled: 3, state: 'over' })
  assert.deepEqual(clockCells(0, 0), { cells: 10, filled: 10, state: 'near' })
})

property(
  'CLOCKBAR-3 whatever was used of whatever limit, the cells fit and the last one stands for the end',
  fc.record({
    used: fc.double({ min: 0, max: 500, noNaN: true }),
    limit: fc.double({ min: 0, max: 120, noNaN: true }),
  }),
  ({ used, limit }) => {
    const { cells, filled, state } = clockCells(used, limit)
    assert.ok(cells >= 1 && cells <= 14 && filled >= 0 && filled <= cells)
    if (state === 'over') assert.equal(filled, cells)
    if (limit > 0 && used <= limit * 0.7) assert.equal(state, 'fine')
  },
)
