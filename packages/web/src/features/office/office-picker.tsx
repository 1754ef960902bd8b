import { type OfficeLine, referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { type ReactNode, useState } from 'react'
import { useAsk } from '../../platform/api/use-ask.ts'
import { LookUpField } from '../../ui/look-up-field.tsx'
import { useSettled } from '../../ui/use-settled.ts'

interface OfficePickerProps {
  readonly id?: string
  readonly label: string
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly size?: 'small' | 'medium'
  readonly value: { readonly id: string; readonly label: string } | null
  readonly onChange: (office: OfficeLine | null) => void
}

/** One of the offices under the acting one, found by its name. */
export function OfficePicker({ value, onChange, ...field }: OfficePickerProps) {
  const [words, setWords] = useState('')
  const q = useSettled(words.trim())
  const { data, isFetching } = useAsk(
    referenceRoutes.offices,
    { query: q === '' ? {} : { q } },
    { keepPrevious: true, staleTime: 60_000 },
  )
  const found = data?.items.filter(({ active }) => active) ?? []
  const choose = (id: string | null): void => {
    setWords('')
    onChange(found.find((office) => office.id === id) ?? null)
  }
  return (
    <LookUpField
      {...field}
      chosen={value && { value: value.id, label: value.label }}
      choices={found.map(({ id, name, placeName }) => ({ value: id, label: `${name} (${placeName})` }))}
      words={words}
      loading={isFetching}
      onWords={setWords}
      onChoose={choose}
    />
  )
}
