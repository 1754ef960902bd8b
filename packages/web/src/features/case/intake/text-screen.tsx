import { lazy, Suspense, useCallback, useState } from 'react'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { toTopOfPage } from '../../../ui/top-of-page.ts'
import { Receipt } from '../register/receipt.tsx'
import { PastePart } from './paste-part.tsx'
import { ReportList } from './report-list.tsx'
import type { LookedUp } from './use-looked-up.ts'
import { type Pasting, usePasted } from './use-pasted.ts'
import './texts.ts'
import './intake.css'

// The form comes when the first report is opened: most of this screen is the reading of texts.
const CheckPart = lazy(async () => ({ default: (await import('./check-part.tsx')).CheckPart }))

/** Reports by text: pasted, checked one by one or sent together, and registered like any case. */
export function Screen() {
  const t = useText()
  const { can } = useActing()
  const pasting = usePasted()
  if (!can('case.register'))
    return <EmptyState level={1} title={t('intake.title')} text={t('case.register.forbidden')} />
  if (!pasting.ready) return <Loading label={t('shell.loading')} rows={8} />
  return pasting.form.values.read ? <Reports pasting={pasting} /> : <PastePart form={pasting.form} />
}

/** The list of what was found, or one of them in its form or as a receipt. */
function Reports({ pasting }: { pasting: Pasting }) {
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
