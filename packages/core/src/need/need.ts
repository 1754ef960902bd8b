import { z } from 'zod'
import type {
  ApplicationId,
  CaseId,
  FamilyId,
  NeedId,
  OfficeId,
  ParticipationId,
  PersonId,
  ProgrammeId,
  QuotaId,
} from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'

export const needStatuses = ['recorded', 'matched', 'applied', 'met', 'unmet'] as const
export const needStatus = z.enum(needStatuses)
export type NeedStatus = z.infer<typeof needStatus>

/** Whose something is: a person or family of the registry, a case, or several of these at once. */
export type Holder = {
  readonly person: PersonId | null
  readonly family: FamilyId | null
  readonly caseId: CaseId | null
}

/** Something that somebody is in need of (kebutuhan), from its record until it is met or is told not to be. */
export type NeedRow = Holder & {
  readonly id: NeedId
  readonly district: LedgerCode
  readonly version: number
  readonly place: PlaceCode
  /** An item of the list of kinds. */
  readonly kind: string
  readonly text: string
  readonly status: NeedStatus
  /** The programme that was found for it last. */
  readonly programme: ProgrammeId | null
  /** How many of its applications still stand: sent, on a waiting list, or granted. */
  readonly standing: number
  /** Why it is not met: an item of the list of reasons. */
  readonly reason: string | null
  readonly note: string | null
  /** The day on which it was recorded; its year is the one that it counts in. */
  readonly day: Day
  readonly office: OfficeId
  readonly by: string
  readonly recordedAt: Instant
  readonly settledAt: Instant | null
  readonly changedAt: Instant
}

export const applicationStatuses = ['drafted', 'sent', 'waiting', 'granted', 'refused', 'withdrawn'] as const
export const applicationStatus = z.enum(applicationStatuses)
export type ApplicationStatus = z.infer<typeof applicationStatus>

/** What somebody asks of a programme for one need (permohonan), followed until it is decided. */
export type ApplicationRow = Holder & {
  readonly id: ApplicationId
  readonly district: LedgerCode
  readonly version: number
  readonly need: NeedId
  readonly place: PlaceCode
  readonly kind: string
  readonly programme: ProgrammeId
  readonly programmeHome: LedgerCode
  readonly programmeName: string
  /** Whom it is for, as the deciding office is told. */
  readonly name: string
  /** Who asks, and who decides. */
  readonly from: OfficeId
  readonly office: OfficeId
  readonly status: ApplicationStatus
  /** What the programme asks for, and what of it is there. */
  readonly papers: readonly string[]
  readonly ticked: readonly string[]
  /** The quota whose place it takes or waits for, and its place in the order of those who wait. */
  readonly quota: QuotaId | null
  readonly ticket: number | null
  readonly reason: string | null
  readonly note: string | null
  readonly decidedBy: string | null
  readonly dueDay: Day | null
  readonly dueAt: Instant | null
  readonly remindAt: Instant | null
  readonly overdueSince: Instant | null
  readonly draftedAt: Instant
  readonly sentAt: Instant | null
  readonly decidedAt: Instant | null
  readonly changedAt: Instant
}

export const participationStatuses = ['receives', 'stopped', 'never'] as const
export const participationStatus = z.enum(participationStatuses)
export type ParticipationStatus = z.infer<typeof participationStatus>
/** Of whom the help came at all; and to whom it comes now. */
export const everReceived: readonly ParticipationStatus[] = ['receives', 'stopped']
export const nowReceives: ParticipationStatus = 'receives'

export const answers = ['yes', 'no', 'unknown'] as const
export const answer = z.enum(answers)
export type Answer = z.infer<typeof answer>

/** Who said it: the person, somebody of the family, an officer who saw it, a paper that shows it. */
export const sayers = ['person', 'family', 'officer', 'document'] as const
export const sayer = z.enum(sayers)
export type Sayer = z.infer<typeof sayer>

/** What somebody has of a programme (kepesertaan), as it was last said. */
export type ParticipationRow = Holder & {
  readonly id: ParticipationId
  readonly district: LedgerCode
  readonly version: number
  readonly place: PlaceCode
  readonly programme: ProgrammeId
  readonly programmeName: string
  readonly status: ParticipationStatus
  /** Why it stopped: an item of the list of reasons; null where it goes on, and in what was said before reasons were. */
  readonly reason: string | null
  readonly since: Day | null
  readonly until: Day | null
  readonly amountRight: Answer
  readonly onTime: Answer
  readonly useful: Answer
  readonly saidBy: Sayer
  readonly saidOn: Day
  readonly by: string
  readonly changedAt: Instant
}

/** How many places a programme has for the people of a place in a period. Granted and waiting are counted here alone. */
export type QuotaRow = {
  readonly id: QuotaId
  readonly district: LedgerCode
  readonly version: number
  readonly programme: ProgrammeId
  readonly programmeHome: LedgerCode
  readonly programmeName: string
  readonly place: PlaceCode
  readonly from: Day
  readonly until: Day
  readonly places: number
  readonly granted: number
  /** Places that quotas of narrower places have of it; null in one from before there were shares. */
  readonly shared: number | null
  readonly waiting: number
  /** The last place that was given in the order of those who wait. */
  readonly lastTicket: number
  readonly office: OfficeId
  readonly changedAt: Instant
}
