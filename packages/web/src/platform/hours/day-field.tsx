import { ErrorMessage } from '@navikt/ds-react/Typography'
import type { Field } from '../act/use-form.ts'

interface DayFieldProps extends Field<string> {
  readonly label: string
  readonly description?: string
  readonly min: string
}

/**
 * A day of the calendar, today or later. Aksel's text field takes no dates, and its calendar weighs more than a whole
 * screen: the browser's own is enough.
 */
export function DayField({ id, label, description, value, onChange, error, min }: DayFieldProps) {
  const notes = [description && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={`aksel-form-field aksel-form-field--medium ${error ? 'aksel-text-field--error' : ''}`}>
      <label className="aksel-label" htmlFor={id}>
        {label}
      </label>
      {description && (
        <div id={`${id}-hint`} className="aksel-form-field__description aksel-body-short">
          {description}
        </div>
      )}
      <input
        id={id}
        className="aksel-text-field__input aksel-body-short lists__day"
        type="date"
        min={min}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={notes || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <div id={`${id}-error`} className="aksel-form-field__error">
          <ErrorMessage showIcon>{error}</ErrorMessage>
        </div>
      )}
    </div>
  )
}
