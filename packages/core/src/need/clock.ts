import type { Policy } from '../case/policy.ts'
import type { Instant } from '../kernel/instant.ts'
import { no } from '../kernel/result.ts'
import type { ApplicationClockAct } from './moves.ts'
import { toDecide } from './moves.ts'
import type { ApplicationRow } from './need.ts'
import type { NeedAnswer } from './scene.ts'
import { decided } from './scene.ts'

/** What time asks of an application, as a sweep finds it. */
export type PressedApplication = Pick<ApplicationRow, 'status' | 'remindAt' | 'dueAt' | 'overdueSince'>

/** NEED-6 What the clock wants of an application now: nothing, a reminder, or that its time is over; the latter first. */
export function applicationClockWants(application: PressedApplication, now: Instant): ApplicationClockAct | null {
  const { status, remindAt, dueAt, overdueSince } = application
  if (!toDecide.includes(status) || overdueSince !== null) return null
  if (dueAt !== null && dueAt <= now) return 'overdue'
  return remindAt !== null && remindAt <= now ? 'remind' : null
}

/** NEED-6 Does what the clock wants, once. */
export function decideApplicationAsClock(
  application: ApplicationRow,
  act: ApplicationClockAct,
  policy: Policy,
): NeedAnswer {
  const { now } = policy
  if (applicationClockWants(application, now) !== act) return no({ code: 'already-so' })
  const said = act === 'remind' ? { remindAt: null } : { remindAt: null, overdueSince: now }
  const { id, version } = application
  return decided({ policy }, `application-${act}`, '', [
    { table: 'application', id, base: version, set: { ...said, changedAt: now } },
  ])
}
