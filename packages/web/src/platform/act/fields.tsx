import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import { Textarea } from '@navikt/ds-react/Textarea'
import { TextField } from '@navikt/ds-react/TextField'
import type { ReactNode } from 'react'
import { readable } from './typed-text.ts'
import type { Field } from './use-form.ts'

interface Named {
  readonly label: string
  readonly description?: ReactNode
  readonly size?: 'small' | 'medium'
}

/** A line of text. */
export function LineField({ value, onChange, size = 'medium', ...rest }: Named & LineExtras & Field<string>) {
  return <TextField {...rest} size={size} value={value} onChange={(event) => onChange(readable(event.target.value))} />
}

interface LineExtras {
  readonly inputMode?: 'numeric' | 'tel' | 'text'
  readonly maxLength?: number
  readonly autoComplete?: string
  readonly htmlSize?: number
}

/** Words of one's own, as many as they take. */
export function NoteField({
  value,
  onChange,
  size = 'medium',
  rows = 3,
  ...rest
}: Named & { rows?: number } & Field<string>) {
  return (
    <Textarea
      {...rest}
      size={size}
      minRows={rows}
      value={value}
      onChange={(event) => onChange(readable(event.target.value))}
    />
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

/** One of a few, all in sight. */
export function RadioField(props: Named & { options: readonly Option[] } & Field<string>) {
  const { id, label, description, error, value, onChange, options, size = 'medium' } = props
  return (
    <RadioGroup
      id={id}
      tabIndex={-1}
      legend={label}
      description={description}
      error={error}
      size={size}
      value={value}
      onChange={onChange}
    >
      {options.map((option) => (
        <Radio key={option.value} value={option.value} {...(option.hint && { description: option.hint })}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
