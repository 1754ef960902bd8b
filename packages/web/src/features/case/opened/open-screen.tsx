import '../register/texts.ts'
import { useState } from 'react'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { toTopOfPage } from '../../../ui/top-of-page.ts'
import { Kept } from '../register/kept.tsx'
import { Receipt } from '../register/receipt-later.tsx'
import { type KeptCase, type ReceiptFacts, useReceipt } from '../register/use-receipt.ts'
import { OpeningForm } from './open-form.tsx'
import './texts.ts'

/** Somebody in need was met: their case is opened for the Puskesos of their village, and they get the receipt. */
export function Screen() {
  const t = useText()
  const { can } = useActing()
  const { receipt, ready, show } = useReceipt()
  const [kept, setKept] = useState<KeptCase | null>(null)
  if (!can('case.open')) return <EmptyState level={1} title={t('open.title')} text={t('open.forbidden')} />
  if (!ready) return <Loading label={t('shell.loading')} rows={8} />
  const after = { href: '/dibuka', label: t('open.to-list'), again: t('open.again') }
  const opened = (facts: ReceiptFacts): void => {
    show(facts)
    toTopOfPage()
  }
  if (receipt) return <Receipt receipt={receipt} after={after} onAgain={() => show(null)} />
  if (kept) return <Kept kept={kept} after={after} onReceipt={show} onAgain={() => setKept(null)} />
  return <OpeningForm onOpened={opened} onKept={setKept} />
}
