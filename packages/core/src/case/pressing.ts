import { addWorking, minutesOfDay } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/instant.ts'
import type { OfficeLevel } from '../office/office.ts'
import { officeAbove } from '../office/office.ts'
import type { CaseRow, CaseStatus, Clock, ReviewState } from './case.ts'
import { caseRule } from './moves.ts'
import type { Policy, StepShares, Timed } from './policy.ts'
import { hopTime, usualShares } from './policy.ts'
import type { LawRefusal } from './refusal.ts'

/** What a running clock knows beside its end: when it reminds, that it did, and that time was over with nowhere to go. */
export type Pressing = Pick<CaseRow, 'remindAt' | 'remindedAt' | 'overdueSince'>

export const unpressed: Pressing = { remindAt: null, remindedAt: null, overdueSince: null }

/** Of a hop's time, the hundredths that must be left when a step ends, for the steps after it. */
const mustBeLeft: Readonly<Partial<Record<CaseStatus, (shares: StepShares) => number>>> = {
  registered: ({ take }) => 100 - take,
  handling: ({ decide }) => decide,
  // Nothing comes after a decision but the answer.
  recommended: () => 10,
}

/**
 * CLOCK-11 Until when the step that a case is at may last, if the steps after it are to have their part of the office's
 * time. After that moment the case will be late as far as anybody can tell. Null while the clock stands.
 */
export function stepDueAt(
  status: CaseStatus,
  timed: Timed,
  hop: Pick<Clock, 'dueAt'>,
  level: OfficeLevel,
  policy: Policy,
): Instant | null {
  const left = mustBeLeft[status]
  if (hop.dueAt === null || !left) return null
  const { calendar, limit } = hopTime(policy, timed, level)
  const shares = policy.categories.get(timed.category)?.steps ?? usualShares
  return addWorking(calendar, hop.dueAt, -Math.round((limit * left(shares)) / 100))
}

/** How a case stands after a move, as far as its time is concerned. */
interface After {
  readonly status: CaseStatus
  readonly timed: Timed
  readonly hop: Clock
  readonly level: OfficeLevel
}

/** CLOCK-12 What a move makes of reminding: a new step has its own reminder, a clock that stands none. */
export function pressingAfter(before: CaseRow, after: After, policy: Policy): Partial<Pressing> {
  const { status, hop } = after
  if (hop === before.hop && status === before.status) return {}
  return changed(before, pressingOf(before, after, policy))
}

function pressingOf(before: CaseRow, { status, timed, hop, level }: After, policy: Policy): Pressing {
  if (hop.dueAt === null) return unpressed
  // Time that was over already is over still: it is said once.
  if (hop.dueAt <= policy.now) return { ...unpressed, overdueSince: before.overdueSince ?? null }
  return { ...unpressed, remindAt: stepDueAt(status, timed, hop, level, policy) }
}

const changed = (before: Pressing, after: Pressing): Partial<Pressing> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => (Reflect.get(before, name) ?? null) !== value))

/** What the clock looks at. */
export type Pressed = Pick<
  CaseRow,
  'category' | 'status' | 'office' | 'openReferrals' | 'hop' | 'remindAt' | 'overdueSince' | 'review'
>

/** What the clock does to a case by itself. */
export type OwnAct = 'remind' | 'escalate' | 'overdue' | 'review-lapse'

/**
 * CASE-38, CASE-39 What the clock wants of a case now: to remind the office while there is time, to send the case up when
 * its time is over, and where it can't go up (nobody above, another office is asked, a decision is awaited) to say so once.
 */
export function clockWants(kase: Pressed, policy: Policy): OwnAct | null {
  const { dueAt } = kase.hop
  if (dueAt === null || kase.overdueSince || !caseRule('overdue').from.includes(kase.status)) return null
  if (kase.review) return policy.now < dueAt ? null : 'review-lapse'
  if (policy.now < dueAt) return kase.remindAt && kase.remindAt <= policy.now ? 'remind' : null
  return rises(kase, policy) ? 'escalate' : 'overdue'
}

const rises = ({ category, status, openReferrals, office }: Pressed, { categories, offices }: Policy): boolean =>
  (categories.get(category)?.rises ?? true) &&
  caseRule('escalate').from.includes(status) &&
  openReferrals === 0 &&
  officeAbove(office, offices) !== null

/** CASE-38, CASE-39 The clock acts when its time has come and not before, and once. */
export function clockStands(kase: CaseRow, action: OwnAct, now: Instant): LawRefusal | null {
  const at = action === 'remind' ? kase.remindAt : kase.hop.dueAt
  if (!at) return { code: 'already-so' }
  if (action === 'overdue' && kase.overdueSince) return { code: 'already-so' }
  return now < at ? { code: 'too-early', until: at } : null
}

export const outlooks = ['in-time', 'at-risk', 'late'] as const
export type Outlook = (typeof outlooks)[number]

/** Of a case, what tells how it looks in time: as its row has it, and as its citizen's page has it. */
export interface Timely extends Timed {
  readonly review: ReviewState | null
  readonly status: CaseStatus
  readonly hop: Pick<Clock, 'dueAt'>
  readonly total: Pick<Clock, 'dueAt'>
}

/**
 * CLOCK-13 How it looks for a case: in time, late to come, or late; against the time of the office that has it, and against
 * what was promised from end to end. Null while its clock stands. Officer and citizen read the same.
 */
export function outlookOf(kase: Timely, level: OfficeLevel, policy: Policy): Outlook | null {
  const { dueAt } = kase.hop
  if (dueAt === null) return null
  const promised = kase.total.dueAt
  if (Math.min(dueAt, promised ?? dueAt) <= policy.now) return 'late'
  const step = stepOf(kase, level, policy)
  const beyond = promised !== null && dueAt > promised
  return beyond || (step !== null && step <= policy.now) ? 'at-risk' : 'in-time'
}

/** Until when the step may last; a review is a step of its own, with all of its time. */
export const stepOf = (kase: Timely, level: OfficeLevel, policy: Policy): Instant | null =>
  kase.review ? null : stepDueAt(kase.status, kase, kase.hop, level, policy)

/** CLOCK-14 The moment before which a case must have changed last to be standing still now. */
export const staleBefore = ({ calendar, now, windows }: Policy): Instant =>
  addWorking(calendar, now, -windows.staleDays * minutesOfDay(calendar))
