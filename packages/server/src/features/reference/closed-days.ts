import { countsIn } from '@openslrt/core/lists/on-day.ts'
import type { ClosedDay } from './queries.ts'

/** What one place says of a day: closed, or open although the place above is closed. */
export type Closure = ClosedDay

/** By place; of what one place said of a day, the last counts. */
export function groupDays(days: readonly ClosedDay[]): ReadonlyMap<string, readonly Closure[]> {
  const places = new Map<string, Map<string, Closure>>()
  for (const day of days) {
    const own = places.get(day.place) ?? new Map<string, Closure>()
    places.set(day.place, own)
    own.set(day.day, day)
  }
  return new Map([...places].map(([place, own]) => [place, [...own.values()]]))
}

/** What a district keeps of each day that somebody over it has spoken of: the nearest place counts. */
export function closuresIn(
  places: ReadonlyMap<string, readonly Closure[]>,
  district: string,
): ReadonlyMap<string, Closure> {
  const over = [...places.keys()].filter((place) => countsIn(place, district))
  const nearestLast = over.toSorted((one, other) => nearness(one) - nearness(other))
  return new Map(nearestLast.flatMap((place) => places.get(place) ?? []).map((day) => [day.day, day]))
}

/** The days on which a district is closed. */
export function closedOn(places: ReadonlyMap<string, readonly Closure[]>, district: string): ReadonlySet<string> {
  const closed = [...closuresIn(places, district).values()].filter((day) => day.closed)
  return new Set(closed.map(({ day }) => day))
}

/** Of places over a district the nearest has the highest: a code of two digits is the nation's as well as a province's. */
export const nearness = (place: string): number => (place === '00' ? 0 : place.length)
