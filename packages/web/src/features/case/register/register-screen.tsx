import './texts.ts'
import { useEffect, useRef, useState } from 'react'
import { useSearch } from 'wouter'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { toTopOfPage } from '../../../ui/top-of-page.ts'
import { Kept } from './kept.tsx'
import { Receipt } from './receipt-later.tsx'
import { RegisterForm } from './register-form.tsx'
import { emptyCase } from './register-values.ts'
import { type KeptCase, useReceipt } from './use-receipt.ts'

/** A new case: looked for first, then written down, then handed out as a receipt. */
export function Screen() {
  const t = useText()
  const { can } = useActing()
  const { receipt, ready, show } = useReceipt()
  const form = new URLSearchParams(useSearch()).get('formulir') ?? ''
  const [kept, setKept] = useState<KeptCase | null>(null)
  useNewFace(receipt !== null || kept !== null)
  if (!can('case.register'))
    return <EmptyState level={1} title={t('case.register.title')} text={t('case.register.forbidden')} />
  if (!ready) return <Loading label={t('shell.loading')} rows={8} />
  const again = (): void => {
    setKept(null)
    show(null)
  }
  if (receipt) return <Receipt receipt={receipt} onAgain={again} />
  if (kept) return <Kept kept={kept} onReceipt={show} onAgain={() => setKept(null)} />
  return <RegisterForm key={form} {...startFrom(form)} onRegistered={show} onKept={setKept} />
}

/** BLANK-3 Typed from a paper form, whose number stands in the address. */
const startFrom = (form: string) =>
  form === '' ? {} : { start: { key: `form-${form}`, values: { ...emptyCase, form } } }

/** The form is long and is sent from its end: what comes of it begins at the top. */
function useNewFace(sent: boolean): void {
  const shown = useRef(sent)
  useEffect(() => {
    if (shown.current === sent) return
    shown.current = sent
    toTopOfPage()
  }, [sent])
}
