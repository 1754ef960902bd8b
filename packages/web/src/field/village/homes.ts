import type { Shown } from '../../platform/replica/view.ts'
import { headOf, membersOf, textIn } from '../screens/names.ts'
import type { Spot } from '../spot.ts'
import { type Far, farOf, hamletIn, metresBetween, type Point, pointOf } from './near.ts'

/** A family as somebody looks for its house. */
export interface Home {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly hamlet: string
  readonly point: Point | null
}

/** FIELD-27 The families of a village, by the names of their heads. */
export const homesIn = (view: Shown, village: string): readonly Home[] =>
  [...view.family.values()]
    .filter(({ place, mergedInto }) => place === village && mergedInto === null)
    .map(({ id, said }) => {
      const address = textIn(said, 'alamat')
      const name = headOf(membersOf(view, id))
      return { id, name, address, hamlet: hamletIn(address), point: pointOf(said['lokasi']) }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'id'))

export interface Hamlet {
  readonly name: string
  readonly homes: readonly Home[]
}

/** FIELD-27 By the part of the village that their addresses name; those that name none come last. */
export const byHamlet = (homes: readonly Home[]): readonly Hamlet[] =>
  [...Map.groupBy(homes, ({ hamlet }) => hamlet)]
    .map(([name, some]) => ({ name, homes: some }))
    .toSorted((one, other) =>
      one.name === '' || other.name === ''
        ? Number(one.name === '') - Number(other.name === '')
        : one.name.localeCompare(other.name, 'id', { numeric: true }),
    )

/** FIELD-27 The nearest first; of houses whose place nobody took down it is not known, and they come last. */
export const nearestFirst = (homes: readonly Home[], spot: Spot): readonly (Home & { readonly far: Far | null })[] =>
  homes
    .map((home) => ({ home, metres: home.point ? metresBetween(spot, home.point) : Number.POSITIVE_INFINITY }))
    .toSorted((one, other) => (one.metres === other.metres ? 0 : one.metres - other.metres))
    .map(({ home }) => ({ ...home, far: home.point && farOf(spot, home.point) }))
