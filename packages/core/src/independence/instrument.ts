import { z } from 'zod'
import { lineText, text } from '../contract/case.ts'
import type { IndependenceInstrumentId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'
import { figureCode } from './figures.ts'

/** INDEP-1 What is looked at of a district that is to stand on its own feet (domain.md has no official sheet: nine dimensions). */
export const dimensions = [
  'regulation',
  'budget',
  'institution',
  'people',
  'procedure',
  'data',
  'service',
  'partnership',
  'replication',
] as const
export type Dimension = (typeof dimensions)[number]

/** Levels of an indicator: nothing yet (0) to wholly there (4). */
export const levels = [0, 1, 2, 3, 4] as const
export const topLevel = 4
export const level = z.int().min(0).max(topLevel)

const names = (most: number) => z.strictObject({ id: lineText(most).min(3), en: lineText(most).min(3) })
/** INDEP-4 From how many of a hundred on a figure suggests the levels 1, 2, 3 and 4. */
const steps = z
  .array(z.int().min(1).max(100))
  .length(topLevel)
  .refine((all) => all.every((one, nth) => one > (all[nth - 1] ?? 0)))

export const indicatorCode = z.string().regex(/^[a-z][a-z-]{2,39}$/)

export const indicator = z.strictObject({
  code: indicatorCode,
  dimension: z.enum(dimensions),
  weight: z.int().min(1).max(10),
  names: names(200),
  /** What each level means, from 0 to 4. */
  levels: z.array(names(300)).length(levels.length),
  /** What is asked to be shown. */
  evidence: names(300),
  figure: z.strictObject({ of: figureCode, steps }).nullable(),
})
export type Indicator = z.infer<typeof indicator>

/** INDEP-7 What a share is called, from how many of a hundred on. */
const category = z.strictObject({ from: z.int().min(0).max(100), names: names(60) })
export type Category = z.infer<typeof category>

const once = (codes: readonly unknown[]): boolean => new Set(codes).size === codes.length

/** What an instrument says beside the day it holds from. */
export const instrumentWords = z.strictObject({
  basis: text(500).min(3),
  /** How much of the weight must be known, of a hundred, before a share is given a name. */
  least: z.int().min(1).max(100),
  categories: z
    .array(category)
    .min(2)
    .max(8)
    .refine((all) => all.every(({ from }, nth) => (nth === 0 ? from === 0 : from > (all[nth - 1]?.from ?? 0)))),
  indicators: z
    .array(indicator)
    .min(1)
    .max(60)
    .refine((all) => once(all.map(({ code }) => code)))
    .refine((all) => dimensions.every((one) => all.some(({ dimension }) => dimension === one))),
})
export type InstrumentWords = z.infer<typeof instrumentWords>

/** INDEP-2 The instrument as it holds from a day on. The day names it: an assessment keeps the one that it was begun under. */
export interface Instrument extends InstrumentWords {
  readonly from: Day
}

/** A version that the nation said. */
export type IndependenceInstrumentRow = {
  readonly id: IndependenceInstrumentId
  readonly district: LedgerCode
  readonly version: number
  readonly holdsFrom: Day
  readonly words: InstrumentWords
}

export const instrumentOf = ({
  holdsFrom,
  words,
}: Pick<IndependenceInstrumentRow, 'holdsFrom' | 'words'>): Instrument => ({
  from: holdsFrom,
  ...words,
})

/** INDEP-2 The version that holds on a day: the last that began. Null before the first. */
export const instrumentOn = (all: readonly Instrument[], day: Day): Instrument | null =>
  all.filter(({ from }) => from <= day).toSorted((one, other) => (one.from < other.from ? 1 : -1))[0] ?? null
