import type { Permission } from '../access/permission.ts'
import { keysOf } from '../kernel/keys.ts'
import type { VisitStatus } from './visit.ts'

interface VisitRule {
  readonly from: readonly VisitStatus[]
  readonly to: VisitStatus | 'same'
  readonly by: readonly Permission[] | 'clock'
}

const plans: readonly Permission[] = ['visit.plan']
const goes: readonly Permission[] = ['visit.do']

/** VISIT-1 to VISIT-7: what may follow what, and which right it takes. A visit that was planned begins as such. */
export const visitMoves = {
  assign: { from: ['planned'], to: 'planned', by: plans },
  // Whoever goes there is told at the door that another day suits better.
  replan: { from: ['planned', 'missed'], to: 'planned', by: ['visit.plan', 'visit.do'] },
  done: { from: ['planned'], to: 'done', by: goes },
  miss: { from: ['planned'], to: 'missed', by: goes },
  cancel: { from: ['planned', 'missed'], to: 'cancelled', by: plans },
  photo: { from: ['planned', 'done'], to: 'same', by: goes },
  overdue: { from: ['planned'], to: 'planned', by: 'clock' },
} as const satisfies Record<string, VisitRule>

export type VisitStep = keyof typeof visitMoves
export const visitSteps = keysOf(visitMoves)
export const visitRule = (step: VisitStep): VisitRule => visitMoves[step]

/** Where a visit begins, and from where it goes on. */
export const plannedVisit: VisitStatus = 'planned'
export const openVisit: readonly VisitStatus[] = visitMoves.done.from
export const endedVisit: readonly VisitStatus[] = ['done', 'missed', 'cancelled']
/** Only a visit that was made has a report to print. */
export const madeVisit: VisitStatus = visitMoves.done.to
/** Where nobody was met, and where nobody goes any more. */
export const missedVisit: VisitStatus = visitMoves.miss.to
export const cancelledVisit: VisitStatus = visitMoves.cancel.to

/** What a person may do; time does the rest. */
export const visitActs = ['assign', 'replan', 'done', 'miss', 'cancel', 'photo'] as const satisfies readonly VisitStep[]
export type VisitAct = (typeof visitActs)[number]

/** VISIT-1 The right that each command asks for. */
export const visitRights = {
  plan: plans,
  assign: visitMoves.assign.by,
  replan: visitMoves.replan.by,
  done: visitMoves.done.by,
  miss: visitMoves.miss.by,
  cancel: visitMoves.cancel.by,
  photo: visitMoves.photo.by,
} as const satisfies Record<'plan' | VisitAct, readonly Permission[]>
