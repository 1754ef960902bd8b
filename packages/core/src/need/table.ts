import type { PlaceCode } from '../place/code.ts'
import { covers, placeCode } from '../place/code.ts'
import type { Count, Face, NeedCell, NeedCounts } from './face.ts'
import { counts, faceOf, standsAt } from './face.ts'
import { withhold, withholdBelow } from './withheld.ts'

/** Numbers as somebody may read them: null where one is withheld, and of which there may be more than is told. */
export type ShownCounts = { readonly [Count in keyof NeedCounts]: number | null } & { readonly more: readonly Count[] }

/** What may be told of a kind (all kinds without one). */
export interface Teller {
  /** Of one of the places that were counted. */
  at(place: string, kind: string | null): ShownCounts
  /** Of everything in and under a place. */
  under(place: PlaceCode, kind: string | null): ShownCounts
}

/** Below how many a number is not told; null for who may read the people behind it. */
export type Limit = number | null

/**
 * NEED-9 What is told of a district, by village: a number from one up to the limit never, and as many others besides as it
 * takes that none can be worked out. Every page, of the district, of what is below it and above it, tells the same or nothing.
 */
export function districtTeller(district: string, cells: readonly NeedCell[], least: Limit): Teller {
  const kinds = kindsOf(cells)
  const whole = faceOf(kinds, cells)
  if (least !== null) withhold(whole, least)
  const parts = levelBelow(whole, kinds, Map.groupBy(cells, partOf), least)
  const places = new Map<string, Face>()
  for (const [part, own] of Map.groupBy(cells, partOf)) {
    const face = parts.get(part)
    const below = Map.groupBy(own, ({ place }) => place)
    if (face) for (const [place, one] of levelBelow(face, kinds, below, least)) places.set(place, one)
  }
  const shown = (face: Face | undefined, kind: string | null): ShownCounts =>
    face ? shownIn(face, kind === null ? kinds.length : kinds.indexOf(kind)) : nothing
  return {
    at: (place, kind) => shown(places.get(place), kind),
    under: (place, kind) => shown(place === district ? whole : (parts.get(place) ?? places.get(place)), kind),
  }
}

function levelBelow(
  above: Face,
  kinds: readonly string[],
  groups: ReadonlyMap<string, readonly NeedCell[]>,
  least: Limit,
): ReadonlyMap<string, Face> {
  const faces = new Map([...groups].toSorted(byKey).map(([place, cells]) => [place, faceOf(kinds, cells)]))
  if (least !== null) withholdBelow(above, [...faces.values()], least)
  return faces
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1)
const kindsOf = (cells: readonly NeedCell[]): readonly string[] =>
  [...new Set(cells.map(({ kind }) => kind))].toSorted()
/** The sub-district that a village lies in. */
const partOf = ({ place }: NeedCell): string => place.slice(0, 8)

/**
 * NEED-13 What is told above the districts: the sum of what the districts' own pages tell, and of which there may be more. A
 * sum of what everybody may read tells nobody anything new. `cells` are those of districts; `limitOf` is each one's own.
 */
export function wideTeller(cells: readonly NeedCell[], limitOf: (district: string) => Limit): Teller {
  const told = new Map(
    [...Map.groupBy(cells, ({ place }) => place)].map(([district, own]) => [
      district,
      oneDistrict(own, limitOf(district)),
    ]),
  )
  const sum = (places: readonly string[], kind: string | null): ShownCounts =>
    sumOf(places.map((place) => told.get(place)?.(kind) ?? nothing))
  return {
    at: (place, kind) => sum([place], kind),
    under: (place, kind) =>
      sum(
        [...told.keys()].filter((district) => covers(place, placeCode.parse(district))),
        kind,
      ),
  }
}

function oneDistrict(cells: readonly NeedCell[], least: Limit): (kind: string | null) => ShownCounts {
  const kinds = kindsOf(cells)
  const face = faceOf(kinds, cells)
  if (least !== null) withhold(face, least)
  return (kind) => shownIn(face, kind === null ? kinds.length : kinds.indexOf(kind))
}

function shownIn(face: Face, row: number): ShownCounts {
  if (row < 0) return nothing
  const of = (count: Count): number | null => {
    const at = standsAt(row, counts.indexOf(count))
    return face.hidden.has(at) ? null : (face.n[at] ?? 0)
  }
  return { total: of('total'), met: of('met'), going: of('going'), unmet: of('unmet'), more: [] }
}

function sumOf(parts: readonly ShownCounts[]): ShownCounts {
  const of = (count: Count): number | null => {
    const told = parts.flatMap((part) => part[count] ?? [])
    const sum = told.reduce((all, n) => all + n, 0)
    // Where nothing is told but that nobody is elsewhere, nothing is told.
    return sum === 0 && told.length < parts.length ? null : sum
  }
  const more = counts.filter((count) => of(count) !== null && parts.some((part) => part[count] === null))
  return { total: of('total'), met: of('met'), going: of('going'), unmet: of('unmet'), more }
}

const nothing: ShownCounts = { total: 0, met: 0, going: 0, unmet: 0, more: [] }
