import type { SaidOf } from '@openslrt/core/independence/assessment.ts'
import { type Act, useAct } from '../../platform/act/use-act.ts'
import { type Form, useForm } from '../../platform/act/use-form.ts'
import { changesIn, type Typed, typedOf } from './said-values.ts'

interface PartFormOptions {
  readonly kind: 'independence.save' | 'independence.judge'
  readonly key: string
  readonly district: string
  readonly subject: string
  readonly codes: readonly string[]
  /** What the form begins with, and is held against. */
  readonly before: SaidOf
  readonly initial?: SaidOf
  readonly check: (typed: Typed) => Partial<Record<string, string>>
  readonly onDone: () => void
}

interface PartForm {
  readonly act: Act
  readonly form: Form<Typed>
  readonly send: () => void
}

/** The form of one part of an assessment: only what was changed is sent, and nothing where nothing was. */
export function usePartForm(options: PartFormOptions): PartForm {
  const { kind, key, district, subject, codes, before, initial = before, check, onDone } = options
  const act = useAct()
  const form = useForm<Typed>(key, typedOf(codes, initial), check)
  const send = async () => {
    if (!form.passes()) return
    const answers = changesIn(form.values, codes, before)
    if (answers.length > 0) {
      const acted = await act.send(kind, { district, subject, base: null, data: { answers } })
      if (acted.state === 'refused') return
    }
    form.clear()
    onDone()
  }
  return { act, form, send: () => void send() }
}
