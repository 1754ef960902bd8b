import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { wireDay } from '@openslrt/core/kernel/instant.ts'
import { variables } from '@openslrt/core/registry/variables.ts'

/** The code lists of a district, as its registry answers them. */
export interface CodeNames {
  readonly lists: Readonly<Record<string, readonly CodeName[]>>
}
interface CodeName {
  readonly code: string
  readonly names: Readonly<Record<Lang, string>>
}

interface Reading {
  readonly names: CodeNames | undefined
  readonly lang: Lang
  readonly t: Say
  readonly day: (day: string) => string
}

const byName = new Map(variables.map((variable) => [variable.name, variable]))
/** Answers of yes and no, as extracts and forms write them. */
const sure: Readonly<Record<string, 'yes' | 'no'>> = { ya: 'yes', true: 'yes', tidak: 'no', false: 'no' }

/** The choices of a value that is asked for; none where it is typed. */
export function choicesOf(
  name: string,
  { names, lang, t }: Omit<Reading, 'day'>,
): readonly (readonly [string, string])[] {
  const variable = byName.get(name)
  if (name === 'kelayakan' || variable?.kind === 'yes-no')
    return [
      ['ya', t('proposal.value.yes')],
      ['tidak', t('proposal.value.no')],
    ]
  if (variable?.kind !== 'code') return []
  return (names?.lists[variable.list ?? ''] ?? []).map((item) => [item.code, item.names[lang]])
}

/** A value that is asked for, as people read it: codes and days by their names, nothing as nothing. */
export function sayAsked(name: string, value: string | null, reading: Reading): string {
  if (value === null || value === '') return reading.t('proposal.after.none')
  return sayCodes(name, value, reading) ?? saySure(name, value, reading) ?? sayPlain(name, value, reading)
}

function sayCodes(name: string, value: string, { names, lang }: Reading): string | null {
  const variable = byName.get(name)
  if (variable?.kind !== 'code' && variable?.kind !== 'codes') return null
  const items = names?.lists[variable.list ?? ''] ?? []
  const nameOf = (code: string): string => items.find((item) => item.code === code)?.names[lang] ?? code
  return value
    .split(',')
    .map((code) => nameOf(code.trim()))
    .join(', ')
}

function saySure(name: string, value: string, { t }: Reading): string | null {
  const asks = name === 'kelayakan' || byName.get(name)?.kind === 'yes-no'
  const answer = asks ? sure[value.toLowerCase()] : undefined
  return answer ? t(`proposal.value.${answer}`) : null
}

function sayPlain(name: string, value: string, { day }: Reading): string {
  const read = wireDay.safeParse(value)
  if (read.success) return day(read.data)
  const unit = byName.get(name)?.unit
  return unit ? `${value} ${unit}` : value
}
