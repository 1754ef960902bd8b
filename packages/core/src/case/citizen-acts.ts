import type { PublicCase } from '../contract/public-case.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayMs } from '../kernel/instant.ts'
import type { CaseStatus } from './case.ts'
import { caseRule } from './moves.ts'
import type { Windows } from './policy.ts'

/** What a citizen may do with their own case, in the order in which their page offers it. */
export const citizenActs = ['complete', 'confirm', 'dispute', 'reopen', 'appeal', 'cancel'] as const
export type CitizenAct = (typeof citizenActs)[number]

/**
 * The acts that the law leaves open to the citizen of a case now. It reads the same table as `decideCase` and repeats
 * the few effects that can be told from outside, so that a page offers nothing that is then refused.
 */
export function openToCitizen(kase: PublicCase, now: Instant, windows: Windows): readonly CitizenAct[] {
  return citizenActs.filter((act) => {
    const rule = caseRule(act)
    return rule.by.includes('citizen') && rule.from.includes(kase.status) && isOpen[act](kase, now, windows)
  })
}

type Look = (kase: PublicCase, now: Instant, windows: Windows) => boolean

const isOpen: Readonly<Record<CitizenAct, Look>> = {
  complete: () => true,
  confirm: () => true,
  dispute: () => true,
  reopen: (kase, now, windows) => now <= reopenUntil(kase, windows),
  // Above the nation's office there is none.
  appeal: (kase) => !kase.appeals.includes(kase.level) && kase.level !== 'nation',
  // An answer wants a yes or a no, not a withdrawal; and an office that was asked works on it.
  cancel: (kase) => kase.status !== 'answered' && kase.waitingOffice === null,
}

/** Until when the citizen can open a closed case again. */
export const reopenUntil = (kase: PublicCase, windows: Windows): Instant =>
  (kase.closedAt ?? 0) + windows.reopenDays * dayMs

/** What tells since when a case waits: how it stands, and what was done when. */
interface Waiting {
  readonly status: CaseStatus
  readonly steps: readonly { readonly kind: string; readonly at: Instant }[]
}

/** Until when the case waits for the citizen: for what is missing, or for a word on the answer. Null when it does not. */
export function waitsUntil(kase: Waiting, windows: Windows): Instant | null {
  const last = (kinds: readonly string[]): Instant => kase.steps.findLast(({ kind }) => kinds.includes(kind))?.at ?? 0
  if (kase.status === 'returned') return last(['case.return']) + windows.completeDays * dayMs
  if (kase.status === 'answered') return last(['case.answer', 'case.reject']) + windows.wordDays * dayMs
  return null
}

/** What happens now with a case and what is still to come, so that the citizen sees the whole way. */
export type Ahead = 'complete' | 'check' | 'handle' | 'decide' | 'answer' | 'confirm'

/** The way ahead of a case in each status; the first of it is what is going on now. */
export const waysAhead: Readonly<Record<CaseStatus, readonly Ahead[]>> = {
  registered: ['check', 'answer', 'confirm'],
  handling: ['handle', 'answer', 'confirm'],
  returned: ['complete', 'answer', 'confirm'],
  recommended: ['decide', 'answer', 'confirm'],
  answered: ['confirm'],
  closed: [],
  duplicate: [],
  cancelled: [],
  erased: [],
}
