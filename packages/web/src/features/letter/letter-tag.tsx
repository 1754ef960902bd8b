import type { LetterStatus } from '@openslrt/core/letter/letter.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { letterTone } from './status-look.ts'

/** How a letter stands, in word, shape and colour. */
export function LetterTag({ status }: { status: LetterStatus }) {
  const t = useText()
  return <StatusTag small tone={letterTone[status]} label={t(`letter-status.${status}`)} />
}
