import type { Unit } from './check-rule.ts'
import type { Criterion } from './criterion.ts'
import { comparisonsIn } from './criterion.ts'
import type { Fact, Vocabulary } from './fact.ts'
import { takingOf } from './place-facts.ts'
import type { CriteriaVersion } from './programme.ts'

type Asking = Pick<CriteriaVersion, 'rule' | 'excludes'>

/**
 * PROG-18 All that a version asks: its rule, and that nobody has what it can't be had together with. Whether they have it
 * may not be known, as with any fact: then somebody has to ask first.
 */
export function wholeRule({ rule, excludes = [] }: Asking, unit: Unit, vocabulary: Vocabulary): Criterion {
  if (excludes.length === 0) return rule
  const own = 'all' in rule ? rule.all : [rule]
  return { all: [...own, ...excludes.map((key) => without(key, unit, vocabulary))] }
}

function without(key: string, unit: Unit, vocabulary: Vocabulary): Criterion {
  const fact = takingOf(key)
  const ofAMember = unit === 'family' && vocabulary.get(fact)?.of === 'person'
  if (ofAMember) return { not: { member: { fact, is: 'eq', value: 'receives' } } }
  return { fact, is: 'in', value: ['stopped', 'never'] }
}

/** The facts that these versions ask about, as far as the vocabulary has them. */
export function factsAsked(versions: readonly Asking[], unit: Unit, vocabulary: Vocabulary): readonly Fact[] {
  const names = versions.flatMap((version) =>
    [...comparisonsIn(wholeRule(version, unit, vocabulary))].map(({ fact }) => fact),
  )
  return [...new Set(names)].flatMap((name) => vocabulary.get(name) ?? [])
}
