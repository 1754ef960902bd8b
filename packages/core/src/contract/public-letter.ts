import { z } from 'zod'
import { letterKind } from '../letter/kinds.ts'
import { letterStatus } from '../letter/letter.ts'

/** All that a letter's check page shows: what the database function `public_letter` gives for a right secret. */
export const publicLetter = z.object({
  kind: letterKind,
  status: letterStatus,
  number: z.string(),
  issuedAt: z.int(),
  office: z.string(),
  /** The name on it, masked. */
  holder: z.string(),
  replacedBy: z.string().nullable(),
  changedAt: z.int(),
})
export type PublicLetter = z.infer<typeof publicLetter>
