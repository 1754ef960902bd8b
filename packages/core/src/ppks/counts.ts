import type { PlaceCode } from '../place/code.ts'
import { covers, levelOf, parentOf } from '../place/code.ts'
import type { Told } from './withheld.ts'
import { toldBeside } from './withheld.ts'

/** How many of a type were taken down in a village. */
export interface PpksCount {
  readonly type: string
  readonly place: PlaceCode
  readonly n: number
}

export interface Counting {
  readonly counts: readonly PpksCount[]
  /** Every place of the district, itself too: those without anybody count as well, for who is nowhere is known elsewhere. */
  readonly places: readonly PlaceCode[]
  /** Whether somebody may see the rows of a type, and so its numbers whole. */
  readonly open: (type: string) => boolean
  readonly least: number
}

export interface TypeFigures {
  readonly type: string
  readonly total: Told
  /** There may be more: what is withheld is in no number. */
  readonly atLeast: boolean
  /** One for each place below, in their order. */
  readonly cells: readonly Told[]
}

/** The places right below one. */
export const placesBelow = (places: readonly PlaceCode[], at: PlaceCode): readonly PlaceCode[] =>
  places.filter((place) => parentOf(place) === at)

/**
 * PPKS-9 The numbers of a type at a place and right below it. Of a restricted one a number is told only where that of every
 * place above is told beside its neighbours, from the district down: whoever reads any two pages can work out no third.
 */
export function figuresOf(type: string, at: PlaceCode, counting: Counting): TypeFigures {
  const { counts, places, open, least } = counting
  const own = counts.filter((count) => count.type === type)
  const sumAt = (place: PlaceCode): number =>
    own.reduce((sum, count) => sum + (covers(place, count.place) ? count.n : 0), 0)
  const below = placesBelow(places, at)
  if (open(type)) return { type, total: sumAt(at), atLeast: false, cells: below.map(sumAt) }
  const tellsAt = (place: PlaceCode): boolean => {
    const above = levelOf(place) === 'district' ? null : parentOf(place)
    if (above === null) return sumAt(place) >= least
    const beside = placesBelow(places, above)
    return tellsAt(above) && (toldBeside(beside.map(sumAt), least)[beside.indexOf(place)] ?? null) !== null
  }
  const tells = tellsAt(at)
  return {
    type,
    total: tells ? sumAt(at) : null,
    atLeast: false,
    cells: tells ? toldBeside(below.map(sumAt), least) : below.map(() => null),
  }
}

/**
 * PPKS-16 The numbers of a type above the districts. Of a restricted one only those that the districts' own pages tell are
 * added up: a sum of what everybody may read tells nobody anything new, and so it may be told however many are withheld.
 * `counts` are those of districts.
 */
export function figuresAbove(type: string, at: PlaceCode, { counts, places, open, least }: Counting): TypeFigures {
  const whole = open(type)
  const own = counts.filter((count) => count.type === type && (whole || count.n >= least))
  const sumAt = (place: PlaceCode): Told => {
    const here = own.filter((count) => covers(place, count.place))
    return whole || here.length > 0 ? here.reduce((sum, { n }) => sum + n, 0) : null
  }
  return { type, total: sumAt(at), atLeast: !whole, cells: places.map(sumAt) }
}

/** PPKS-9 What types add up to: those that everybody may see and no others, or the difference would tell the rest. */
export const totalOf = (figures: readonly TypeFigures[], open: (type: string) => boolean): TypeFigures => {
  const seen = figures.filter(({ type }) => open(type))
  const cells = figures[0]?.cells ?? []
  return {
    type: '',
    atLeast: false,
    total: seen.reduce((sum, { total }) => sum + (total ?? 0), 0),
    cells: cells.map((_, nth) => seen.reduce((sum, one) => sum + (one.cells[nth] ?? 0), 0)),
  }
}
