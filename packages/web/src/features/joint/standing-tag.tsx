import type { Standing } from '@openslrt/core/joint/agreement.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'

const tones: Readonly<Record<Standing, Tone>> = { none: 'waiting', valid: 'done', ending: 'attention', over: 'urgent' }

/** How the agreement of a programme stands. */
export function StandingTag({ standing }: { readonly standing: Standing }) {
  const t = useText()
  return <StatusTag tone={tones[standing]} label={t(`joint-standing.${standing}`)} />
}
