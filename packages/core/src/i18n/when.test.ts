import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayDate, sayDue, sayExact, sayMoment, sayTime } from './when.ts'

const jakarta = 'Asia/Jakarta'
const at = (wire: string): number => Date.parse(wire)
const now = at('2026-11-23T10:00:00+07:00') // a Monday

test('WHEN-1 a date is said with its month in words', () => {
  assert.equal(sayDate(at('2026-11-24T14:00:00+07:00'), jakarta, 'id'), '24 November 2026')
  assert.equal(sayDate(at('2026-05-01T00:00:00+07:00'), jakarta, 'en'), '1 May 2026')
})

test('WHEN-2 the day is that of the zone, not of UTC', () => {
  const lateInUtc = at('2026-11-23T23:30:00Z')
  assert.equal(sayDate(lateInUtc, jakarta, 'id'), '24 November 2026')
  assert.equal(sayTime(lateInUtc, jakarta, 'id'), '06.30')
  assert.equal(sayTime(lateInUtc, 'Asia/Jayapura', 'id'), '08.30')
  assert.equal(sayTime(at('2026-11-23T17:05:00Z'), jakarta, 'id'), '00.05')
})

test('WHEN-3 the exact time names weekday and zone', () => {
  const due = at('2026-11-24T07:00:00Z')
  assert.equal(sayExact(due, jakarta, 'id'), 'Selasa, 24 November 2026 pukul 14.00 WIB')
  assert.equal(sayExact(due, 'Asia/Makassar', 'id'), 'Selasa, 24 November 2026 pukul 15.00 WITA')
  assert.equal(sayExact(due, jakarta, 'en'), 'Tuesday, 24 November 2026 at 14:00 WIB')
})

test('WHEN-4 a moment is said from where we stand', () => {
  const say = (wire: string) => sayMoment(at(wire), now, jakarta, 'id')
  assert.equal(say('2026-11-23T08:12:00+07:00'), 'hari ini 08.12')
  assert.equal(say('2026-11-22T23:59:00+07:00'), 'kemarin 23.59')
  assert.equal(say('2026-11-24T00:00:00+07:00'), 'besok 00.00')
  assert.equal(say('2026-11-02T09:14:00+07:00'), '2 Nov 09.14')
  assert.equal(say('2025-08-17T09:14:00+07:00'), '17 Agu 2025 09.14')
})

test('WHEN-5 a due time is said as people say it', () => {
  const say = (wire: string, left?: number) => sayDue(at(wire), now, jakarta, 'id', left)
  assert.equal(say('2026-11-23T14:00:00+07:00', 0), 'jatuh tempo hari ini 14.00')
  assert.equal(say('2026-11-24T14:00:00+07:00', 1), 'jatuh tempo besok (Sel 24 Nov, 14.00)')
  assert.equal(say('2026-11-26T14:00:00+07:00', 3), '3 hari kerja lagi (Kam 26 Nov, 14.00)')
  assert.equal(say('2026-11-26T14:00:00+07:00'), 'jatuh tempo Kam 26 Nov, 14.00')
  assert.equal(say('2027-01-04T14:00:00+07:00'), 'jatuh tempo Sen 4 Jan 2027, 14.00')
})

test('WHEN-6 a due time gone by says how long ago that was', () => {
  const say = (wire: string, left?: number) => sayDue(at(wire), now, jakarta, 'id', left)
  assert.equal(say('2026-11-18T14:00:00+07:00', -3), 'terlambat 3 hari kerja')
  assert.equal(say('2026-11-23T09:00:00+07:00', 0), 'terlambat sejak hari ini 09.00')
  assert.equal(say('2026-11-22T09:00:00+07:00'), 'terlambat sejak kemarin 09.00')
  assert.equal(say('2026-11-18T14:00:00+07:00'), 'terlambat 5 hari')
})

test('WHEN-7 English says the same', () => {
  const due = at('2026-11-24T14:00:00+07:00')
  assert.equal(sayDue(due, now, jakarta, 'en', 1), 'due tomorrow (Tue 24 Nov, 14:00)')
  assert.equal(sayMoment(due, now, jakarta, 'en'), 'tomorrow 14:00')
})
