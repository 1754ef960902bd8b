import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { dayIn, instantOf, offsetMinutes, wireDay, wireInstant, wireOf, zones } from './instant.ts'

test('TIME-1 a moment crosses the wire and comes back the same', () => {
  const wire = '2026-11-02T02:00:00.000Z'
  assert.equal(wireOf(instantOf(wire)), wire)
  assert.equal(wireOf(instantOf('2026-11-02T09:00:00+07:00')), wire)
})

test('TIME-1 a moment without its offset is not let in', () => {
  assert.equal(wireInstant.safeParse('2026-11-02T09:00:00').success, false)
  assert.equal(wireInstant.safeParse('2026-11-02').success, false)
  assert.equal(wireInstant.safeParse('2026-11-02T09:00:00+07:00').success, true)
})

test('WIRE-8 days and moments of the years 1900 to 2199 are let in, and no others', () => {
  const isDay = (day: string): boolean => wireDay.safeParse(day).success
  assert.deepEqual(['1900-01-01', '2026-02-28', '2199-12-31'].map(isDay), [true, true, true])
  assert.deepEqual(['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2026-02-29', ''].map(isDay), [
    false,
    false,
    false,
    false,
    false,
    false,
  ])
  const isMoment = (wire: string): boolean => wireInstant.safeParse(wire).success
  assert.deepEqual(['1900-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z', '2199-12-31T23:59:59.999Z'].map(isMoment), [
    true,
    true,
    true,
  ])
  // What counts is the moment itself, however its offset spells it.
  assert.deepEqual(
    ['0000-01-01T00:00:00Z', '1900-01-01T00:00:00+07:00', '2199-12-31T23:59:59-07:00', '9999-12-31T23:59:59-23:59'].map(
      isMoment,
    ),
    [false, false, false, false],
  )
})

test('TIME-2 the day of a moment is that of the district', () => {
  const lateInUtc = Date.parse('2026-11-01T16:30:00Z')
  assert.deepEqual(
    zones.map((zone) => dayIn(zone, lateInUtc)),
    ['2026-11-01', '2026-11-02', '2026-11-02'],
  )
})

test('TIME-2 a zone that no district has is a fault, not a guess', () => {
  assert.throws(() => offsetMinutes('Europe/Berlin'), /no offset known/)
  assert.throws(() => dayIn('Europe/Berlin', 0), /no offset known/)
})

property(
  'TIME-2 our fixed offsets agree with the zone data of the platform',
  fc.record({
    zone: fc.constantFrom(...zones),
    at: fc.integer({ min: Date.parse('2016-01-01'), max: Date.parse('2035-01-01') }),
  }),
  ({ zone, at }) => {
    const parts = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const
    assert.equal(dayIn(zone, at), new Intl.DateTimeFormat('en-CA', parts).format(at))
  },
)
