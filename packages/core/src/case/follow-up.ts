import { dayMs } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { CaseKind, CaseRow, CaseStatus } from './case.ts'
import type { Policy, Windows } from './policy.ts'
import { onList } from './policy.ts'
import type { LawRefusal } from './refusal.ts'

/** What is known of a family after its case: when it is to be visited next, how often it was, and what became of it. */
export type FollowUp = Pick<CaseRow, 'visitAt' | 'visits' | 'became' | 'becameAt'>

export const unvisited: FollowUp = { visitAt: null, visits: null, became: null, becameAt: null }

/** Outcomes with which something was given that may, or may not, change how a family lives. */
const gaveHelp: ReadonlySet<string> = new Set(['granted', 'partly-granted', 'data-corrected', 'referred-done'])
const visitedKinds: ReadonlySet<CaseKind> = new Set<CaseKind>(['service', 'complaint'])
/** After these there is nobody left to visit here. */
const lastWords: ReadonlySet<string> = new Set(['moved', 'died'])
/** Nobody was at home: that is no result. */
export const notMet = 'not-met'
const againDays = 7

/** When each visit is due, counted from the day of closing. */
const dueDays: readonly ((windows: Windows) => number)[] = [
  ({ firstVisitDays }) => firstVisitDays,
  ({ secondVisitDays }) => secondVisitDays,
]

/** OUTCOME-1 What closing a case, or opening it again, makes of its visits: planned where help was given, else none. */
export function followUpAfter(
  kase: CaseRow,
  status: CaseStatus,
  outcome: string | null,
  policy: Policy,
): Partial<FollowUp> {
  if (status === kase.status) return {}
  // What became of it stays for the figures: it names nobody. Only nobody is visited any more.
  if (status === 'erased') return kase.visitAt === null ? {} : { visitAt: null }
  const helped = status === 'closed' && visitedKinds.has(kase.kind) && outcome !== null && gaveHelp.has(outcome)
  if (!helped) return kase.visits === null ? {} : unvisited
  return { ...unvisited, visits: 0, visitAt: visitDue(0, policy.now, policy.windows) }
}

/** OUTCOME-2 What a visit found, and when the next one is due. Nobody at home is no result: it is tried again. */
export function visited(kase: CaseRow, became: string, policy: Policy): Result<Partial<CaseRow>, LawRefusal> {
  const { visitAt, visits, closedAt } = kase
  if (visitAt === null || visits === null || closedAt === null) return no({ code: 'already-so' })
  if (!onList(policy, 'became', became)) return no({ code: 'unknown-reason' })
  if (became === notMet) return ok({ visitAt: policy.now + againDays * dayMs })
  const next = lastWords.has(became) ? null : visitDue(visits + 1, closedAt, policy.windows)
  return ok({ became, becameAt: policy.now, visits: visits + 1, visitAt: next })
}

const visitDue = (at: number, closedAt: number, windows: Windows): number | null => {
  const days = dueDays[at]
  return days ? closedAt + days(windows) * dayMs : null
}
