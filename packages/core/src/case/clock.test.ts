import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addWorking, workingBetween } from '../kernel/calendar.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import { aCalendar, monday } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import { moveClock, startClock } from './clock.ts'

const calendar = aCalendar()
const dayMinutes = 420

test('CLOCK-3 a clock that starts is due when its working time is over', () => {
  const clock = startClock(calendar, monday, dayMinutes)
  assert.deepEqual(clock, { startedAt: monday, dueAt: Date.parse('2026-11-03T09:00:00+07:00'), left: null })
})

test('CLOCK-4 a held clock keeps what was left, and gives it back whenever it runs again', () => {
  const clock = startClock(calendar, monday, dayMinutes)
  const held = moveClock(clock, 'pause', calendar, monday + 2 * hourMs, 0)
  assert.deepEqual(held, { startedAt: monday, dueAt: null, left: dayMinutes - 120 })
  const nextWeek = monday + 7 * dayMs
  const again = moveClock(held, 'run', calendar, nextWeek, 0)
  assert.deepEqual(again, { startedAt: monday, dueAt: addWorking(calendar, nextWeek, 300), left: null })
})

test('CLOCK-4 a clock that was late when it was held is late by as much when it runs again', () => {
  const clock = startClock(calendar, monday, 60)
  const held = moveClock(clock, 'pause', calendar, monday + 4 * hourMs, 0)
  assert.equal(held.left, -180)
  const later = monday + 7 * dayMs + 2 * hourMs
  const again = moveClock(held, 'run', calendar, later, 0)
  assert.ok(again.dueAt !== null && again.dueAt < later)
  assert.equal(workingBetween(calendar, again.dueAt, later), 180)
})

test('CLOCK-4 holding or ending a clock that stands, or running one that runs, changes nothing', () => {
  const clock = startClock(calendar, monday, dayMinutes)
  assert.equal(moveClock(clock, 'run', calendar, monday + hourMs, 0), clock)
  assert.equal(moveClock(clock, 'keep', calendar, monday + hourMs, 0), clock)
  const held = moveClock(clock, 'end', calendar, monday + hourMs, 0)
  assert.equal(moveClock(held, 'pause', calendar, monday + 2 * hourMs, 0), held)
})

test('CLOCK-4 a clock that begins anew forgets what came before', () => {
  const late = { startedAt: monday - 90 * dayMs, dueAt: null, left: -9000 }
  assert.deepEqual(moveClock(late, 'start', calendar, monday, 60), startClock(calendar, monday, 60))
})

test('CLOCK-4 a clock held at the very moment it is due has nothing left, and JSON can say so', () => {
  const held = moveClock(startClock(calendar, monday, 60), 'pause', calendar, monday + hourMs, 0)
  assert.ok(Object.is(held.left, 0))
})

property(
  'CLOCK-4 holding and running a clock never takes working time away, nor gives more than a minute',
  fc.record({
    limit: fc.integer({ min: 0, max: 60 * dayMinutes }),
    heldAfter: fc.integer({ min: 0, max: 120 * dayMs }),
    waited: fc.integer({ min: 0, max: 60 * dayMs }),
  }),
  ({ limit, heldAfter, waited }) => {
    const start = monday - 200 * dayMs
    const heldAt = start + heldAfter
    const runAt = heldAt + waited
    const clock = startClock(calendar, start, limit)
    const again = moveClock(moveClock(clock, 'pause', calendar, heldAt, 0), 'run', calendar, runAt, 0)
    assert.ok(clock.dueAt !== null && again.dueAt !== null)
    const before = workingBetween(calendar, heldAt, clock.dueAt)
    const after = workingBetween(calendar, runAt, again.dueAt)
    assert.ok(after >= before - 1e-6 && after < before + 1 + 1e-6, `${before} became ${after}`)
  },
)
