import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { addDays, daysIn, isWhole, mostDays, partsOf, periodBefore, periodOf, stepOf } from './period.ts'

const today = '2026-11-22'

test('FIG-1 a period that nobody names is the thirty days up to today', () => {
  assert.deepEqual(periodOf(undefined, undefined, today), { from: '2026-10-24', to: today })
  assert.deepEqual(periodOf('2026-11-01', undefined, today), { from: '2026-11-01', to: today })
  assert.deepEqual(periodOf(undefined, '2026-06-30', today), { from: '2026-06-01', to: '2026-06-30' })
})

test('FIG-1 a period that ends before it begins, or is longer than two years, is none', () => {
  assert.equal(periodOf('2026-11-02', '2026-11-01', today), null)
  assert.equal(periodOf('2024-01-01', '2026-11-01', today), null)
})

test('FIG-2 the period before is as long and ends the day before', () => {
  assert.deepEqual(periodBefore({ from: '2026-03-01', to: '2026-03-31' }), { from: '2026-01-29', to: '2026-02-28' })
})

test('FIG-3 months of a trend are those of the calendar', () => {
  const parts = partsOf({ from: '2025-12-10', to: '2026-11-22' })
  assert.equal(parts.length, 12)
  assert.deepEqual(parts.at(0), { from: '2025-12-10', to: '2025-12-31' })
  assert.deepEqual(parts.at(2), { from: '2026-02-01', to: '2026-02-28' })
  assert.deepEqual(parts.at(-1), { from: '2026-11-01', to: '2026-11-22' })
})

test('FIG-3 weeks of a trend end with the last day, so that the newest is a whole one', () => {
  const parts = partsOf({ from: '2026-10-24', to: '2026-11-22' })
  assert.deepEqual(parts.at(0), { from: '2026-10-24', to: '2026-10-25' })
  assert.deepEqual(parts.at(-1), { from: '2026-11-16', to: '2026-11-22' })
})

test('FIG-11 a month that is still running and a week that was cut off are not whole', () => {
  const wholeIn = (from: string, to: string) => partsOf({ from, to }).map((part) => isWhole(part, stepOf({ from, to })))
  assert.deepEqual(wholeIn('2026-10-24', today), [false, true, true, true, true])
  assert.deepEqual(wholeIn('2026-02-01', '2026-11-22').toSorted(), [false, ...Array.from({ length: 9 }, () => true)])
  assert.equal(wholeIn('2026-02-01', '2026-11-22').at(-1), false)
  assert.ok(wholeIn('2026-11-16', today).every(Boolean))
})

property(
  'FIG-3 the parts of a period follow each other without a gap and make the whole of it, in at most 27 pieces',
  fc.record({ start: fc.integer({ min: 0, max: 4000 }), days: fc.integer({ min: 1, max: mostDays }) }),
  ({ start, days }) => {
    const from = addDays('2020-01-01', start)
    const period = { from, to: addDays(from, days - 1) }
    const parts = partsOf(period)
    assert.ok(parts.length <= 27, `${parts.length} parts of ${stepOf(period)}`)
    assert.equal(parts.at(0)?.from, period.from)
    assert.equal(parts.at(-1)?.to, period.to)
    assert.equal(
      parts.reduce((sum, part) => sum + daysIn(part), 0),
      days,
    )
    for (const [at, part] of parts.entries()) {
      const next = parts[at + 1]
      if (next) assert.equal(next.from, addDays(part.to, 1))
    }
  },
)
