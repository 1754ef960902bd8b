import { TextField } from '@navikt/ds-react/TextField'
import { lazy, Suspense } from 'react'
import { type DayFieldProps, dayText } from './day-text.ts'

// A calendar weighs more than a whole screen: what stands around it shows before it is there.
const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }))

/**
 * A day of the calendar, written as people here write it. The browser's own field would show it as the browser's
 * language does: to many here "mm/dd/yyyy".
 */
export function DayField(props: DayFieldProps) {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <DayPicker {...props} />
    </Suspense>
  )
}

function Waiting({ id, label, description, size = 'medium', value, error }: DayFieldProps) {
  return (
    <TextField
      id={id}
      label={label}
      description={description}
      size={size}
      value={dayText(value)}
      error={error}
      htmlSize={14}
      readOnly
    />
  )
}
