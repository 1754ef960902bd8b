import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { askOf, asksOf, challengeStatus, challengeStatuses, helpedWord } from '../challenge/challenge.ts'
import type { ChallengeStepName } from '../challenge/moves.ts'
import { challengeSteps } from '../challenge/moves.ts'
import { challengeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { officeLevels } from '../office/office.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { code, shortText } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const at = { district: ledgerCode, id: challengeId }
const names = z.object({ id: z.string(), en: z.string() })
const instant = z.int()
const level = z.enum(officeLevels)
const act = z.enum(challengeSteps as readonly [ChallengeStepName, ...ChallengeStepName[]])

/** Whoever reports challenges, and whoever answers them, reads those of their place. */
export const challengeReaders = ['challenge.report', 'challenge.answer'] as const satisfies readonly Permission[]

/** Worklists: what waits here, what was asked from here, whatever waits anywhere below, what is late, what was answered. */
export const challengeShows = ['open', 'here', 'asked', 'late', ...challengeStatuses, 'all'] as const
export type ChallengeShow = (typeof challengeShows)[number]

const line = {
  ...at,
  kind: code,
  kindNames: names,
  /** The first words. */
  words: z.string(),
  since: wireDay,
  villages: z.int().nullable(),
  citizens: z.int().nullable(),
  reportedByName: z.string(),
  placeName: z.string(),
  officeName: z.string(),
  level,
  status: challengeStatus,
  reportedAt: instant,
  dueAt: instant.nullable(),
  /** Whether a limit went by without an answer, here or on the way. */
  late: z.boolean(),
}
export const challengeLine = z.object(line)
export type ChallengeLine = z.infer<typeof challengeLine>

export const challengeCard = z.object({
  ...line,
  version: z.int(),
  asks: askOf,
  ownerName: z.string().nullable(),
  reporterName: z.string(),
  missed: z.int(),
  answer: z.string().nullable(),
  answerDay: wireDay.nullable(),
  answeredAt: instant.nullable(),
  helped: helpedWord.nullable(),
  course: z.array(
    z.object({
      act: z.string(),
      at: instant,
      byName: z.string(),
      officeName: z.string(),
      toName: z.string().nullable(),
      note: z.string(),
    }),
  ),
  /** Where it would go from here, up and down; null where there is no office in that direction. */
  up: z.string().nullable(),
  down: z.string().nullable(),
  today: wireDay,
  acts: z.array(act),
})
export type ChallengeCard = z.infer<typeof challengeCard>

const filter = {
  show: z.enum(challengeShows).default('open'),
  kind: code.optional(),
  place: placeCode.optional(),
  /** At which level it lies. */
  level: level.optional(),
  /** Reported on this day or later. */
  from: wireDay.optional(),
  q: shortText.optional(),
}
export type ChallengeFilter = Omit<z.infer<z.ZodObject<typeof filter>>, 'page'>

const figures = z.object({
  n: z.int(),
  open: z.int(),
  late: z.int(),
  answered: z.int(),
  /** Answered before any limit went by. */
  within: z.int(),
  /** Days from the report to the answer, the middle one; null where none was answered. */
  days: z.number().nullable(),
})
export type ChallengeFigures = z.infer<typeof figures>

export const challengeCounts = z.object({
  place: placeCode,
  placeName: z.string(),
  /** The place above, where the reader sees more than this one. */
  above: placeCode.nullable(),
  all: figures,
  kinds: z.array(figures.extend({ kind: code, names })),
  /** What lies right below and has any, of the kind that was asked for. */
  places: z.array(figures.extend({ place: placeCode, name: z.string() })),
})
export type ChallengeCounts = z.infer<typeof challengeCounts>

const mostRows = 5_000

/** What is asked about challenges: by whoever reports or answers them, and in numbers by whoever reads figures. */
export const challengeRoutes = {
  list: row({
    method: 'GET',
    path: '/api/challenges/list',
    summary: 'Challenges of the places that the reader sees, by where they stand, kind, place, level and day',
    allow: 'figures.read',
    audit: 'CHALLENGES_LISTED',
    query: z.strictObject({ ...filter, page: pageNumber }),
    body: nothing,
    reply: page(challengeLine).extend({
      counts: z.object({ open: z.int(), here: z.int(), asked: z.int(), late: z.int() }),
    }),
  }),
  table: row({
    method: 'GET',
    path: '/api/challenges/table',
    summary: `The same as one table, ${mostRows} rows at most`,
    allow: 'figures.read',
    audit: 'CHALLENGES_TAKEN',
    query: z.strictObject(filter),
    body: nothing,
    reply: z.object({ items: z.array(challengeLine), total: z.int() }),
  }),
  one: row({
    method: 'GET',
    path: '/api/challenges/one',
    summary: 'One challenge with its way so far, its answer, and what the reader may do with it',
    allow: 'figures.read',
    audit: 'CHALLENGE_READ',
    query: z.strictObject(at),
    body: nothing,
    reply: challengeCard,
  }),
  choices: row({
    method: 'GET',
    path: '/api/challenges/choices',
    summary: 'Kinds of challenges, and the offices of which the acting office may ask help',
    allow: 'figures.read',
    audit: 'CHALLENGE_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: z.object({
      district: ledgerCode,
      today: wireDay,
      kinds: z.array(z.object({ code, names })),
      asks: z.array(z.object({ asks: z.enum(asksOf), officeName: z.string(), days: z.int() })),
    }),
  }),
  solved: row({
    method: 'GET',
    path: '/api/challenges/solved',
    summary:
      'Other districts that closed a challenge of this kind because the answer helped: their names, and nothing more',
    allow: 'figures.read',
    audit: 'CHALLENGE_SOLVERS_READ',
    query: z.strictObject({ district: ledgerCode, kind: code }),
    body: nothing,
    reply: z.object({ items: z.array(z.object({ district: ledgerCode, name: z.string() })) }),
  }),
  counts: row({
    method: 'GET',
    path: '/api/challenges/counts',
    summary:
      'How many challenges of each kind, and at each place below: open, late, answered in time, and in how many days',
    allow: 'figures.read',
    audit: 'CHALLENGES_COUNTED',
    query: z.strictObject({ place: placeCode.optional(), kind: code.optional(), from: wireDay.optional() }),
    body: nothing,
    reply: challengeCounts,
  }),
} as const
export const mostChallengeRows = mostRows
