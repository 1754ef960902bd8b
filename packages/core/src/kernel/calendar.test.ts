import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aCalendar } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import type { Calendar } from './calendar.ts'
import { addWorking, minutesOfDay, workingBetween } from './calendar.ts'
import { dayMs, wireOf, zones } from './instant.ts'

const jakarta = aCalendar()
const at = (wire: string): number => Date.parse(`${wire}:00+07:00`)
const due = (from: string, minutes: number, calendar: Calendar = jakarta): string =>
  new Date(addWorking(calendar, at(from), minutes) + 7 * 3_600_000).toISOString().slice(0, 16)

test('CLOCK-1 work within the day is due on the same day', () => {
  assert.equal(due('2026-11-02T09:00', 60), '2026-11-02T10:00')
})

test('CLOCK-1 what does not fit goes on at the next opening', () => {
  assert.equal(due('2026-11-02T14:00', 120), '2026-11-03T09:00')
})

test('CLOCK-1 work that fills the day is due when it closes, not when the next one opens', () => {
  assert.equal(due('2026-11-02T08:00', 420), '2026-11-02T15:00')
  assert.equal(due('2026-11-02T15:00', 420), '2026-11-03T15:00')
})

test('CLOCK-1 Friday is shorter', () => {
  assert.equal(due('2026-11-06T08:00', 420), '2026-11-09T08:30')
  assert.equal(due('2026-11-06T14:00', 30), '2026-11-06T14:30')
})

test('CLOCK-1 weekends do not count', () => {
  assert.equal(due('2026-11-07T10:00', 60), '2026-11-09T09:00')
  assert.equal(due('2026-11-06T14:30', 60), '2026-11-09T09:00')
})

test('CLOCK-1 holidays and joint leave do not count', () => {
  assert.equal(due('2026-03-17T14:00', 120), '2026-03-25T09:00')
  assert.equal(due('2026-12-23T15:00', 60), '2026-12-28T09:00')
})

test('CLOCK-1 work that starts at night begins to count in the morning', () => {
  assert.equal(due('2026-11-02T22:00', 60), '2026-11-03T09:00')
  assert.equal(due('2026-11-02T05:00', 60), '2026-11-02T09:00')
})

test('CLOCK-1 no time from outside opening hours is due at the next opening', () => {
  assert.equal(due('2026-11-02T12:00', 0), '2026-11-02T12:00')
  assert.equal(due('2026-11-02T22:00', 0), '2026-11-03T08:00')
})

test('CLOCK-1 a negative number looks back over closed days', () => {
  assert.equal(due('2026-11-03T09:00', -120), '2026-11-02T14:00')
  assert.equal(due('2026-11-09T08:30', -60), '2026-11-06T14:00')
})

test('CLOCK-1 a calendar that never opens is a fault of data, told at once', () => {
  const never: Calendar = { zone: 'Asia/Jakarta', week: [null, null, null, null, null, null, null], closed: new Set() }
  assert.throws(() => addWorking(never, at('2026-11-02T09:00'), 60), /no working day within three years/)
  assert.equal(workingBetween(never, at('2026-11-02T09:00'), at('2026-11-05T09:00')), 0)
})

test('CLOCK-2 working time between two moments leaves out nights, weekends and holidays', () => {
  assert.equal(workingBetween(jakarta, at('2026-11-02T09:00'), at('2026-11-02T10:30')), 90)
  assert.equal(workingBetween(jakarta, at('2026-11-06T14:00'), at('2026-11-09T08:30')), 60)
  assert.equal(workingBetween(jakarta, at('2026-03-17T15:00'), at('2026-03-25T08:00')), 0)
  assert.equal(workingBetween(jakarta, at('2026-11-02T00:00'), at('2026-11-09T00:00')), 4 * 420 + 390)
})

test('CLOCK-2 backwards it is negative, and nothing is plain zero', () => {
  assert.equal(workingBetween(jakarta, at('2026-11-02T10:00'), at('2026-11-02T09:00')), -60)
  assert.ok(Object.is(workingBetween(jakarta, at('2026-11-08T10:00'), at('2026-11-07T10:00')), 0))
})

test('CLOCK-2 a day given as a limit is a Monday', () => {
  assert.equal(minutesOfDay(jakarta), 420)
  assert.equal(minutesOfDay({ ...jakarta, week: [null, null, [480, 960]] }), 480)
  assert.equal(minutesOfDay({ ...jakarta, week: [] }), 0)
})

test('CLOCK-8 each zone opens by its own sun', () => {
  const opening = zones.map((zone) => wireOf(addWorking(aCalendar(zone), Date.parse('2026-11-01T12:00:00Z'), 0)))
  const expected = ['01:00', '00:00', '23:00'].map((time) =>
    time === '23:00' ? '2026-11-01T23:00:00.000Z' : `2026-11-02T${time}:00.000Z`,
  )
  assert.deepEqual(opening, expected)
})

test('CLOCK-8 a holiday ends at midnight of the zone, not of UTC', () => {
  const jayapura = aCalendar('Asia/Jayapura')
  const lastHourOfHoliday = Date.parse('2026-08-17T23:00:00+09:00')
  assert.equal(addWorking(jayapura, lastHourOfHoliday, 30), Date.parse('2026-08-18T08:30:00+09:00'))
})

const moment = fc.integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') })
const zone = fc.constantFrom(...zones)

property(
  'CLOCK-1, CLOCK-2 what is added lies between: workingBetween undoes addWorking',
  fc.record({ zone, from: moment, minutes: fc.integer({ min: -90 * 420, max: 90 * 420 }) }),
  ({ zone, from, minutes }) => {
    const calendar = aCalendar(zone)
    const to = addWorking(calendar, from, minutes)
    assert.ok(Number.isInteger(to), 'a moment is whole milliseconds')
    assert.equal(workingBetween(calendar, from, to), minutes)
  },
)

property(
  'CLOCK-2 working time adds up over a moment between, and never exceeds the time that passed',
  fc.record({ zone, moments: fc.tuple(moment, moment, moment) }),
  ({ zone, moments }) => {
    const calendar = aCalendar(zone)
    const [from, middle, to] = moments.toSorted((left, right) => left - right)
    assert.ok(from !== undefined && middle !== undefined && to !== undefined)
    const whole = workingBetween(calendar, from, to)
    const parts = workingBetween(calendar, from, middle) + workingBetween(calendar, middle, to)
    assert.ok(Math.abs(whole - parts) < 1e-6)
    assert.ok(whole >= 0 && whole <= ((to - from) / dayMs) * 420 + 420)
  },
  100,
)

property(
  'CLOCK-1 a due moment is always within opening hours of a working day',
  fc.record({ zone, from: moment, minutes: fc.integer({ min: 1, max: 60 * 420 }) }),
  ({ zone, from, minutes }) => {
    const calendar = aCalendar(zone)
    const dueAt = addWorking(calendar, from, minutes)
    assert.ok(workingBetween(calendar, dueAt - 1, dueAt) > 0, wireOf(dueAt))
  },
)
