import type { OfficeId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers } from '../place/code.ts'
import { placed } from './moves.ts'
import type { AffectedRow, SurgeRow } from './surge.ts'

/** Where people are received, and which places each office serves. */
export type SlotPlan = Pick<SurgeRow, 'days' | 'perDay'> & {
  readonly offices: readonly { readonly id: OfficeId; readonly place: PlaceCode }[]
}

/** Somebody who waits for a slot: where they live, and from which day on one helps them. */
export interface Waiting {
  readonly place: PlaceCode
  readonly from: Day
}

export interface Slot {
  readonly office: OfficeId
  readonly day: Day
  readonly nth: number
}

/** What is given at an office on a day: up to which slot, and which before it were given back. */
export interface Held {
  readonly last: number
  readonly free: readonly number[]
}
/** What is given at each office on each day, by `slotKey`. */
export type Taken = ReadonlyMap<string, Held>
export const slotKey = (office: OfficeId, day: Day): string => `${office} ${day}`

/** SURGE-12 Which slots are given of one office and day, as `giveSlots` reads it: what was given back leaves a gap. */
export function heldOf(given: readonly number[]): Held {
  const held = new Set(given)
  const last = Math.max(0, ...given)
  return { last, free: Array.from({ length: last }, (_, at) => at + 1).filter((nth) => !held.has(nth)) }
}

/**
 * SURGE-5, SURGE-12 Gives slots in the order in which people come: at the nearest office that serves their village, on its
 * first day with room, and there the first slot that nobody has. Null where no day has room any more.
 */
export function giveSlots(
  people: readonly Waiting[],
  { offices, days, perDay }: SlotPlan,
  taken: Taken,
): readonly (Slot | null)[] {
  const given = new Map(taken)
  const inOrder = days.toSorted()
  return people.map(({ place, from }) => {
    for (const { id } of nearest(offices, place))
      for (const day of inOrder) {
        if (day < from) continue
        const held = given.get(slotKey(id, day)) ?? nobody
        const nth = held.free[0] ?? held.last + 1
        if (nth > perDay) continue
        given.set(slotKey(id, day), { last: Math.max(held.last, nth), free: held.free.slice(1) })
        return { office: id, day, nth }
      }
    return null
  })
}

const nobody: Held = { last: 0, free: [] }

/** Offices that serve a village, the one of the smallest place first. */
const nearest = (offices: SlotPlan['offices'], place: PlaceCode): SlotPlan['offices'] =>
  offices
    .filter((office) => covers(office.place, place))
    .toSorted((one, other) => other.place.length - one.place.length)

/** SURGE-12 Whether somebody has a slot that is still to come and that the event no longer has: its day, its office or its room is gone. */
export const isStranded = (
  { status, office, slotDay, slotNth }: Pick<AffectedRow, 'status' | 'office' | 'slotDay' | 'slotNth'>,
  { offices, days, perDay }: Pick<SurgeRow, 'offices' | 'days' | 'perDay'>,
  today: Day,
): boolean =>
  status === placed &&
  slotDay !== null &&
  slotDay >= today &&
  !(days.includes(slotDay) && (slotNth ?? 0) <= perDay && offices.some((id) => id === office))
