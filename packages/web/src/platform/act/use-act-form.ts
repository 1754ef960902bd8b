import type { Sendable, SendableKind, Sending } from '../outbox/sendable.ts'
import { type Act, useAct } from './use-act.ts'
import { type Errors, type Form, useForm } from './use-form.ts'

/** A form that ends in one command: what is typed, how its sending goes, and the sending. */
export interface ActForm<Values> {
  readonly act: Act
  readonly form: Form<Values>
  readonly field: Form<Values>['field']
  readonly send: () => void
}

/** What a form holds at first, what is wrong with it, and what it sends. */
export interface ActPlan<Kind extends SendableKind, Values> {
  readonly initial: Values
  readonly check: (values: Values) => Errors<Values>
  readonly data: (values: Values) => Sendable[Kind]
}

interface ActFormOptions<Kind extends SendableKind> {
  readonly kind: Kind
  /** Under which its draft is kept. */
  readonly key: string
  readonly target: Omit<Sending<Kind>, 'data'>
  /** Accepted; or, without signal, kept on this device and on its way. */
  readonly onDone: (waiting: boolean) => void
}

/** The form of one act: its values (kept as a draft), what is wrong with them, and its sending. */
export function useActForm<Kind extends SendableKind, Values extends object>(
  { kind, key, target, onDone }: ActFormOptions<Kind>,
  plan: ActPlan<Kind, Values>,
): ActForm<Values> {
  const act = useAct()
  const form = useForm(key, plan.initial, plan.check)
  const send = async () => {
    if (!form.passes()) return
    const acted = await act.send(kind, { ...target, data: plan.data(form.values) })
    if (acted.state === 'refused') return
    form.clear()
    onDone(acted.state === 'waiting')
  }
  return { act, form, field: form.field, send: () => void send() }
}
