import type { Names } from '@openslrt/core/lists/item.ts'
import type { PpksType } from '@openslrt/core/ppks/types.ts'
import { ppksTypeData, ppksTypeList } from '@openslrt/core/ppks/types.ts'
import type { Reference } from '../reference/index.ts'
import { cellLimitOn } from '../reference/index.ts'

export interface NamedType extends PpksType {
  readonly code: string
  readonly names: Names
}

/** The types of PPKS as the list holds them on a day, in the ministry's order. */
export const typesOn = (reference: Reference, district: string, day: string): readonly NamedType[] =>
  reference
    .list(ppksTypeList, district, day)
    .flatMap(({ code, names, data }) => {
      const type = ppksTypeData.safeParse(data)
      return type.success ? [{ code, names, ...type.data }] : []
    })
    .toSorted((one, other) => one.number - other.number)

export const codesOn = (reference: Reference, list: string, district: string, day: string): ReadonlySet<string> =>
  new Set(reference.list(list, district, day).map(({ code }) => code))

/** PPKS-9 Below how many a number of a restricted type is not told. */
export const leastOn = (reference: Reference, district: string, day: string): number =>
  cellLimitOn(reference, 'ppks', district, day)
