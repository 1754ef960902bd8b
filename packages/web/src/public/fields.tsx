import { BodyShort, ErrorMessage, Label } from '@navikt/ds-react/Typography'
import type { FieldProblem } from '@openslrt/core/contract/public-pages.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import type { ReactNode } from 'react'

/** The id of a field: labels, problems and the summary of problems point to it. */
export const idOf = (field: string): string => `isian-${field}`

/** The id of one choice of a field: the first one is where a problem of the whole field leads to. */
export const idAt = (field: string, at: number): string => (at === 0 ? idOf(field) : `${idOf(field)}-${at}`)

/** What is wrong with a field, in words; nothing when nothing is. */
export function saidOf<Field extends string>(
  problems: readonly FieldProblem<Field>[],
  field: Field,
  t: Say,
): string | undefined {
  const found = problems.find((problem) => problem.field === field)
  return found && t(found.text)
}

/** Fields that a page carries on without showing them. */
export function Hidden({ values }: { values: Readonly<Record<string, string | number>> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

interface WordsProps {
  readonly name: string
  readonly id?: string
  readonly label: string
  readonly why?: ReactNode
  readonly typed: string
  readonly rows?: number
  readonly error?: string | undefined
}

/** A box for several lines. The library's own one draws a second, hidden box that only a script can use. */
export function Words({ name, id = idOf(name), label, why, typed, rows = 4, error }: WordsProps) {
  const described = [why ? `${id}-why` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={`aksel-form-field aksel-form-field--medium ${error ? 'aksel-textarea--error' : ''}`}>
      <Label htmlFor={id} className="aksel-form-field__label">
        {label}
      </Label>
      {why && (
        <BodyShort as="div" id={`${id}-why`} className="aksel-form-field__description">
          {why}
        </BodyShort>
      )}
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={typed}
        className="aksel-textarea__input aksel-body-short aksel-body-short--medium words"
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
      {error && (
        <div className="aksel-form-field__error" id={`${id}-error`}>
          <ErrorMessage showIcon>{error}</ErrorMessage>
        </div>
      )}
    </div>
  )
}
