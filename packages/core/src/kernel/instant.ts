import { z } from 'zod'

/** A moment, in milliseconds since 1970-01-01T00:00Z. Core never asks for the time: it is always an argument. */
export type Instant = number

/** A calendar day in a district's own zone, "2026-11-22". */
export type Day = string

// Of what four digits can say, PostgreSQL has no year 0, and a day before the first year or after the last could not be
// written any more. A device whose clock was never set says 1970.
const [firstMoment, lastMoment] = [Date.UTC(1900, 0), Date.UTC(2200, 0)]
const isHeld = (wire: string): boolean => Date.parse(wire) >= firstMoment && Date.parse(wire) < lastMoment

/** A moment as it crosses a wire: ISO 8601, UTC, milliseconds, of the years 1900 to 2199. */
export const wireInstant = z.iso
  .datetime({ offset: true, precision: 3 })
  .or(z.iso.datetime({ offset: true }))
  .refine(isHeld)

/** A day that somebody asks about, of the same years. */
export const wireDay = z.iso.date().refine(isHeld)

/** Reads a moment that `wireInstant` has let in. */
export const instantOf = (wire: string): Instant => Date.parse(wire)

/** Writes a moment for a wire or a ledger entry. */
export const wireOf = (instant: Instant): string => new Date(instant).toISOString()

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** The day that a moment falls on in a zone (IANA name). Days of events and clocks are the district's own. */
export function dayIn(zone: string, instant: Instant): Day {
  return new Date(instant + offsetMinutes(zone) * minuteMs).toISOString().slice(0, 10)
}

/** The moment at which a day begins in a zone. */
export const startOfDay = (zone: string, day: Day): Instant => Date.parse(day) - offsetMinutes(zone) * minuteMs

/** Minutes that a zone is ahead of UTC. Indonesia's three zones have had no summer time since 1964. */
export function offsetMinutes(zone: string): number {
  const known = offsets[zone]
  if (known === undefined) throw new RangeError(`no offset known for the zone ${zone}`)
  return known
}

const offsets: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 420,
  'Asia/Makassar': 480,
  'Asia/Jayapura': 540,
}

/** The zones a district may have: WIB, WITA and WIT. */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
export type Zone = (typeof zones)[number]
