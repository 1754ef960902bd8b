import { type ComponentProps, useId } from 'react'

interface PlainFieldProps extends ComponentProps<'input'> {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
}

/** A browser's own field: the first screen of a phone waits for no library of forms. */
export function PlainField({ label, hint, error, ...input }: PlainFieldProps) {
  const id = useId()
  return (
    <div className="field__plain">
      <label htmlFor={id}>{label}</label>
      {hint && <span id={`${id}-hint`}>{hint}</span>}
      <input {...input} id={id} aria-invalid={error !== undefined} aria-describedby={`${id}-hint ${id}-error`} />
      <p id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  )
}
