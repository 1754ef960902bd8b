import { z } from 'zod'

/**
 * Kemendagri's dotted codes: province `34`, district `34.04`, sub-district `34.04.07`, village `34.04.07.2001`.
 * The nation's own ledger and offices carry `00`.
 */
export const placeCode = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)
  .brand<'place'>()
export type PlaceCode = z.infer<typeof placeCode>

export const villageCode = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
  .brand<'place'>()

/** A ledger's key: a district `34.04`, a province `34`, or the nation `00`. */
export const ledgerCode = z
  .string()
  .regex(/^\d{2}(\.\d{2})?$/)
  .brand<'ledger'>()
export type LedgerCode = z.infer<typeof ledgerCode>

export const nation = ledgerCode.parse('00')
export const nationPlace = placeCode.parse('00')

export const placeLevels = ['nation', 'province', 'district', 'subdistrict', 'village'] as const
export type PlaceLevel = (typeof placeLevels)[number]

const levelByLength: Readonly<Record<number, PlaceLevel>> = {
  2: 'province',
  5: 'district',
  8: 'subdistrict',
  13: 'village',
}

/** The level that a code names. */
export function levelOf(code: PlaceCode): PlaceLevel {
  return code === nationPlace ? 'nation' : (levelByLength[code.length] ?? 'village')
}

/** Whether a place holds districts: above one only counters are seen, and nobody goes from house to house. */
export const isRegion = (code: PlaceCode): boolean => ['province', 'nation'].includes(levelOf(code))

/** The ledger in which things of this place are written: its district's, its province's, or the nation's. */
export function ledgerOf(code: PlaceCode): LedgerCode {
  return ledgerCode.parse(code.slice(0, 5))
}

/** ACCESS-2 Whether `target` lies in or under `served`. The nation holds every place. */
export function covers(served: PlaceCode, target: PlaceCode): boolean {
  return served === nationPlace || target === served || target.startsWith(`${served}.`)
}

/**
 * The half-open range of codes in and under a place, for an index on the plain text: `.` sorts before `/`, so
 * `34.04` covers `['34.04', '34.04/')`. SQL repeats `covers` with it; a property test binds the two (R6).
 */
export function rangeOf(served: PlaceCode): { readonly from: string; readonly to: string } {
  return served === nationPlace ? { from: '0', to: ':' } : { from: served, to: `${served}/` }
}

/** The lowest place that covers all of these. */
export function placeOver(places: readonly PlaceCode[]): PlaceCode {
  let over = places[0] ?? nationPlace
  while (!places.every((place) => covers(over, place))) over = parentOf(over) ?? nationPlace
  return over
}

/** The place above, or null for a province and the nation. */
export function parentOf(code: PlaceCode): PlaceCode | null {
  const cut = code.lastIndexOf('.')
  return cut < 0 ? null : placeCode.parse(code.slice(0, cut))
}
