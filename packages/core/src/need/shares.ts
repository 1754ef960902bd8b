import { covers } from '../place/code.ts'
import type { QuotaRow } from './need.ts'
import { meet } from './quota.ts'

type Span = Pick<QuotaRow, 'id' | 'place' | 'from' | 'until'>

/** QUOTA-7 Whether one quota is for a part of another's place, and all of its time lies in the other's. */
export const isWithin = (part: Span, whole: Span): boolean =>
  isNarrower(part, whole) && whole.from <= part.from && part.until <= whole.until

/** QUOTA-7 Whether two quotas, one for a part of the other's place, meet in time without the one lying in the other. */
export const isAstride = (a: Span, b: Span): boolean =>
  (isNarrower(a, b) || isNarrower(b, a)) && meet(a, b) && !isWithin(a, b) && !isWithin(b, a)

const isNarrower = (part: Span, whole: Span): boolean => part.place !== whole.place && covers(whole.place, part.place)

/** QUOTA-7 The quota of which another is a share: the narrowest of those that hold it. */
export function wholeOf<Row extends Span>(part: Span, others: readonly Row[]): Row | null {
  const holding = others.filter((other) => isWithin(part, other))
  return holding.toSorted((a, b) => b.place.length - a.place.length)[0] ?? null
}

/** QUOTA-7 The quotas that are shares of one, among all others of its programme. */
export const partsOf = <Row extends Span>(whole: Span, others: readonly Row[]): readonly Row[] =>
  others.filter((part) => isWithin(part, whole) && !others.some((between) => isBetween(part, between, whole)))

const isBetween = (part: Span, between: Span, whole: Span): boolean =>
  between.id !== part.id && isWithin(part, between) && isWithin(between, whole)

/** How many places shares come to. */
export const placesOf = (parts: readonly Pick<QuotaRow, 'places'>[]): number =>
  parts.reduce((sum, { places }) => sum + places, 0)
