import { z } from 'zod'

const minute = z
  .int()
  .min(0)
  .max(24 * 60)
const hours = z.tuple([minute, minute]).refine(([opens, closes]) => opens < closes)
/** Seven days from Monday on, each with its hours or closed. Without one open day no clock could ever end. */
export const week = z
  .array(hours.nullable())
  .length(7)
  .refine((days) => days.some((day) => day !== null))
