import type { CategoryChoice } from '@openslrt/core/intake/category.ts'
import { useMemo } from 'react'
import { type Form, useForm } from '../../../platform/act/use-form.ts'
import { saveDraft } from '../../../platform/outbox/drafts.ts'
import { type Lists, useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import type { KeptCase, ReceiptFacts } from '../register/use-receipt.ts'
import { type Pasted, pastedOf, type Sender } from './pasted.ts'

/** What came of one report: its receipt, that it waits on this device, or why it was refused. */
export type Sent =
  | { readonly state: 'done'; readonly receipt: ReceiptFacts }
  /** `kept`: by what its receipt is found once it has gone; a page that an older release kept lacks it. */
  | { readonly state: 'kept'; readonly kept?: KeptCase }
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
  /** The messages that the text came in; a text that was pasted came in none. */
  readonly messages?: readonly string[]
}

/** Messages that are read like a pasted text, and can't be changed. */
export interface Received {
  readonly ids: readonly string[]
  readonly text: string
  readonly sender: Sender
}

/** A text that was pasted, read into reports once somebody asked for it; or one that was received. */
export function usePasted(received?: Received): Pasting {
  const draftKey = received ? `message-${received.ids.join('-')}` : 'intake'
  const first = { text: received?.text ?? '', read: received !== undefined, sent: {} }
  const form = useForm<PasteValues>(draftKey, first, () => ({}))
  const lists = useLists(useActing().post?.district ?? null)
  const { text, read, sent } = form.values
  const sender = received?.sender
  const reports = useMemo(() => {
    const all = read ? pastedOf(text, choicesOf(lists)) : []
    return sender ? all.map((one) => ({ ...one, sender })) : all
  }, [text, read, lists, sender])
  const settle = (came: PasteValues['sent']): Promise<void> => {
    const next = { ...sent, ...came }
    const put = (): void => form.change({ sent: next })
    return saveDraft(draftKey, { ...form.values, sent: next }).then(put, put)
  }
  return { form, ready: lists.ready, reports, settle, ...(received && { messages: received.ids }) }
}

/** INBOUND-6 What a case says of the messages that it is made of: with their last report they leave the waiting list. */
export function messagesOf({ form, reports, messages }: Pasting, key: string, sent = form.values.sent) {
  if (!messages) return undefined
  const left = reports.filter(
    (one) => one.key !== key && sent[one.key]?.state !== 'done' && sent[one.key]?.state !== 'kept',
  )
  return { ids: [...messages], done: left.length === 0 }
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
