import { z } from 'zod'
import { restrictedKind } from '../access/permission.ts'
import { lineText } from '../contract/case.ts'

/** The list of the types of PPKS: dated data of the nation, because figures of all districts are compared by them. */
export const ppksTypeList = 'ppks-type'

/** PPKS-1 A type's number in the ministry's list, and the restricted kind that a role must name to see whose row it is. */
export const ppksTypeData = z.strictObject({
  number: z.int().min(1).max(99),
  restricted: restrictedKind.nullable(),
})
export type PpksType = z.infer<typeof ppksTypeData>

/** The list of limits below which a number is not told, because people could be known by it. */
export const cellLimitList = 'cell-limit'
export const cellLimitCodes = ['ppks', 'need'] as const
export type CellLimit = (typeof cellLimitCodes)[number]
export const cellLimitData = z.strictObject({
  least: z.int().min(2).max(50),
  basis: lineText(300),
})
/** What counts where the list says nothing. */
export const usualLeast = 5
