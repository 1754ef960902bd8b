import type { DutyId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Span } from '../kernel/span.ts'
import { gapsIn } from '../kernel/span.ts'
import type { LedgerCode } from '../place/code.ts'

/** A turn in which somebody answers for the red cards of an office, day and night. */
export type DutyRow = {
  readonly id: DutyId
  readonly district: LedgerCode
  readonly version: number
  readonly office: OfficeId
  readonly staff: StaffId
  readonly from: Instant
  readonly until: Instant
}

/** A turn as far as it tells whether somebody is really there. */
export interface Turn extends Span {
  /** Whether whoever is named still works on cases at the office. */
  readonly here: boolean
  /** Their leaves from the office, and whether another does their post meanwhile. */
  readonly leaves: readonly (Span & { readonly covered: boolean })[]
}

/** DUTY-7 The times of a roster in which nobody takes a red card: no turn, or a turn of somebody who left or is away. */
export const unmanned = (turns: readonly Turn[], within: Span): readonly Span[] =>
  gapsIn(turns.flatMap(presence), within)

const presence = ({ here, leaves, from, until }: Turn): readonly Span[] =>
  here
    ? gapsIn(
        leaves.filter(({ covered }) => !covered),
        { from, until },
      )
    : []
