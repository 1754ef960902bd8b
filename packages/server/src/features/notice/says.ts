import { noticeLine } from '@openslrt/core/contract/notice-queries.ts'
import { z } from 'zod'

/** The facts of a notice, as they were written down. */
export const says = z.object({
  officeName: z.string(),
  until: z.number().nullable(),
  step: noticeLine.shape.step,
  act: z.string().nullable(),
})
