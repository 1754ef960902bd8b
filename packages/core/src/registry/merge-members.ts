import type { AnyRow } from '../ledger/entry.ts'
import type { PlaceCode } from '../place/code.ts'
import { placeCode } from '../place/code.ts'
import type { HolderRow } from './merge-fields.ts'
import type { PairRow } from './merge-row.ts'

/** Where members lived before their families became one, by their ids. */
export type Places = { readonly [person: string]: PlaceCode }

const placeIn = (row: AnyRow): PlaceCode => placeCode.parse(row['place'])

/** Where everybody lives once two families are one: with the family that stands on. */
export const placeAfter = (kept: HolderRow, gone: HolderRow, take: readonly string[]): PlaceCode =>
  take.includes('place') ? gone.place : kept.place

/** Where these lived, to be told again when the two are parted. */
export const placesOf = (members: readonly AnyRow[]): Places =>
  Object.fromEntries(members.map((row) => [row.id, placeIn(row)]))

/** DOUBLE-10 Members live where their family lives: who lived elsewhere comes along. */
export const comesTo = (row: AnyRow, place: PlaceCode): { readonly place?: PlaceCode } =>
  placeIn(row) === place ? {} : { place }

/** DOUBLE-10 Who still lives with the family that they came to goes back to where they lived. */
export function goesBack(row: AnyRow, places: Places, kept: HolderRow): { readonly place?: PlaceCode } {
  const before = places[row.id]
  return before !== undefined && before !== kept.place && placeIn(row) === kept.place ? { place: before } : {}
}

interface Kept {
  readonly places?: Places
  readonly family?: string | null
  readonly columns?: { readonly family?: string | null }
}
const keptIn = ({ was }: Pick<PairRow, 'was'>): Kept => JSON.parse(was ?? '{}') as Kept

/** Whose places a merge of families keeps: those are looked at again when the two are parted. */
export const rememberedMembers = (pair: Pick<PairRow, 'was'>): readonly string[] =>
  Object.keys(keptIn(pair).places ?? {})

/** The families that two people may go back to when they are parted. */
export const homesIn = (pair: Pick<PairRow, 'was'>): readonly string[] =>
  [keptIn(pair).family, keptIn(pair).columns?.family].filter((id) => typeof id === 'string')
