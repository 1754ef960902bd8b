import type { Face } from '@openslrt/core/condition/condition.ts'
import { conditionsQuery } from '@openslrt/core/contract/conditions.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'

export const conditionPath = '/kondisi'

/** What an address asks to see; what it does not say, or says wrongly, is left to the server: one's own place, desil. */
export function askedIn(search: string): { readonly place?: PlaceCode; readonly face?: Face } {
  const params = new URLSearchParams(search)
  const place = conditionsQuery.shape.place.safeParse(params.get('place') ?? undefined)
  const face = conditionsQuery.shape.face.safeParse(params.get('face') ?? undefined)
  return { ...(place.data ? { place: place.data } : {}), ...(face.success ? { face: face.data } : {}) }
}
