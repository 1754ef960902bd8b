import type { ToldCase } from '../contract/public-case.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Ahead } from './citizen-acts.ts'
import { waysAhead } from './citizen-acts.ts'
import type { Outlook } from './pressing.ts'

/** Of a case, what tells when it goes on. Nothing in it names a person. */
export type Timing = Pick<ToldCase, 'status' | 'red' | 'dueAt' | 'totalDueAt' | 'outlook'>

/** What happens next with a case, by when, and whether the answer will be in time. */
export interface NextStep {
  readonly ahead: Ahead
  /** Until when it has to be done; null where nothing was promised. */
  readonly by: Instant | null
  readonly outlook: Outlook
}

/**
 * TRACK-10 The next step of a case and its date: the citizen's own while it waits for them, else the office's, with the
 * outlook that its officer reads. Null when nothing comes any more.
 */
export function nextStep(kase: Timing, waitsUntil: Instant | null): NextStep | null {
  const [ahead] = waysAhead[kase.status]
  if (!ahead) return null
  if (ahead === 'complete' || ahead === 'confirm') return { ahead, by: waitsUntil, outlook: 'in-time' }
  return { ahead, by: kase.dueAt, outlook: kase.outlook ?? 'in-time' }
}

/**
 * TRACK-12 By when an answer was promised: from end to end, and for a red card as soon as the office that has it must be
 * done. Null while the clock stands.
 */
export function promisedBy({ red, dueAt, totalDueAt }: Pick<Timing, 'red' | 'dueAt' | 'totalDueAt'>): Instant | null {
  if (!red || dueAt === null) return totalDueAt
  return Math.min(dueAt, totalDueAt ?? dueAt)
}
