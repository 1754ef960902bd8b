import { z } from 'zod'
import { surgeId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import { wireDay } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'
import { ledgerCode } from '../place/code.ts'
import type { PublicPicture } from '../surge/public-counts.ts'

const count = z.int().min(0)

/** A list that is told to everybody, among others. */
export const publicSurgeLine = z.object({
  district: ledgerCode,
  id: surgeId,
  name: z.string(),
  placeName: z.string(),
  day: wireDay,
  open: z.boolean(),
})
export type PublicSurgeLine = z.infer<typeof publicSurgeLine>

/** What the database counts of such a list. Nothing of it goes out but through `publicPicture`. */
export const countedSurge = z.object({
  name: z.string(),
  placeName: z.string(),
  day: wireDay,
  open: z.boolean(),
  counts: z.object({ total: count, matched: count, opened: count, placed: count, done: count }),
  places: z.array(z.object({ name: z.string(), total: count, done: count })),
  days: z.array(z.object({ day: wireDay, done: count })),
})

/** A list as its public page shows it. */
export interface PublicSurge extends PublicPicture {
  readonly district: LedgerCode
  readonly name: string
  readonly placeName: string
  readonly day: Day
  readonly open: boolean
}
