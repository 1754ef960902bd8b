import { Fieldset } from '@navikt/ds-react/Fieldset'
import { TextField } from '@navikt/ds-react/TextField'
import { calendarNames } from '@openslrt/core/i18n/when.ts'
import type { Field } from '../act/use-form.ts'
import { useLanguage, useText } from '../i18n/use-text.ts'
import { tidyTime, timesOf, typedTime, weekdays, withTime } from './hours-form.ts'
import './week-fields.css'

/** Opening and closing time of each day, Monday first; a day without both is shut. */
export function WeekFields({ id, value, onChange, error }: Field<string>) {
  const t = useText()
  const lang = useLanguage()
  const times = timesOf(value)
  // A browser's own field for times says "08:00 AM" to whoever has it in English.
  const inWords = (time: string): string => (lang === 'id' ? time.replace(':', '.') : time)
  const tidy = (day: number, end: 0 | 1): void => {
    const [was, tidied] = [times[day]?.[end] ?? '', tidyTime(times[day]?.[end] ?? '')]
    if (tidied !== was) onChange(withTime(value, day, end, tidied))
  }
  const timeField = (day: number, name: string, end: 0 | 1) => (
    <TextField
      size="small"
      inputMode="decimal"
      autoComplete="off"
      // The day stands before both fields to be seen; to be heard, each bears its whole name.
      hideLabel
      label={t(end === 0 ? 'calendar.hours.opens' : 'calendar.hours.closes', { day: name })}
      value={inWords(times[day]?.[end] ?? '')}
      onChange={(event) => onChange(withTime(value, day, end, typedTime(event.target.value)))}
      onBlur={() => tidy(day, end)}
    />
  )
  return (
    <Fieldset id={id} legend={t('calendar.hours')} description={t('calendar.hours.hint')} error={error}>
      <div className="week-fields">
        {weekdays.map((day) => {
          const name = calendarNames[lang].weekdays[day] ?? ''
          return (
            <div key={day} className="week-fields__day">
              <span aria-hidden>{name}</span>
              {timeField(day, name, 0)}
              <span aria-hidden>–</span>
              {timeField(day, name, 1)}
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
