import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Loading } from '../../../ui/loading.tsx'
import { toTopOfPage } from '../../../ui/top-of-page.ts'
import { Receipt } from '../register/receipt-later.tsx'
import { ReportList } from './report-list.tsx'
import type { LookedUp } from './use-looked-up.ts'
import type { Pasting } from './use-pasted.ts'

// The form comes when the first report is opened: most of this screen is the reading of texts.
const CheckPart = lazy(async () => ({ default: (await import('./check-part.tsx')).CheckPart }))

/** The list of what was found, or one of them in its form or as a receipt. */
export function Reports({ pasting, head }: { pasting: Pasting; head?: ReactNode }) {
  const t = useText()
  const [found, setFound] = useState<ReadonlyMap<string, LookedUp>>(new Map())
  const [open, setOpen] = useState<{ readonly key: string; readonly as: 'check' | 'receipt' } | null>(null)
  const tell = useCallback((key: string, one: LookedUp) => setFound((all) => new Map(all).set(key, one)), [])
  const show = (next: typeof open): void => {
    setOpen(next)
    toTopOfPage()
  }
  const list = (
    <ReportList
      pasting={pasting}
      head={head}
      found={found}
      tell={tell}
      onCheck={(key) => show({ key, as: 'check' })}
      onReceipt={(key) => show({ key, as: 'receipt' })}
    />
  )
  if (!open) return list
  const sent = pasting.form.values.sent[open.key]
  if (open.as === 'receipt')
    return sent?.state === 'done' ? <Receipt receipt={sent.receipt} onAgain={() => show(null)} /> : list
  const pasted = pasting.reports.find(({ key }) => key === open.key)
  const start = found.get(open.key)
  if (!pasted || !start) return list
  return (
    <Suspense fallback={<Loading label={t('shell.loading')} rows={8} />}>
      <CheckPart key={open.key} pasted={pasted} found={start} pasting={pasting} onClose={() => show(null)} />
    </Suspense>
  )
}
