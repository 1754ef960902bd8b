import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from './keys.ts'
import { no, ok } from './result.ts'

test('R2 an answer is a yes with its value, or a no with its reason', () => {
  assert.deepEqual(ok(3), { ok: true, value: 3 })
  assert.deepEqual(no('late'), { ok: false, error: 'late' })
})

test('R2 a table tells its keys in the order in which it was written', () => {
  assert.deepEqual(keysOf({ b: 1, a: 2 }), ['b', 'a'])
})
