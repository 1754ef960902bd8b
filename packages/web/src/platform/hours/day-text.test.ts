import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateOf, dayOf, dayText } from './day-text.ts'

const days = ['2026-01-01', '2026-11-22', '2026-12-31', '2028-02-29', '2000-02-29', '1999-12-31', '0999-03-04']

test('LISTS-12 a day that was chosen is the day that is kept, in whatever zone the browser stands', () => {
  const zone = process.env['TZ']
  for (const place of ['Asia/Jakarta', 'Asia/Jayapura', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    process.env['TZ'] = place
    for (const day of days) assert.equal(dayOf(dateOf(day)), day, `${day} in ${place}`)
  }
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('LISTS-12 what is no day opens the calendar without one', () => {
  for (const text of ['', '-', '2026', '2026-11', 'abcd-ef-gh', '2026-00-10', '2026-11-00', '0000-01-01'])
    assert.equal(dateOf(text), undefined, text)
})

test('LISTS-12 no day, or a broken one, is kept as nothing', () => {
  assert.equal(dayOf(undefined), '')
  assert.equal(dayOf(new Date(Number.NaN)), '')
})

test('LISTS-12 a day is written as people here write it', () => {
  const cases = [
    ['2026-11-22', '22/11/2026'],
    ['2026-01-02', '02/01/2026'],
    ['', ''],
  ] as const
  for (const [day, text] of cases) assert.equal(dayText(day), text)
})
