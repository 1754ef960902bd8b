import type { Policy } from '../case/policy.ts'
import type { Instant } from '../kernel/instant.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { CutOff } from './cut-off.ts'
import type { MinutesRow, ProposalRow } from './proposal.ts'
import type { ProposalRefusal } from './refusal.ts'

/** The lists of reasons that proposals use. */
export const reasonLists = ['proposal-reason', 'proposal-return', 'proposal-answer'] as const
export type ReasonList = (typeof reasonLists)[number]

/** What a decision about proposals looks at: rows as they are, and lists as they stand in the place today. */
export interface ProposalLook {
  readonly proposal: ProposalRow | null
  readonly minutes: MinutesRow | null
  /** Those that the minutes or the batch name, as far as the actor sees them, by their ids. */
  readonly proposals: ReadonlyMap<string, ProposalRow>
  readonly has: (list: ReasonList, code: string) => boolean
  /** What closes when, on the day of a moment. */
  readonly cutOff: (at: Instant) => CutOff
  /** The systems that are typed into, with their fields in order. */
  readonly targets: ReadonlyMap<string, readonly string[]>
  /** Whether the file that is named was sent before. */
  readonly filed: boolean
}

export type ProposalAnswer = Result<Decision, ProposalRefusal>

/** What is written down of an act. */
export const decision = (
  { day }: Pick<Policy, 'day'>,
  action: string,
  note: string,
  say: JsonObject,
  changes: readonly Change[],
): Decision => ({ action, note, say, day, changes, jobs: [] })
