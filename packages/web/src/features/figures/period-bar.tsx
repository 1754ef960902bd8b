import { Button } from '@navikt/ds-react/Button'
import { ErrorMessage } from '@navikt/ds-react/Typography'
import { daysIn, mostDays, type Period } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { addressWith } from '../../ui/list-address.ts'
import { lastDays } from './figures-address.ts'

const lengths = [7, 30, 90, 365] as const

/** Which days are looked at: one of the usual lengths up to today, or any two days. */
export function PeriodBar({ period, path }: { period: Period; path: string }) {
  const t = useText()
  const search = useSearch()
  const today = dayIn(useZone(), useWhen().now)
  const href = ({ from, to }: Period): string => addressWith(path, search, { from, to })
  const usual = (days: number): boolean => period.to === today && daysIn(period) === days
  return (
    <div className="board__period not-on-paper">
      <FilterTabs
        label={t('figures.period')}
        tabs={lengths.map((days) => ({
          key: String(days),
          label: t(`figures.last.${days}`),
          href: href(lastDays(days, today)),
          current: usual(days),
        }))}
      />
      <details className="board__other" open={!lengths.some(usual)}>
        <summary>{t('figures.other')}</summary>
        <OtherDays key={`${period.from} ${period.to}`} period={period} href={href} />
      </details>
    </div>
  )
}

function OtherDays({ period, href }: { period: Period; href: (period: Period) => string }) {
  const t = useText()
  const [, go] = useLocation()
  const [one, setOne] = useState(period.from)
  const [other, setOther] = useState(period.to)
  const [missing, setMissing] = useState(false)
  const [long, setLong] = useState(false)
  const wrong = (day: string): string | undefined => (missing && day === '' ? t('figures.day.missing') : undefined)
  const take = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    // Two days are the ends of a period in whichever order they were given.
    const [from = '', to = ''] = [one, other].toSorted()
    setMissing(from === '')
    if (from === '') return
    setLong(daysIn({ from, to }) > mostDays)
    if (daysIn({ from, to }) <= mostDays) go(href({ from, to }))
  }
  return (
    <form className="board__days" noValidate onSubmit={take}>
      <DayField
        id="figures-from"
        size="small"
        label={t('figures.from')}
        value={one}
        onChange={setOne}
        error={wrong(one)}
      />
      <DayField
        id="figures-to"
        size="small"
        label={t('figures.to')}
        value={other}
        onChange={setOther}
        error={wrong(other)}
      />
      <Button size="small" variant="secondary" type="submit">
        {t('figures.show')}
      </Button>
      {long && <ErrorMessage role="alert">{t('figures.too-long', { most: mostDays })}</ErrorMessage>}
    </form>
  )
}
