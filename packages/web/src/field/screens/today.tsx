import { Button } from '@navikt/ds-react/Button'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useActingOffice, useZone } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { isForOutcome, type Today, todayOf } from '../today.ts'
import { mendedBy } from './mended.ts'
import { Row, Rows } from './rows.tsx'
import { WaitingRows } from './waiting-rows.tsx'

/** What there is to do, what is due first. */
export function TodayScreen() {
  const t = useText()
  const { now } = useWhen()
  const { keys, view, visits, pending, entries, state } = usePhone()
  const [zone, office] = [useZone(), useActingOffice()]
  const today = useMemo(
    () => todayOf(view, { visits, pending }, { staff: keys.me.staff, office, zone }, now),
    [view, visits, pending, keys, office, zone, now],
  )
  // Of who has one village everything is there.
  const villageOf = (place: string) =>
    state.villages.length > 1 && state.villages.find(({ code }) => code === place)?.name
  const nothing =
    today.visits.length + today.mend.length + today.returned.length + today.outcomes.length + entries.length === 0
  return (
    <>
      <h1 className="field__title">{t('field.today.title')}</h1>
      {nothing && <EmptyState title={t('field.today.none.title')} text={t('field.today.none.text')} />}
      <WaitingRows />
      <MendRows mend={today.mend} />
      <Rows title={t('field.today.visits')}>
        {today.visits.map(({ visit, urgency, pending: sent }) => (
          <Row
            key={visit.id}
            href={`/kunjungan/${visit.id}`}
            title={visit.name || visit.address}
            text={isForOutcome(visit) ? `${t('field.today.outcome')}: ${visit.ask}` : visit.ask || visit.address}
            note={sent ? undefined : [t(`field.today.${urgency}`), villageOf(visit.place)].filter(Boolean).join(' · ')}
            pending={sent}
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
      <OutcomeRows outcomes={today.outcomes} />
      <p className="field__act">
        <Button as={Link} href="/catat">
          {t('field.new')}
        </Button>
      </p>
    </>
  )
}

/** SUPER-9 What a supervisor sent back to this person. */
function MendRows({ mend }: Pick<Today, 'mend'>) {
  const t = useText()
  const { pending } = usePhone()
  return (
    <Rows title={t('field.today.mend')}>
      {mend.map((kase) => (
        <Row
          key={kase.id}
          href={`/kasus/${kase.id}`}
          title={kase.summary}
          text={kase.missing}
          note={`${kase.clientName} · ${kase.number}`}
          pending={mendedBy(pending, kase.id)}
        />
      ))}
    </Rows>
  )
}

/** FIELD-32 Families that are to be visited after their case was closed. */
function OutcomeRows({ outcomes }: Pick<Today, 'outcomes'>) {
  const t = useText()
  const lang = useLanguage()
  const { lists } = usePhone()
  const outcomeOf = (code?: string) => lists['outcome']?.find((item) => item.code === code)?.names[lang]
  return (
    <Rows title={t('field.today.outcome')}>
      {outcomes.map(({ kase, urgency, pending }) => (
        <Row
          key={kase.id}
          href={`/kasus/${kase.id}`}
          title={kase.clientName}
          text={[outcomeOf(kase.promised?.outcome), kase.summary].filter(Boolean).join(': ')}
          note={pending ? undefined : `${t(`field.today.${urgency}`)} · ${kase.number}`}
          pending={pending}
        />
      ))}
    </Rows>
  )
}
