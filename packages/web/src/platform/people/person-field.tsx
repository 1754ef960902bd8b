import './texts.ts'
import { findRoutes, type PersonLine } from '@openslrt/core/contract/find.ts'
import type { PersonId } from '@openslrt/core/kernel/id.ts'
import { type ReactNode, useState } from 'react'
import { LookUpField } from '../../ui/look-up-field.tsx'
import { useSettled } from '../../ui/use-settled.ts'
import { useAsk } from '../api/use-ask.ts'
import { dayText } from '../hours/day-text.ts'
import { useText } from '../i18n/use-text.ts'

/** Somebody of the registry as a form keeps them: enough to be recognised by, numbers masked. */
export interface ChosenPerson {
  readonly id: PersonId
  readonly label: string
  readonly place: string
  readonly placeName: string
}

interface PersonFieldProps {
  readonly id?: string
  readonly label: string
  readonly description?: ReactNode
  readonly value: ChosenPerson | null
  readonly onChange: (person: ChosenPerson | null) => void
}

/** Fewer signs fit a whole village, and every look is on record. */
const fewestSigns = 3

/** Somebody picked out of the registry by one line, as on the page that finds people: NIK, or name with village or birth. */
export function PersonField({ value, onChange, ...field }: PersonFieldProps) {
  const t = useText()
  const [words, setWords] = useState('')
  const text = useSettled(words.trim())
  const asks = text.length >= fewestSigns
  const { data, isFetching } = useAsk(
    findRoutes.find,
    { body: { text, place: null } },
    { enabled: asks, keepPrevious: true },
  )
  const found = asks ? (data?.items ?? []) : []
  const choose = (id: string | null): void => {
    setWords('')
    const person = found.find((one) => one.id === id)
    onChange(person ? chosenOf(person) : null)
  }
  const none = asks && data !== undefined && !isFetching && found.length === 0
  return (
    <LookUpField
      {...field}
      description={none ? t('find.none.title') : (field.description ?? t('find.hint'))}
      chosen={value && { value: value.id, label: value.label }}
      choices={found.map((person) => ({ value: person.id, label: chosenOf(person).label }))}
      words={words}
      loading={isFetching}
      onWords={setWords}
      onChoose={choose}
    />
  )
}

/** Two of the same name are told apart by birth, village and the ends of their NIK. */
export const chosenOf = ({ id, name, birthDate, place, placeName, nik }: PersonLine): ChosenPerson => ({
  id,
  label: [name, birthDate && dayText(birthDate), placeName, nik && `NIK ${nik}`].filter(Boolean).join(' · '),
  place,
  placeName,
})
