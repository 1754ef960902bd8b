import type { PublicCase, ToldCase } from '../contract/public-case.ts'
import type { Policy } from './policy.ts'
import type { Outlook } from './pressing.ts'
import { outlookOf } from './pressing.ts'

/** TRACK-10 A case as its citizen is told of it: with the outlook that its officer reads. */
export const toldCase = (kase: PublicCase, policy: Policy): ToldCase => ({ ...kase, outlook: lookOf(kase, policy) })

/** What is known outside of a case's time, at the office of this level. */
type Known = Pick<PublicCase, 'status' | 'inReview' | 'category' | 'red' | 'dueAt' | 'totalDueAt' | 'level'>

/** TRACK-10 The same outlook for whoever is told of a case without seeing its row. */
export function lookOf(kase: Known, policy: Policy): Outlook | null {
  const { status, inReview, category, red, dueAt, totalDueAt, level } = kase
  const clocks = { hop: { dueAt }, total: { dueAt: totalDueAt } }
  const review = inReview ? 'waiting' : null
  return outlookOf({ status, review, category, priority: red ? 'red' : 'normal', ...clocks }, level, policy)
}
