import type { Day } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { Criterion } from './criterion.ts'
import type { FactSet } from './fact-set.ts'

/** How a fact is compared: codes by name, amounts by size, days by the calendar. */
export const factKinds = ['code', 'codes', 'count', 'quantity', 'day', 'yes-no'] as const
export type FactKind = (typeof factKinds)[number]

/** Whose fact it is. A member's is a person's: it is asked inside `member`. */
export const holders = ['person', 'family', 'case'] as const
export type Holder = (typeof holders)[number]

/** One thing that rules may ask about. */
export interface Fact {
  readonly name: string
  readonly of: Holder
  readonly kind: FactKind
  /** The code list that its values are from. */
  readonly list?: string
  /** Its values, where they are fixed. */
  readonly codes?: readonly string[]
  /** Amounts that can be: a rule that asks for more or less can never be met. */
  readonly least?: number
  readonly most?: number
  /** How it is worked out from recorded ones, which are then what is missing where it is not known. */
  readonly derived?: Derived
  /** It changes only with time, or never: nobody can do anything about it. */
  readonly fixed?: true
  /** Nobody of the other sex ever is it: of them it is known without having been asked. */
  readonly onlyOf?: 'L' | 'P'
  /** What it is called, where no text of the program calls it anything: it is of one place alone. */
  readonly names?: Names
  /** Codes of which the reader is not told who has them: that somebody has none of these is never known. */
  readonly unseen?: readonly string[]
}

export interface Names {
  readonly id: string
  readonly en: string
}

/** A fact is worked out by a rule of its own, as adequate housing is, or by a sum, as an age is. */
export type Derived =
  | { readonly by: 'rule'; readonly rule: Criterion }
  | { readonly by: 'sum'; readonly from: readonly string[]; readonly sum: Sum }
export type Sum = (facts: FactSet, day: Day) => Json | undefined

/** Every fact that rules may ask about, by name. */
export type Vocabulary = ReadonlyMap<string, Fact>
