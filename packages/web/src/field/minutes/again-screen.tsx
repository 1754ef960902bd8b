import { useEffect, useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { again, loadForAgain, refusedOf } from './again.ts'
import { MinutesForm } from './minutes-form.tsx'
import type { MinutesValues } from './minutes-values.ts'

/** FIELD-30 Minutes that were refused, as they stood in their form. */
export function AgainScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { entries } = usePhone()
  // As they were when this was opened: mended, they are refused no more.
  const [refused] = useState(() => refusedOf(entries, id))
  const [kept, setKept] = useState<MinutesValues | null | undefined>(undefined)
  useEffect(() => void loadForAgain(id).then(setKept), [id])
  if (kept === undefined) return null
  if (kept === null || refused.length === 0)
    return <EmptyState level={1} title={t('work.minutes.gone.title')} text={t('work.minutes.gone.text')} />
  return <MinutesForm formKey={`minutes:mend:${id}`} first={again(kept, refused)} refused={refused} />
}
