import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayIn, dayMs, hourMs, minuteMs, zones } from '../kernel/instant.ts'
import { property } from '../testing/property.ts'
import { captureOf, countsFrom, cutOffData, daysOf, month, monthOf } from './cut-off.ts'
import { usualCutOff } from './shipped.ts'

const at = (text: string): number => Date.parse(text)

/** Moments around the cut-off, as people of three zones know them. */
const examples: readonly (readonly [zone: string, at: string, month: string])[] = [
  ['Asia/Jakarta', '2026-11-17T23:59:59+07:00', '2026-11'],
  ['Asia/Jakarta', '2026-11-18T00:00:00+07:00', '2026-12'],
  // The same moment: still the 17th in the west, the 18th in the east.
  ['Asia/Jakarta', '2026-11-17T22:30:00+07:00', '2026-11'],
  ['Asia/Jayapura', '2026-11-17T22:30:00+07:00', '2026-12'],
  ['Asia/Makassar', '2026-11-17T22:30:00+07:00', '2026-11'],
  ['Asia/Makassar', '2026-11-17T23:00:00+07:00', '2026-12'],
  ['Asia/Jakarta', '2026-12-18T08:00:00+07:00', '2027-01'],
  ['Asia/Jakarta', '2026-12-31T23:59:00+07:00', '2027-01'],
  ['Asia/Jayapura', '2026-12-31T23:59:00+07:00', '2027-01'],
  ['Asia/Jakarta', '2026-09-18T08:00:00+07:00', '2026-10'],
]

test('PROPOSAL-20 what was taken down until the cut-off counts for its month in its own zone, later for the next', () => {
  for (const [zone, moment, expected] of examples)
    assert.equal(monthOf(zone, at(moment), usualCutOff), expected, moment)
})

const moment = fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2039-12-31T00:00Z') })
const zone = fc.constantFrom(...zones)
const cutOff = fc
  .tuple(fc.integer({ min: 1, max: 26 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
  .map(([closes, more, later]) => {
    const pulled = Math.min(28, closes + 1 + more)
    return { closes, pulled, finalised: Math.min(28, pulled + later) }
  })

property(
  'PROPOSAL-20 in every zone and under every cut-off, a proposal counts for one month: its own or the next, never an earlier one',
  fc.tuple(moment, zone, cutOff),
  ([now, where, rule]) => {
    const counts = monthOf(where, now, rule)
    const day = dayIn(where, now)
    assert.ok(month.safeParse(counts).success)
    const { closes } = daysOf(counts, rule)
    // The cut-off of its month has not passed on its day, and that of the month before has.
    assert.ok(day <= closes, `${day} counts for ${counts}`)
    const own = day.slice(0, 7)
    assert.ok(counts === own || day > daysOf(own, rule).closes, `${day} counts for ${counts}`)
  },
)

property(
  'PROPOSAL-20 of two proposals of a place, the earlier one never counts for a later month',
  fc.tuple(moment, fc.integer({ min: 0, max: 90 * dayMs }), zone, cutOff),
  ([now, later, where, rule]) => assert.ok(monthOf(where, now, rule) <= monthOf(where, now + later, rule)),
)

property(
  'PROPOSAL-21 whenever it arrives, what was taken down before the cut-off counts for its month; unless the device cannot be right',
  fc.tuple(moment, fc.integer({ min: -dayMs, max: 60 * dayMs }), zone),
  ([capturedAt, delay, where]) => {
    const receivedAt = capturedAt + delay
    const capture = captureOf(capturedAt, receivedAt)
    const counts = monthOf(where, countsFrom({ capture, capturedAt, receivedAt }), usualCutOff)
    const believed = delay >= -10 * minuteMs && delay <= 30 * dayMs
    assert.equal(capture, believed ? 'plausible' : 'flagged')
    assert.equal(counts, monthOf(where, believed ? capturedAt : receivedAt, usualCutOff))
  },
)

test('PROPOSAL-21 a device that runs ten minutes ahead is believed, one of tomorrow or of last quarter is not', () => {
  const now = at('2026-11-02T09:00:00+07:00')
  assert.equal(captureOf(now + 10 * minuteMs, now), 'plausible')
  assert.equal(captureOf(now + 10 * minuteMs + 1, now), 'flagged')
  assert.equal(captureOf(now - 30 * dayMs, now), 'plausible')
  assert.equal(captureOf(now - 30 * dayMs - 1, now), 'flagged')
  assert.equal(captureOf(now + 24 * hourMs, now), 'flagged')
})

test('PROPOSAL-21 whoever verifies says which time counts, and that one counts', () => {
  const times = { capturedAt: 1, receivedAt: 2 }
  assert.equal(countsFrom({ ...times, capture: 'trusted' }), 1)
  assert.equal(countsFrom({ ...times, capture: 'plausible' }), 1)
  assert.equal(countsFrom({ ...times, capture: 'received' }), 2)
  assert.equal(countsFrom({ ...times, capture: 'flagged' }), 2)
})

test('PROPOSAL-20 a cut-off comes before what it is for, on days that every month has', () => {
  const basis = ''
  assert.equal(cutOffData.safeParse({ ...usualCutOff, basis }).success, true)
  for (const wrong of [{ closes: 18 }, { closes: 0 }, { pulled: 26 }, { finalised: 29 }, { closes: 17.5 }])
    assert.equal(cutOffData.safeParse({ ...usualCutOff, basis, ...wrong }).success, false, JSON.stringify(wrong))
  assert.deepEqual(daysOf('2026-02', usualCutOff), {
    closes: '2026-02-17',
    pulled: '2026-02-18',
    finalised: '2026-02-25',
  })
})
