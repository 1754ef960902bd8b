import type { ActivityPayRow } from '../activity/pay.ts'
import type { BatchRow, BlankRow } from '../blank/blank.ts'
import type { AttachmentRow, CaseRow, GrantRow } from '../case/case.ts'
import type { ChallengeRow } from '../challenge/challenge.ts'
import type { DutyRow } from '../duty/duty.ts'
import type { AssessmentRow } from '../independence/assessment.ts'
import type { IndependenceInstrumentRow } from '../independence/instrument.ts'
import type { JointPartnerRow, JointRow, JointTargetRow, JointTaskRow } from '../joint/joint.ts'
import type { Day } from '../kernel/instant.ts'
import type { Json, JsonObject } from '../kernel/json.ts'
import type { LetterRow } from '../letter/letter.ts'
import type { CalendarDayRow, ListItemRow, OfficeHoursRow } from '../lists/rows.ts'
import type { LoadHeardRow, LoadRow } from '../load/load.ts'
import type { MeetingRow, MeetingTaskRow } from '../meeting/meeting.ts'
import type { ApplicationRow, NeedRow, ParticipationRow, QuotaRow } from '../need/need.ts'
import type { NetworkFactRow, NetworkOfficeRow } from '../network/network.ts'
import type { NetworkTargetRow } from '../network/target.ts'
import type { AreaRow, LeaveRow, OfficeRow, OfficeWeekRow, PostRow, StaffRow } from '../office/office.ts'
import type { PpksRow, PpksServiceRow } from '../ppks/ppks.ts'
import type { ProgrammeRow } from '../programme/programme.ts'
import type { MinutesRow, ProposalBatchRow, ProposalRow } from '../proposal/proposal.ts'
import type { PsksEventRow, PsksPostingRow, PsksReportRow, PsksRow } from '../psks/psks.ts'
import type { ReferralRow } from '../referral/referral.ts'
import type { ErasureRow } from '../registry/erasure-row.ts'
import type { LinkRow } from '../registry/link.ts'
import type { PairRow } from '../registry/merge-row.ts'
import type { FamilyRow, PersonRow, RecordRow } from '../registry/registry.ts'
import type { AffectedRow, SurgeRow } from '../surge/surge.ts'
import type { VisitPhotoRow, VisitRow } from '../visit/visit.ts'

/** The tables that a ledger proves, and the row of each. */
export interface Rows {
  readonly case: CaseRow
  readonly referral: ReferralRow
  readonly grant: GrantRow
  readonly attachment: AttachmentRow
  readonly letter: LetterRow
  readonly batch: BatchRow
  readonly blank: BlankRow
  readonly office: OfficeRow
  readonly staff: StaffRow
  readonly post: PostRow
  readonly leave: LeaveRow
  readonly duty: DutyRow
  readonly area: AreaRow
  readonly officeWeek: OfficeWeekRow
  readonly networkOffice: NetworkOfficeRow
  readonly networkFact: NetworkFactRow
  readonly networkTarget: NetworkTargetRow
  readonly listItem: ListItemRow
  readonly calendarDay: CalendarDayRow
  readonly officeHours: OfficeHoursRow
  readonly joint: JointRow
  readonly jointPartner: JointPartnerRow
  readonly jointTask: JointTaskRow
  readonly jointTarget: JointTargetRow
  readonly meeting: MeetingRow
  readonly meetingTask: MeetingTaskRow
  readonly person: PersonRow
  readonly family: FamilyRow
  readonly registryRecord: RecordRow
  readonly visit: VisitRow
  readonly visitPhoto: VisitPhotoRow
  readonly surge: SurgeRow
  readonly affected: AffectedRow
  readonly registryPair: PairRow
  readonly load: LoadRow
  readonly loadHeard: LoadHeardRow
  readonly programme: ProgrammeRow
  readonly need: NeedRow
  readonly application: ApplicationRow
  readonly participation: ParticipationRow
  readonly quota: QuotaRow
  readonly proposal: ProposalRow
  readonly minutes: MinutesRow
  readonly proposalBatch: ProposalBatchRow
  readonly ppks: PpksRow
  readonly ppksService: PpksServiceRow
  readonly psks: PsksRow
  readonly psksReport: PsksReportRow
  readonly psksEvent: PsksEventRow
  readonly psksPosting: PsksPostingRow
  readonly activityPay: ActivityPayRow
  readonly independence: AssessmentRow
  readonly independenceInstrument: IndependenceInstrumentRow
  readonly challenge: ChallengeRow
  readonly registryLink: LinkRow
  readonly registryErasure: ErasureRow
}
export type Table = keyof Rows
/** What is named stands before what names it: whoever writes all of it anew goes in this order, and back to take away. */
export const tables = [
  'office',
  'staff',
  'post',
  'leave',
  'duty',
  'area',
  'officeWeek',
  'networkOffice',
  'networkFact',
  'networkTarget',
  'listItem',
  'calendarDay',
  'officeHours',
  'case',
  'referral',
  'grant',
  'attachment',
  'letter',
  'batch',
  'blank',
  'joint',
  'jointPartner',
  'jointTask',
  'jointTarget',
  'meeting',
  'meetingTask',
  'person',
  'family',
  'registryRecord',
  'visit',
  'visitPhoto',
  'surge',
  'affected',
  'registryPair',
  'load',
  'programme',
  'need',
  'quota',
  'application',
  'participation',
  'minutes',
  'proposalBatch',
  'proposal',
  'ppks',
  'ppksService',
  'psks',
  'psksReport',
  'psksEvent',
  'psksPosting',
  'activityPay',
  'independence',
  'independenceInstrument',
  'challenge',
  'registryLink',
  'registryErasure',
  'loadHeard',
] as const satisfies readonly Table[]

/** LETTER-31 A place in a dense series, which the ledger gives under its head's lock, and the number that is made of it. */
export interface Numbered {
  readonly series: string
  readonly pattern: string
}

/** One row's change, resolved: `base` is the version it was decided on (0 makes the row), `set` what it becomes. */
export type Change<Name extends Table = Table> = {
  [T in Name]: {
    readonly table: T
    readonly id: string
    readonly base: number
    readonly set: Partial<Omit<Rows[T], 'id' | 'version' | 'number'>>
    readonly numbered?: Numbered
  }
}[Name]

/** Work for a later moment, which commits, or vanishes, with the change that asked for it. */
export interface JobRequest {
  readonly task: string
  readonly runAt: number
  readonly data: JsonObject
}

/**
 * LEDGER-17 What one command asks for later: one thing, or nothing. It is kept under the command and its task; a second
 * one of the same task would meet the key of the first and be taken for a repeat of the whole command.
 */
export type Jobs = readonly [] | readonly [JobRequest]

/**
 * What core decided: everything resolved, so that reading it back needs no reference data (architecture section 3).
 * `say` are facts for the history that a person reads (reason codes, names of offices at the time).
 */
export interface Decision {
  readonly action: string
  readonly note: string
  readonly say: JsonObject
  readonly day: Day
  readonly changes: readonly Change[]
  readonly jobs: Jobs
  /** Entries whose words go with this one, and what is left of each. */
  readonly erases?: readonly Remnant[]
}

/** What is left of an erased entry, kept by the entry that erased it: enough to fold, and nothing of any person. */
export interface Remnant {
  readonly seq: number
  readonly payload: Payload
}

/** A decision as its entry keeps it. `v` is the entry version; older ones are read through `upcast`. */
export interface Payload {
  readonly v: 1
  readonly action: string
  readonly note: string
  readonly say: JsonObject
  readonly day: Day
  readonly changes: readonly Change[]
  readonly erases?: readonly Remnant[]
}

/** The part of a decision that is written down. Jobs are consequences, not facts. */
export const payloadOf = ({ action, note, say, day, changes, erases }: Decision): Payload => ({
  v: 1,
  action,
  note,
  say,
  day,
  changes,
  ...(erases ? { erases } : {}),
})

/** Any row of a ledger's tables, as folding gives it. */
export type AnyRow = { readonly [key: string]: Json | undefined } & { readonly id: string; readonly version: number }
