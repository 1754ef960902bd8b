import type { ReactNode } from 'react'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Reports } from '../intake/reports.tsx'
import { type Received, usePasted } from '../intake/use-pasted.ts'
import '../intake/texts.ts'
import '../intake/intake.css'

/** INBOUND-6 The reports of a message, checked and registered like those of a pasted text. */
export function ReadPart({ read, head }: { read: Received; head: ReactNode }) {
  const t = useText()
  const pasting = usePasted(read)
  if (!pasting.ready) return <Loading label={t('shell.loading')} rows={8} />
  return <Reports pasting={pasting} head={head} />
}
