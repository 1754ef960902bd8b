import type { PublicCase } from '../contract/public-case.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Ahead } from './citizen-acts.ts'
import { waysAhead } from './citizen-acts.ts'
import type { Outlook } from './pressing.ts'

/** Of a case, what tells when it goes on. Nothing in it names a person. */
export type Timing = Pick<PublicCase, 'status' | 'dueAt' | 'totalDueAt'>

/** What happens next with a case, by when, and whether the answer will be in time. */
export interface NextStep {
  readonly ahead: Ahead
  /** Until when it has to be done; null where nothing was promised. */
  readonly by: Instant | null
  readonly outlook: Outlook
}

/**
 * TRACK-10 The next step of a case and its date: the citizen's own while it waits for them, else the office's. Where the
 * office's time ends after the answer was promised, it is told before it is late. Null when nothing comes any more.
 */
export function nextStep(kase: Timing, waitsUntil: Instant | null, now: Instant): NextStep | null {
  const [ahead] = waysAhead[kase.status]
  if (!ahead) return null
  const own = ahead === 'complete' || ahead === 'confirm'
  return { ahead, by: own ? waitsUntil : kase.dueAt, outlook: own ? 'in-time' : outlook(kase, now) }
}

function outlook({ dueAt, totalDueAt }: Timing, now: Instant): Outlook {
  const promised = [dueAt, totalDueAt].filter((at) => at !== null)
  if (promised.some((at) => at <= now)) return 'late'
  return dueAt !== null && totalDueAt !== null && dueAt > totalDueAt ? 'at-risk' : 'in-time'
}
