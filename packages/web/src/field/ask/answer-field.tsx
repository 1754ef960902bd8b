import { Button } from '@navikt/ds-react/Button'
import type { Variable } from '@openslrt/core/registry/variables.ts'
import { type ReactNode, useState } from 'react'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { PlainField } from '../plain-field.tsx'
import { findSpot } from '../spot.ts'
import { toggled } from './toggled.ts'
import type { Words } from './words.ts'

interface AnswerFieldProps {
  readonly variable: Variable
  readonly words: Words
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** One question with its help, and what answers it: as large as a thumb. */
export function AnswerField(props: AnswerFieldProps) {
  const { variable, words, value, onChange, error } = props
  const label = [words.label(variable.name), variable.unit && `(${variable.unit})`].filter(Boolean).join(' ')
  const hint = words.help(variable.name)
  switch (variable.kind) {
    case 'code':
    case 'codes':
    case 'yes-no':
      return <Chosen {...props} label={label} hint={hint} />
    case 'point':
      return <Point {...props} label={label} hint={hint} />
    case 'day':
      return (
        <DayField
          id={`ask-${variable.name}`}
          label={label}
          description={hint}
          value={value}
          onChange={onChange}
          error={error}
        />
      )
    default:
      return (
        <PlainField
          label={label}
          hint={hint}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          inputMode={modeOf(variable)}
          maxLength={300}
          autoComplete="off"
          error={error}
        />
      )
  }
}

function modeOf({ kind, name }: Variable): 'numeric' | 'decimal' | 'text' {
  if (kind === 'quantity') return 'decimal'
  return kind === 'count' || name.startsWith('nomor_') ? 'numeric' : 'text'
}

interface Told extends AnswerFieldProps {
  readonly label: string
  readonly hint: string
}

function Chosen({ variable, words, value, onChange, label, hint, error }: Told) {
  const many = variable.kind === 'codes'
  const chosen = many ? value.split(' ').filter(Boolean) : [value]
  const choose = (code: string): void => onChange(many ? toggled(chosen, code) : code)
  return (
    <Framed label={label} hint={hint} error={error}>
      {words.offers(variable).map((offer) => (
        <label key={offer.value} className="ask__choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={variable.name}
            checked={chosen.includes(offer.value)}
            onChange={() => choose(offer.value)}
          />
          {offer.label}
        </label>
      ))}
    </Framed>
  )
}

function Point({ value, onChange, label, hint, error }: Told) {
  const t = useText()
  const [note, setNote] = useState('')
  const take = async (): Promise<void> => {
    setNote(t('spot.looking'))
    const found = await findSpot(navigator.geolocation)
    if (found.ok) onChange(`${found.value.lat}, ${found.value.long}`)
    setNote(found.ok ? '' : t(`spot.${found.error}`))
  }
  return (
    <Framed label={label} hint={hint} error={error}>
      {value !== '' && <strong>{value}</strong>}
      <Button variant="secondary" onClick={() => void take()}>
        {t(value === '' ? 'ask.place' : 'ask.place.again')}
      </Button>
      <output className="field__note">{note}</output>
    </Framed>
  )
}

interface FramedProps {
  readonly label: string
  readonly hint: string
  readonly error: string | undefined
  readonly children: ReactNode
}

const Framed = ({ label, hint, error, children }: FramedProps) => (
  <fieldset className="ask__choices">
    <legend>{label}</legend>
    {hint && <p>{hint}</p>}
    {children}
    {error && <p role="alert">{error}</p>}
  </fieldset>
)
