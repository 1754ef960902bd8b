import type { Actor } from '../access/actor.ts'
import type { CaseMoveData, RegisterData } from '../contract/case.ts'
import { minutesOfDay } from '../kernel/calendar.ts'
import type { StaffId } from '../kernel/id.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { OfficeRow } from '../office/office.ts'
import { receives } from '../office/office.ts'
import type { CaseRow, ReviewState } from './case.ts'
import { startClock } from './clock.ts'
import type { CaseAction, CaseRule } from './moves.ts'
import type { Policy } from './policy.ts'
import { hopTime } from './policy.ts'
import type { LawRefusal } from './refusal.ts'

/** What a review writes on a case: whose turn it is, and the clock of the step, which reminds nobody. */
export type Review = Pick<CaseRow, 'review' | 'missing' | 'hop' | 'remindAt'>

/** The case goes up: what its office may do is open, and the office's own clock begins. */
export const reviewed = { review: null, missing: null } as const satisfies Partial<CaseRow>

/** SUPER-1 What is restricted while it is under review waits for nobody: who would look at it may not see it any more. */
export function letThrough({ review, category, priority, office }: CaseRow, policy: Policy): Partial<CaseRow> {
  if (!review) return {}
  const { calendar, limit } = hopTime(policy, { category, priority }, policy.offices.get(office)?.level ?? 'village')
  return { ...reviewed, hop: startClock(calendar, policy.now, limit) }
}

/** SUPER-6 Somebody else of the office answers for it from now on, and finds it with what is to be mended. */
export const answeredFor = (
  { sentBy }: Pick<CaseRow, 'sentBy'>,
  to: StaffId,
  here: ReadonlySet<StaffId>,
): Result<StaffId, LawRefusal> => {
  if (to === sentBy) return no({ code: 'already-so' })
  return here.has(to) ? ok(to) : no({ code: 'assignee-not-here' })
}

/** SUPER-4 What was mended goes back to be looked at. Where the step was switched off meanwhile, nobody looks again. */
export function mended(
  { summary, story }: CaseMoveData['review-mend'],
  actor: Actor,
  policy: Policy,
): Partial<CaseRow> {
  const turn = policy.windows.reviewDays === 0 ? reviewed : waitsFor('waiting', null, policy)
  return {
    ...turn,
    ...(actor.kind === 'staff' ? { sentBy: actor.staff } : {}),
    ...(summary === undefined ? {} : { summary }),
    ...(story === undefined ? {} : { story }),
  }
}

/**
 * SUPER-1 Whether somebody looks at a case before its office works on it: where the district has the step, and it was taken
 * in by somebody who neither handles cases nor closes them at a desk. Urgent and restricted ones wait for nobody.
 */
export function reviewAtArrival(
  { red, restricted }: Pick<RegisterData, 'red' | 'restricted'>,
  actor: Actor,
  policy: Policy,
): (Review & Pick<CaseRow, 'sentBy'>) | null {
  if (policy.windows.reviewDays === 0 || red || restricted !== null || !bringsOnly(actor, policy)) return null
  return { ...waitsFor('waiting', null, policy), sentBy: actor.staff }
}

type Bringer = Extract<Actor, { kind: 'staff' }>

// What an asked office brings lies at the citizen's Puskesos, and was looked at where it came from.
const bringsOnly = (actor: Actor, { offices }: Policy): actor is Bringer =>
  actor.kind === 'staff' &&
  isDesk(offices.get(actor.office)) &&
  actor.permissions.has('case.register') &&
  !actor.permissions.has('case.settle') &&
  !actor.permissions.has('case.handle')

const isDesk = (office: OfficeRow | undefined): boolean => office !== undefined && receives(office)

/** How long a turn of a review lasts, in working minutes. */
export const turnMinutes = ({ calendar, windows }: Policy): number =>
  Math.max(1, windows.reviewDays) * minutesOfDay(calendar)

/** SUPER-4 Each turn has the whole time of the step. Where the step was switched off meanwhile, what is sent back has a day. */
export function waitsFor(review: ReviewState, missing: string | null, policy: Policy): Review {
  return { review, missing, hop: startClock(policy.calendar, policy.now, turnMinutes(policy)), remindAt: null }
}

/** SUPER-2 Nothing but what the table names is done with a case under review, and what ends a review only with one. */
export function reviewStands(kase: CaseRow, action: CaseAction, rule: CaseRule, actor: Actor): LawRefusal | null {
  const state = kase.review ?? null
  const asks = rule.review
  if (asks === 'any') return null
  if (asks === undefined) return state === null ? null : { code: 'in-review' }
  if (state === null || !asks.includes(state)) return { code: 'not-in-review' }
  const own = actor.kind === 'staff' && actor.staff === kase.sentBy && judging.has(action)
  return own ? { code: 'own-review' } : null
}

/** SUPER-3 Nobody judges what they sent themselves, nor hands it to somebody else to be free to. */
const judging: ReadonlySet<CaseAction> = new Set<CaseAction>(['review-pass', 'review-return', 'review-hand'])
