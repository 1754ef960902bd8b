import { z } from 'zod'
import type { HeardId, LoadId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import type { Mapping, MappingProblem } from './columns.ts'

/** How a load stands: its file was read, was tried without writing, is being written, is in, was held up, was given up. */
export const loadStatuses = ['read', 'checked', 'running', 'done', 'stopped', 'cancelled'] as const
export const loadStatus = z.enum(loadStatuses)
export type LoadStatus = z.infer<typeof loadStatus>

/** The hand-over record (berita acara serah terima) of an extract. Words: what was agreed stands on paper. */
export const handOverParts = [
  'number',
  'on',
  'giver',
  'receiver',
  'kind',
  'volume',
  'method',
  'metadata',
  'statement',
  'agreement',
] as const
export type HandOver = { readonly [Part in (typeof handOverParts)[number]]: string }
export const noHandOver: HandOver = {
  number: '',
  on: '',
  giver: '',
  receiver: '',
  kind: '',
  volume: '',
  method: '',
  metadata: '',
  statement: '',
  agreement: '',
}

/** What came of rows: people and families that are new, changed, as they were; values kept; rows that could not be taken. */
export type LoadCounts = {
  readonly rows: number
  readonly newPeople: number
  readonly changedPeople: number
  readonly samePeople: number
  readonly newFamilies: number
  readonly changedFamilies: number
  readonly sameFamilies: number
  /** People and families of whom something newer was known than the extract says. */
  readonly kept: number
  readonly wrong: number
}
export const noCounts: LoadCounts = {
  rows: 0,
  newPeople: 0,
  changedPeople: 0,
  samePeople: 0,
  newFamilies: 0,
  changedFamilies: 0,
  sameFamilies: 0,
  kept: 0,
  wrong: 0,
}

/** LOAD-6 One extract that is loaded into the registry of a district, and how far that has come. */
export type LoadRow = {
  readonly id: LoadId
  readonly district: LedgerCode
  readonly version: number
  readonly office: OfficeId
  readonly openedBy: StaffId
  /** Which extract: DTSEN, DTKS, a list of the district's own. */
  readonly source: string
  /** The day for which the extract speaks: what is known of a later day stays. */
  readonly snapshot: Day
  readonly fileName: string
  readonly fileDigest: string
  /** By which its columns are known again. */
  readonly headDigest: string
  readonly mapping: Mapping
  /** The village of rows that name none. */
  readonly place: PlaceCode | null
  readonly handOver: HandOver
  readonly status: LoadStatus
  /** How many rows are in, and where in the file the next one begins. */
  readonly line: number
  readonly offset: number
  /** What came of a trial, and what came of what is in so far. */
  readonly checked: LoadCounts
  readonly counts: LoadCounts
  readonly openedAt: Instant
  readonly changedAt: Instant
  readonly endedAt: Instant | null
}

export type LoadRefusal =
  | { readonly code: 'wrong-load-status'; readonly status: LoadStatus }
  | { readonly code: 'load-mapping'; readonly problem: MappingProblem }
  | { readonly code: 'load-place' }
  | { readonly code: 'load-snapshot' }
  | { readonly code: 'export-sheet'; readonly most: number }

/**
 * LOAD-22 Whom a chunk found as its extract says, and in which values: those stand for the extract's day from then on. One
 * row for a chunk: `which` says of each holder which of the sets of variables, each a line of names, agreed.
 */
export type LoadHeardRow = {
  readonly id: HeardId
  readonly district: LedgerCode
  readonly version: number
  readonly load: LoadId
  readonly snapshot: Day
  readonly holders: readonly string[]
  readonly sets: readonly string[]
  readonly which: readonly number[]
}
