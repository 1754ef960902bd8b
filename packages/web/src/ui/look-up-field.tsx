import { UNSAFE_Combobox as Combobox } from '@navikt/ds-react/Combobox'
import type { ReactNode } from 'react'

export interface Choice {
  readonly value: string
  readonly label: string
}

interface LookUpFieldProps {
  readonly id?: string
  readonly label: string
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly size?: 'small' | 'medium'
  /** What is chosen now. */
  readonly chosen: Choice | null
  /** What fits the words typed so far. */
  readonly choices: readonly Choice[]
  readonly words: string
  readonly loading: boolean
  readonly onWords: (words: string) => void
  readonly onChoose: (value: string | null) => void
}

/** One thing out of more than a list can hold: typed words are looked up, arrow keys and Enter choose. */
export function LookUpField(props: LookUpFieldProps) {
  const { chosen, choices, words, onWords, onChoose } = props
  return (
    <Combobox
      {...(props.id !== undefined && { id: props.id })}
      label={props.label}
      description={props.description}
      error={props.error}
      size={props.size ?? 'medium'}
      options={[]}
      filteredOptions={[...choices]}
      selectedOptions={chosen ? [chosen] : []}
      value={words}
      isLoading={props.loading}
      toggleListButton={false}
      shouldAutocomplete={false}
      onChange={onWords}
      onToggleSelected={(value, selected) => onChoose(selected ? value : null)}
    />
  )
}
