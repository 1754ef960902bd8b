import type { StaffActor } from '../access/actor.ts'
import type { ListName, Policy } from '../case/policy.ts'
import type { NeedCommand, NeedCommandData } from '../contract/need.ts'
import type { Result } from '../kernel/result.ts'
import { ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { PlaceCode } from '../place/code.ts'
import type { ProgrammeFacts } from './facts.ts'
import type { ApplicationRow, Holder, NeedRow, ParticipationRow, QuotaRow } from './need.ts'
import type { NeedRefusal } from './refusal.ts'

export type NeedMove = {
  [Kind in NeedCommand]: { readonly kind: Kind; readonly subject: string; readonly data: NeedCommandData[Kind] }
}[NeedCommand]
export type MoveOf<Kind extends NeedCommand> = Extract<NeedMove, { kind: Kind }>
export type NeedAnswer = Result<Decision, NeedRefusal>

/** Whose something is, as far as the actor may know them. */
export type HolderFacts = Holder & {
  readonly place: PlaceCode
  readonly name: string
  /** Whether it is of a case that only some may see. */
  readonly restricted: boolean
}

/** One who waits, as far as moving up looks: for which quota, and since when. */
export type InLine = Pick<ApplicationRow, 'id' | 'version' | 'quota' | 'ticket' | 'decidedAt'>

/** What a decision about needs looks at. What the actor may not see is not there. */
export interface NeedFile {
  readonly need: NeedRow | null
  readonly application: ApplicationRow | null
  readonly participation: ParticipationRow | null
  /** Needs of the holder for which the programme was granted, as far as they are not met. */
  readonly granted: readonly NeedRow[]
  readonly holder: HolderFacts | null
  readonly programme: ProgrammeFacts | null
  /** Whether the same was asked already: an application of the need that stands, what is said of a programme, a quota. */
  readonly twice: boolean
  readonly quota: QuotaRow | null
  /** Whether nobody gets a place of it at once: others wait from the period before, or its own time is over. */
  readonly owed: boolean
  /** The other quotas of the programme, as far as their times have to do with the one that is set. */
  readonly around: readonly QuotaRow[]
  /** Those who wait for these quotas, of each the first in front; as many as could move up now. */
  readonly line: readonly InLine[]
  readonly knowsPlace: boolean
}

export interface NeedScene {
  readonly file: NeedFile
  readonly actor: StaffActor
  readonly policy: Policy
}

export const isListed = ({ policy }: NeedScene, list: ListName, code: string): boolean =>
  policy.reasons.get(list)?.has(code) ?? false

/** A decision with these changes, all of them resolved. */
export const decided = (
  { policy }: Pick<NeedScene, 'policy'>,
  action: string,
  note: string,
  changes: readonly Change[],
): NeedAnswer => ok({ action, note, say: {}, day: policy.day, changes, jobs: [] })
