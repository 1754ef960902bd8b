import type { HoursLine } from '@openslrt/core/contract/list-queries.ts'
import { zoneNames } from '@openslrt/core/i18n/when.ts'
import { hoursOn } from '../../platform/hours/hours-form.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { WeekRows } from '../../platform/hours/week-rows.tsx'
import { useText } from '../../platform/i18n/use-text.ts'

interface HoursTableProps {
  readonly hours: readonly HoursLine[]
  readonly zone: string
  readonly today: string
}

/** The hours that hold today, and those that were set for a later day. */
export function HoursTable({ hours, zone, today }: HoursTableProps) {
  const t = useText()
  const sayDay = useDay()
  const now = hoursOn(hours, today)
  const later = hours.filter(({ from }) => from > today)
  return (
    <>
      <p>{t('calendar.hours.about', { zone: zoneNames[zone] ?? zone })}</p>
      {now && <WeekRows week={now.week} />}
      {later.map((line) => (
        <section key={`${line.place} ${line.from}`} className="lists__part">
          <h3>{t('calendar.hours.from', { day: sayDay(line.from) })}</h3>
          <WeekRows week={line.week} />
        </section>
      ))}
    </>
  )
}
