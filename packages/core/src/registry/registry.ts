import { z } from 'zod'
import type { FamilyId, OfficeId, PersonId, RecordId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'

/** REGISTRY-1 How a value came to us: said at a desk, seen on a visit, read from a paper, loaded from a file, told by the citizen. */
export const ways = ['desk', 'visit', 'document', 'import', 'citizen'] as const
/** The ways by which people give values; files come in by another door. */
export const handWays = ['desk', 'visit', 'document', 'citizen'] as const satisfies readonly (typeof ways)[number][]
export const way = z.enum(ways)
export type Way = z.infer<typeof way>

/** Values by the official name of their variable: null is said to be none or unknown, absent was never said. */
export type Values = { readonly [variable: string]: Json }

export const sexes = ['L', 'P'] as const
export const sex = z.enum(sexes)
export type Sex = z.infer<typeof sex>

export const personStatuses = ['known', 'moved', 'dead', 'merged', 'erased'] as const
export const personStatus = z.enum(personStatuses)
export type PersonStatus = z.infer<typeof personStatus>

/** What may be marked: a person moves or dies, a family moves or is no more; all of it can be taken back. */
export const marks = ['known', 'moved', 'dead', 'gone'] as const

/** How people and families stand of whom lists are made, and those that live on in another row. */
export const standing = { known: 'known', merged: 'merged' } as const
/** PRIVACY-1 Of whom nothing is left that names them. */
export const erasedHolder = 'erased'
/** Who stands for themself: not in another row, and not forgotten. */
export const standsAlone = ({ status }: { readonly status: string }): boolean =>
  status !== standing.merged && status !== erasedHolder

/** A person of the registry: one record per person. What tells them apart stands in fields, all else in `values`. */
export type PersonRow = {
  readonly id: PersonId
  readonly district: LedgerCode
  readonly version: number
  /** The village where the person lives, as found, which is not always what the papers say. */
  readonly place: PlaceCode
  readonly family: FamilyId | null
  readonly name: string
  readonly nik: string | null
  readonly birthDate: Day | null
  readonly sex: Sex | null
  readonly phone: string | null
  readonly values: Values
  readonly status: PersonStatus
  readonly mergedInto: PersonId | null
  /** How much of what is asked of a person is known, 0 to 100. */
  readonly complete: number
  /** The load that the person first came with. */
  readonly load: string | null
  readonly addedAt: Instant
  readonly changedAt: Instant
}

export const familyStatuses = ['known', 'moved', 'gone', 'merged', 'erased'] as const
export const familyStatus = z.enum(familyStatuses)
export type FamilyStatus = z.infer<typeof familyStatus>

/** A family (KK) of the registry. Its desil is evidence from outside, with the day of its snapshot, and never computed. */
export type FamilyRow = {
  readonly id: FamilyId
  readonly district: LedgerCode
  readonly version: number
  readonly place: PlaceCode
  readonly kk: string | null
  readonly address: string
  readonly values: Values
  readonly desil: number | null
  readonly desilOn: Day | null
  readonly desilSource: string
  readonly status: FamilyStatus
  readonly mergedInto: FamilyId | null
  readonly complete: number
  readonly load: string | null
  readonly addedAt: Instant
  readonly changedAt: Instant
}

export const holders = ['person', 'family'] as const
export const holder = z.enum(holders)
export type Holder = z.infer<typeof holder>

/**
 * One giving of values: who gave which, when and how. What a holder's row says is the fold of its records over what its
 * load brought. Numbers (NIK, KK, phone) stand here masked; whole they lie sealed in the row, and in the entry.
 */
export type RecordRow = {
  readonly id: RecordId
  readonly district: LedgerCode
  readonly version: number
  readonly holder: PersonId | FamilyId
  readonly of: Holder
  readonly place: PlaceCode
  readonly way: Way
  /** In words: which paper, which extract, whose saying. */
  readonly source: string
  /** The visit, case, load or proposal that it came of. */
  readonly ref: string | null
  readonly office: OfficeId | null
  readonly by: string
  readonly at: Instant
  readonly values: Values
  readonly was: Values
  /** The version of the holder on which it was given; null of what older releases wrote. */
  readonly base: number | null
}
