import { tableOf } from '../kernel/keys.ts'
import type { SaidOf } from './assessment.ts'
import type { Category, Dimension, Indicator, Instrument } from './instrument.ts'
import { dimensions, topLevel } from './instrument.ts'

/** What was reached of what could be, with what is known: hundredths of a percent; null where nothing is. */
export interface Share {
  readonly share: number | null
  /** How many indicators, and how much weight, a level is known of, and there is. */
  readonly known: number
  readonly all: number
  readonly knownWeight: number
  readonly weight: number
}

export interface Score {
  readonly total: Share
  readonly dimensions: Readonly<Record<Dimension, Share>>
  /** INDEP-7 Null where too little is known to give it a name. */
  readonly category: Category | null
}

/** INDEP-6 The weighted share of levels, in whole numbers. What is not known is told beside it, and counts neither as nothing nor as all. */
export function scoreOf(instrument: Pick<Instrument, 'indicators' | 'categories' | 'least'>, said: SaidOf): Score {
  const { indicators } = instrument
  const of = (one: Dimension): Share =>
    shareOf(
      indicators.filter(({ dimension }) => dimension === one),
      said,
    )
  const total = shareOf(indicators, said)
  return { total, dimensions: tableOf(dimensions, of), category: categoryOf(instrument, total) }
}

function shareOf(indicators: readonly Indicator[], said: SaidOf): Share {
  let [points, known, knownWeight, weight] = [0, 0, 0, 0]
  for (const one of indicators) {
    const level = said[one.code]?.level ?? null
    weight += one.weight
    if (level === null) continue
    known += 1
    knownWeight += one.weight
    points += one.weight * level
  }
  return { share: ofTenThousand(points, knownWeight * topLevel), known, all: indicators.length, knownWeight, weight }
}

/** Rounded half up, without a fraction on the way. */
const ofTenThousand = (points: number, of: number): number | null =>
  of === 0 ? null : Math.floor((points * 20_000 + of) / (2 * of))

/** INDEP-7 The last name whose limit is reached, once enough of the weight is known. */
export function categoryOf(
  { categories, least }: Pick<Instrument, 'categories' | 'least'>,
  { share, knownWeight, weight }: Share,
): Category | null {
  if (share === null || knownWeight * 100 < least * weight) return null
  return categories.findLast(({ from }) => share >= from * 100) ?? null
}

/** The dimension with the least share; the first of equals. Null where none is known. */
export function weakestOf(profile: Readonly<Partial<Record<Dimension, number | null>>>): Dimension | null {
  let weakest: Dimension | null = null
  for (const one of dimensions) {
    const share = profile[one] ?? null
    if (share !== null && (weakest === null || share < (profile[weakest] ?? 0))) weakest = one
  }
  return weakest
}
