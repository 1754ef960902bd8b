import type { Day } from '../kernel/instant.ts'
import { wireDay } from '../kernel/instant.ts'

/** Whether a text is a day that there was or will be. */
export const isDay = (text: string): boolean => wireDay.safeParse(text).success

/**
 * DOUBLE-2 How near two days of birth are, as people mistake them: the same; day and month changed about or one digit
 * another; only the year known to one of them (the first of January or July, the last of December); or far.
 */
export type Nearness = 'same' | 'near' | 'year' | 'far'
export function nearness(left: Day, right: Day): Nearness {
  if (left === right) return 'same'
  if (swapped(left) === right || digitsApart(left, right) === 1) return 'near'
  if (left.slice(0, 4) === right.slice(0, 4) && (isStandIn(left) || isStandIn(right))) return 'year'
  return 'far'
}

// What offices write for a birthday that nobody knows.
const isStandIn = (day: Day): boolean => ['01-01', '07-01', '12-31'].includes(day.slice(5))
const swapped = (day: Day): Day => `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`
const digitsApart = (left: Day, right: Day): number => [...left].filter((sign, at) => sign !== right[at]).length
