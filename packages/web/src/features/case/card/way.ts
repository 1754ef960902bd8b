import type { CaseStatus } from '@openslrt/core/case/case.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'

/** Steps that lie ahead, as the card shows them faintly: texts `case.coming.<step>`. */
export type ComingStep = 'check' | 'mend' | 'take' | 'supply' | 'recommend' | 'decide' | 'result' | 'answer' | 'word'

const usual: readonly ComingStep[] = ['recommend', 'decide', 'answer', 'word']

/** The usual way on from each status. A case may leave it; it shows what to expect, not what must be. */
const ahead: Readonly<Record<CaseStatus, readonly ComingStep[]>> = {
  registered: ['take', ...usual],
  handling: usual,
  returned: ['supply', ...usual],
  recommended: ['decide', 'answer', 'word'],
  answered: ['word'],
  closed: [],
  duplicate: [],
  cancelled: [],
  erased: [],
}

/** CARD-3 What still lies ahead of a case; what was decided already is not shown again. The first is what it waits for now. */
export function stepsAhead(
  card: Pick<CaseCard, 'decision' | 'referrals'> & { readonly line: Pick<CaseCard['line'], 'status' | 'review'> },
): readonly ComingStep[] {
  const steps = ahead[card.line.status].filter(
    (step) => card.decision === null || (step !== 'recommend' && step !== 'decide'),
  )
  const { review } = card.line
  if (review !== null) return [review === 'waiting' ? 'check' : 'mend', ...steps]
  const waits = card.referrals.some(({ endedAt }) => endedAt === null)
  return waits && steps.includes('answer') ? ['result', ...steps] : steps
}
