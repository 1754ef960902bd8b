import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayIn, dayMs, zones } from '../kernel/instant.ts'
import { property } from '../testing/property.ts'
import { dueEdges, dueWindow } from './due.ts'

test('QUEUE-9 today ends at midnight of the district, the week seven days later', () => {
  // Ten in the evening in Sleman is midnight in Jayapura: there the next day has begun.
  const now = Date.parse('2026-11-22T15:00:00Z')
  const jakarta = dueEdges('Asia/Jakarta', now)
  assert.equal(new Date(jakarta.today).toISOString(), '2026-11-22T17:00:00.000Z')
  assert.equal(new Date(jakarta.week).toISOString(), '2026-11-29T17:00:00.000Z')
  assert.equal(new Date(dueEdges('Asia/Jayapura', now).today).toISOString(), '2026-11-23T15:00:00.000Z')
})

test('QUEUE-9 each end belongs to the window after it, and a clock that stands is due in none', () => {
  const edges = dueEdges('Asia/Jakarta', Date.parse('2026-11-22T03:00:00Z'))
  assert.deepEqual(
    [null, edges.now, edges.now + 1, edges.today - 1, edges.today, edges.week - 1, edges.week].map((at) =>
      dueWindow(at, edges),
    ),
    ['none', 'late', 'today', 'today', 'week', 'week', 'later'],
  )
})

const moments = fc.record({
  zone: fc.constantFrom(...zones),
  now: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }),
  ahead: fc.integer({ min: 1, max: 2 * dayMs }),
})

property(
  'QUEUE-9 whatever is due on the day of the district that it is now, and not yet, is due today',
  moments,
  ({ zone, now, ahead }) => {
    const isToday = dueWindow(now + ahead, dueEdges(zone, now)) === 'today'
    assert.equal(isToday, dayIn(zone, now + ahead) === dayIn(zone, now))
  },
)
