import type { Actor } from '../access/actor.ts'
import { actorName, officeOf } from '../access/actor.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { ok } from '../kernel/result.ts'
import type { AnyRow, Change, Decision, Table } from '../ledger/entry.ts'
import type { HolderRow } from './merge-fields.ts'
import type { Home, Places } from './merge-members.ts'
import type { PairRow } from './merge-row.ts'
import { recordIdOf } from './merge-row.ts'
import { toldOf } from './merge-told.ts'
import type { Holder, Values } from './registry.ts'

export type MergeRefusal =
  | { readonly code: 'pair-same' }
  | { readonly code: 'pair-merged' }
  | { readonly code: 'pair-field' }
  | { readonly code: 'pair-over' }
  | { readonly code: 'pair-later' }
export type MergeAnswer = Result<Decision, MergeRefusal>

/** A row elsewhere that names somebody, and the field that does. */
export interface Naming {
  readonly table: Table
  readonly field: string
  readonly row: AnyRow
}

/** Two holders of one kind, within sight of whoever decides, and the rows that name the one that goes. */
export interface Two {
  readonly of: Holder
  readonly kept: HolderRow
  readonly gone: HolderRow
  readonly named: readonly Naming[]
  /** Who belonged to the family that stands on: they move along where its village changes. */
  readonly members?: readonly AnyRow[]
  /** Families that somebody goes back to when two are parted, as they stand now. */
  readonly homes?: readonly Home[]
  /** Merges of theirs, or of those who live with them, that were made since and still stand: the oldest first. */
  readonly later?: readonly PairRow[]
}

export interface MergeLook {
  readonly now: Instant
  readonly day: Day
  readonly actor: Actor
}

/** What a merge changed, kept for its undoing. */
export interface Was {
  readonly columns: Values
  /** A variable that was never said is not among these. */
  readonly variables: Values
  readonly taken: Values
  readonly complete: number
  readonly status: string
  readonly family: string | null
  readonly places?: Places
}

const nothing: Was = { columns: {}, variables: {}, taken: {}, complete: 0, status: 'known', family: null }

/** What a merge remembers; of one whose words were erased, nothing. */
export const wasIn = ({ was }: Pick<PairRow, 'was'>): Was => (was === null ? nothing : (JSON.parse(was) as Was))

export const decided = (action: string, { day }: MergeLook, of: Holder, changes: readonly Change[]): MergeAnswer =>
  ok({ action, note: '', say: { of }, day, changes, jobs: [] })

export const same = (left: Json, right: Json | undefined): boolean =>
  JSON.stringify(left) === JSON.stringify(right ?? null)
export const pick = (fields: readonly string[], of: (field: string) => Json): Values =>
  Object.fromEntries(fields.map((field) => [field, of(field)]))

// A person who went into another is nobody's member meanwhile.
export const family = (of: Holder, id: string | null): Values => (of === 'person' ? { family: id } : {})

export const holderChange = (of: Holder, { id, version }: HolderRow, set: object): Change =>
  ({ table: of, id, base: version, set }) as Change
export const pointTo = ({ table, field, row }: Naming, id: string, beside: object): Change =>
  ({ table, id: row.id, base: row.version, set: { [field]: id, ...beside } }) as Change

export const moveTo = ({ id, version }: AnyRow, set: object): Change =>
  ({ table: 'person', id, base: version, set }) as Change
export const pairChange = (id: string, base: number, set: object): Change =>
  ({ table: 'registryPair', id, base, set }) as Change

/** A line in the history of whoever stands on: what they say now because of it, and what they said before. */
export function recordChange(
  pair: string,
  what: 'merge' | 'undo',
  { of, kept }: Two,
  { now, actor }: MergeLook,
  { values, was }: { readonly values: Values; readonly was: Values },
): Change {
  const set = {
    district: kept.district,
    holder: kept.id,
    of,
    place: kept.place,
    way: 'desk',
    source: what,
    ref: pair,
    office: officeOf(actor),
    by: actorName(actor),
    at: now,
    values: toldOf(of, values),
    was: known(toldOf(of, was)),
    base: kept.version,
  }
  return { table: 'registryRecord', id: recordIdOf(pair, what), base: 0, set } as Change
}

// What nobody had said before is not told as having been said to be nothing.
const known = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
