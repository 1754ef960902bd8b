import { z } from 'zod'
import { officeKinds } from '../office/office.ts'
import { code } from './case.ts'
import { figuresQuery, placeFrame } from './figures.ts'
import { nothing, row } from './route.ts'

const count = z.int()

/** LEAGUE-4 What is counted of the referrals that an office received. The last six add up to the first. */
export const leagueCounts = [
  'received',
  'taken',
  'late',
  'declined',
  'completed',
  'failed',
  'called-off',
  'open',
] as const
export type LeagueCount = (typeof leagueCounts)[number]

/** Working minutes by the clock of the law: of half of what was measured no more than `half`, of nine in ten no more than `most`. */
const spent = z.object({ measured: count, half: count.nullable(), most: count.nullable() })
export type SpentFigure = z.infer<typeof spent>

const line = z.object({
  counts: z.record(z.enum(leagueCounts), count),
  /** Why it declined: codes of the list "decline", the commonest first. */
  reasons: z.array(z.object({ reason: z.string(), n: count })),
  /** Until it was taken, and from then until it was completed. */
  take: spent,
  work: spent,
})
export type LeagueLine = z.infer<typeof line>

export const officeLine = line.extend({ office: z.uuid(), name: z.string(), kind: z.enum(officeKinds) })
export type OfficeLine = z.infer<typeof officeLine>

/** How the offices that were asked in a period answered. */
export const league = z.object({
  ...placeFrame,
  /** Working minutes that one working day of the district counts for. */
  dayMinutes: count,
  /** Whether this reader may open cases: what is counted is then what they may see. */
  opens: z.boolean(),
  all: line,
  kinds: z.array(line.extend({ kind: z.enum(officeKinds) })),
  offices: z.array(officeLine),
})
export type League = z.infer<typeof league>

/** Questions about who answers referrals, and how fast. */
export const leagueRoutes = {
  referrals: row({
    method: 'GET',
    path: '/api/figures/referrals',
    summary: 'How each office answered the referrals that it received in a period: how many, why not, and how fast',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query: figuresQuery.extend({ category: code.optional() }),
    body: nothing,
    reply: league,
  }),
} as const
