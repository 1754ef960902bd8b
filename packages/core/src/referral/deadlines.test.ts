import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWorking } from '../kernel/calendar.ts'
import { hourMs } from '../kernel/instant.ts'
import { aCase, aGrant, aReferral } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { citizen, clock, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { referralMove } from '../testing/moves.ts'
import type { PressedReferral, ReferralClockAct } from './deadlines.ts'
import { beginning, clockStandsOf, clockWantsOf, deadlineAfter, noDeadline, stepWindows } from './deadlines.ts'
import { decideReferral } from './decide.ts'
import type { ReferralRow, ReferralStatus } from './referral.ts'
import { referralStatuses } from './referral.ts'

const calendar = aCalendar()
const policy = aPolicy(monday)
const day = 420
const after = (days: number, from = monday): number => addWorking(calendar, from, days * day)

/** Working days of each step as the specification gives them; in no other state does the asked office owe anything by a day. */
const spec: Readonly<Partial<Record<ReferralStatus, number>>> = { requested: 3, accepted: 3, 'in-progress': 14 }

for (const status of referralStatuses)
  test(`REF-27 a referral that becomes ${status} has ${spec[status] ?? 'no'} working days for its step`, () => {
    const days = spec[status]
    const { dueAt, remindAt } = beginning(status, policy)
    assert.equal(dueAt, days === undefined ? null : after(days))
    assert.equal(remindAt, days === undefined ? null : addWorking(calendar, after(days), -Math.round((days * day) / 3)))
    assert.equal(status in stepWindows, days !== undefined)
  })

test('REF-27 the time for the work is held while something is waited for, and goes on with what was left', () => {
  const working = aReferral({ status: 'in-progress', dueAt: after(5) })
  const held = deadlineAfter(working, 'on-hold', policy)
  assert.deepEqual(held, { ...noDeadline, heldLeft: 5 * day })
  const later = aPolicy(after(20))
  const again = deadlineAfter({ ...working, ...held, status: 'on-hold' }, 'in-progress', later)
  assert.equal(again.dueAt, after(25))
})

test('REF-27 what was late when it was held is late when it goes on, and a referral held before is asked anew', () => {
  const late = aReferral({ status: 'in-progress', dueAt: monday - hourMs })
  const held = deadlineAfter(late, 'on-hold', aPolicy(monday + hourMs))
  assert.ok((held.heldLeft ?? 0) < 0)
  const again = deadlineAfter({ ...late, ...held, status: 'on-hold' }, 'in-progress', aPolicy(after(2)))
  assert.ok((again.dueAt ?? 0) < after(2) && again.remindAt === null)
  for (const status of ['requested', 'accepted'] as const) {
    const early = deadlineAfter(aReferral({ status }), 'on-hold', policy)
    assert.deepEqual(early, noDeadline)
    assert.equal(deadlineAfter(aReferral({ status: 'on-hold' }), 'requested', policy).dueAt, after(3))
    assert.equal(deadlineAfter(aReferral({ status: 'on-hold' }), 'in-progress', policy).dueAt, after(14))
  }
})

const timed = { dueAt: after(3), remindAt: after(2), overdueSince: null } as const
const wants: readonly (readonly [string, PressedReferral, number, ReferralClockAct | null])[] = [
  ['before the reminder', timed, after(1), null],
  ['at the reminder', timed, after(2), 'remind'],
  ['reminded already', { ...timed, remindAt: null }, after(2), null],
  ['at the due moment', timed, after(3), 'overdue'],
  ['when it was said', { ...timed, overdueSince: after(3) }, after(4), null],
  ['while it is held', { ...timed, dueAt: null, remindAt: null }, after(4), null],
]
for (const [when, referral, now, act] of wants)
  test(`REF-28, REF-29 ${when} the clock wants ${act ?? 'nothing'}`, () => {
    assert.equal(clockWantsOf(referral, now), act)
    if (act) assert.equal(clockStandsOf(referral, act, now), null)
  })

test('REF-28, REF-29 the clock does not act too early, and not twice', () => {
  assert.deepEqual(clockStandsOf(timed, 'remind', after(1)), { code: 'too-early', until: after(2) })
  assert.deepEqual(clockStandsOf(timed, 'overdue', after(2)), { code: 'too-early', until: after(3) })
  assert.equal(clockStandsOf({ ...timed, remindAt: null }, 'remind', after(2))?.code, 'already-so')
  assert.equal(clockStandsOf({ ...timed, overdueSince: 1 }, 'overdue', after(4))?.code, 'already-so')
})

const file = (own: Partial<ReferralRow>) => ({
  case: aCase('handling', { decision: 'approved', openReferrals: 1, waitingOffice: offices.hospital.id }),
  referrals: [aReferral({ ...timed, ...own })],
  grants: [aGrant()],
})

test('REF-28, REF-29 what the clock says changes the referral alone, and is said by nobody else', () => {
  const now = aPolicy(after(3))
  const sets = { remind: { remindAt: null }, overdue: { remindAt: null, overdueSince: after(3) } } as const
  for (const act of ['remind', 'overdue'] as const) {
    const answer = decideReferral(file({}), referralMove(act), clock, now)
    assert.ok(answer.ok)
    assert.deepEqual(answer.value.changes, [{ table: 'referral', id: ids.referral(1), base: 1, set: sets[act] }])
    assert.equal(answer.value.say['step'], 'requested')
    for (const actor of [staff('bo'), staff('provider', offices.hospital), citizen()]) {
      const refused = decideReferral(file({}), referralMove(act), actor, now)
      assert.equal(refused.ok ? null : refused.error.code, 'not-permitted')
    }
  }
})
