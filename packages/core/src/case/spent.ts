import type { Actor } from '../access/actor.ts'
import { workingBetween } from '../kernel/calendar.ts'
import type { CaseRow, CaseStatus } from './case.ts'
import type { Policy } from './policy.ts'

/** What a case keeps of its time, for figures: how long was promised, and how long its citizen waited for a first act. */
export type Spent = Pick<CaseRow, 'promised' | 'firstMinutes'>
type Now = Pick<Policy, 'calendar' | 'now'>

/**
 * INDICATOR-1 What a move says of the first act: an officer did something that changed where the case stands (took it,
 * returned it, solved it at the desk). A note, a file, the clock and the citizen answer nobody.
 */
export const firstResponse = (kase: CaseRow, status: CaseStatus, actor: Actor, now: Now): Partial<Spent> =>
  actor.kind === 'staff' && status !== kase.status ? respondedNow(kase, now) : {}

/** Working minutes until now, once. A case that was registered before this was measured stays unmeasured. */
export function respondedNow(
  { promised, firstMinutes, registeredAt }: CaseRow,
  { calendar, now }: Now,
): Partial<Spent> {
  // Rows from before these columns fold to nothing at all.
  if ((promised ?? null) === null || (firstMinutes ?? null) !== null) return {}
  return { firstMinutes: Math.round(workingBetween(calendar, registeredAt, now)) }
}
