import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { useEffect } from 'react'
import { type Act, type Acted, useAct } from '../../../platform/act/use-act.ts'
import { type Errors, useForm } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import type { Sendable } from '../../../platform/outbox/sendable.ts'
import { newId } from '../../../platform/outbox/uuid.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import type { RegisterFormState } from './register-state.ts'
import { caseDataOf, emptyCase, isQuick, type RegisterValues, wrongIn } from './register-values.ts'
import { useOwnVillage } from './use-own-village.ts'
import { codesOf, type KeptCase, type ReceiptFacts } from './use-receipt.ts'

export interface Registering {
  readonly onRegistered: (receipt: ReceiptFacts) => void
  /** No signal: it is kept on this device, and its number comes later. */
  readonly onKept: (kept: KeptCase) => void
  /** What the form begins with, when it was not typed here, and the name that its draft is kept under. */
  readonly start?: {
    readonly key: string
    readonly values: RegisterValues
    /** The messages that it is made of. */
    readonly messages?: Sendable['case.register']['messages']
  }
}

/** The new case as it is typed, and its sending: one command, or two when the desk settles it at once. */
export function useRegister({ onRegistered, onKept, start }: Registering) {
  const act = useAct()
  const form = useRegisterForm(start)
  const { post, can } = useActing()
  const lists = useLists(post?.district ?? null)
  const { values } = form
  const officeName = post?.officeName ?? ''
  const settles = can('case.settle') && isQuick(values.kind) && values.outcome !== ''
  const send = async () => {
    const id = newId()
    const own = caseDataOf(values, lists.name('category', values.category))
    const data = { ...own, ...(start?.messages && { messages: start.messages }) }
    const where = { district: ledgerOf(villageCode.parse(data.place)), id }
    const registered = await act.send('case.register', { district: where.district, subject: id, base: null, data })
    if (registered.state === 'refused') return
    const outcome = registered.state === 'accepted' ? registered.outcome : null
    const settled = settles ? await settle(act, { ...where, version: outcome?.version ?? null, values }) : null
    form.clear()
    const kept = { ...where, summary: data.summary, officeName, phone: values.phone.trim(), at: Date.now() }
    if (outcome?.receipt) onRegistered({ ...kept, ...codesOf(outcome), ...endOf(settled) })
    else onKept(kept)
  }
  return { form, act, settles, send }
}

interface Settled {
  readonly district: string
  readonly id: string
  readonly version: number | null
  readonly values: RegisterValues
}

const settle = (act: Act, { district, id, version, values }: Settled) =>
  act.send('case.settle', {
    district,
    subject: id,
    base: version,
    data: { outcome: values.outcome, note: values.answer.trim() },
  })

/** Registered, but refused at the second step: the receipt says so, because the case is now in the queue. */
const endOf = (settled: Acted | null) => ({
  settled: settled?.state === 'accepted',
  unsettled: settled?.state === 'refused' ? settled.problem.message : '',
})

function useRegisterForm(start: Registering['start']): RegisterFormState {
  const t = useText()
  const form = useForm(
    start?.key ?? 'register',
    start?.values ?? emptyCase,
    (values): Errors<RegisterValues> =>
      Object.fromEntries(Object.entries(wrongIn(values)).map(([name, key]) => [name, t(key)])),
  )
  const village = useOwnVillage()
  const { values, suggest } = form
  // A report names its own village: one that was not found is asked for, not guessed.
  const guess = start && start.values.form === '' ? null : village
  useEffect(() => {
    if (guess && values.place === null) suggest({ place: guess })
  }, [guess, values.place, suggest])
  return form
}
