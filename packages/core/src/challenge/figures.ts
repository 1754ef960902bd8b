import type { ChallengeFigures } from '../contract/challenge-queries.ts'
import type { PlaceCode } from '../place/code.ts'
import { levelOf, nationPlace, placeCode } from '../place/code.ts'

/** Challenges of one kind at one place, counted; with the days from report to answer of each that was answered. */
export interface ChallengeSum {
  readonly kind: string
  readonly place: PlaceCode
  readonly n: number
  readonly open: number
  readonly late: number
  readonly within: number
  readonly days: readonly number[]
}

/** CHALLENGE-11 The figures of some sums together. The middle of them all is no mean of middles. */
export function figuresOf(sums: readonly ChallengeSum[]): ChallengeFigures {
  const total = (of: (sum: ChallengeSum) => number): number => sums.reduce((before, sum) => before + of(sum), 0)
  const days = sums.flatMap((sum) => sum.days).toSorted((one, other) => one - other)
  return {
    n: total(({ n }) => n),
    open: total(({ open }) => open),
    late: total(({ late }) => late),
    answered: days.length,
    within: total(({ within }) => within),
    days: middle(days),
  }
}

/** The middle of sorted numbers, to a tenth; null of none. */
export function middle(sorted: readonly number[]): number | null {
  const half = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]]
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10
}

const lengths = { nation: 2, province: 5, district: 8, subdistrict: 13, village: 13 } as const

/** CHALLENGE-11 The place right below another in which a place lies; the place itself where it lies in none. */
export function placeUnder(at: PlaceCode, place: PlaceCode): PlaceCode {
  const length = lengths[levelOf(at)]
  if (at === nationPlace) return placeCode.parse(place.slice(0, length))
  // What was reported by the office of the place itself belongs to no place below.
  return place.length < length ? at : placeCode.parse(place.slice(0, length))
}

/** The sums, put together under what each stands for. */
export function grouped<Key>(
  sums: readonly ChallengeSum[],
  keyOf: (sum: ChallengeSum) => Key,
): ReadonlyMap<Key, readonly ChallengeSum[]> {
  const groups = new Map<Key, ChallengeSum[]>()
  for (const sum of sums) {
    const key = keyOf(sum)
    const group = groups.get(key)
    if (group) group.push(sum)
    else groups.set(key, [sum])
  }
  return groups
}
