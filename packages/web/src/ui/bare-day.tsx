import type { ComponentProps } from 'react'

type BareDayProps = Omit<ComponentProps<'input'>, 'type' | 'className'> & { readonly label: string }

// Aksel's text field takes no dates, and its calendar weighs more than a whole screen: the browser's own is enough.
export function BareDay({ label, ...rest }: BareDayProps) {
  return (
    <label className="aksel-form-field aksel-form-field--small">
      <span className="aksel-label aksel-label--small">{label}</span>
      <input className="aksel-text-field__input aksel-body-short aksel-body-short--small" type="date" {...rest} />
    </label>
  )
}
