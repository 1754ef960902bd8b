import type { Typed } from '@openslrt/core/registry/typed.ts'
import { valueOf } from '@openslrt/core/registry/typed.ts'
import { valueFault } from '@openslrt/core/registry/values.ts'
import type { Variable } from '@openslrt/core/registry/variables.ts'

/** FIELD-5 A questionnaire as its draft keeps it: on which version it began, where it stands, what came of it so far. */
export interface Sheet {
  readonly base: number
  /** A question by its name, a chapter as `#house`, nothing for the list of all. */
  readonly at: string
  readonly passed: readonly string[]
  readonly typed: Typed
  /** What a programme asks for besides. */
  readonly also: readonly string[]
}

export const newSheet = (base: number): Sheet => ({ base, at: '', passed: [], typed: {}, also: [] })

/** An answer takes back that its question was passed by. */
export const withAnswer = ({ typed, passed }: Sheet, name: string, value: string): Partial<Sheet> => ({
  typed: { ...typed, [name]: value },
  passed: passed.filter((one) => one !== name),
})

/** FIELD-3 Passed by: not known yet, or still as it was. What was typed before is taken back. */
export const withoutAnswer = ({ typed, passed }: Sheet, name: string): Partial<Sheet> => ({
  typed: { ...typed, [name]: '' },
  passed: [...new Set([...passed, name])],
})

/** What is wrong with an answer, by its form. */
export function faultOf(variable: Variable, typed: string): 'ask.wrong' | 'ask.wrong.digits' | null {
  const value = valueOf(variable, typed)
  if (value === undefined || valueFault(variable, value, () => true) === null) return null
  return /^nomor_(induk|kartu)/.test(variable.name) ? 'ask.wrong.digits' : 'ask.wrong'
}
