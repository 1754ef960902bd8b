import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCalendar } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import type { Calendar } from './calendar.ts'
import { addWorking, minutesOfDay, workingBetween } from './calendar.ts'
import { dayIn, dayMs, hourMs, instantOf, minuteMs, offsetMinutes, wireInstant, wireOf, zones } from './instant.ts'
import { canonical } from './json.ts'

const jakarta = aCalendar()
const at = (wire: string): number => Date.parse(`${wire}:00+07:00`)
const openAllWeek: Calendar = {
  ...jakarta,
  week: Array.from({ length: 7 }, () => [480, 900] as const),
  closed: new Set(),
}

test('CLOCK-1 the opening minute counts, the closing minute does not', () => {
  assert.equal(workingBetween(jakarta, at('2026-11-02T07:59'), at('2026-11-02T08:01')), 1)
  assert.equal(workingBetween(jakarta, at('2026-11-02T14:59'), at('2026-11-02T15:01')), 1)
  assert.equal(workingBetween(jakarta, at('2026-11-02T15:00'), at('2026-11-03T08:00')), 0)
  assert.equal(workingBetween(jakarta, at('2026-11-02T08:00'), at('2026-11-02T15:00')), 420)
})

test('CLOCK-1 part of a minute is counted as it is, to the millisecond', () => {
  assert.equal(addWorking(jakarta, at('2026-11-02T09:00'), 0.5), at('2026-11-02T09:00') + 30_000)
  assert.equal(workingBetween(jakarta, at('2026-11-02T09:00'), at('2026-11-02T09:00') + 30_000), 0.5)
  // A third of a minute is 20,000 ms; a seventh is rounded to the nearest one.
  assert.equal(addWorking(jakarta, at('2026-11-02T09:00'), 1 / 7), at('2026-11-02T09:00') + 8571)
})

test('CLOCK-1 three years without a working day are a fault, one day before that is not', () => {
  const first = at('2026-01-01T08:00')
  const closedFor = (days: number): Calendar => ({
    ...openAllWeek,
    closed: new Set(Array.from({ length: days }, (_, n) => dayIn('Asia/Jakarta', first + n * dayMs))),
  })
  assert.equal(addWorking(closedFor(3 * 366 - 1), first, 60), first + (3 * 366 - 1) * dayMs + 60 * minuteMs)
  assert.throws(() => addWorking(closedFor(3 * 366), first, 60), RangeError)
})

test('CLOCK-1 looking back begins at the moment itself, and ends at an opening', () => {
  assert.equal(addWorking(jakarta, at('2026-11-02T15:00'), -420), at('2026-11-02T08:00'))
  assert.equal(addWorking(jakarta, at('2026-11-02T20:00'), -60), at('2026-11-02T14:00'))
  assert.equal(addWorking(jakarta, at('2026-11-02T08:00'), -1), at('2026-10-30T14:29'))
})

test('CLOCK-2 a day off at the beginning of the week does not hide the length of a day', () => {
  assert.equal(minutesOfDay({ ...jakarta, week: [null, [500, 560]] }), 60)
  assert.equal(
    minutesOfDay({
      ...jakarta,
      week: [
        [0, 10],
        [500, 560],
      ],
    }),
    10,
  )
})

test('CLOCK-8 a day off in one zone is a day off from its own midnight to its own midnight', () => {
  const closed = new Set(['2026-11-03'])
  for (const zone of zones) {
    const calendar = { ...openAllWeek, zone, closed }
    const midnight = Date.parse('2026-11-03T00:00:00Z') - offsetMinutes(zone) * minuteMs
    assert.equal(workingBetween(calendar, midnight, midnight + dayMs), 0, zone)
    assert.equal(workingBetween(calendar, midnight - dayMs, midnight), 420, zone)
    assert.equal(workingBetween(calendar, midnight + dayMs, midnight + 2 * dayMs), 420, zone)
  }
})

const moment = fc.integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2027-06-30T00:00:00Z') })

property(
  'CLOCK-1 who begins later is never due earlier, and more work is never due sooner',
  fc.record({
    from: moment,
    later: fc.nat({ max: 20 * dayMs }),
    minutes: fc.nat({ max: 40 * 420 }),
    more: fc.nat({ max: 5 * 420 }),
  }),
  ({ from, later, minutes, more }) => {
    const due = addWorking(jakarta, from, minutes)
    assert.ok(addWorking(jakarta, from + later, minutes) >= due)
    assert.ok(addWorking(jakarta, from, minutes + more) >= due)
    assert.ok(due >= from)
  },
)

property(
  'CLOCK-1 work done in two parts is due when work done in one is',
  fc.record({ from: moment, first: fc.nat({ max: 20 * 420 }), second: fc.integer({ min: 1, max: 20 * 420 }) }),
  ({ from, first, second }) => {
    const inParts = addWorking(jakarta, addWorking(jakarta, from, first), second)
    assert.equal(inParts, addWorking(jakarta, from, first + second))
  },
)

property(
  'CLOCK-2 between two moments there is as much working time backwards as forwards',
  fc.tuple(moment, moment),
  ([one, two]) => {
    assert.equal(workingBetween(jakarta, one, two) + workingBetween(jakarta, two, one), 0)
  },
)

test('TIME-1 an hour has sixty minutes and a day twenty-four hours, whatever the zone', () => {
  assert.deepEqual([minuteMs, hourMs, dayMs], [60_000, 3_600_000, 86_400_000])
  assert.deepEqual(
    zones.map((zone) => offsetMinutes(zone)),
    [420, 480, 540],
  )
  assert.deepEqual(zones, ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])
})

test('TIME-1 a moment may be told with any offset and with or without milliseconds, but with its seconds', () => {
  const good = ['2026-11-02T09:00:00Z', '2026-11-02T09:00:00.123Z', '2026-11-02T09:00:00.123+07:00']
  for (const wire of good) assert.equal(wireInstant.safeParse(wire).success, true, wire)
  const bad = [
    '2026-11-02T09:00Z',
    '2026-02-30T09:00:00Z',
    '2026-11-02 09:00:00Z',
    '2026-11-02T25:00:00Z',
    '1762048800000',
    '',
  ]
  for (const wire of bad) assert.equal(wireInstant.safeParse(wire).success, false, wire)
})

property('TIME-1 every moment is written so that it is let in again and reads the same', moment, (instant) => {
  const wire = wireOf(instant)
  assert.equal(wireInstant.parse(wire), wire)
  assert.equal(instantOf(wire), instant)
})

test('TIME-2 a day begins at local midnight: the last millisecond before it is yesterday', () => {
  for (const zone of zones) {
    const midnight = Date.parse('2026-11-03T00:00:00Z') - offsetMinutes(zone) * minuteMs
    assert.deepEqual([dayIn(zone, midnight - 1), dayIn(zone, midnight)], ['2026-11-02', '2026-11-03'], zone)
  }
})

test('LEDGER-11 nothing, no value and an empty list have spellings of their own', () => {
  assert.deepEqual(
    [canonical(undefined), canonical(null), canonical([]), canonical({}), canonical('')],
    ['null', 'null', '[]', '{}', '""'],
  )
  assert.equal(canonical([undefined, 1]), '[null,1]')
  assert.equal(canonical({ a: null, b: undefined }), '{"a":null}')
})

test('LEDGER-11 signs of a text are spelled as JSON spells them, at any depth', () => {
  assert.equal(canonical({ 'a"b': ['\n', '“x”', '😀'] }), '{"a\\"b":["\\n","“x”","😀"]}')
  assert.equal(canonical([-0, 1e21, 0.1]), '[0,1e+21,0.1]')
  assert.throws(() => canonical({ deep: [{ n: Number.NEGATIVE_INFINITY }] }), /a number that JSON cannot say/)
})
