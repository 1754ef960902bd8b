import { z } from 'zod'
import type { ActivityPayId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'

/** Where the payment for a month stands. */
export const payStatuses = ['sent', 'approved', 'paid', 'returned'] as const
export const payStatus = z.enum(payStatuses)
export type PayStatus = z.infer<typeof payStatus>

/** What a facilitator is paid for a month: their report was sent in, looked at, and paid or sent back. */
export type ActivityPayRow = {
  readonly id: ActivityPayId
  readonly district: LedgerCode
  readonly version: number
  readonly staff: StaffId
  readonly month: string
  /** The office from which it was sent in, and its place. */
  readonly office: OfficeId
  readonly place: PlaceCode
  readonly status: PayStatus
  /** In rupiah, where it is said. */
  readonly amount: number | null
  /** When it was paid, and by which paper: the number of a transfer or of an order to pay. */
  readonly paidOn: Day | null
  readonly reference: string | null
  /** Why it was sent back. */
  readonly note: string | null
  readonly sentAt: Instant
  readonly judgedBy: StaffId | null
  readonly judgedAt: Instant | null
}
