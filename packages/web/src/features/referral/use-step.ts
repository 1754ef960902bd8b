import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { targetOf } from '../../platform/act/case-target.ts'
import { type ActForm, type ActPlan, useActForm } from '../../platform/act/use-act-form.ts'
import type { SendableKind } from '../../platform/outbox/sendable.ts'

/** What every form of a referral's move is given. */
export interface StepProps {
  readonly card: CaseCard
  /** Which referral; `new` for asking another office. */
  readonly referral: string
  readonly onClose: () => void
  readonly onDone: (waiting: boolean) => void
}

type Steps = Extract<SendableKind, `referral.${string}`>

/** The form of one move of a referral. Its subject is the case: the way of the case stays one way. */
export const useStep = <Kind extends Steps, Values extends object>(
  { card, referral, onDone }: StepProps,
  kind: Kind,
  plan: ActPlan<Kind, Values>,
): ActForm<Values> =>
  useActForm({ kind, key: `${card.line.id}:${referral}:${kind}`, target: targetOf(card), onDone }, plan)
