import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Form } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Command } from '../../platform/outbox/entry.ts'
import { usePhone } from '../phone-context.ts'
import { isKept } from './is-kept.ts'

/** Keeps what a form holds once nothing is wrong with it, and goes on; where the phone is full the form stays as it is. */
export function useKeep<Values extends object>(form: Form<Values>, make: () => Command, next: string) {
  const t = useText()
  const [, go] = useLocation()
  const { keep, entries, phone } = usePhone()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    if (busy || !form.passes()) return
    setBusy(true)
    const made = make()
    const kept = (form.restored && isKept(made, entries, phone.journal.all())) || (await keep(made))
    setBusy(false)
    if (!kept) return setProblem(t('field.visit.not-kept'))
    form.clear()
    go(next)
  }
  return { save, busy, problem }
}
