import { z } from 'zod'

/** INDEP-4 What the system itself counts of a district, each as so many of so many. */
export const figureCodes = ['puskesos', 'facilitated', 'posts', 'handled', 'confirmed', 'referred'] as const
export const figureCode = z.enum(figureCodes)
export type FigureCode = z.infer<typeof figureCode>

export const figure = z.object({ n: z.int().min(0), of: z.int().min(0) })
export type Figure = z.infer<typeof figure>
export type Figures = { readonly [Code in FigureCode]: Figure }
export const figures = z.record(figureCode, figure)

/** For how many days back events are counted. */
export const countedDays = 365

/** Roles that an SLRT needs somebody in: the posts of the district that are counted as filled (domain.md 2.1). */
export const neededRoles = ['manager', 'supervisor', 'fo', 'bo', 'facilitator', 'coordinator'] as const

/**
 * INDEP-4 The level that a figure suggests: how many steps it reached, in whole numbers. Null where nothing could be counted
 * of: no villages, or no case in a year, says nothing about how they are handled.
 */
export function suggested({ n, of }: Figure, steps: readonly number[]): number | null {
  if (of === 0) return null
  return steps.filter((step) => n * 100 >= step * of).length
}
