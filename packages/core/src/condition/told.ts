import type { PlaceCode } from '../place/code.ts'
import { placeCode } from '../place/code.ts'

/** How many there are, and the number that those are told who may not open the rows behind it. */
export interface Counted {
  readonly n: number
  readonly told: number
}

/**
 * CONDITION-5 A number for those who may not open its rows: one of the two multiples of the base on either side of it, the
 * nearer one more often, so that many of them add up to about the truth and none says exactly how many. Nobody stays
 * nobody. `dice` is at least nought and below one.
 */
export function roundedTo(n: number, base: number, dice: number): number {
  const over = n % base
  return over === 0 ? n : n - over + (dice * base < over ? base : 0)
}

/** CONDITION-6 What was told stays told while the number is the same: who asks every day learns no more than who asks once. */
export const toldAgain = (n: number, before: Counted | undefined, base: number, dice: number): number =>
  before && before.n === n && before.told % base === 0 ? before.told : roundedTo(n, base, dice)

/** How many signs of a code name a district, a sub-district. */
const signs = [5, 8]

/** CONDITION-1 The places for which a home of a village is counted: its district, its sub-district and itself. */
export const countedFor = (place: PlaceCode): readonly PlaceCode[] => [
  ...signs.filter((length) => length < place.length).map((length) => placeCode.parse(place.slice(0, length))),
  place,
]
