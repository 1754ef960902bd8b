import { Button } from '@navikt/ds-react/Button'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { openVisit } from '@openslrt/core/visit/moves.ts'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { isForOutcome, outcomeAt } from '../today.ts'
import { Facts } from './facts.tsx'
import { PendingMark } from './rows.tsx'

const PhotosHere = lazy(async () => ({ default: (await import('../photos/photos-here.tsx')).PhotosHere }))

const OutcomePart = lazy(async () => ({ default: (await import('../follow/outcome-part.tsx')).OutcomePart }))

/** Whom to see and what to look at, and the two ways it can end. */
export function VisitScreen({ id }: { readonly id: string }) {
  const t = useText()
  const shown = usePhone().visits.find(({ visit }) => visit.id === id)
  if (!shown) return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  const { visit, pending } = shown
  return (
    <>
      <h1 className="field__title">{visit.name || visit.address}</h1>
      <p>
        <PendingMark state={pending} />
      </p>
      <VisitFacts visit={visit} />
      <Suspense fallback={null}>
        {isForOutcome(visit) && <OutcomePart visit={visit} />}
        <PhotosHere subject={id} />
      </Suspense>
      {openVisit.includes(visit.status) && <VisitActs visit={visit} />}
      {visit.family && (
        <Link href={`/keluarga/${visit.family}`} className="field__link">
          {t('field.visit.family')}
        </Link>
      )}
    </>
  )
}

interface VisitProps {
  readonly visit: ReplicaRow['visit']
}

function VisitFacts({ visit }: VisitProps) {
  const t = useText()
  const day = useDay()
  const { lists, state } = usePhone()
  const village = state.villages.find(({ code }) => code === visit.place)?.name
  const result = lists['visit-result']?.find(({ code }) => code === visit.result)?.names.id
  return (
    <Facts
      facts={[
        [t('visit.ask'), visit.ask],
        [t('field.family.address'), visit.address],
        [t('field.complaint.village'), village ?? ''],
        [t('field.visit.planned'), day(visit.plannedFor)],
        [t('field.visit.phone'), visit.phone ?? ''],
        [t('field.case.number'), visit.caseNumber ?? ''],
        [t('field.case.status'), t(`visit-status.${visit.status}`)],
        [t('field.visit.result'), result ?? ''],
      ]}
    />
  )
}

function VisitActs({ visit }: VisitProps) {
  const t = useText()
  const { view, pending } = usePhone()
  // First what became of the case, where that is still to be told.
  const kase = isForOutcome(visit) ? view.case.get(visit.caseId ?? '') : undefined
  const isFirst = !kase || kase.visitAt === null || outcomeAt(pending, kase.id) !== null
  return (
    <p className="field__act">
      <Button as={Link} href={`/kunjungan/${visit.id}/hasil`} variant={isFirst ? 'primary' : 'secondary'}>
        {t('field.visit.done')}
      </Button>
      <Button as={Link} href={`/kunjungan/${visit.id}/tidak-bertemu`} variant="secondary">
        {t('field.visit.miss')}
      </Button>
    </p>
  )
}
