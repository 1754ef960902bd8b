import { pinDigits } from '../../platform/vault/pin.ts'
import { PlainField } from '../plain-field.tsx'

interface PinFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (pin: string) => void
  readonly error?: string | undefined
}

/** Six digits, on the keys for digits, that nobody who looks over a shoulder reads. */
export function PinField({ label, value, onChange, error }: PinFieldProps) {
  return (
    <PlainField
      className="door__pin"
      label={label}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={pinDigits}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
      error={error}
    />
  )
}
