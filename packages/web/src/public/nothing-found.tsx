import { Alert } from '@navikt/ds-react/Alert'
import type { Say } from '@openslrt/core/i18n/translate.ts'

/** No village has this name: what to try next. */
export function NothingFound({ search, t }: { search: string; t: Say }) {
  return (
    <Alert variant="info" className="said">
      {t('public.report.places.none', { name: search.trim() })}
    </Alert>
  )
}
