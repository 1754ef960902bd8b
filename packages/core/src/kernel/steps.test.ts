import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runThrough } from '../testing/run-through.ts'
import { each } from './steps.ts'

test('IMPORT-16 a long calculation makes one thing a step, and nothing before it is asked for', () => {
  const made: number[] = []
  const steps = each([1, 2, 3], (item) => {
    made.push(item)
    return item * 2
  })
  assert.deepEqual(made, [])
  assert.equal(steps.next().done, false)
  assert.deepEqual(made, [1])
  assert.deepEqual(runThrough(steps), [2, 4, 6])
})

test('IMPORT-16 of nothing nothing is made, in one go', () => {
  assert.deepEqual(each([], () => 1).next(), { done: true, value: [] })
})
