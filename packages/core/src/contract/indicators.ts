import { z } from 'zod'
import type { ShownIndicator } from '../figures/indicator-codes.ts'
import { shownIndicators } from '../figures/indicator-codes.ts'
import { officeLevels } from '../office/office.ts'
import { figuresQuery, placeFrame } from './figures.ts'
import { nothing, row } from './route.ts'

const count = z.int()
const day = z.iso.date()
/** A number; or why it is not told: it is below the limit, or gives away one that is. */
export const toldCount = z.union([count, z.enum(['few', 'withheld'])])

const codes: readonly ShownIndicator[] = Object.values(shownIndicators).flat()
export const indicatorCode = z.enum(codes)

/** How much, and of how many. Null where there is nothing to measure: nobody was asked, nothing took any time. */
const measured = z.object({ n: toldCount.nullable(), of: toldCount.nullable() })
export type Measured = z.infer<typeof measured>

const line = measured.extend({
  code: indicatorCode,
  /** The same of the period before; null for what holds now. */
  before: measured.nullable(),
})
export type IndicatorLine = z.infer<typeof line>

const took = { measured: toldCount, half: toldCount.nullable(), most: toldCount.nullable() }

/** Every indicator of one place and period that is counted. */
export const indicators = z.object({
  ...placeFrame,
  before: z.object({ from: day, to: day }),
  /** Working minutes that one working day of the district counts for. */
  dayMinutes: count,
  /** Whether this reader may open the cases that are counted; and the least that is told to whoever may not. */
  opens: z.boolean(),
  least: count,
  lines: z.array(line),
  /** INDICATOR-3 Until the answer, by the level of the office that gave it, and by office. */
  tiers: z.array(z.object({ level: z.enum(officeLevels), ...took })),
  owners: z.array(z.object({ office: z.uuid(), name: z.string(), level: z.enum(officeLevels), ...took })),
  /** Why asked offices declined: codes of the list "decline", the commonest first. */
  reasons: z.array(z.object({ reason: z.string(), n: count })),
})
export type Indicators = z.infer<typeof indicators>
export type TookLine = Indicators['tiers'][number]

/** Questions about indicators. */
export const indicatorRoutes = {
  indicators: row({
    method: 'GET',
    path: '/api/figures/indicators',
    summary: 'Every indicator of a district, sub-district or village in a period, with the period before',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query: figuresQuery,
    body: nothing,
    reply: indicators,
  }),
} as const
