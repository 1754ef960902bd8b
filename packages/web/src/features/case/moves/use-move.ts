import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { type Act, useAct } from '../../../platform/act/use-act.ts'
import { type Errors, type Form, useForm } from '../../../platform/act/use-form.ts'
import type { Sendable } from '../../../platform/outbox/sendable.ts'
import { targetOf } from './target.ts'

/** What every form of a case's move is given. */
export interface MoveProps {
  readonly card: CaseCard
  readonly onClose: () => void
  /** Accepted; or, without signal, kept on this device and on its way. */
  readonly onDone: (waiting: boolean) => void
}

type Moves = Extract<keyof Sendable, `case.${string}`>

export interface Move<Values> {
  readonly act: Act
  readonly form: Form<Values>
  readonly field: Form<Values>['field']
  readonly send: () => void
}

/** The form of one move: its values (kept as a draft), what is wrong with them, and its sending. */
export function useMove<Kind extends Moves, Values extends object>(
  { card, onDone }: MoveProps,
  kind: Kind,
  plan: {
    readonly initial: Values
    readonly check: (values: Values) => Errors<Values>
    readonly data: (values: Values) => Sendable[Kind]
  },
): Move<Values> {
  const act = useAct()
  const form = useForm(`${card.line.id}:${kind}`, plan.initial, plan.check)
  const send = async () => {
    if (!form.passes()) return
    const acted = await act.send(kind, { ...targetOf(card), data: plan.data(form.values) })
    if (acted.state === 'refused') return
    form.clear()
    onDone(acted.state === 'waiting')
  }
  return { act, form, field: form.field, send: () => void send() }
}
