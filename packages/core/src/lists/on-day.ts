import type { Day } from '../kernel/instant.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { Names } from './item.ts'
import type { Saying } from './rows.ts'

/** What is said of one item somewhere, whether it was shipped or decided. */
export interface Said {
  readonly list: string
  readonly code: string
  readonly place: string
  readonly names: Names
  readonly data: JsonObject
  readonly from: Day
  readonly says: Saying
}

/** Whether what is said at a place counts in a district: at its own, its province's, or the nation's. */
export const countsIn = (place: string, district: string): boolean =>
  place === '00' || place === district || district.startsWith(`${place}.`)

/**
 * LISTS-9 How an item stands in a district on a day. The nearest place that says something counts, and of what it has
 * said the latest word that has begun. Null where nobody offers it.
 */
export function itemOn(said: readonly Said[], district: string, day: Day): Said | null {
  for (const place of placesOver(district)) {
    const word = latest(said, place, day)
    if (word && word.says !== 'as-above') return word.says === 'holds' ? word : null
  }
  return null
}

/** What is said at one place on a day. */
export function latest(said: readonly Said[], place: string, day: Day): Said | null {
  let found: Said | null = null
  for (const one of said) {
    if (one.place !== place || one.from > day || one.says === 'taken-back') continue
    if (found === null || one.from >= found.from) found = one
  }
  return found
}

/** The name that an item had last: what an old case is read with when the item is offered no more. */
export function lastNamed(said: readonly Said[], district: string, day: Day): Said | null {
  for (const place of placesOver(district)) {
    const words = said.filter((one) => one.place === place && one.says !== 'as-above')
    const word = latest(words, place, day)
    if (word) return word
  }
  return null
}

/** A district, its province, the nation: the nearest first. */
function placesOver(district: string): readonly string[] {
  if (district === '00') return ['00']
  return district.length > 2 ? [district, district.slice(0, 2), '00'] : [district, '00']
}
