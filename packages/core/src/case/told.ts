import type { PublicCase, ToldCase } from '../contract/public-case.ts'
import type { Policy } from './policy.ts'
import { outlookOf } from './pressing.ts'

/** TRACK-10 A case as its citizen is told of it: with the outlook that its officer reads. */
export function toldCase(kase: PublicCase, policy: Policy): ToldCase {
  const { status, category, red, dueAt, totalDueAt, level } = kase
  const timely = {
    status,
    category,
    priority: red ? 'red' : 'normal',
    hop: { dueAt },
    total: { dueAt: totalDueAt },
  } as const
  return { ...kase, outlook: outlookOf(timely, level, policy) }
}
