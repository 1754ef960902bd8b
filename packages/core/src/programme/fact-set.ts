import type { Values } from '../registry/registry.ts'

/**
 * What a rule is held against. A value that is absent, and one that is null, nobody knows. For a family's programme `person` is empty and `members` are its people; for a person's
 * they are that person and those they live with.
 */
export interface FactSet {
  readonly person: Values
  readonly family: Values
  readonly case: Values
  readonly members: readonly Values[]
  /** The values of whoever is asked about, family or person: among them what was answered to statements. */
  readonly said: Values
}

/** Of whom nothing is known: the beginning of every set of facts. */
export const nothingKnown: FactSet = { person: {}, family: {}, case: {}, members: [], said: {} }
