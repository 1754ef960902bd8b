import { useCallback, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { tooLong } from './typed-text.ts'
import { useDraft } from './use-draft.ts'

export type Errors<Values> = Partial<Record<keyof Values & string, string>>

/** What a field needs to be drawn: its place in the page, what it holds, and what is wrong with it. */
export interface Field<Value> {
  readonly id: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly error: string | undefined
}

export interface Form<Values> {
  readonly values: Values
  /** What is wrong, once somebody has tried to send; before that a form blames nobody. */
  readonly errors: Errors<Values>
  readonly field: <Name extends keyof Values & string>(name: Name) => Field<Values[Name]>
  readonly change: (some: Partial<Values>) => void
  /** Puts something in that nobody typed: it makes no draft. */
  readonly suggest: (some: Partial<Values>) => void
  /** True when nothing is wrong; otherwise the faults are shown from now on. */
  readonly passes: () => boolean
  /** Empties the form and its draft. */
  readonly clear: () => void
  /** Whether what is typed came back from an earlier visit. */
  readonly restored: boolean
  readonly dirty: boolean
}

/**
 * The values of one form, kept as a sealed draft under `key` so that a reload or a lost sign-in takes nothing away.
 * `check` says what is wrong with them.
 */
export function useForm<Values extends object>(
  key: string,
  initial: Values,
  check: (values: Values) => Errors<Values>,
): Form<Values> {
  const t = useText()
  const [first] = useState(initial)
  const [values, setValues] = useState(first)
  const [tried, setTried] = useState(false)
  const [dirty, setDirty] = useState(false)
  const suggest = useCallback((some: Partial<Values>) => setValues((before) => ({ ...before, ...some })), [])
  const change = useCallback(
    (some: Partial<Values>) => {
      setDirty(true)
      suggest(some)
    },
    [suggest],
  )
  const draft = useDraft(key, values, dirty, change)
  const wrong: Errors<Values> = { ...tooLong(values, t), ...check(values) }
  const errors: Errors<Values> = tried ? wrong : {}
  return {
    values,
    errors,
    field: (name) => ({
      id: `${key}-${name}`.replace(/[^\w-]/g, '-'),
      value: values[name],
      onChange: (value) => {
        setDirty(true)
        setValues((before) => ({ ...before, [name]: value }))
      },
      error: errors[name],
    }),
    change,
    suggest,
    passes: () => {
      setTried(true)
      return Object.values(wrong).every((text) => text === undefined)
    },
    clear: () => {
      setValues(first)
      setTried(false)
      setDirty(false)
      draft.forget()
    },
    restored: draft.restored,
    dirty,
  }
}
