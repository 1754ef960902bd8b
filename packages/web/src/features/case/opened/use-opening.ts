import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { type Act, useAct } from '../../../platform/act/use-act.ts'
import { type Errors, type Form, useForm } from '../../../platform/act/use-form.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { newId } from '../../../platform/outbox/uuid.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing, useMe } from '../../../platform/session/use-session.ts'
import { codesOf, type KeptCase, type ReceiptFacts } from '../register/use-receipt.ts'
import { emptyOpening, type OpenValues, openingOf, wrongIn } from './open-values.ts'

export interface Opening {
  readonly onOpened: (receipt: ReceiptFacts) => void
  /** No signal: it is kept on this device, and its number comes later. */
  readonly onKept: (kept: KeptCase) => void
}

/** The case as it is typed, and its sending to the ledger of the citizen's district. */
export function useOpening({ onOpened, onKept }: Opening): {
  readonly form: Form<OpenValues>
  readonly act: Act
  readonly send: () => Promise<void>
} {
  const t = useText()
  const act = useAct()
  const form = useForm(
    'open-case',
    emptyOpening,
    (values): Errors<OpenValues> =>
      Object.fromEntries(Object.entries(wrongIn(values)).map(([name, key]) => [name, t(key)])),
  )
  const { post } = useActing()
  const me = useMe()
  const lists = useLists(post?.district ?? null)
  const send = async () => {
    const { values } = form
    const category = lists.items('category').find(({ code }) => code === values.category)
    const data = openingOf(values, { category, channels: lists.items('channel'), reporter: me.name })
    const where = { district: ledgerOf(villageCode.parse(data.place)), id: newId() }
    const sent = await act.send('case.register', { district: where.district, subject: where.id, base: null, data })
    if (sent.state === 'refused') return
    form.clear()
    const officeName = post?.officeName ?? ''
    const kept = { ...where, summary: data.summary, officeName, phone: values.phone.trim(), at: Date.now() }
    if (sent.state === 'accepted' && sent.outcome.receipt)
      onOpened({ ...kept, ...codesOf(sent.outcome), settled: false, unsettled: '' })
    else onKept(kept)
  }
  return { form, act, send }
}
