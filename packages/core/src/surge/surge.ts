import { z } from 'zod'
import type { AffectedId, CaseId, FamilyId, OfficeId, PersonId, StaffId, SurgeId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'

/** Whether an event is still worked on. */
export const surgeStatuses = ['open', 'closed'] as const
export const surgeStatus = z.enum(surgeStatuses)
export type SurgeStatus = z.infer<typeof surgeStatus>

/** Where one affected person stands: on the list, in the queue with a slot, helped, not come, or taken off. */
export const affectedStatuses = ['listed', 'queued', 'done', 'absent', 'dropped'] as const
export const affectedStatus = z.enum(affectedStatuses)
export type AffectedStatus = z.infer<typeof affectedStatus>

/** What puts somebody before others. Which of them count, and in which order, each event says for itself. */
export const triageClasses = ['emergency', 'chronic', 'pregnant', 'disabled', 'elderly', 'child', 'other'] as const
export const triageClass = z.enum(triageClasses)
export type TriageClass = z.infer<typeof triageClass>

/** What a file may say of somebody; age is read from the day of birth. */
export const affectedFacts = ['emergency', 'chronic', 'pregnant', 'disabled'] as const
export const affectedFact = z.enum(affectedFacts)
export type AffectedFact = z.infer<typeof affectedFact>

/** A class in its place of the order; of ages, from which (elderly) or under which (children). */
export const triageRule = z.strictObject({ class: triageClass, years: z.int().min(1).max(120).nullable() })
export type TriageRule = Readonly<z.infer<typeof triageRule>>

/** How it is known: from the file, from the registry, by the day of birth; or nothing puts them first. */
export const triageWhys = ['list', 'registry', 'age', 'none'] as const
export type TriageWhy = (typeof triageWhys)[number]

/** An event that strikes many at once: PBI switched off, a flood, aid that is given out. */
export type SurgeRow = {
  readonly id: SurgeId
  readonly district: LedgerCode
  readonly version: number
  readonly name: string
  readonly kind: string
  readonly place: PlaceCode
  readonly day: Day
  /** Of the cases that are opened for it. */
  readonly category: string
  readonly rules: readonly TriageRule[]
  /** Where and on which days people are received, and how many a day at each office. */
  readonly offices: readonly OfficeId[]
  readonly days: readonly Day[]
  readonly perDay: number
  /** Whether everybody may read its numbers. */
  readonly isPublic: boolean
  readonly office: OfficeId
  readonly status: SurgeStatus
  /** How often what a form changes of it was said: what a change is based on. Slots that are given move its version alone. */
  readonly edition: number
  /** How many have a number in the queue. */
  readonly numbered: number
  readonly note: string | null
  readonly startedBy: StaffId
  readonly startedAt: Instant
  readonly changedAt: Instant
}

/** One affected person. Name, numbers and address lie sealed. */
export type AffectedRow = {
  readonly id: AffectedId
  readonly district: LedgerCode
  readonly version: number
  readonly surge: SurgeId
  readonly place: PlaceCode
  readonly name: string
  readonly nik: string | null
  readonly phone: string | null
  readonly address: string
  readonly birthDate: string | null
  /** Who it is in the registry, where the NIK says so. */
  readonly person: PersonId | null
  readonly family: FamilyId | null
  readonly class: TriageClass
  readonly why: TriageWhy
  /** The place of the class in the event's order: what comes first has the smallest. */
  readonly rank: number
  /** In which line of the file they stood: of those of one class and one moment, the first comes first. */
  readonly line: number
  /** Place in the queue, once given; where and when they are received, and as which of that day. */
  readonly number: number | null
  readonly office: OfficeId | null
  readonly slotDay: Day | null
  readonly slotNth: number | null
  readonly status: AffectedStatus
  /** The case that is theirs; opened since then. */
  readonly caseId: CaseId
  readonly openedAt: Instant | null
  readonly note: string | null
  readonly settledBy: StaffId | null
  readonly settledAt: Instant | null
  readonly listedAt: Instant
  readonly changedAt: Instant
}
