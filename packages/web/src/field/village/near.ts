import type { Spot } from '../spot.ts'

/** Where a house stands, in degrees; of the registry, or of a sensor. */
export interface Point {
  readonly lat: number
  readonly long: number
}

/** The point of a house as the registry keeps it: latitude and longitude. */
export function pointOf(value: unknown): Point | null {
  const [lat, long] = Array.isArray(value) ? value : []
  return typeof lat === 'number' && typeof long === 'number' && Math.abs(lat) <= 90 && Math.abs(long) <= 180
    ? { lat, long }
    : null
}

const radius = 6_371_000
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** FIELD-27 Metres between two points, over the ground as the crow flies. */
export function metresBetween(one: Point, other: Point): number {
  const [north, east] = [rad(other.lat - one.lat) / 2, rad(other.long - one.long) / 2]
  const arc = Math.sin(north) ** 2 + Math.cos(rad(one.lat)) * Math.cos(rad(other.lat)) * Math.sin(east) ** 2
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(arc)))
}

/** How far it is, as people say it, and no more exactly than the phone knows where it stands. */
export type Far =
  | { readonly kind: 'here'; readonly metres: number }
  | { readonly kind: 'metres'; readonly metres: number; readonly accuracy: number }
  | { readonly kind: 'km'; readonly km: number }

/** FIELD-27 Nearer than the phone can tell is "here"; up to a kilometre in tens of metres, and further off in kilometres. */
export function farOf(spot: Spot, house: Point): Far {
  const metres = metresBetween(spot, house)
  if (metres <= Math.max(10, spot.accuracy)) return { kind: 'here', metres: Math.max(10, spot.accuracy) }
  if (metres < 1_000) return { kind: 'metres', metres: Math.round(metres / 10) * 10, accuracy: spot.accuracy }
  return { kind: 'km', km: Math.round(metres / 100) / 10 }
}

/** FIELD-27 A link that the phone's own map opens: nothing is fetched by us, and nobody else is told who looks. */
export const geoLink = ({ lat, long }: Point): string => `geo:${lat},${long}?q=${lat},${long}`

const hamlet = /\b(dusun|dukuh|padukuhan|kampung|lingkungan|banjar|rw)\s*\.?\s*([\p{L}\d]+)/iu

/** The part of a village that an address names; empty where it names none. */
export function hamletIn(address: string): string {
  const [, kind, name] = hamlet.exec(address) ?? []
  if (!kind || !name) return ''
  const word = kind.toLowerCase() === 'rw' ? 'RW' : kind.slice(0, 1).toUpperCase() + kind.slice(1).toLowerCase()
  return `${word} ${/^\d+$/.test(name) ? name.padStart(2, '0') : name}`
}
