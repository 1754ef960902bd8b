import type { HoursLine } from '@openslrt/core/contract/list-queries.ts'
import { calendarNames } from '@openslrt/core/i18n/when.ts'
import { FieldRow, FieldRows } from '../../ui/field-row.tsx'
import { useLanguage, useText } from '../i18n/use-text.ts'
import { clockOf, weekdays } from './hours-form.ts'

/** A week of opening hours, one line for each day. */
export function WeekRows({ week }: Pick<HoursLine, 'week'>) {
  const t = useText()
  const lang = useLanguage()
  return (
    <FieldRows short>
      {weekdays.map((day) => {
        const open = week[day]
        return (
          <FieldRow key={day} label={calendarNames[lang].weekdays[day] ?? ''}>
            {open ? open.map((minutes) => clockOf(minutes).replace(':', '.')).join(' – ') : t('calendar.hours.shut')}
          </FieldRow>
        )
      })}
    </FieldRows>
  )
}
