import type { Policy, Windows } from '../case/policy.ts'
import type { LawRefusal } from '../case/refusal.ts'
import { addWorking, minutesOfDay, workingBetween } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ReferralRow, ReferralStatus } from './referral.ts'

/** REF-12, REF-27 The window of each step that the asked office owes, in working days: dated data of the district. */
export const stepWindows: Readonly<Partial<Record<ReferralStatus, keyof Windows>>> = {
  requested: 'acceptDays',
  accepted: 'startDays',
  'in-progress': 'finishDays',
}

/** The part of a referral that is its time. */
export type Deadline = Pick<ReferralRow, 'dueAt' | 'heldLeft' | 'remindAt' | 'overdueSince'>

export const noDeadline: Deadline = { dueAt: null, heldLeft: null, remindAt: null, overdueSince: null }

/**
 * REF-27 What a step makes of the time: each step has a window of its own; the time for the work is held while the asked
 * office waits for something, and goes on with what was left of it. A referral that was supplied is asked anew.
 */
export function deadlineAfter(referral: ReferralRow, status: ReferralStatus, policy: Policy): Deadline {
  if (status === 'on-hold') return held(referral, policy)
  if (referral.status === 'on-hold' && status === 'in-progress' && referral.heldLeft !== null)
    return running(status, referral.heldLeft, policy)
  return beginning(status, policy)
}

/** The time of a step that begins now. */
export function beginning(status: ReferralStatus, policy: Policy): Deadline {
  return running(status, limitOf(status, policy), policy)
}

function running(status: ReferralStatus, minutes: number, policy: Policy): Deadline {
  const limit = limitOf(status, policy)
  if (limit === 0) return noDeadline
  const dueAt = addWorking(policy.calendar, policy.now, minutes)
  // A reminder with a third of the window left; with less of it to come, the due moment is reminder enough.
  const third = addWorking(policy.calendar, dueAt, -Math.round(limit / 3))
  return { ...noDeadline, dueAt, remindAt: third > policy.now ? third : null }
}

function held({ status, dueAt }: ReferralRow, { calendar, now }: Policy): Deadline {
  if (status !== 'in-progress' || dueAt === null) return noDeadline
  return { ...noDeadline, heldLeft: Math.round(workingBetween(calendar, now, dueAt)) }
}

function limitOf(status: ReferralStatus, { calendar, windows }: Policy): number {
  const window = stepWindows[status]
  return window ? windows[window] * minutesOfDay(calendar) : 0
}

/** What the clock does to a referral by itself. */
export const referralClockActs = ['remind', 'overdue'] as const
export type ReferralClockAct = (typeof referralClockActs)[number]

/** What the clock looks at. */
export type PressedReferral = Pick<ReferralRow, 'dueAt' | 'remindAt' | 'overdueSince'>

/** REF-28, REF-29 What the clock wants of a referral now: to remind while there is time, and to say once that it is over. */
export function clockWantsOf(
  { dueAt, remindAt, overdueSince }: PressedReferral,
  now: Instant,
): ReferralClockAct | null {
  if (dueAt === null || overdueSince !== null) return null
  if (dueAt <= now) return 'overdue'
  return remindAt !== null && remindAt <= now ? 'remind' : null
}

/** REF-28, REF-29 The clock acts when its time has come and not before, and once. */
export function clockStandsOf(referral: PressedReferral, act: ReferralClockAct, now: Instant): LawRefusal | null {
  const at = act === 'remind' ? referral.remindAt : referral.dueAt
  if (at === null || referral.overdueSince !== null) return { code: 'already-so' }
  return now < at ? { code: 'too-early', until: at } : null
}
