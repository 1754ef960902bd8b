import './texts.ts'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { toCase } from './post-target.ts'
import { PostedPanel } from './posted-panel.tsx'

/** Who was asked to look after a case. */
export function Panel({ card }: { readonly card: CaseCard }) {
  const t = useText()
  const { district, id, place } = card.line
  const { data } = useAsk(psksRoutes.ofCase, { query: { district, id } })
  return (
    <PostedPanel items={data?.items} none={t('psks.case.none')} district={district} place={place} target={toCase(id)} />
  )
}
