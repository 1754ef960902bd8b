import type { CategoryChoice } from '@openslrt/core/intake/category.ts'
import { useMemo } from 'react'
import { type Form, useForm } from '../../../platform/act/use-form.ts'
import { saveDraft } from '../../../platform/outbox/drafts.ts'
import { type Lists, useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import type { ReceiptFacts } from '../register/use-receipt.ts'
import { type Pasted, pastedOf } from './pasted.ts'

/** What came of one report: its receipt, that it waits on this device, or why it was refused. */
export type Sent =
  | { readonly state: 'done'; readonly receipt: ReceiptFacts }
  | { readonly state: 'kept' }
  | { readonly state: 'refused'; readonly why: string }

/** The page as it is kept over a reload: the text, and what came of each of its reports. */
export interface PasteValues {
  readonly text: string
  readonly read: boolean
  readonly sent: Readonly<Record<string, Sent>>
}

export interface Pasting {
  readonly form: Form<PasteValues>
  readonly ready: boolean
  readonly reports: readonly Pasted[]
  /** Keeps what came of a report on this device before it is shown: a receipt can't be asked for again. */
  readonly settle: (came: PasteValues['sent']) => Promise<void>
}

const draftKey = 'intake'

/** A text that was pasted, read into reports once somebody asked for it. */
export function usePasted(): Pasting {
  const form = useForm<PasteValues>(draftKey, { text: '', read: false, sent: {} }, () => ({}))
  const lists = useLists(useActing().post?.district ?? null)
  const { text, read, sent } = form.values
  const reports = useMemo(() => (read ? pastedOf(text, choicesOf(lists)) : []), [text, read, lists])
  const settle = (came: PasteValues['sent']): Promise<void> => {
    const next = { ...sent, ...came }
    const put = (): void => form.change({ sent: next })
    return saveDraft(draftKey, { ...form.values, sent: next }).then(put, put)
  }
  return { form, ready: lists.ready, reports, settle }
}

const choicesOf = (lists: Lists): readonly CategoryChoice[] =>
  lists.items('category').map((item) => ({
    code: item.code,
    // Reports are in Indonesian, whatever language the reader has chosen.
    name: item.names.id,
    sectorName: lists.items('sector').find(({ code }) => code === item.data['sector'])?.names.id ?? '',
    kinds: kindsOf(item.data['kinds']),
  }))

const kindsOf = (kinds: unknown): CategoryChoice['kinds'] => (Array.isArray(kinds) ? kinds : null)
