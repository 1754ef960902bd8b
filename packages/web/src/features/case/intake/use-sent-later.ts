import { useEffect } from 'react'
import type { Entry } from '../../../platform/outbox/entry.ts'
import { useOutbox } from '../../../platform/outbox/use-outbox.ts'
import { codesOf } from '../register/use-receipt.ts'
import type { PasteValues, Pasting } from './use-pasted.ts'

/** INTAKE-19 A report that waited on this device gets its receipt as soon as it has gone, while its list is open. */
export function useSentLater({ form, settle }: Pick<Pasting, 'form' | 'settle'>): void {
  const { entries } = useOutbox()
  const { sent } = form.values
  useEffect(() => {
    const came = receiptsOf(sent, entries)
    if (Object.keys(came).length > 0) void settle(came)
  }, [sent, entries, settle])
}

/** The receipts of reports that waited and were accepted since. */
export function receiptsOf(sent: PasteValues['sent'], entries: readonly Entry[]): PasteValues['sent'] {
  const came: Record<string, PasteValues['sent'][string]> = {}
  for (const [key, one] of Object.entries(sent)) {
    if (one.state !== 'kept' || !one.kept) continue
    const { kept } = one
    const entry = entries.find(({ command }) => command.kind === 'case.register' && command.subject === kept.id)
    if (entry?.state === 'accepted' && entry.outcome.receipt)
      came[key] = { state: 'done', receipt: { ...kept, ...codesOf(entry.outcome), settled: false, unsettled: '' } }
  }
  return came
}
