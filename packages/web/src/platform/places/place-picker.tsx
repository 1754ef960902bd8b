import { type placeLine, referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { PlaceLevel } from '@openslrt/core/place/code.ts'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { LookUpField } from '../../ui/look-up-field.tsx'
import { useSettled } from '../../ui/use-settled.ts'
import { useAsk } from '../api/use-ask.ts'
import { useText } from '../i18n/use-text.ts'

export type PlaceLine = z.infer<typeof placeLine>

/** A place as a form keeps it: its code, and its name with what it lies in. */
export interface ChosenPlace {
  readonly code: string
  readonly label: string
}

interface PlacePickerProps {
  readonly id?: string
  readonly label: string
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly size?: 'small' | 'medium'
  readonly value: ChosenPlace | null
  readonly onChange: (place: ChosenPlace | null) => void
  /** Only places of this level; all levels when not given. */
  readonly level?: Exclude<PlaceLevel, 'nation'>
  /** Only places in this one, such as the acting office's district. */
  readonly under?: string
}

/** Fewer letters fit half the country. */
const fewestLetters = 2

/** A place found by its name, shown with what it lies in: many villages share a name. */
export function PlacePicker({ value, onChange, level, under, ...field }: PlacePickerProps) {
  const t = useText()
  const [words, setWords] = useState('')
  const q = useSettled(words.trim())
  const asks = q.length >= fewestLetters
  const { data, isFetching } = useAsk(
    referenceRoutes.places,
    { query: { q, level, parent: under } },
    { enabled: asks, keepPrevious: true, staleTime: 600_000 },
  )
  const found = asks ? (data?.items ?? []) : []
  const choose = (code: string | null): void => {
    setWords('')
    const place = found.find((one) => one.code === code)
    onChange(place ? { code: place.code, label: labelOf(place) } : null)
  }
  return (
    <LookUpField
      {...field}
      description={field.description ?? t('place.hint')}
      chosen={value && { value: value.code, label: value.label }}
      choices={found.map((place) => ({ value: place.code, label: labelOf(place) }))}
      words={words}
      loading={isFetching}
      onWords={setWords}
      onChoose={choose}
    />
  )
}

const labelOf = ({ name, path }: PlaceLine): string => (path === '' ? name : `${name}, ${path}`)
