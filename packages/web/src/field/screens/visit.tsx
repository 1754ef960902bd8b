import { Button } from '@navikt/ds-react/Button'
import { openVisit } from '@openslrt/core/visit/moves.ts'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { Facts } from './facts.tsx'
import { PendingMark } from './rows.tsx'

const PhotosHere = lazy(async () => ({ default: (await import('../photos/photos-here.tsx')).PhotosHere }))

/** Whom to see and what to look at, and the two ways it can end. */
export function VisitScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { visits, lists } = usePhone()
  const shown = visits.find(({ visit }) => visit.id === id)
  if (!shown) return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  const { visit, pending } = shown
  const result = lists['visit-result']?.find(({ code }) => code === visit.result)?.names.id ?? ''
  return (
    <>
      <h1 className="field__title">{visit.name || visit.address}</h1>
      <p>
        <PendingMark state={pending} />
      </p>
      <Facts
        facts={[
          [t('visit.ask'), visit.ask],
          [t('field.family.address'), visit.address],
          [t('field.visit.planned'), visit.plannedFor.split('-').toReversed().join('-')],
          [t('field.visit.phone'), visit.phone ?? ''],
          [t('field.case.number'), visit.caseNumber ?? ''],
          [t('field.case.status'), t(`visit-status.${visit.status}`)],
          [t('field.visit.result'), result],
        ]}
      />
      <Suspense fallback={null}>
        <PhotosHere subject={id} />
      </Suspense>
      {openVisit.includes(visit.status) && (
        <p className="field__act">
          <Button as={Link} href={`/kunjungan/${visit.id}/hasil`}>
            {t('field.visit.done')}
          </Button>
          <Button as={Link} href={`/kunjungan/${visit.id}/tidak-bertemu`} variant="secondary">
            {t('field.visit.miss')}
          </Button>
        </p>
      )}
      {visit.family && (
        <Link href={`/keluarga/${visit.family}`} className="field__link">
          {t('field.visit.family')}
        </Link>
      )}
    </>
  )
}
