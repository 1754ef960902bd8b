import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addWorking, workingBetween } from '../kernel/calendar.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import { aReferral } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import type { ReferralStep } from './moves.ts'
import { openReferral, referralRule, referralSteps } from './moves.ts'
import type { ReferralRow } from './referral.ts'
import { spentAfter } from './spent.ts'

type Walk = readonly (readonly [step: ReferralStep, after: number])[]

/** A referral after steps, each some time after the one before. */
function walk(steps: Walk, from: Partial<ReferralRow> = {}): ReferralRow {
  let referral = aReferral(from)
  for (const [step, after] of steps) {
    const now = referral.changedAt + after
    const { to } = referralRule(step)
    referral = { ...referral, ...spentAfter(referral, to, aPolicy(now)), status: to, changedAt: now }
  }
  return referral
}
const spentOf = ({ takenAt, takeMinutes, workMinutes }: ReferralRow) => [takenAt, takeMinutes, workMinutes]

test('SPENT-1 it was taken when it was accepted, after so many working minutes; the work begins at nought', () => {
  assert.deepEqual(spentOf(walk([['accept', 2 * hourMs]])), [monday + 2 * hourMs, 120, 0])
  assert.deepEqual(spentOf(walk([['accept', dayMs]])), [monday + dayMs, 420, 0], 'a night is no working time')
})

test('SPENT-1 the work is counted until it is done, over its steps, and not while it is on hold', () => {
  const steps: Walk = [
    ['accept', hourMs],
    ['start', hourMs],
    ['hold', hourMs],
    ['start', 7 * dayMs],
    ['complete', hourMs],
  ]
  assert.deepEqual(spentOf(walk(steps)).slice(1), [60, 180])
})

test('SPENT-1 what was put on hold before anybody took it, and supplied, waits on from where it was', () => {
  const steps: Walk = [
    ['hold', hourMs],
    ['supply', 3 * dayMs],
    ['accept', hourMs],
  ]
  assert.deepEqual(spentOf(walk(steps)).slice(1), [120, 0])
  const begun = walk([
    ['hold', hourMs],
    ['start', hourMs],
    ['complete', hourMs],
  ])
  assert.deepEqual(spentOf(begun), [monday + 2 * hourMs, 60, 60], 'beginning is taking')
  const at = walk([
    ['hold', hourMs],
    ['complete', hourMs],
  ])
  assert.deepEqual(spentOf(at), [monday + 2 * hourMs, 60, 0], 'so is finishing')
})

test('SPENT-1 what was declined or called off was taken by nobody, however long it waited', () => {
  for (const step of ['reject', 'cancel', 'mark-error'] as const)
    assert.deepEqual(spentOf(walk([[step, hourMs]])), [null, 60, null], step)
})

test('SPENT-1 a referral that was taken before this was measured stays unmeasured', () => {
  const before = { status: 'accepted', takenAt: null, takeMinutes: null, workMinutes: null } as const
  const steps: Walk = [
    ['start', hourMs],
    ['complete', hourMs],
  ]
  assert.deepEqual(spentOf(walk(steps, before)), [null, null, null])
})

const anySteps = fc.array(fc.tuple(fc.constantFrom(...referralSteps), fc.integer({ min: 0, max: 20 * 24 * 60 })), {
  maxLength: 12,
})

property(
  'SPENT-1 on every way the two times are those of the states that it was in, by the calendar',
  anySteps,
  (drawn) => {
    let referral = aReferral({ dueAt: null })
    const owed = { take: 0, work: 0 }
    for (const [step, minutes] of drawn) {
      const { from, to } = referralRule(step)
      if (!from.includes(referral.status) || !openReferral.includes(referral.status)) continue
      const now = addWorking(aCalendar(), referral.changedAt, minutes)
      const spent = workingBetween(aCalendar(), referral.changedAt, now)
      if (referral.status === 'requested') owed.take += Math.round(spent)
      if (['accepted', 'in-progress'].includes(referral.status)) owed.work += Math.round(spent)
      referral = { ...referral, ...spentAfter(referral, to, aPolicy(now)), status: to, changedAt: now }
    }
    assert.equal(referral.takeMinutes ?? 0, owed.take)
    assert.equal(referral.workMinutes ?? 0, owed.work)
    if (referral.takenAt !== null) assert.ok(referral.takenAt >= referral.requestedAt)
  },
  300,
)
