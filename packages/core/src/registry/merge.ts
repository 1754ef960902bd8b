import type { Actor } from '../access/actor.ts'
import { actorName, officeOf } from '../access/actor.ts'
import type { DoubleCommandData } from '../contract/doubles.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { AnyRow, Change, Decision, Table } from '../ledger/entry.ts'
import type { HolderRow } from './merge-fields.ts'
import { columnsWith, compareFields, isColumn, valueOf } from './merge-fields.ts'
import type { Places } from './merge-members.ts'
import { comesTo, goesBack, placeAfter, placesOf } from './merge-members.ts'
import type { PairRow } from './merge-row.ts'
import { recordIdOf } from './merge-row.ts'
import { toldOf } from './merge-told.ts'
import type { FamilyRow, Holder, Values } from './registry.ts'
import { standsAlone } from './registry.ts'

export type MergeRefusal =
  | { readonly code: 'pair-same' }
  | { readonly code: 'pair-merged' }
  | { readonly code: 'pair-field' }
  | { readonly code: 'pair-over' }
  | { readonly code: 'pair-later' }
type Answer = Result<Decision, MergeRefusal>

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
  readonly homes?: readonly Pick<FamilyRow, 'id' | 'status'>[]
}

export interface MergeLook {
  readonly now: Instant
  readonly day: Day
  readonly actor: Actor
}

/** What a merge changed, kept for its undoing. */
interface Was {
  readonly columns: Values
  /** A variable that was never said is not among these. */
  readonly variables: Values
  readonly taken: Values
  readonly complete: number
  readonly status: string
  readonly family: string | null
  readonly places?: Places
}

/**
 * DOUBLE-6 Makes one of two: whoever stands on keeps what they said, but for the fields in which the other's value is taken;
 * whoever goes stays as they are under their id, and points to them. Rows that named the one name the other.
 */
export function decideMerge(pair: string, two: Two, take: readonly string[], look: MergeLook): Answer {
  const { of, kept, gone, named } = two
  if (kept.id === gone.id) return no({ code: 'pair-same' })
  if (!standsAlone(kept) || !standsAlone(gone)) return no({ code: 'pair-merged' })
  const known = new Set(compareFields(of, kept, gone).map(({ field }) => field))
  if (take.some((field) => !known.has(field))) return no({ code: 'pair-field' })
  const was = wasOf(two, take)
  const place = placeAfter(kept, gone, take)
  const set = {
    ...takenColumns(two, take),
    ...takenValues(two, take),
    complete: Math.max(kept.complete, gone.complete),
  }
  return decided('registry-merge', look, of, [
    holderChange(of, kept, { ...set, changedAt: look.now }),
    holderChange(of, gone, { status: 'merged', mergedInto: kept.id, ...family(of, null), changedAt: look.now }),
    ...named.map((one) => pointTo(one, kept.id, one.table === 'person' ? comesTo(one.row, place) : {})),
    ...(place === kept.place ? [] : (two.members ?? []).map((row) => moveTo(row, comesTo(row, place)))),
    pairChange(pair, 0, {
      ...pairOf(two, look),
      verdict: 'merged',
      took: [...take],
      was: JSON.stringify(was),
      moved: named.map(({ table, field, row }) => ({ table, field, id: row.id })),
    }),
    recordChange(pair, 'merge', two, look, {
      values: was.taken,
      was: { ...was.columns, ...was.variables },
    }),
  ])
}

/** DOUBLE-8 Says of two that they are not one: the list of likely doubles does not ask again. */
export const decideDistinct = (pair: string, two: Two, look: MergeLook): Answer =>
  two.kept.id === two.gone.id
    ? no({ code: 'pair-same' })
    : decided('registry-not-same', look, two.of, [
        pairChange(pair, 0, { ...pairOf(two, look), verdict: 'distinct', took: [], was: null, moved: [] }),
      ])

/**
 * DOUBLE-7 Parts again what was made one, at any time: what was taken goes back unless it was said anew since; rows that
 * followed and still name whoever stands on come back; what was written since stays with them. What was said of two that
 * they are not one is taken back the same way.
 */
export function decideUnmerge(pair: PairRow, two: Two, look: MergeLook): Answer {
  const { of, kept, gone, named } = two
  if (pair.verdict === 'undone') return no({ code: 'pair-over' })
  const over = pairChange(pair.id, pair.version, { verdict: 'undone', undoneAt: look.now })
  if (pair.verdict === 'distinct') return decided('registry-unmerge', look, of, [over])
  // Whoever stands on went into somebody else since, or whoever went was parted in another way.
  if (!standsAlone(kept) || !('mergedInto' in gone) || gone.mergedInto !== kept.id) return no({ code: 'pair-later' })
  const was = JSON.parse(pair.was ?? '{}') as Was
  const back = givenBack(two, was)
  if (isLostHome(two, [was.family, back.set['family'] ?? null])) return no({ code: 'pair-later' })
  const places = was.places ?? {}
  return decided('registry-unmerge', look, of, [
    holderChange(of, kept, { ...back.set, changedAt: look.now }),
    holderChange(of, gone, { status: was.status, mergedInto: null, ...family(of, was.family), changedAt: look.now }),
    ...named.map((one) => pointTo(one, gone.id, one.table === 'person' ? goesBack(one.row, places, kept) : {})),
    ...('place' in back.set ? (two.members ?? []).map((row) => moveTo(row, goesBack(row, places, kept))) : []),
    over,
    recordChange(pair.id, 'undo', two, look, { values: back.values, was: was.taken }),
  ])
}

// A family that went into another since is no place to go back to: that is undone first.
const isLostHome = ({ homes = [] }: Two, back: readonly Json[]): boolean =>
  homes.some(({ id, status }) => status === 'merged' && back.includes(id))

const decided = (action: string, { day }: MergeLook, of: Holder, changes: readonly Change[]): Answer =>
  ok({ action, note: '', say: { of }, day, changes, jobs: [] })

function wasOf({ of, kept, gone, named, members = [] }: Two, take: readonly string[]): Was {
  const comers = named.filter(({ table }) => table === 'person').map(({ row }) => row)
  const variables = take.filter((field) => !isColumn(of, field))
  const fields = take.filter((field) => isColumn(of, field)).flatMap(columnsWith)
  return {
    columns: pick(fields, (field) => valueOf(of, kept, field)),
    variables: pick(
      variables.filter((field) => field in kept.values),
      (field) => valueOf(of, kept, field),
    ),
    taken: pick([...fields, ...variables], (field) => valueOf(of, gone, field)),
    complete: kept.complete,
    status: gone.status,
    family: 'family' in gone ? gone.family : null,
    ...(of === 'family' ? { places: placesOf([...comers, ...members]) } : {}),
  }
}

const takenColumns = ({ of, gone }: Two, take: readonly string[]): Values =>
  pick(take.filter((field) => isColumn(of, field)).flatMap(columnsWith), (field) => valueOf(of, gone, field))

function takenValues({ of, kept, gone }: Two, take: readonly string[]): { readonly values?: Values } {
  const variables = take.filter((field) => !isColumn(of, field))
  if (variables.length === 0) return {}
  return { values: { ...kept.values, ...pick(variables, (field) => valueOf(of, gone, field)) } }
}

/** What goes back: of everything that was taken, what still says so. */
function givenBack({ of, kept }: Two, was: Was): { readonly set: Values; readonly values: Values } {
  const still = Object.keys(was.taken).filter((field) => same(valueOf(of, kept, field), was.taken[field]))
  const columns = pick(
    still.filter((field) => isColumn(of, field)),
    (field) => was.columns[field] ?? null,
  )
  const variables = still.filter((field) => !isColumn(of, field))
  const known = variables.filter((field) => field in was.variables)
  const left = Object.fromEntries(Object.entries(kept.values).filter(([field]) => !variables.includes(field)))
  const back = pick(known, (field) => was.variables[field] ?? null)
  const values = variables.length === 0 ? {} : { values: { ...left, ...back } }
  const complete = still.length === Object.keys(was.taken).length ? { complete: was.complete } : {}
  return {
    set: { ...columns, ...values, ...complete },
    values: { ...columns, ...pick(variables, (f) => back[f] ?? null) },
  }
}

const same = (left: Json, right: Json | undefined): boolean => JSON.stringify(left) === JSON.stringify(right ?? null)
const pick = (fields: readonly string[], of: (field: string) => Json): Values =>
  Object.fromEntries(fields.map((field) => [field, of(field)]))

// A person who went into another is nobody's member meanwhile.
const family = (of: Holder, id: string | null): object => (of === 'person' ? { family: id } : {})

const holderChange = (of: Holder, { id, version }: HolderRow, set: object): Change =>
  ({ table: of, id, base: version, set }) as Change
const pointTo = ({ table, field, row }: Naming, id: string, beside: object): Change =>
  ({ table, id: row.id, base: row.version, set: { [field]: id, ...beside } }) as Change

const moveTo = ({ id, version }: AnyRow, set: object): Change => ({ table: 'person', id, base: version, set }) as Change
const pairChange = (id: string, base: number, set: object): Change =>
  ({ table: 'registryPair', id, base, set }) as Change

const pairOf = ({ of, kept, gone }: Two, { now, actor }: MergeLook) => ({
  district: kept.district,
  of,
  kept: kept.id,
  gone: gone.id,
  place: kept.place,
  otherPlace: gone.place,
  by: actorName(actor),
  at: now,
  undoneAt: null,
})

/** A line in the history of whoever stands on: what they say now because of it, and what they said before. */
function recordChange(
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

export type MergeMove = {
  [Kind in keyof DoubleCommandData]: { readonly kind: Kind; readonly data: DoubleCommandData[Kind] }
}[keyof DoubleCommandData]
