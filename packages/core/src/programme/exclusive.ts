import type { Day } from '../kernel/instant.ts'
import type { Unit } from './check-rule.ts'
import type { Criterion } from './criterion.ts'
import { comparisonsIn } from './criterion.ts'
import type { Fact, Vocabulary } from './fact.ts'
import { takingOf } from './place-facts.ts'
import type { CriteriaVersion, ProgrammeRow } from './programme.ts'
import { keyOf, versionOn } from './programme.ts'

/** By its key, the programmes that nobody has together with one: what one of two says holds for both. */
export type Exclusions = ReadonlyMap<string, readonly string[]>

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

/** PROG-20 What can't be had together on a day, both ways: whoever is shut out by the one is shut out by the other. */
export function exclusionsAmong(programmes: readonly ProgrammeRow[], day: Day): Exclusions {
  const apart = new Map<string, Set<string>>()
  const add = (one: string, other: string): void => {
    apart.set(one, (apart.get(one) ?? new Set()).add(other))
  }
  for (const programme of programmes)
    for (const other of versionOn(programme, day)?.excludes ?? []) {
      add(keyOf(programme), other)
      add(other, keyOf(programme))
    }
  return new Map([...apart].map(([key, others]) => [key, [...others].filter((other) => other !== key)]))
}

/** PROG-20 A version with what others say of its programme: by which of them it can't be had besides. */
export function withOthers(version: CriteriaVersion, key: string, exclusions: Exclusions): CriteriaVersion {
  const own = version.excludes ?? []
  const others = (exclusions.get(key) ?? []).filter((other) => !own.includes(other))
  return others.length === 0 ? version : { ...version, excludes: [...own, ...others] }
}

/** PROG-20 Whose own rule says of a programme what that one's does not: whoever has them is not offered it. */
export function excludersOf(
  programme: ProgrammeRow,
  programmes: readonly ProgrammeRow[],
  day: Day,
): readonly ProgrammeRow[] {
  const apart = (one: ProgrammeRow, other: ProgrammeRow): boolean =>
    versionOn(one, day)?.excludes?.includes(keyOf(other)) ?? false
  return programmes.filter(
    (other) => keyOf(other) !== keyOf(programme) && apart(other, programme) && !apart(programme, other),
  )
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
