import { Fieldset } from '@navikt/ds-react/Fieldset'
import { TextField } from '@navikt/ds-react/TextField'
import { calendarNames } from '@openslrt/core/i18n/when.ts'
import type { Field } from '../act/use-form.ts'
import { useLanguage, useText } from '../i18n/use-text.ts'
import { timesOf, weekdays, withTime } from './hours-form.ts'
import './week-fields.css'

/** Opening and closing time of each day, Monday first; a day without both is shut. */
export function WeekFields({ id, value, onChange, error }: Field<string>) {
  const t = useText()
  const lang = useLanguage()
  const times = timesOf(value)
  const timeField = (day: number, end: 0 | 1) => (
    <TextField
      key={`${day} ${end}`}
      type="time"
      size="small"
      label={t(end === 0 ? 'calendar.hours.opens' : 'calendar.hours.closes', {
        day: calendarNames[lang].weekdays[day] ?? '',
      })}
      value={times[day]?.[end] ?? ''}
      onChange={(event) => onChange(withTime(value, day, end, event.target.value))}
    />
  )
  return (
    <Fieldset id={id} legend={t('calendar.hours')} description={t('calendar.hours.hint')} error={error}>
      <div className="week-fields">{weekdays.flatMap((day) => [timeField(day, 0), timeField(day, 1)])}</div>
    </Fieldset>
  )
}
