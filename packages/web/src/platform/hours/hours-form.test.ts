import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HoursLine } from '@openslrt/core/contract/list-queries.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { hoursOn, weekOf, weekText, withTime } from './hours-form.ts'

const week: HoursLine['week'] = [null, [480, 900], [480, 900], [480, 900], [480, 900], [480, 690], null]
const line = (place: string, from: string): HoursLine => ({ place: ledgerCode.parse(place), from, week, basis: '' })

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
