import type { StaffActor } from '../access/actor.ts'
import type { Policy } from '../case/policy.ts'
import type { StaffId } from '../kernel/id.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { MeetingKind } from './kinds.ts'
import type { MeetingRow, MeetingTaskRow, NamedCase } from './meeting.ts'
import type { MeetingRefusal } from './refusal.ts'

/** What a decision about a meeting looks at beside it. */
export interface MeetingLook {
  readonly meeting: MeetingRow | null
  readonly tasks: readonly MeetingTaskRow[]
  /** A kind as its list says it today; null where it is not on it. */
  readonly kind: (code: string) => MeetingKind | null
  /** The cases of the agenda that the actor sees, by `caseKey`. */
  readonly cases: ReadonlyMap<string, NamedCase>
  /** The sitting that this one follows, whether another follows it already, and what its series left open. */
  readonly former: { readonly meeting: MeetingRow; readonly followed: boolean; readonly open: readonly string[] } | null
  /** Who works at the office that is to own a task. */
  readonly staffThere: ReadonlySet<StaffId>
}

export const noMeeting: MeetingLook = {
  meeting: null,
  tasks: [],
  kind: () => null,
  cases: new Map(),
  former: null,
  staffThere: new Set(),
}

export type MeetingAnswer = Result<Decision, MeetingRefusal>
export interface MeetingScene {
  readonly look: MeetingLook
  readonly actor: StaffActor
  readonly policy: Policy
}

/** What is written down of an act. */
export const decision = (
  { policy }: Pick<MeetingScene, 'policy'>,
  action: string,
  note: string,
  say: JsonObject,
  changes: readonly Change[],
): Decision => ({ action, note, say, day: policy.day, changes, jobs: [] })
