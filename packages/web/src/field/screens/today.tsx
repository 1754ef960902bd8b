import { Button } from '@navikt/ds-react/Button'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useActingOffice, useZone } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { todayOf } from '../today.ts'
import { Row, Rows } from './rows.tsx'
import { WaitingRows } from './waiting-rows.tsx'

/** What there is to do, what is due first. */
export function TodayScreen() {
  const t = useText()
  const { now } = useWhen()
  const { keys, view, visits, entries } = usePhone()
  const [zone, office] = [useZone(), useActingOffice()]
  const today = useMemo(
    () => todayOf(view, visits, { staff: keys.me.staff, office, zone }, now),
    [view, visits, keys, office, zone, now],
  )
  const nothing = today.visits.length + today.returned.length + today.outcomes.length + entries.length === 0
  return (
    <>
      <h1 className="field__title">{t('field.today.title')}</h1>
      {nothing && <EmptyState title={t('field.today.none.title')} text={t('field.today.none.text')} />}
      <WaitingRows />
      <Rows title={t('field.today.visits')}>
        {today.visits.map(({ visit, urgency, pending }) => (
          <Row
            key={visit.id}
            href={`/kunjungan/${visit.id}`}
            title={visit.name || visit.address}
            text={visit.ask || visit.address}
            note={pending ? undefined : t(`field.today.${urgency}`)}
            pending={pending}
          />
        ))}
      </Rows>
      <Rows title={t('field.today.returned')}>
        {today.returned.map((kase) => (
          <Row
            key={kase.id}
            href={`/kasus/${kase.id}`}
            title={kase.summary}
            text={`${kase.clientName} · ${kase.missing ?? ''}`}
            note={kase.number}
          />
        ))}
      </Rows>
      <Rows title={t('field.today.outcome')}>
        {today.outcomes.map((kase) => (
          <Row
            key={kase.id}
            href={`/kasus/${kase.id}`}
            title={kase.clientName}
            text={kase.summary}
            note={kase.number}
          />
        ))}
      </Rows>
      <p className="field__act">
        <Button as={Link} href="/catat">
          {t('field.new')}
        </Button>
      </p>
    </>
  )
}
