import type { Actor } from '../../access/actor.ts'
import type { OfficeCommand } from '../../contract/office.ts'
import { officeCommandData } from '../../contract/office.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Result } from '../../kernel/result.ts'
import { no, ok } from '../../kernel/result.ts'
import type { Decision } from '../../ledger/entry.ts'
import type { LedgerCode, PlaceCode } from '../../place/code.ts'
import type { Administration, OfficeMove, OfficeRefusal } from '../decide.ts'
import { decideOffice, noPostBeside } from '../decide.ts'
import type { OfficeKind, Offices } from '../office.ts'
import type { Roles } from '../reach.ts'
import type { ImportColumn } from './columns.ts'
import type { NamedPlace, PlaceBook, PlaceProblem } from './find-place.ts'

/** A line of a file, its cells by their columns. */
export interface ImportRow {
  readonly line: number
  /** The text of a cell; empty where the file has no such column. */
  readonly cell: (column: ImportColumn) => string
}

/** Why a row can't be taken, beside what the law says no to. */
export type RowReason =
  | PlaceProblem
  | { readonly code: 'cell-missing' }
  | { readonly code: 'cell-unreadable'; readonly said: string }
  | { readonly code: 'yes-or-no'; readonly said: string }
  | { readonly code: 'kind-unknown'; readonly said: string }
  | { readonly code: 'kind-there'; readonly kind: OfficeKind; readonly office: string }
  | { readonly code: 'role-unknown'; readonly said: string }
  | { readonly code: 'id-unknown' }
  | { readonly code: 'office-unknown'; readonly said: string }
  | { readonly code: 'office-ambiguous'; readonly said: string; readonly candidates: readonly string[] }
  | { readonly code: 'staff-ambiguous'; readonly said: string; readonly candidates: readonly string[] }
  | { readonly code: 'staff-unknown'; readonly said: string }
  | { readonly code: 'taken-elsewhere'; readonly said: string }
  | { readonly code: 'twice'; readonly line: number }
  | { readonly code: 'law'; readonly refusal: OfficeRefusal }

export interface RowProblem {
  readonly column: ImportColumn | null
  readonly reason: RowReason
}

/** A command that a row asks for. */
export type RowAsks = {
  [Kind in OfficeCommand]: {
    readonly kind: Kind
    readonly subject: string
    readonly district: LedgerCode
    readonly base: number | null
    readonly data: Extract<OfficeMove, { kind: Kind }>['data']
  }
}[OfficeCommand]

export interface FieldChange {
  readonly column: ImportColumn
  readonly from: string
  readonly to: string
}

/** What comes of a row. */
export interface RowPlan {
  readonly line: number
  readonly what: 'new' | 'change' | 'same' | 'wrong'
  readonly name: string
  readonly changes: readonly FieldChange[]
  readonly problem: RowProblem | null
  readonly asks: readonly RowAsks[]
  /** Rows with a lower number come first: what others rest on. */
  readonly turn: number
}

/** What rows are read with. */
export interface ImportLook {
  readonly actor: Actor
  readonly now: Instant
  readonly lang: 'id' | 'en'
  /** The reader's own place: of two that are called the same, the one under it is meant. */
  readonly home: PlaceCode
  readonly book: PlaceBook
  readonly offices: Offices
  readonly roles: Roles
  /** The id that a seed always gives, so that the same row is the same office or person however often it is sent. */
  readonly idOf: (seed: string) => string
}

/** A row that was read so far, or why not. */
export type Read<Value> = Result<Value, RowProblem>
export const wrong = (column: ImportColumn | null, reason: RowReason): { ok: false; error: RowProblem } =>
  no({ column, reason })

export const placeNamed = ({ cell }: ImportRow): NamedPlace => ({
  code: cell('code'),
  province: cell('province'),
  district: cell('district'),
  subdistrict: cell('subdistrict'),
  village: cell('village'),
})

/** The column at which a problem with a place is told. */
export const placeProblem = (reason: PlaceProblem): RowProblem => ({
  column: 'column' in reason ? reason.column : 'code',
  reason,
})

/** What the law itself says to a row's command: the same that it will say when the command is given. */
export function lawSays(
  asks: RowAsks,
  look: ImportLook,
  around: Partial<Administration>,
  columns: Columns,
): Read<Decision> {
  const read = officeCommandData[asks.kind].data.safeParse(asks.data)
  if (!read.success) return unreadable(read.error.issues[0]?.path[0], asks.data, columns)
  const { kind, subject } = asks
  const move = { kind, subject, data: read.data } as OfficeMove
  const decided = decideOffice(move, look.actor, {
    ...nothingAround,
    now: look.now,
    offices: look.offices,
    roles: look.roles,
    ...around,
  })
  return decided.ok
    ? ok(decided.value)
    : wrong(refusedAt[decided.error.code] ?? null, { code: 'law', refusal: decided.error })
}

const nothingAround = {
  day: '',
  zone: '',
  knowsPlace: () => true,
  staff: null,
  post: null,
  posts: [],
  ...noPostBeside,
} as const

/** Which column holds what a field of a command was made of. */
export type Columns = Readonly<Record<string, ImportColumn>>

function unreadable(field: PropertyKey | undefined, data: object, columns: Columns): Read<never> {
  const value: unknown = Reflect.get(data, field ?? '')
  const said = typeof value === 'string' ? value.slice(0, 60) : ''
  return wrong(
    columns[String(field)] ?? null,
    said === '' ? { code: 'cell-missing' } : { code: 'cell-unreadable', said },
  )
}

const refusedAt: Readonly<Partial<Record<OfficeRefusal['code'], ImportColumn>>> = {
  'wrong-place': 'code',
  'wrong-level': 'kind',
  'wrong-parent': 'parent',
  'role-not-here': 'role',
  'role-not-yours': 'role',
  'role-not-held': 'role',
  'posts-elsewhere': 'name',
}
