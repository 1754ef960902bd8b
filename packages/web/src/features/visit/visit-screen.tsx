import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import { visitId } from '@openslrt/core/kernel/id.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type VisitParts, VisitView } from './visit-view.tsx'
import './visit.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One visit: `/kunjungan/:district/:id`; the table of routes puts the parts together. */
export const visitScreen = ({ Sections }: VisitParts) =>
  function Screen({ params }: ScreenProps) {
    const district = ledgerCode.safeParse(params['district'])
    const id = visitId.safeParse(params['id'])
    if (!district.success || !id.success) return <None />
    return <Read query={{ district: district.data, id: id.data }} Sections={Sections} />
  }

interface ReadProps extends VisitParts {
  readonly query: { readonly district: string; readonly id: string }
}

function Read({ query, Sections }: ReadProps) {
  const t = useText()
  const asked = useAsk(visitRoutes.one, { query }, { refetchInterval: 60_000 })
  if (asked.data) return <VisitView visit={asked.data} Sections={Sections} />
  return <Unread asked={asked} title={t('visit.failed')} none={<None />} rows={8} />
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('visit.none.title')}
      text={t('visit.none.text')}
      action={
        <Button as={Link} href="/kunjungan" variant="secondary">
          {t('visit.back')}
        </Button>
      }
    />
  )
}
