export interface Choice {
  readonly value: string
  readonly label: string
  /** Told beside the label, and searched as well. */
  readonly hint?: string
}

export interface ChoiceGroup {
  readonly name: string
  readonly options: readonly Choice[]
}

/** The choices in which every typed word stands, in the name of their group too; groups left empty fall away. */
export function matching(groups: readonly ChoiceGroup[], typed: string): readonly ChoiceGroup[] {
  const words = plain(typed).split(' ').filter(Boolean)
  return groups.flatMap((group) => {
    const options = group.options.filter(({ label, hint = '' }) => hasAll(`${label} ${hint} ${group.name}`, words))
    return options.length > 0 ? [{ ...group, options }] : []
  })
}

/** The label of a value, or nothing when it is not among the choices. */
export const labelOf = (groups: readonly ChoiceGroup[], value: string): string =>
  groups.flatMap(({ options }) => options).find((option) => option.value === value)?.label ?? ''

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function hasAll(text: string, words: readonly string[]): boolean {
  const searched = plain(text)
  return words.every((word) => searched.includes(word))
}
