import type { Permission } from '../access/permission.ts'
import { keysOf } from '../kernel/keys.ts'
import type { AssessmentStatus } from './assessment.ts'

interface MoveRule {
  readonly from: readonly AssessmentStatus[]
  /** Null: it stays where it is. */
  readonly to: AssessmentStatus | null
  readonly by: Permission
  /** From which level of offices: the district's own, or its province's. */
  readonly at: 'district' | 'province'
}

const open = ['drafted', 'returned'] as const

/** INDEP-3 What may follow what. A district says how it stands, its province looks at each word, and the head of the agency signs. */
export const assessmentMoves = {
  draft: { from: [], to: 'drafted', by: 'independence.assess', at: 'district' },
  save: { from: open, to: null, by: 'independence.assess', at: 'district' },
  submit: { from: open, to: 'submitted', by: 'independence.assess', at: 'district' },
  withdraw: { from: [...open, 'submitted'], to: 'withdrawn', by: 'independence.assess', at: 'district' },
  judge: { from: ['submitted'], to: null, by: 'independence.verify', at: 'province' },
  return: { from: ['submitted'], to: 'returned', by: 'independence.verify', at: 'province' },
  verify: { from: ['submitted'], to: 'verified', by: 'independence.verify', at: 'province' },
  sign: { from: ['verified'], to: 'signed', by: 'independence.sign', at: 'district' },
} as const satisfies Readonly<Record<string, MoveRule>>

export type AssessmentAct = keyof typeof assessmentMoves
export const assessmentActs = keysOf(assessmentMoves)
export const assessmentRule = (act: AssessmentAct): MoveRule => assessmentMoves[act]

/** Those that say how a district stands: after it, nothing changes. */
export const endedAssessment: readonly AssessmentStatus[] = ['signed', 'withdrawn']
/** Before it is signed, whoever reads the figures of a region sees what was handed in, and no draft. */
export const handedIn: readonly AssessmentStatus[] = ['submitted', 'verified', 'signed']
export const mayWrite: readonly AssessmentStatus[] = open
/** What the province sent back, and what the district took back: told in words of their own. */
export const sentBack: AssessmentStatus = assessmentMoves.return.to
export const takenBack: AssessmentStatus = assessmentMoves.withdraw.to
