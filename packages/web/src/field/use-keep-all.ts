import { useState } from 'react'
import type { Form } from '../platform/act/use-form.ts'
import { useText } from '../platform/i18n/use-text.ts'
import type { Command } from '../platform/outbox/entry.ts'
import { usePhone } from './phone-context.ts'
import { stillToKeep } from './still-to-keep.ts'

/** Keeps what a form came to, one command after the other; what this phone keeps already is not made again. */
export function useKeepAll<Values extends object>(
  form: Form<Values>,
  make: () => readonly Command[],
  done: () => void,
) {
  const t = useText()
  const { keep, pending } = usePhone()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const keepAll = async (): Promise<boolean> => {
    for (const command of stillToKeep(make(), pending)) if (!(await keep(command))) return false
    return true
  }
  const save = async (): Promise<void> => {
    if (busy || !form.passes()) return
    setBusy(true)
    const kept = await keepAll()
    setBusy(false)
    if (!kept) return setProblem(t('field.visit.not-kept'))
    form.clear()
    done()
  }
  return { save, busy, problem }
}
