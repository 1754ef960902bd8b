import type { CaseKind, relations } from '../case/case.ts'

/** What a report by text can say, in the order in which the template and the printed form number it. */
export const reportFields = [
  'name',
  'nik',
  'kk',
  'address',
  'village',
  'subdistrict',
  'phone',
  'reporter',
  'reporterPhone',
  'relation',
  'kind',
  'category',
  'story',
  'urgency',
] as const
export type ReportField = (typeof reportFields)[number]

/** What a report needs before it can become a case; the rest may stay empty. */
export const neededFields = ['name', 'village', 'kind', 'category'] as const satisfies readonly ReportField[]

/** What was understood of one field, and how sure it is: from 0 to 1. */
export interface Read {
  readonly text: string
  /** The label as it was written. */
  readonly label: string
  readonly sure: number
}

/** One report out of a pasted text, field by field as it was written. */
export interface Report {
  readonly fields: Readonly<Partial<Record<ReportField, Read>>>
  /** Labels that no field takes, with their values: they go into the story as they are. */
  readonly asides: readonly string[]
  /** Lines that nothing was made of, as they were written: a person decides what becomes of them. */
  readonly unread: readonly string[]
  /** The lines of the paste that it came from. */
  readonly lines: readonly string[]
}

/** A value that a case can carry, and how sure it is that this is what was meant. */
export interface Meant<Value> {
  readonly value: Value
  readonly sure: number
}

/** A report in the values of a case. What was not said, or not understood, is null or empty. */
export interface Draft {
  readonly name: string
  readonly nik: string
  readonly kk: string
  readonly phone: string
  readonly address: string
  readonly village: string
  readonly subdistrict: string
  readonly reporter: string
  readonly reporterPhone: string
  readonly relation: (typeof relations)[number]
  readonly kind: CaseKind | null
  readonly category: string | null
  readonly story: string
  readonly red: boolean
  /** Fields that a person must look at: said in a way that could mean something else, or not readable. */
  readonly doubtful: readonly ReportField[]
  /** Needed, and not said. */
  readonly missing: readonly ReportField[]
}

/** Below this somebody has to look. */
export const sureEnough = 0.8
