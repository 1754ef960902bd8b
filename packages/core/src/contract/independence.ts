import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { said } from '../independence/assessment.ts'
import { indicatorCode, instrumentWords } from '../independence/instrument.ts'
import type { AssessmentAct } from '../independence/moves.ts'
import { assessmentRule } from '../independence/moves.ts'
import { wireDay } from '../kernel/instant.ts'
import { note, shortText } from './case.ts'

const answers = z
  .array(said.extend({ code: indicatorCode }))
  .min(1)
  .max(60)

const data = {
  draft: z.strictObject({ year: z.int().min(2016).max(2100) }),
  save: z.strictObject({ answers }),
  submit: z.strictObject({}),
  withdraw: z.strictObject({ note: shortText.min(3) }),
  judge: z.strictObject({ answers }),
  return: z.strictObject({ note: note.min(3) }),
  verify: z.strictObject({}),
  sign: z.strictObject({}),
} as const satisfies Readonly<Record<AssessmentAct, z.ZodType>>

export type AssessmentMoveOf<Act extends AssessmentAct> = {
  readonly action: Act
  readonly data: z.infer<(typeof data)[Act]>
}
export type AssessmentMove = { [Act in AssessmentAct]: AssessmentMoveOf<Act> }[AssessmentAct]

const change = z.strictObject({ from: wireDay, ...instrumentWords.shape })
export interface InstrumentChange {
  readonly action: 'change'
  readonly data: z.infer<typeof change>
}
export type IndependenceMove = AssessmentMove | InstrumentChange

/** Commands about how far a district stands on its own feet. The subject is the assessment; of `change`, the version that it makes. */
export const independenceCommandData = {
  'independence.draft': door('draft', '/api/independence/assessments'),
  'independence.save': door('save', '/api/independence/save'),
  'independence.submit': door('submit', '/api/independence/submit'),
  'independence.withdraw': door('withdraw', '/api/independence/withdraw'),
  'independence.judge': door('judge', '/api/independence/judge'),
  'independence.return': door('return', '/api/independence/return'),
  'independence.verify': door('verify', '/api/independence/verify'),
  'independence.sign': door('sign', '/api/independence/sign'),
  'independence.change': {
    path: '/api/independence/change',
    right: 'independence.change',
    data: change,
  },
} as const

export type IndependenceCommandData = { readonly [Act in AssessmentAct]: AssessmentMoveOf<Act>['data'] } & {
  readonly change: InstrumentChange['data']
}

function door<Act extends AssessmentAct>(
  act: Act,
  path: string,
): { readonly path: string; readonly right: Permission; readonly data: (typeof data)[Act] } {
  return { path, right: assessmentRule(act).by, data: data[act] }
}
