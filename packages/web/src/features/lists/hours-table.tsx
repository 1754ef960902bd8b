import type { HoursLine } from '@openslrt/core/contract/list-queries.ts'
import { calendarNames, zoneNames } from '@openslrt/core/i18n/when.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { FieldRow, FieldRows } from '../../ui/field-row.tsx'
import { clockOf, hoursOn, weekdays } from './hours-form.ts'
import { useDay } from './use-day.ts'

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
      {now && <Week line={now} />}
      {later.map((line) => (
        <section key={`${line.place} ${line.from}`} className="lists__part">
          <h3>{t('calendar.hours.from', { day: sayDay(line.from) })}</h3>
          <Week line={line} />
        </section>
      ))}
    </>
  )
}

function Week({ line }: { line: HoursLine }) {
  const t = useText()
  const lang = useLanguage()
  return (
    <FieldRows>
      {weekdays.map((day) => {
        const open = line.week[day]
        return (
          <FieldRow key={day} label={calendarNames[lang].weekdays[day] ?? ''}>
            {open ? open.map((minutes) => clockOf(minutes).replace(':', '.')).join(' – ') : t('calendar.hours.shut')}
          </FieldRow>
        )
      })}
    </FieldRows>
  )
}
