import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockDays } from './clock-days.ts'

const running = (left: number | null) => ({ startedAt: 0, dueAt: 1, left })

test('CARD-5 minutes become working days used, allowed and left', () => {
  assert.deepEqual(clockDays(running(840), 1260, 420), { used: 1, limit: 3, left: 2, paused: false })
  assert.deepEqual(clockDays(running(600), 1260, 420)?.left, 1)
})

test('CARD-5 a clock that ran over tells how far, one that stands is paused', () => {
  assert.equal(clockDays(running(-1), 1260, 420)?.left, -1)
  assert.equal(clockDays({ startedAt: 0, dueAt: null, left: 420 }, 1260, 420)?.paused, true)
})

test('CARD-5 nothing is said of a clock that was never counted', () => {
  assert.equal(clockDays(running(null), 1260, 420), null)
})
