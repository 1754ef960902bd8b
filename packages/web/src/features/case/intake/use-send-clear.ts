import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { type Send, useSend } from '../../../platform/outbox/use-send.ts'
import { newId } from '../../../platform/outbox/uuid.ts'
import { useLists } from '../../../platform/reference/use-lists.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { caseDataOf, type RegisterValues } from '../register/register-values.ts'
import { codesOf } from '../register/use-receipt.ts'
import type { LookedUp } from './use-looked-up.ts'
import { messagesOf, type Pasting, type Sent } from './use-pasted.ts'

/** INTAKE-19 Registers every report that leaves nothing to ask, one after the other; one that is refused holds no other back. */
export function useSendClear(pasting: Pasting, found: ReadonlyMap<string, LookedUp>) {
  const { form, reports, settle } = pasting
  const send = useSend()
  const { post } = useActing()
  const lists = useLists(post?.district ?? null)
  const [busy, setBusy] = useState(false)
  const { sent } = form.values
  const clear = reports.filter(({ key }) => !sent[key] && found.get(key)?.clear)
  const sendAll = async () => {
    setBusy(true)
    let came: Pasting['form']['values']['sent'] = {}
    for (const { key } of clear) {
      const values = found.get(key)?.values
      if (!values) continue
      came = {
        ...came,
        [key]: await register(send, values, {
          category: lists.name('category', values.category),
          officeName: post?.officeName ?? '',
          messages: messagesOf(pasting, key, { ...sent, ...came }),
        }),
      }
      await settle(came)
    }
    setBusy(false)
  }
  return { clear, busy, sendAll }
}

interface Around {
  readonly category: string
  readonly officeName: string
  readonly messages: ReturnType<typeof messagesOf>
}

async function register(send: Send, values: RegisterValues, { category, officeName, messages }: Around): Promise<Sent> {
  const id = newId()
  const data = { ...caseDataOf(values, category), ...(messages && { messages }) }
  const district = ledgerOf(villageCode.parse(data.place))
  const answer = await send('case.register', { district, subject: id, base: null, data })
  const kept = { district, id, summary: data.summary, officeName, phone: values.phone, at: Date.now() }
  if (!answer.ok) return answer.waiting ? { state: 'kept', kept } : { state: 'refused', why: answer.problem.message }
  return { state: 'done', receipt: { ...kept, ...codesOf(answer.outcome), settled: false, unsettled: '' } }
}
