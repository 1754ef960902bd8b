import type { Policy } from '../case/policy.ts'
import { workingBetween } from '../kernel/calendar.ts'
import { openReferral, referralsThat } from './moves.ts'
import type { ReferralRow, ReferralStatus } from './referral.ts'

/** The part of a referral that says how long the asked office took. */
export type Spent = Pick<ReferralRow, 'takenAt' | 'takeMinutes' | 'workMinutes'>

/** Whether the asked office has it in hand: what it still owes is the work. */
const isTaken = (status: ReferralStatus): boolean =>
  openReferral.includes(status) && referralsThat['were-taken'].includes(status)

/** What a referral waits in before anybody took it; one that is on hold waits for the office that asked. */
const untaken: ReferralStatus = 'requested'

/**
 * SPENT-1 What a step adds to the time that the asked office took: working minutes until it was taken, and of the work since.
 * Time on hold is the asking office's. A referral that was on its way before this was measured stays unmeasured.
 */
export function spentAfter(referral: ReferralRow, status: ReferralStatus, { calendar, now }: Policy): Partial<Spent> {
  const minutes = Math.round(workingBetween(calendar, referral.changedAt, now))
  const [takenAt, before] = [referral.takenAt ?? null, referral.takeMinutes ?? null]
  const take = referral.status === untaken ? (before ?? 0) + minutes : before
  const begins = takenAt === null && take !== null && referralsThat['were-taken'].includes(status)
  const works = takenAt !== null && isTaken(referral.status)
  return {
    ...(take === before ? {} : { takeMinutes: take }),
    ...(begins ? { takenAt: now, workMinutes: 0 } : {}),
    ...(works ? { workMinutes: (referral.workMinutes ?? 0) + minutes } : {}),
  }
}
