import type { Day } from '../kernel/instant.ts'

/** What is counted of one place: how many are on the list there, and how many were helped. */
export interface PlaceCount {
  readonly name: string
  readonly total: number
  readonly done: number
}
export interface PublicCount {
  /** Null: places that are told together. */
  readonly name: string | null
  readonly total: number
  /** Null where it would tell of fewer than the limit. */
  readonly done: number | null
}
/** How many were helped on a day; null: days that are told together. */
export interface DayCount {
  readonly day: Day
  readonly done: number
}
export interface PublicDay {
  readonly day: Day | null
  readonly done: number
}

/** How far a list has come: on it, found in the registry, with a case, with a slot, helped. */
export const publicSteps = ['matched', 'opened', 'placed', 'done'] as const
export type PublicStep = (typeof publicSteps)[number]
export type StepCounts = Readonly<Record<PublicStep, number>> & { readonly total: number }

/** A list as everybody may read it. */
export interface PublicPicture {
  /** Null where so few are on the list that nothing is told of it. */
  readonly total: number | null
  readonly steps: Readonly<Record<PublicStep, number | null>>
  readonly places: readonly PublicCount[]
  readonly days: readonly PublicDay[]
}

/** Fewer than so many could be recognised by their neighbours, where the list of limits says nothing else. */
export const fewest = 5

const nothingTold: PublicPicture = {
  total: null,
  steps: { matched: null, opened: null, placed: null, done: null },
  places: [],
  days: [],
}

/**
 * SURGE-9, SURGE-13 What the public is told of a list: numbers alone, none below the limit, and none that could be worked
 * out from the others.
 */
export function publicPicture(
  counts: StepCounts,
  places: readonly PlaceCount[],
  days: readonly DayCount[],
  least = fewest,
): PublicPicture {
  const { total, done, placed } = counts
  if (total < least) return nothingTold
  const told = (n: number): number | null => toldOf(n, total, least)
  const helped = told(done)
  return {
    total,
    steps: {
      matched: told(counts.matched),
      opened: told(counts.opened),
      // Whoever was helped had a slot: the two together would tell of those who still wait with one.
      placed: helped !== null && isFew(placed - done, least) ? null : told(placed),
      done: helped,
    },
    places: publicCounts(places, least),
    days: helped === null ? [] : publicDays(days, least),
  }
}

/**
 * SURGE-9 What is told by place. Small places are told together; where even that is too few, the smallest of the others is
 * told with them.
 */
export function publicCounts(places: readonly PlaceCount[], least = fewest): readonly PublicCount[] {
  const sorted = places.filter(({ total }) => total > 0).toSorted((one, other) => one.total - other.total)
  let together: PlaceCount[] = sorted.filter(({ total }) => total < least)
  let own = sorted.slice(together.length)
  while (together.length > 0 && sum(together, 'total') < least && own.length > 0) {
    together = [...together, ...own.slice(0, 1)]
    own = own.slice(1)
  }
  const rest = { name: null, total: sum(together, 'total'), done: sum(together, 'done') }
  const told = own.toSorted((one, other) => one.name.localeCompare(other.name, 'id'))
  return withheld(together.length > 0 && rest.total >= least ? [...told, rest] : told, least)
}

type Group = Omit<PublicCount, 'done'> & { readonly done: number }

/** Of the helped, what is too few. One alone that is withheld would follow from the sum: then another is withheld with it. */
function withheld(groups: readonly Group[], least: number): readonly PublicCount[] {
  const few = groups.filter(({ done, total }) => toldOf(done, total, least) === null)
  const others = groups.filter((group) => !few.includes(group)).toSorted((one, other) => one.done - other.done)
  const hidden = [...few]
  const follows = (): boolean => toldOf(sum(hidden, 'done'), sum(hidden, 'total'), least) === null
  // Where the sum itself is not told, nothing follows from it.
  if (toldOf(sum(groups, 'done'), sum(groups, 'total'), least) !== null)
    while (hidden.length > 0 && follows()) hidden.push(...others.splice(0, 1))
  return groups.map((group) => ({ ...group, done: hidden.includes(group) ? null : group.done }))
}

/** SURGE-13 How many were helped by day. Days of few are told together, with the smallest of the others where they must. */
function publicDays(days: readonly DayCount[], least: number): readonly PublicDay[] {
  const some = days.filter(({ done }) => done > 0)
  const few = some.filter(({ done }) => done < least)
  const others = some.filter(({ done }) => done >= least).toSorted((one, other) => one.done - other.done)
  while (few.length > 0 && sumOf(few) < least && others.length > 0) few.push(...others.splice(0, 1))
  const told = others.toSorted((one, other) => one.day.localeCompare(other.day))
  return sumOf(few) < least ? told : [...told, { day: null, done: sumOf(few) }]
}

const sumOf = (days: readonly DayCount[]): number => days.reduce((so, { done }) => so + done, 0)
const sum = (places: readonly Group[], part: 'total' | 'done'): number =>
  places.reduce((so, place) => so + place[part], 0)

const isFew = (n: number, least: number): boolean => n > 0 && n < least

/** SURGE-9 A count that is told, or null: too few, or so many that the rest would be too few. */
export const toldOf = (n: number, total: number, least = fewest): number | null =>
  isFew(n, least) || isFew(total - n, least) ? null : n
