import { z } from 'zod'
import type { OfficeId, ProgrammeId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Sector } from '../lists/sectors.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import { covers } from '../place/code.ts'
import type { Unit } from './check-rule.ts'
import type { Criterion } from './criterion.ts'
import { statementsIn } from './criterion.ts'

/** Whose programme it is: the lower, the nearer to the people, and the earlier it is offered. */
export const ownerKinds = ['village', 'district', 'non-government', 'provincial', 'central'] as const
export const ownerKind = z.enum(ownerKinds)
export type OwnerKind = z.infer<typeof ownerKind>

/** How sure it is what stands here: from its rule of law, from pages that differ, or ruled in each place anew. */
export const certainties = ['sure', 'unsure', 'local'] as const
export const certainty = z.enum(certainties)
export type Certainty = z.infer<typeof certainty>

/** Another source that says otherwise: shown beside the rule, so that nobody is surprised at a counter. */
export type Conflict = { readonly says: string; readonly source: string }

/** Who a programme is for, from a day until the next version begins. */
export type CriteriaVersion = {
  readonly from: Day
  readonly rule: Criterion
  /** The rule of law that it is taken from. */
  readonly legal: string
  readonly note: string
  readonly conflicts: readonly Conflict[]
  /** PROG-18 Programmes, by their keys, that nobody has together with it. */
  readonly excludes?: readonly string[]
}

/** By which rules name a programme: its code, which a local rule in its stead shares, or its id where it has none. */
export const keyOf = ({ code, id }: Pick<ProgrammeRow, 'code' | 'id'>): string => code || id

/** PROG-8 A programme or service that somebody gives to people of a place. */
export type ProgrammeRow = {
  readonly id: ProgrammeId
  readonly district: LedgerCode
  readonly version: number
  /** By which shipped rules and other systems know it; empty for one of a place's own. */
  readonly code: string
  readonly name: string
  /** What is given, in words of the people who get it. */
  readonly gives: string
  readonly sector: Sector
  readonly unit: Unit
  readonly owner: OwnerKind
  readonly ownerName: string
  /** The office here that decides on applications; null where it is decided outside, as `decides` says. */
  readonly office: OfficeId | null
  /** Where people can have it. */
  readonly place: PlaceCode
  /** Who decides, in words. */
  readonly decides: string
  readonly papers: readonly string[]
  readonly contact: string
  readonly schedule: string
  readonly certainty: Certainty
  /** The programme from above in whose stead this one is offered here: its local rule. */
  readonly replaces: ProgrammeId | null
  readonly versions: readonly CriteriaVersion[]
  readonly startsOn: Day
  /** The first day on which it is not there any more. */
  readonly endsOn: Day | null
  readonly changedAt: Instant
}

/** PROG-10 What is said of a programme's people on a day: the last version that has begun. */
export const versionOn = ({ versions }: Pick<ProgrammeRow, 'versions'>, day: Day): CriteriaVersion | null =>
  versions.filter(({ from }) => from <= day).toSorted((one, other) => (one.from < other.from ? 1 : -1))[0] ?? null

/** PROG-10 Whether people can have it on a day. */
export const isGivenOn = (programme: ProgrammeRow, day: Day): boolean =>
  programme.startsOn <= day &&
  (programme.endsOn === null || day < programme.endsOn) &&
  versionOn(programme, day) !== null

/** PROG-21 The statements that programmes rest on that are given on a day: what can be answered of people there. */
export const statementsOf = (programmes: readonly ProgrammeRow[], day: Day): readonly string[] => [
  ...new Set(
    programmes
      .filter((programme) => isGivenOn(programme, day))
      .flatMap((programme) => [...statementsIn(versionOn(programme, day)?.rule ?? { all: [] })].map(({ ask }) => ask)),
  ),
]

/**
 * PROG-11 What a place can use on a day: the nation's, its province's, its district's, its village's. A local rule of a
 * programme stands in its stead; of several the nearest, and of those the one that began last.
 */
export function offeredAt(place: PlaceCode, programmes: readonly ProgrammeRow[], day: Day): readonly ProgrammeRow[] {
  const here = programmes.filter((programme) => covers(programme.place, place) && isGivenOn(programme, day))
  const instead = new Map<ProgrammeId, ProgrammeRow>()
  for (const rule of here) {
    const other = rule.replaces === null ? undefined : instead.get(rule.replaces)
    if (rule.replaces !== null && (!other || isNearer(rule, other))) instead.set(rule.replaces, rule)
  }
  return here.filter(({ id, replaces }) => (replaces === null ? !instead.has(id) : instead.get(replaces)?.id === id))
}

const isNearer = (one: ProgrammeRow, other: ProgrammeRow): boolean =>
  one.place.length - other.place.length > 0 || (one.place === other.place && one.startsOn > other.startsOn)
