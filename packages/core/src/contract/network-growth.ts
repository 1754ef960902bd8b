import { z } from 'zod'
import { networkTargetId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { targetOf } from '../network/kinds.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { networkShows } from './network-queries.ts'
import { nothing, row } from './route.ts'

const counts = z.object({ district: z.int(), puskesos: z.int() })
const states = z.record(z.enum(networkShows), z.int())

const target = z.object({
  id: networkTargetId,
  district: ledgerCode,
  placeName: z.string(),
  year: z.int(),
  of: z.enum(targetOf),
  count: z.int(),
  fromDay: wireDay,
  reason: z.string(),
  turn: z.int(),
  saidBy: z.string(),
  saidAt: z.int(),
  /** Whether it is a target of the place that is looked at. */
  own: z.boolean(),
  /** Whether it is the last word of its year. */
  last: z.boolean(),
  /** What there is of it; null for one of another place, and for one that was revised. */
  reached: z.int().nullable(),
})
export type NetworkTargetLine = z.infer<typeof target>

export const networkGrowth = z.object({
  place: placeCode,
  placeName: z.string(),
  today: wireDay,
  /** How many are at work now, and how many of those grew nobody knows when. */
  now: counts,
  undated: counts,
  states: z.object({ district: states, puskesos: states }),
  /** How many of those at work now had grown by the end of each year. */
  years: z.array(counts.extend({ year: z.int() })),
  targets: z.array(target),
  sets: z.boolean(),
})
export type NetworkGrowth = z.infer<typeof networkGrowth>

/** What is asked about the growth of the network. */
export const networkGrowthRoutes = {
  growth: row({
    method: 'GET',
    path: '/api/network/growth',
    summary: 'How many offices of the network are at work in a place, since when, and how many there are to be',
    allow: 'figures.read',
    audit: 'NETWORK_GROWTH_READ',
    query: z.strictObject({ place: placeCode.optional() }),
    body: nothing,
    reply: networkGrowth,
  }),
} as const
