import type { Day } from '../kernel/instant.ts'
import type { Sector } from '../lists/sectors.ts'
import type { Unit } from './check-rule.ts'
import type { Comparison, Criterion } from './criterion.ts'
import type { Certainty, Conflict, CriteriaVersion, OwnerKind } from './programme.ts'

/** A programme that every installation is given, so that nobody starts with an empty catalogue. */
export interface ShippedProgramme {
  /** What its id is made of: never changed, whatever it is called. */
  readonly code: string
  readonly name: string
  readonly gives: string
  readonly sector: Sector
  readonly unit: Unit
  readonly owner: OwnerKind
  readonly ownerName: string
  /** The nation, or the one province that gives it. */
  readonly place: '00' | '35'
  readonly decides: string
  readonly papers: readonly string[]
  readonly contact: string
  readonly schedule: string
  readonly certainty: Certainty
  /** In the order of their days: a release that learns of a new rule adds a version and changes none. */
  readonly versions: readonly CriteriaVersion[]
}

/** Since one register (DTSEN) is used for help to people: Inpres 4/2025. Rules before it named other registers. */
export const sinceDtsen: Day = '2025-02-05'

type Told = Partial<Pick<CriteriaVersion, 'note' | 'legal' | 'from'>> & { readonly conflicts?: readonly Conflict[] }

/** The one version that is known of a rule. */
export const version = (rule: Criterion, told: Told = {}): readonly CriteriaVersion[] => [
  { from: sinceDtsen, legal: '', note: '', conflicts: [], ...told, rule },
]

// Rules as people would say them.
export const all = (...parts: readonly Criterion[]): Criterion => ({ all: parts })
export const any = (...parts: readonly Criterion[]): Criterion => ({ any: parts })
export const member = (of: Criterion): Criterion => ({ member: of })
export const ask = (words: string): Criterion => ({ ask: words })
export const desil = (most: number): Comparison => ({ fact: 'desil', is: 'at-most', value: most })
export const yes = (fact: string): Comparison => ({ fact, is: 'eq', value: true })
export const no = (fact: string): Comparison => ({ fact, is: 'eq', value: false })
export const aged = (least: number, most: number): Comparison => ({ fact: 'usia', is: 'between', value: [least, most] })
export const agedFrom = (least: number): Comparison => ({ fact: 'usia', is: 'at-least', value: least })
export const one = (fact: string, ...value: readonly string[]): Comparison => ({ fact, is: 'in', value })
export const atSchool = one('partisipasi_sekolah', '2')
