import type { CellLimit } from '@openslrt/core/ppks/types.ts'
import { cellLimitData, cellLimitList, usualLeast } from '@openslrt/core/ppks/types.ts'
import type { Reference } from './reference.ts'

/** PPKS-9, NEED-9 Below how many a number is not told, as the list holds it for a day. */
export function cellLimitOn(reference: Pick<Reference, 'list'>, of: CellLimit, district: string, day: string): number {
  const said = reference.list(cellLimitList, district, day).find(({ code }) => code === of)
  return cellLimitData.safeParse(said?.data).data?.least ?? usualLeast
}
