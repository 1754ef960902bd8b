import './texts.ts'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import type { VisitPage } from '@openslrt/core/contract/visit-queries.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { toVisit } from './post-target.ts'
import { PostedPanel } from './posted-panel.tsx'

/** Who comes along on a visit, or is of use there. */
export function Panel({ visit: { district, id, place } }: { readonly visit: VisitPage }) {
  const t = useText()
  const { data } = useAsk(psksRoutes.ofVisit, { query: { district, id } })
  return (
    <PostedPanel
      items={data?.items}
      none={t('psks.visit.none')}
      district={district}
      place={place}
      target={toVisit(id)}
    />
  )
}
