import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { type Act, useAct } from '../../platform/act/use-act.ts'
import { type Errors, type Form, useForm } from '../../platform/act/use-form.ts'
import type { Sendable } from '../../platform/outbox/sendable.ts'

/** What every form of a referral's move is given. */
export interface StepProps {
  readonly card: CaseCard
  /** Which referral; `new` for asking another office. */
  readonly referral: string
  readonly onClose: () => void
  readonly onDone: (waiting: boolean) => void
}

type Steps = Extract<keyof Sendable, `referral.${string}`>

export interface Step<Values> {
  readonly act: Act
  readonly form: Form<Values>
  readonly field: Form<Values>['field']
  readonly send: () => void
}

/** The form of one move of a referral. Its subject is the case: the way of the case stays one way. */
export function useStep<Kind extends Steps, Values extends object>(
  { card, referral, onDone }: StepProps,
  kind: Kind,
  plan: {
    readonly initial: Values
    readonly check: (values: Values) => Errors<Values>
    readonly data: (values: Values) => Sendable[Kind]
  },
): Step<Values> {
  const act = useAct()
  const { district, id, version } = card.line
  const form = useForm(`${id}:${referral}:${kind}`, plan.initial, plan.check)
  const send = async () => {
    if (!form.passes()) return
    const acted = await act.send(kind, { district, subject: id, base: version, data: plan.data(form.values) })
    if (acted.state === 'refused') return
    form.clear()
    onDone(acted.state === 'waiting')
  }
  return { act, form, field: form.field, send: () => void send() }
}
