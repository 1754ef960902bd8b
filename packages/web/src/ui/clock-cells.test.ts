import assert from 'node:assert/strict'
import { test } from 'node:test'
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
