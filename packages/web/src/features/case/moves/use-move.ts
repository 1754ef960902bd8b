import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { targetOf } from '../../../platform/act/case-target.ts'
import { type ActForm, type ActPlan, useActForm } from '../../../platform/act/use-act-form.ts'
import type { SendableKind } from '../../../platform/outbox/sendable.ts'

/** What every form of a case's move is given. */
export interface MoveProps {
  readonly card: CaseCard
  readonly onClose: () => void
  /** Accepted; or, without signal, kept on this device and on its way. */
  readonly onDone: (waiting: boolean) => void
}

type Moves = Extract<SendableKind, `case.${string}`>

/** The form of one move of a case. */
export const useMove = <Kind extends Moves, Values extends object>(
  { card, onDone }: MoveProps,
  kind: Kind,
  plan: ActPlan<Kind, Values>,
): ActForm<Values> => useActForm({ kind, key: `${card.line.id}:${kind}`, target: targetOf(card), onDone }, plan)
