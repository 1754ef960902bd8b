import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOfMonth, firstAfter, month, monthOf, monthsBefore } from './month.ts'

for (const [of, from, to] of [
  ['2026-11', '2026-11-01', '2026-11-30'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
] as const)
  test(`SUPER-11 ${of} goes from ${from} to ${to}`, () => assert.deepEqual(daysOfMonth(of), { from, to }))

test('SUPER-11 a month is one of the calendar, and of this century', () => {
  for (const good of ['2000-01', '2026-11', '2099-12']) assert.ok(month.safeParse(good).success, good)
  for (const bad of ['2026-00', '2026-13', '2026-1', '1999-12', '2026-11-01', ' 2026-11', 'November', ''])
    assert.ok(!month.safeParse(bad).success, bad)
  assert.equal(monthOf('2026-11-23'), '2026-11')
})

for (const [of, months, first] of [
  ['2026-11', 0, '2026-11-01'],
  ['2026-11', 1, '2026-12-01'],
  ['2026-12', 1, '2027-01-01'],
  ['2026-01', -1, '2025-12-01'],
  ['2026-01', -13, '2024-12-01'],
  ['2026-06', 24, '2028-06-01'],
] as const)
  test(`SUPER-11 ${months} months from ${of} is ${first}`, () => assert.equal(firstAfter(of, months), first))

for (const [day, months, before] of [
  ['2026-11-23', 3, '2026-08-23'],
  ['2026-05-31', 3, '2026-02-28'],
  ['2028-05-31', 3, '2028-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-03-30', 1, '2026-02-28'],
  ['2026-07-31', 1, '2026-06-30'],
] as const)
  test(`SUPER-13 ${months} months before ${day} is ${before}`, () => assert.equal(monthsBefore(day, months), before))
