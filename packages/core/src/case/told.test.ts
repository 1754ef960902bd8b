import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ToldCase } from '../contract/public-case.ts'
import { addWorking } from '../kernel/calendar.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import { aCase } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { aPublicCase } from '../testing/a-public-case.ts'
import { property } from '../testing/property.ts'
import { hopTime } from './policy.ts'
import { outlookOf } from './pressing.ts'
import { toldCase } from './told.ts'

const toldAt = (now: number, own: Partial<ToldCase>) => toldCase(aPublicCase(own), aPolicy(now)).outlook

test('TRACK-10 a page is told in time until the step should have ended, likely late until time is over, then late', () => {
  const { calendar, limit } = hopTime(aPolicy(), { category: 'pbi-inactive', priority: 'normal' }, 'village')
  const dueAt = addWorking(calendar, monday, limit)
  const told = [0, 1.7, 1.8, 23.9, 24].map((hours) => toldAt(monday + hours * hourMs, { dueAt }))
  assert.deepEqual(told, ['in-time', 'in-time', 'at-risk', 'at-risk', 'late'])
})

test('TRACK-10 what was promised from end to end counts too: over is late, and an office with more time than that is a risk', () => {
  const dueAt = monday + 2 * dayMs
  assert.equal(toldAt(monday, { dueAt, totalDueAt: monday }), 'late')
  assert.equal(toldAt(monday, { dueAt, totalDueAt: monday + dayMs }), 'at-risk')
  assert.equal(toldAt(monday, { dueAt, totalDueAt: dueAt }), 'in-time')
  assert.equal(toldAt(monday, { dueAt, totalDueAt: null }), 'in-time')
  assert.equal(toldAt(monday, { dueAt: null, totalDueAt: monday }), null, 'a clock that stands')
})

test('TRACK-12 a red card runs through the night and the weekend: after a quarter of 24 hours it is likely late', () => {
  const friday = Date.parse('2026-11-06T14:00:00+07:00')
  const red = { red: true, dueAt: friday + dayMs, totalDueAt: friday + 14 * dayMs }
  const told = [0, 5.9, 6, 23.9, 24].map((hours) => toldAt(friday + hours * hourMs, red))
  assert.deepEqual(told, ['in-time', 'in-time', 'at-risk', 'at-risk', 'late'])
  const calm = addWorking(aCalendar(), friday, 3 * 7 * 60)
  assert.equal(toldAt(friday + 24 * hourMs, { ...red, red: false, dueAt: calm }), 'in-time')
})

const moment = fc.option(fc.integer({ min: monday - 9 * dayMs, max: monday + 30 * dayMs }))
const anywhere = fc.record({
  status: fc.constantFrom('registered' as const, 'handling' as const, 'recommended' as const),
  red: fc.boolean(),
  dueAt: moment,
  totalDueAt: moment,
})
property('TRACK-10 whatever its clocks say, the citizen is told what the officer reads', anywhere, (own) => {
  const hop = { startedAt: monday, dueAt: own.dueAt, left: null }
  const total = { startedAt: monday, dueAt: own.totalDueAt, left: null }
  const kase = aCase(own.status, { category: 'pbi-inactive', priority: own.red ? 'red' : 'normal', hop, total })
  assert.equal(toldAt(monday, own), outlookOf(kase, 'village', aPolicy()))
})
