import { z } from 'zod'
import type { ErasureBasis } from '../case/case.ts'
import type { ErasureId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import type { Holder } from './registry.ts'

export const erasureStatuses = ['asked', 'declined', 'erased'] as const
export const erasureStatus = z.enum(erasureStatuses)
export type ErasureStatus = z.infer<typeof erasureStatus>

/** The wish that a person, or a family with its members, be forgotten: asked for by one, declined or done by another. */
export type ErasureRow = {
  readonly id: ErasureId
  readonly district: LedgerCode
  readonly version: number
  readonly of: Holder
  readonly holder: string
  readonly place: PlaceCode
  readonly basis: ErasureBasis
  /** Why, in words; they go with the data. */
  readonly words: string
  readonly status: ErasureStatus
  readonly office: OfficeId
  readonly askedBy: StaffId
  readonly askedAt: Instant
  readonly decidedBy: StaffId | null
  readonly decidedAt: Instant | null
  /** Entries about others too whose remnants lie in the entry of this erasure: the next one that is about them finds them here. */
  readonly carries: readonly number[]
}
