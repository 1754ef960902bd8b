import { z } from 'zod'
import type { CaseId, OfficeId, PsksEventId, PsksId, PsksPostingId, PsksReportId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'

/** Where a PSKS stands, and a report of theirs. The tables of moves say what may follow what. */
export const psksStatuses = ['registered', 'returned', 'verified', 'ended'] as const
export const psksStatus = z.enum(psksStatuses)
export type PsksStatus = z.infer<typeof psksStatus>
export const reportStatuses = ['sent', 'returned', 'accepted'] as const
export const reportStatus = z.enum(reportStatuses)
export type ReportStatus = z.infer<typeof reportStatus>
export const psksWho = ['person', 'institution'] as const
export type PsksWho = (typeof psksWho)[number]

/** A source of social welfare (PSKS): somebody who helps, or a body that does. Numbers and values lie sealed. */
export type PsksRow = {
  readonly id: PsksId
  readonly district: LedgerCode
  readonly version: number
  readonly kind: string
  readonly who: PsksWho
  /** Where they live or sit: a village, or the sub-district or district itself. */
  readonly place: PlaceCode
  /** The places that they serve. */
  readonly serves: readonly PlaceCode[]
  readonly office: OfficeId
  /** Their own account, where they have one: they hear of their tasks themselves. */
  readonly staff: StaffId | null
  readonly name: string
  readonly nik: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  /** What the fields of the kind say, as JSON. */
  readonly fields: string
  readonly status: PsksStatus
  readonly note: string | null
  readonly registeredBy: StaffId
  readonly verifiedBy: StaffId | null
  /** The day on which all of it was last said to hold. */
  readonly checkedOn: Day | null
  readonly registeredAt: Instant
  readonly changedAt: Instant
}

/** What a PSKS did in a month: what they are paid for. */
export type PsksReportRow = {
  readonly id: PsksReportId
  readonly district: LedgerCode
  readonly version: number
  readonly psks: PsksId
  readonly month: string
  readonly activities: string
  readonly days: number
  readonly people: number
  readonly status: ReportStatus
  readonly note: string | null
  readonly sentBy: StaffId
  readonly sentAt: Instant
  readonly judgedBy: StaffId | null
  readonly judgedAt: Instant | null
}

export const eventKinds = ['mentoring', 'training'] as const
export const eventKind = z.enum(eventKinds)
export type EventKind = z.infer<typeof eventKind>

/** A mentoring or a training of a PSKS. */
export type PsksEventRow = {
  readonly id: PsksEventId
  readonly district: LedgerCode
  readonly version: number
  readonly psks: PsksId
  readonly what: EventKind
  readonly title: string
  readonly onDay: Day
  readonly hours: number
  readonly result: string
  readonly addedAt: Instant
}

export const postingKinds = ['case', 'visit', 'village'] as const
export const postingKind = z.enum(postingKinds)
export type PostingKind = z.infer<typeof postingKind>

/** What a PSKS was asked to look after: a case, a visit, a village. */
export type PsksPostingRow = {
  readonly id: PsksPostingId
  readonly district: LedgerCode
  readonly version: number
  readonly psks: PsksId
  readonly target: PostingKind
  readonly caseId: CaseId | null
  readonly caseNumber: string | null
  readonly visit: string | null
  readonly village: PlaceCode | null
  /** The office that asked. */
  readonly office: OfficeId
  readonly task: string
  readonly fromDay: Day
  readonly untilDay: Day | null
  readonly endedOn: Day | null
  readonly result: string | null
  readonly madeAt: Instant
}

const values = z.record(z.string(), z.string())
/** What the fields say, read back. */
export const fieldsOf = ({ fields }: Pick<PsksRow, 'fields'>): Readonly<Record<string, string>> =>
  fields === '' ? {} : values.parse(JSON.parse(fields))
