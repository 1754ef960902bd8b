import type { Day } from '../kernel/instant.ts'
import type { Values } from '../registry/registry.ts'
import type { AffectedFact, TriageClass, TriageRule, TriageWhy } from './surge.ts'

/** What is known of somebody: what the file says, what the registry says, and when they were born. */
export interface Known {
  readonly facts: readonly AffectedFact[]
  readonly values: Values | null
  readonly birthDate: Day | null
}

export interface Triage {
  readonly class: TriageClass
  readonly why: TriageWhy
  readonly rank: number
}

/** SURGE-4 The first class of the event's order that somebody belongs to, and how that is known. */
export function triage(known: Known, rules: readonly TriageRule[], on: Day): Triage {
  for (const [rank, rule] of rules.entries()) {
    const why = whyIn(known, rule, on)
    if (why !== null) return { class: rule.class, why, rank }
  }
  return { class: 'other', why: 'none', rank: rules.length }
}

function whyIn({ facts, values, birthDate }: Known, { class: of, years }: TriageRule, on: Day): TriageWhy | null {
  if (of === 'other') return 'none'
  if (of === 'elderly' || of === 'child') return isOfAge(birthDate, of, years, on) ? 'age' : null
  if (facts.includes(of)) return 'list'
  return values !== null && inRegistry[of](values) ? 'registry' : null
}

function isOfAge(birthDate: Day | null, of: 'elderly' | 'child', years: number | null, on: Day): boolean {
  if (birthDate === null || years === null) return false
  const age = ageOn(birthDate, on)
  return of === 'elderly' ? age >= years : age >= 0 && age < years
}

const some = (value: unknown): boolean => Array.isArray(value) && value.length > 0
/** What of the registry's variables says that somebody belongs there. Of an emergency it knows nothing. */
const inRegistry: Readonly<Record<AffectedFact, (values: Values) => boolean>> = {
  emergency: () => false,
  chronic: (values) => some(values['penyakit_kronis']),
  pregnant: (values) => values['hamil'] === true,
  disabled: (values) => some(values['penyandang_disabilitas']) || some(values['ragam_disabilitas']),
}

/** Whole years on a day. */
export function ageOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}
