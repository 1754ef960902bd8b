import type { Day } from '../kernel/instant.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers } from '../place/code.ts'
import type { QuotaRow } from './need.ts'

/** The counting part of a quota: what a grant, a withdrawal or another number of places moves. */
export type Counts = Pick<QuotaRow, 'places' | 'granted' | 'shared' | 'waiting' | 'lastTicket'>

/** So many are moved up in one entry; the next deed on the quota moves more. An entry of 20,000 rows would hold the ledger. */
export const mostMovedUp = 100

/** QUOTA-1 The quota that counts for somebody who lives at a place, on a day: the narrowest place that covers it. */
export function quotaFor<Row extends Pick<QuotaRow, 'place' | 'from' | 'until'>>(
  quotas: readonly Row[],
  place: PlaceCode,
  day: Day,
): Row | null {
  const fitting = quotas.filter((quota) => covers(quota.place, place) && runsOn(quota, day))
  return fitting.toSorted((a, b) => b.place.length - a.place.length || (a.from < b.from ? 1 : -1))[0] ?? null
}

/**
 * QUOTA-8 Between two periods: the quota that ended last for somebody's place, while somebody still waits for it. Whoever is
 * granted then waits behind them.
 */
export function endedFor<Row extends Pick<QuotaRow, 'place' | 'until' | 'waiting'>>(
  quotas: readonly Row[],
  place: PlaceCode,
  day: Day,
): Row | null {
  const fitting = quotas.filter((quota) => quota.waiting > 0 && quota.until < day && covers(quota.place, place))
  return fitting.toSorted((a, b) => latest(a, b) || b.place.length - a.place.length)[0] ?? null
}

const latest = (a: Pick<QuotaRow, 'until'>, b: Pick<QuotaRow, 'until'>): number =>
  Number(a.until < b.until) - Number(a.until > b.until)

export const runsOn = ({ from, until }: Pick<QuotaRow, 'from' | 'until'>, day: Day): boolean =>
  from <= day && day <= until

/** QUOTA-5 Whether two quotas of a programme would both count for somebody on some day. */
export const collide = (
  a: Pick<QuotaRow, 'place' | 'from' | 'until'>,
  b: Pick<QuotaRow, 'place' | 'from' | 'until'>,
): boolean => a.place === b.place && meet(a, b)

/** Whether a day is in the times of both. */
export const meet = (a: Pick<QuotaRow, 'from' | 'until'>, b: Pick<QuotaRow, 'from' | 'until'>): boolean =>
  a.from <= b.until && b.from <= a.until

/** What taking a place comes to: the place, or the end of the line. */
export type Taken = { readonly counts: Counts; readonly ticket: number | null }

/** QUOTA-7 Places of a quota that narrower ones share out; none in one that was set before there were shares. */
export const sharedOut = ({ shared }: Pick<Counts, 'shared'>): number => shared ?? 0

/** Places that nobody holds and that were not shared out. */
export const placesLeft = (counts: Pick<Counts, 'places' | 'granted' | 'shared'>): number =>
  counts.places - counts.granted - sharedOut(counts)

/** Whether the next one who is granted gets a place at once: there is one, and nobody waits for it. */
export const isFree = (counts: Omit<Counts, 'lastTicket'>): boolean => placesLeft(counts) > 0 && counts.waiting === 0

/** QUOTA-2, QUOTA-3 A place while one is free; else the end of the line. QUOTA-8 Who is owed one from before comes first. */
export function take(counts: Counts, owed = false): Taken {
  if (isFree(counts) && !owed) return { counts: { ...counts, granted: counts.granted + 1 }, ticket: null }
  const ticket = counts.lastTicket + 1
  return { counts: { ...counts, waiting: counts.waiting + 1, lastTicket: ticket }, ticket }
}

/** Whoever leaves: a place becomes free, or the line grows shorter. */
export const leave = (counts: Counts, held: 'place' | 'line'): Counts =>
  held === 'place' ? { ...counts, granted: counts.granted - 1 } : { ...counts, waiting: counts.waiting - 1 }

/** QUOTA-4 How many of those who wait move up now. */
export const movingUp = (counts: Counts): number =>
  Math.max(0, Math.min(placesLeft(counts), counts.waiting, mostMovedUp))

/** The counts after the first `n` in the line have moved up. */
export const movedUp = (counts: Counts, n: number): Counts => ({
  ...counts,
  granted: counts.granted + n,
  waiting: counts.waiting - n,
})
