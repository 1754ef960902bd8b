import { lazy, Suspense } from 'react'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Loading } from '../../../ui/loading.tsx'
import type { ReceiptProps } from './receipt.tsx'

/** Asked for while the form is filled in: when the receipt is due, the signal may be gone. */
export const fetchReceipt = () => import('./receipt.tsx')
const Drawn = lazy(async () => ({ default: (await fetchReceipt()).Receipt }))

/** The receipt with its QR code, which nobody needs before something was registered. */
export function Receipt(props: ReceiptProps) {
  const t = useText()
  return (
    <Suspense fallback={<Loading label={t('shell.loading')} rows={8} />}>
      <Drawn {...props} />
    </Suspense>
  )
}
