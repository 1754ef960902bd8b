import type { PlaceCode } from '../place/code.ts'
import { covers, parentOf } from '../place/code.ts'
import type { PsksRow } from './psks.ts'

export interface VillageCover {
  readonly village: PlaceCode
  /** How many serve it, by kind; a kind that is not there has none. */
  readonly kinds: Readonly<Record<string, number>>
  readonly total: number
}

/**
 * PSKS-8 Who serves each village: those who name it, its sub-district or its district. A village that nobody serves stands
 * there with nothing, so that it is seen.
 */
export function coverOf(
  villages: readonly PlaceCode[],
  serving: readonly Pick<PsksRow, 'kind' | 'serves'>[],
): readonly VillageCover[] {
  const at = new Map<PlaceCode, Record<string, number>>()
  for (const { kind, serves } of serving)
    for (const place of new Set(serves.filter((one) => !serves.some((above) => above !== one && covers(above, one))))) {
      const kinds = at.get(place) ?? {}
      kinds[kind] = (kinds[kind] ?? 0) + 1
      at.set(place, kinds)
    }
  return villages.map((village) => {
    const kinds: Record<string, number> = {}
    for (let place: PlaceCode | null = village; place; place = parentOf(place))
      for (const [kind, n] of Object.entries(at.get(place) ?? {})) kinds[kind] = (kinds[kind] ?? 0) + n
    return { village, kinds, total: Object.values(kinds).reduce((sum, n) => sum + n, 0) }
  })
}
