import { itemOn } from '@openslrt/core/lists/on-day.ts'
import { nation } from '@openslrt/core/place/code.ts'
import type { Lists } from './lists.ts'

export const defaultZone = 'Asia/Jakarta'

/** CLOCK-8 What time it is in a place on a day: as is said of its district, else of its province. */
export function zoneIn(lists: Lists, place: string, day: string): string {
  const zoned = lists.get('zone')
  for (const code of [`${place.slice(0, 2)}${place.slice(3, 5)}`, place.slice(0, 2)]) {
    const zone = itemOn(zoned?.get(code) ?? [], nation, day)?.data['zone']
    if (typeof zone === 'string') return zone
  }
  return defaultZone
}
