import { z } from 'zod'
import { text } from '../contract/case.ts'
import type { AssessmentId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'
import type { Figures } from './figures.ts'
import type { Dimension } from './instrument.ts'
import { level } from './instrument.ts'

export const assessmentStatuses = ['drafted', 'submitted', 'returned', 'verified', 'signed', 'withdrawn'] as const
export const assessmentStatus = z.enum(assessmentStatuses)
export type AssessmentStatus = z.infer<typeof assessmentStatus>

/** What somebody says of an indicator: a level, or null where it can't be known now; and why, or by which evidence. */
export const said = z.strictObject({ level: level.nullable(), text: text(1000) })
export type Said = z.infer<typeof said>
export type SaidOf = { readonly [code: string]: Said }

/** The share of each dimension, in hundredths of a percent. */
export type Profile = { readonly [One in Dimension]?: number | null }

/** How far a district stands on its own feet, in one year. */
export type AssessmentRow = {
  readonly id: AssessmentId
  readonly district: LedgerCode
  readonly version: number
  readonly year: number
  /** The day of the instrument that it was begun under. */
  readonly instrument: Day
  readonly office: OfficeId
  readonly status: AssessmentStatus
  /** What the district says of each indicator. */
  readonly answers: SaidOf
  /** What the province says of each. */
  readonly judged: SaidOf
  /** The system's own figures as they were when it was handed in; null before. */
  readonly figures: Figures | null
  /** Share of what could be reached, in hundredths of a percent; null while nothing is known. */
  readonly score: number | null
  /** The same for each dimension. */
  readonly profile: Profile
  /** What was missing when it was sent back, or why it was withdrawn. */
  readonly note: string | null
  /** Whoever filled it, whoever verified it, and who signed it: never one and the same person. */
  readonly assessors: readonly StaffId[]
  readonly verifiers: readonly StaffId[]
  readonly signer: StaffId | null
  readonly draftedAt: Instant
  readonly submittedAt: Instant | null
  readonly verifiedAt: Instant | null
  readonly signedAt: Instant | null
  readonly changedAt: Instant
}

/** INDEP-9 What stands in the end: the province's word where it has one, else the district's. */
export const standing = (answers: SaidOf, judged: SaidOf): SaidOf => ({ ...answers, ...judged })
