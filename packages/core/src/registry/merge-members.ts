import type { AnyRow } from '../ledger/entry.ts'
import type { PlaceCode } from '../place/code.ts'
import { placeCode } from '../place/code.ts'
import type { HolderRow } from './merge-fields.ts'
import type { PairRow } from './merge-row.ts'
import type { FamilyRow, Holder, Values } from './registry.ts'

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

interface Parting {
  readonly places: Places
  readonly kept: HolderRow
  /** Where the family that stands on goes back to; null for who goes back with the other. */
  readonly to: PlaceCode | null
}

/** DOUBLE-10 Who still lives with the family that they came to goes back to where they lived; who came since goes along. */
export function goesBack(row: AnyRow, { places, kept, to }: Parting): { readonly place?: PlaceCode } {
  const before = places[row.id] ?? to ?? undefined
  return before !== undefined && before !== kept.place && placeIn(row) === kept.place ? { place: before } : {}
}

export const placeBack = ({ place }: Values): PlaceCode | null =>
  place === undefined || place === null ? null : placeCode.parse(place)

/** A family that somebody goes back to when two are parted, as it stands now. */
export type Home = Pick<FamilyRow, 'id' | 'status' | 'place'>

interface TwoPeople {
  readonly of: Holder
  readonly kept: HolderRow
  readonly gone: HolderRow
  readonly homes?: readonly Home[]
}

/**
 * DOUBLE-10 What is taken of somebody who becomes one with another: with their family comes its village, and whoever stays
 * in their own family stays in its village.
 */
export function takenTogether({ kept, gone }: TwoPeople, take: readonly string[]): readonly string[] {
  if (!('family' in kept) || !('family' in gone)) return take
  const comes = take.includes('family')
  if ((comes ? gone : kept).family === null) return take
  const others = take.filter((field) => field !== 'place')
  return comes && gone.place !== kept.place ? [...others, 'place'] : others
}

/** DOUBLE-10 Where somebody lives once two are parted: with the family that they go back to, which may have moved since. */
export function livesWith({ of, homes = [] }: TwoPeople, row: HolderRow, back: Values): { readonly place?: PlaceCode } {
  if (of === 'family' || !('family' in row)) return {}
  if ('family' in back) {
    const home = homes.find(({ id }) => id === back['family'])
    return home ? { place: home.place } : {}
  }
  return row.family === null ? {} : { place: row.place }
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
