import assert from 'node:assert/strict'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
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

property(
  'CARD-5 used and left are the limit together, and a begun day is never told as more left than there is',
  fc.record({
    left: fc.integer({ min: -5000, max: 5000 }),
    limit: fc.integer({ min: 1, max: 60 }),
    day: fc.constantFrom(420, 450, 480),
  }),
  ({ left, limit, day }) => {
    const days = clockDays(running(left), limit * day, day)
    assert.ok(days)
    assert.ok(Number.isInteger(days.left) && days.left <= left / day + 0.001)
    assert.equal(days.left < 0, left < 0, 'late is late by at least a day')
    assert.ok(days.used >= 0 && Math.abs(days.used - Math.max(0, limit - left / day)) < 0.001)
    assert.equal(days.limit, limit)
  },
)

test('CARD-5 an office that is open on no day counts none', () => {
  assert.equal(clockDays(running(420), 1260, 0), null)
})
