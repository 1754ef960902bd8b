import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { dropDraft, loadDraft, saveDraft } from '../../../platform/outbox/drafts.ts'
import type { Accepted } from '../../../platform/outbox/entry.ts'
import { fetchReceipt } from './receipt-later.tsx'

const receiptSchema = z.object({
  district: z.string(),
  id: z.string(),
  number: z.string(),
  short: z.string(),
  long: z.string(),
  summary: z.string(),
  officeName: z.string(),
  phone: z.string(),
  at: z.number(),
  settled: z.boolean(),
  /** Why settling at once was refused, although the case was registered. */
  unsettled: z.string(),
})
export type ReceiptFacts = z.infer<typeof receiptSchema>

/** A case that waits on this device, with what its receipt will say beside the codes. */
export type KeptCase = Omit<ReceiptFacts, 'number' | 'short' | 'long' | 'settled' | 'unsettled'>

/** What the server gave the citizen to find their case again. */
export const codesOf = ({ number, receipt }: Accepted): Pick<ReceiptFacts, 'number' | 'short' | 'long'> => ({
  number: number ?? '',
  short: receipt?.short ?? '',
  long: receipt?.long ?? '',
})

const name = 'receipt'

/**
 * The receipt that is being handed out. The server keeps no secret that it could show again, so it is kept sealed over
 * a reload, and forgotten when the officer goes on.
 */
export function useReceipt() {
  const [receipt, setReceipt] = useState<ReceiptFacts | null>(null)
  const [ready, setReady] = useState(false)
  const shown = useRef(false)
  useEffect(() => {
    void fetchReceipt().catch(() => null)
    loadDraft(name).then(
      (kept) => {
        const read = receiptSchema.safeParse(kept)
        shown.current = read.success
        setReceipt(read.success ? read.data : null)
        setReady(true)
      },
      () => setReady(true),
    )
    // Going on within the desk ends it; a reload runs no such ending, and so finds it again.
    return () => {
      if (shown.current) void dropDraft(name)
    }
  }, [])
  const show = (next: ReceiptFacts | null) => {
    const put = (): void => setReceipt(next)
    shown.current = next !== null
    // Kept before it is shown: whoever loads the page anew in the next moment finds it again.
    if (next) return void saveDraft(name, next).then(put, put)
    put()
    void dropDraft(name)
  }
  return { receipt, ready, show }
}
