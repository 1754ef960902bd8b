import { z } from 'zod'
import type { CaseMeasure } from '../case/measures.ts'
import { steps } from '../figures/period.ts'
import { wireDay } from '../kernel/instant.ts'
import { placeCode, placeLevels } from '../place/code.ts'
import { nothing, row } from './route.ts'

const day = z.iso.date()
const count = z.int()
const period = z.object({ from: day, to: day })

/** The place, and the days of its zone, that figures are asked for. Left out: the reader's own place, the last 30 days. */
export const figuresQuery = z.strictObject({
  place: placeCode.optional(),
  from: wireDay.optional(),
  to: wireDay.optional(),
})

const place = z.object({ code: placeCode, name: z.string(), level: z.enum(placeLevels) })
export const placeFrame = {
  place,
  /** The place above, when the reader may see its figures too. */
  above: place.nullable(),
  period,
  /** When it was counted: everything is as it stood then. */
  at: z.int(),
}
const frame = { ...placeFrame, before: period }

/** The five figures that stand on top, in their order. */
export const stripMeasures = [
  'registered',
  'handled',
  'confirmed',
  'on-time',
  'late',
] as const satisfies readonly CaseMeasure[]
/** What the table says of each place below. */
export const tableMeasures = ['registered', 'handled', 'on-time', 'confirmed', 'late'] as const
/** What became of the referrals of a period. */
export const referralMeasures = ['referred', 'referral-accepted', 'referral-completed', 'referral-declined'] as const
/** What became of the people: apart from what was handled, and from what they confirmed. */
export const outcomeMeasures = ['confirmed', 'satisfied', 'visited', 'better', 'visit-late'] as const
export const trendMeasures = ['registered', 'handled', 'confirmed'] as const

/** One figure: cases now and in the period before; `line` has one number for each part of the trend. */
const figure = z.object({
  measure: z.enum(stripMeasures),
  n: count,
  before: count.nullable(),
  /** Of how many, where the figure is a share. */
  of: count.nullable(),
  line: z.array(count),
})
export type Figure = z.infer<typeof figure>

const trend = <Name extends string>(names: readonly Name[]) =>
  z.object({ step: z.enum(steps), points: z.array(period.extend({ counts: z.record(z.enum(names), count) })) })
const placeRow = <Name extends string>(names: readonly Name[]) =>
  z.object({ place: placeCode, name: z.string(), counts: z.record(z.enum(names), count) })

/** Figures of one district, or of a place in it: every one counts cases, and the list with the same filter shows them. */
export const districtFigures = z.object({
  ...frame,
  /** Whether this reader may open the cases that are counted. */
  opens: z.boolean(),
  strip: z.array(figure),
  trend: trend(trendMeasures),
  below: z.array(placeRow(tableMeasures)),
  categories: z.array(z.object({ category: z.string(), n: count, before: count })),
  referrals: z.record(z.enum(referralMeasures), count),
  outcomes: z.record(z.enum(outcomeMeasures), count),
})
export type DistrictFigures = z.infer<typeof districtFigures>

/** What the counters of districts say: events on their days, and what lies where now. */
export const regionMeasures = ['registered', 'handled', 'confirmed', 'disputed', 'open'] as const
export type RegionMeasure = (typeof regionMeasures)[number]

/** Figures of a province or the nation: counters of its districts, no cases. */
export const regionFigures = z.object({
  ...frame,
  strip: z.array(
    z.object({ measure: z.enum(regionMeasures), n: count, before: count.nullable(), line: z.array(count) }),
  ),
  trend: trend(trendMeasures),
  below: z.array(placeRow(regionMeasures)),
})
export type RegionFigures = z.infer<typeof regionFigures>

/** Questions about figures. */
export const figureRoutes = {
  district: row({
    method: 'GET',
    path: '/api/figures/district',
    summary: 'Figures of a district, sub-district or village, each a count of cases that can be listed',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query: figuresQuery,
    body: nothing,
    reply: districtFigures,
  }),
  region: row({
    method: 'GET',
    path: '/api/figures/region',
    summary: 'Figures of a province or the nation, from the counters of its districts',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query: figuresQuery,
    body: nothing,
    reply: regionFigures,
  }),
} as const
