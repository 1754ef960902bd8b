import { DatePicker, useDatepicker } from '@navikt/ds-react/DatePicker'
import { useState } from 'react'
import { type DayFieldProps, dateOf, dayOf } from './day-text.ts'
import '@navikt/ds-css/dist/component/date.css'
import '@navikt/ds-css/dist/component/popover.css'
import './day-picker.css'

/** A day, typed or chosen from a calendar that speaks the product's language and not the browser's. */
export function DayPicker({ id, label, description, size = 'medium', value, onChange, error, min }: DayFieldProps) {
  const [known, setKnown] = useState(value)
  const [chosen, first] = [dateOf(value), dateOf(min ?? '')]
  const { datepickerProps, inputProps, selectedDay, setSelected } = useDatepicker({
    ...(chosen && { defaultSelected: chosen }),
    ...(first && { fromDate: first }),
    inputFormat: 'dd/MM/yyyy',
    onDateChange: (date) => {
      const day = dayOf(date)
      if (day !== value) onChange(day)
    },
  })
  // A draft that comes back, or a form that is emptied, changes the day from outside.
  if (known !== value) {
    setKnown(value)
    if (dayOf(selectedDay) !== value) setSelected(dateOf(value))
  }
  return (
    <DatePicker {...datepickerProps}>
      <DatePicker.Input {...inputProps} id={id} label={label} description={description} size={size} error={error} />
    </DatePicker>
  )
}
