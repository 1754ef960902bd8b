import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { addDays, daysIn, mostDays, partsOf, periodBefore, periodOf, stepOf, steps, usualDays } from './period.ts'

const today = '2026-11-22'
const ofDays = (days: number) => ({ from: '2026-01-01', to: addDays('2026-01-01', days - 1) })

test('FIG-1 one day is a period, and so are two years with a leap day; one day more is none', () => {
  assert.deepEqual(periodOf(today, today, today), { from: today, to: today })
  assert.equal(mostDays, 731)
  assert.deepEqual(periodOf('2024-01-01', '2025-12-31', today), { from: '2024-01-01', to: '2025-12-31' })
  assert.equal(periodOf('2024-01-01', '2026-01-01', today), null)
  assert.equal(periodOf(today, addDays(today, -1), today), null)
})

test('FIG-1 a beginning after today, with no end, is that one day', () => {
  assert.deepEqual(periodOf('2026-12-24', undefined, today), { from: '2026-12-24', to: '2026-12-24' })
  assert.deepEqual(periodOf(today, undefined, today), { from: today, to: today })
  assert.deepEqual(periodOf('2026-11-21', undefined, today), { from: '2026-11-21', to: today })
})

test('FIG-1 an end alone is looked back from for thirty days, itself included', () => {
  assert.equal(usualDays, 30)
  const period = periodOf(undefined, '2026-03-01', today)
  assert.deepEqual(period, { from: '2026-01-31', to: '2026-03-01' })
  assert.equal(period && daysIn(period), 30)
})

test('FIG-3 up to two weeks are drawn by days, up to half a year by weeks, longer by months', () => {
  assert.deepEqual(
    [1, 14, 15, 183, 184, 731].map((days) => stepOf(ofDays(days))),
    ['day', 'day', 'week', 'week', 'month', 'month'],
  )
  assert.deepEqual(steps, ['day', 'week', 'month'])
})

test('FIG-3 each day of a short period is a part of its own', () => {
  assert.deepEqual(partsOf({ from: '2026-02-27', to: '2026-03-01' }), [
    { from: '2026-02-27', to: '2026-02-27' },
    { from: '2026-02-28', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-01' },
  ])
})

test('FIG-3 whole weeks have no shorter one in front of them', () => {
  const parts = partsOf({ from: '2026-10-05', to: '2026-10-25' })
  assert.deepEqual(
    parts.map((part) => daysIn(part)),
    [7, 7, 7],
  )
})

test('FIG-2 the period before a day is the day before, and before a leap day the one before that', () => {
  assert.deepEqual(periodBefore({ from: today, to: today }), { from: '2026-11-21', to: '2026-11-21' })
  assert.deepEqual(periodBefore({ from: '2028-02-29', to: '2028-03-01' }), { from: '2028-02-27', to: '2028-02-28' })
})

const period = fc
  .record({ start: fc.integer({ min: 0, max: 4000 }), days: fc.integer({ min: 1, max: mostDays }) })
  .map(({ start, days }) => {
    const from = addDays('2020-01-01', start)
    return { from, to: addDays(from, days - 1) }
  })

property('FIG-2 the period before is as long, and the two touch without overlapping', period, (now) => {
  const before = periodBefore(now)
  assert.equal(daysIn(before), daysIn(now))
  assert.equal(addDays(before.to, 1), now.from)
})

property('FIG-3 no part but the first is shorter than its step, and none is longer', period, (whole) => {
  const step = stepOf(whole)
  const parts = partsOf(whole)
  for (const [at, part] of parts.entries()) {
    const days = daysIn(part)
    if (step === 'day') assert.equal(days, 1)
    if (step === 'week') assert.ok(at === 0 ? days <= 7 : days === 7)
    if (step === 'month') {
      assert.equal(part.from.slice(0, 7), part.to.slice(0, 7))
      assert.ok(at === 0 || part.from.endsWith('-01'))
    }
  }
})

property(
  'FIG-1 adding days and taking them away again leads back',
  fc.record({ start: fc.integer({ min: 0, max: 9000 }), days: fc.integer({ min: -800, max: 800 }) }),
  ({ start, days }) => {
    const from = addDays('2016-01-01', start)
    assert.equal(addDays(addDays(from, days), -days), from)
    assert.equal(daysIn({ from, to: addDays(from, days) }), days + 1)
  },
)
