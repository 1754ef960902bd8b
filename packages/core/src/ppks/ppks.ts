import { z } from 'zod'
import type { RestrictedKind } from '../access/permission.ts'
import type { CaseId, FamilyId, OfficeId, PersonId, PpksId, PpksServiceId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'

/** Where a PPKS stands, and a service of their plan. The tables of moves say what may follow what. */
export const ppksStatuses = ['received', 'assessed', 'planned', 'in-service', 'monitored', 'ended'] as const
export const ppksStatus = z.enum(ppksStatuses)
export type PpksStatus = z.infer<typeof ppksStatus>
export const serviceStatuses = ['planned', 'running', 'done', 'stopped'] as const
export const serviceStatus = z.enum(serviceStatuses)
export type ServiceStatus = z.infer<typeof serviceStatus>

/** Somebody in need of social welfare services (PPKS), of one type. What was said of them lies sealed. */
export type PpksRow = {
  readonly id: PpksId
  readonly district: LedgerCode
  readonly version: number
  readonly place: PlaceCode
  readonly office: OfficeId
  /** Whom the registry knows; null where there is only a name. */
  readonly person: PersonId | null
  readonly family: FamilyId | null
  readonly name: string
  readonly nik: string | null
  readonly type: string
  /** The restricted kind that its type maps to: the wall reads it. */
  readonly restricted: RestrictedKind | null
  readonly since: Day
  readonly caseId: CaseId | null
  readonly status: PpksStatus
  readonly findings: string | null
  readonly risks: readonly string[]
  readonly assessedBy: StaffId | null
  readonly assessedOn: Day | null
  /** What happened, step by step, as JSON. */
  readonly course: string
  readonly outcome: string | null
  readonly endedOn: Day | null
  readonly addedAt: Instant
  readonly changedAt: Instant
}

/** One service of a plan: what, by whom, from when until when. */
export type PpksServiceRow = {
  readonly id: PpksServiceId
  readonly district: LedgerCode
  readonly version: number
  readonly ppks: PpksId
  readonly what: string
  /** The office that gives it; a provider without one has a name. */
  readonly office: OfficeId | null
  readonly provider: string
  readonly fromDay: Day
  readonly untilDay: Day | null
  readonly status: ServiceStatus
  readonly note: string | null
  readonly changedAt: Instant
}

const step = z.object({
  act: z.string(),
  at: z.number(),
  by: z.string(),
  on: z.string().nullable(),
  note: z.string(),
})
/** A step of somebody's way: which act, when, by which member of staff, the day it is about, and what was written. */
export type PpksStep = z.infer<typeof step>

/** The way so far, read back. */
export const courseOf = ({ course }: Pick<PpksRow, 'course'>): readonly PpksStep[] =>
  course === '' ? [] : z.array(step).parse(JSON.parse(course))
