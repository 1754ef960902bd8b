import type { FactAbout, SaidFact } from '../contract/network.ts'
import type { NetworkFactId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'
import type { Connection, Initiator, NetworkState } from './kinds.ts'

/** A fact that holds, and since when. */
export type KeptFact = {
  readonly from: Day
  readonly said: SaidFact
}

/** Where an office of the network stands, and what holds of it today. It has the office's id. */
export type NetworkOfficeRow = {
  readonly id: OfficeId
  readonly district: LedgerCode
  readonly version: number
  readonly state: NetworkState | null
  readonly stateOn: Day | null
  readonly facts: readonly KeptFact[]
  /** Out of the facts, so that lists are found by them. */
  readonly grownYear: number | null
  readonly cohort: number | null
  readonly initiator: Initiator | null
  readonly connection: Connection | null
  readonly changedAt: Instant
}

/** NETWORK-2 Something that was once said of an office: it is never changed and never taken away. */
export type NetworkFactRow = {
  readonly id: NetworkFactId
  readonly district: LedgerCode
  readonly version: number
  readonly office: OfficeId
  readonly about: FactAbout | 'state'
  readonly fromDay: Day
  /** The fact; null where it was told where the office stands. */
  readonly said: SaidFact | null
  readonly state: NetworkState | null
  readonly reason: string
  readonly saidBy: StaffId
  readonly saidAt: Instant
}
