import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HoursLine } from '@openslrt/core/contract/list-queries.ts'
import { week as wireWeek } from '@openslrt/core/contract/week.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { clockOf, hoursOn, tidyTime, timesOf, typedTime, weekdays, weekOf, weekText, withTime } from './hours-form.ts'

const week: HoursLine['week'] = [null, [480, 900], [480, 900], [480, 900], [480, 900], [480, 690], null]
const line = (place: string, from: string): HoursLine => ({
  place: ledgerCode.parse(place),
  from,
  week,
  basis: '',
  version: 0,
})

test('LISTS-15 a week is read back from its form as it was, and half a day is none', () => {
  const text = weekText(week)
  assert.deepEqual(weekOf(text), week)
  assert.equal(weekOf(withTime(text, 0, 0, '08:00')), null)
  assert.deepEqual(weekOf(withTime(withTime(text, 0, 0, '08:00'), 0, 1, '12:15'))?.[0], [480, 735])
  assert.equal(weekOf(withTime(text, 1, 0, '16:00')), null, 'it closes before it opens')
  assert.equal(weekOf(weekText(week.map(() => null))), null)
})

test('LISTS-15 of the hours that have begun those of the nearest place hold', () => {
  const hours = [line('00', '2016-01-01'), line('34.04', '2026-01-01'), line('34', '2026-06-01')]
  assert.equal(hoursOn(hours, '2026-11-22')?.place, '34.04')
  assert.equal(hoursOn(hours, '2025-11-22')?.place, '00')
  assert.equal(hoursOn([], '2025-11-22'), null)
})

const minute = fc.integer({ min: 0, max: 1439 })
const openDay = fc
  .tuple(minute, minute)
  .filter(([one, other]) => one !== other)
  .map(([one, other]): [number, number] => [Math.min(one, other), Math.max(one, other)])
const someWeek = fc.array(fc.option(openDay, { nil: null }), { minLength: 7, maxLength: 7 })

property('LISTS-15 whatever week is opened for a change and saved as it is, is as it was', someWeek, (days) => {
  assert.deepEqual(weekOf(weekText(days)), days.some((one) => one !== null) ? days : null)
})

const time = fc.constantFrom('', '00:00', '08:00', '12:30', '23:59')
property(
  'LISTS-15 whatever times are typed into a week: what its form gives is what the wire takes',
  fc.tuple(someWeek, fc.array(fc.record({ day: fc.nat(6), end: fc.constantFrom(0, 1), time }), { maxLength: 14 })),
  ([days, typed]) => {
    const text = typed.reduce((was, one) => withTime(was, one.day, one.end === 0 ? 0 : 1, one.time), weekText(days))
    const last = (day: number, end: number) => typed.findLast((one) => one.day === day && one.end === end)?.time
    for (const [day, pair] of timesOf(text).entries())
      for (const end of [0, 1] as const) {
        const was = days[day]?.[end]
        assert.equal(pair[end], last(day, end) ?? (was === undefined ? '' : clockOf(was)))
      }
    const read = weekOf(text)
    if (read) assert.ok(wireWeek.safeParse(read).success, text)
  },
)

const typedDays: readonly (readonly [day: string, read: readonly [number, number] | null | 'wrong'])[] = [
  ['08:00-15:00', [480, 900]],
  ['00:00-23:59', [0, 1439]],
  ['8-15', [480, 900]],
  ['8.30-1545', [510, 945]],
  ['24:00-25:00', 'wrong'],
  ['08:60-15:00', 'wrong'],
  ['08:00:30-15:00', 'wrong'],
  ['-', null],
  ['08:00-', 'wrong'],
  ['-15:00', 'wrong'],
  ['15:00-08:00', 'wrong'],
  ['08:00-08:00', 'wrong'],
  ['8:00-15:00', [480, 900]],
  ['pagi-siang', 'wrong'],
]
for (const [text, read] of typedDays)
  test(`LISTS-15 a day of ${JSON.stringify(text)} is ${JSON.stringify(read)} in the week`, () => {
    const all = weekOf(['-', text, '07:00-12:00', '-', '-', '-', '-'].join(' '))
    assert.deepEqual(all, read === 'wrong' ? null : [null, read, [420, 720], null, null, null, null])
  })

test('LISTS-15 a time is typed as people write it, and tidied when the field is left', () => {
  assert.deepEqual(['8', '8.30', '08,30', '0830', '23:59', '', 'siang', '99'].map(tidyTime), [
    '08:00',
    '08:30',
    '08:30',
    '08:30',
    '23:59',
    '',
    'siang',
    '99',
  ])
  // Nothing that is typed may part the week's text at another place.
  assert.deepEqual(['08.00', ' 8-15 ', 'jam 8', '123456'].map(typedTime), ['08.00', '815', '8', '12345'])
})

test('LISTS-15 a week of fewer or more than seven days is none, and so is an empty text', () => {
  for (const text of ['', '-', Array(6).fill('08:00-15:00').join(' '), Array(8).fill('08:00-15:00').join(' ')])
    assert.equal(weekOf(text), null, text)
})

test('LISTS-15 minutes are said as a clock says them, and the week begins on Monday', () => {
  assert.deepEqual([0, 5, 60, 450, 690, 1439, 1440].map(clockOf), [
    '00:00',
    '00:05',
    '01:00',
    '07:30',
    '11:30',
    '23:59',
    '24:00',
  ])
  assert.deepEqual(weekdays, [1, 2, 3, 4, 5, 6, 0])
})

test('LISTS-15 of one place the hours that began last hold, and those of a later day wait', () => {
  const hours = [line('34.04', '2027-01-01'), line('34.04', '2026-06-01'), line('34.04', '2026-01-01')]
  const from = (day: string) => hoursOn(hours, day)?.from
  assert.deepEqual(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(from), [
    undefined,
    '2026-01-01',
    '2026-06-01',
    '2027-01-01',
  ])
  assert.equal(
    hoursOn([line('00', '2026-06-01'), line('34', '2026-01-01')], '2026-07-01')?.place,
    '34',
    'the nearer, though older',
  )
})
