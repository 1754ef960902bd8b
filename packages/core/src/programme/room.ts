import type { Day } from '../kernel/instant.ts'
import type { QuotaRow } from '../need/need.ts'
import { isFree, placesLeft, quotaFor } from '../need/quota.ts'
import type { PlaceCode } from '../place/code.ts'

/** What is left of a programme for people of a place. */
export interface Room {
  /** Whoever is granted it now goes to the end of the line. */
  readonly full: boolean
  readonly left: number
  readonly waiting: number
}

type Counted = Pick<QuotaRow, 'programme' | 'place' | 'from' | 'until' | 'places' | 'granted' | 'shared' | 'waiting'>

/** MATCH-7 How much room there is at a place on a day, for each programme that has a quota there. */
export function roomsAt(quotas: readonly Counted[], place: PlaceCode, day: Day): ReadonlyMap<string, Room> {
  const rooms = new Map<string, Room>()
  for (const [programme, ofOne] of Map.groupBy(quotas, (quota) => quota.programme)) {
    const quota = quotaFor(ofOne, place, day)
    if (quota) rooms.set(programme, roomIn(quota))
  }
  return rooms
}

function roomIn(quota: Counted): Room {
  const full = !isFree(quota)
  return { full, left: full ? 0 : placesLeft(quota), waiting: quota.waiting }
}
