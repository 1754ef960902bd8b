import { z } from 'zod'
import { assessmentStatus } from '../independence/assessment.ts'
import { figureCode, figures } from '../independence/figures.ts'
import { dimensions } from '../independence/instrument.ts'
import { assessmentActs } from '../independence/moves.ts'
import { assessmentId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode } from '../place/code.ts'
import { text } from './case.ts'
import { nothing, page, pageNumber, row, spelled } from './route.ts'

const instant = z.int()
const names = z.object({ id: z.string(), en: z.string() })
const year = z.int().min(2016).max(2100)
const yearAsked = z.preprocess(spelled, year)
/** Hundredths of a percent. */
const share = z.int().nullable()
const shareOf = z.object({ share, known: z.int(), all: z.int(), knownWeight: z.int(), weight: z.int() })
const dimension = z.enum(dimensions)
const told = z.object({ level: z.int().nullable(), text: z.string() })
/** As it was judged when it was said: here it is only told. */
const instrument = z.object({
  from: wireDay,
  basis: z.string(),
  least: z.int(),
  categories: z.array(z.object({ from: z.int(), names })),
  indicators: z.array(
    z.object({
      code: z.string(),
      dimension,
      weight: z.int(),
      names,
      levels: z.array(names),
      evidence: names,
      figure: z.object({ of: figureCode, steps: z.array(z.int()) }).nullable(),
    }),
  ),
})

/** INDEP-14 One line of what a district had in a year. */
const past = z.object({
  id: assessmentId,
  year,
  status: assessmentStatus,
  score: share,
  categoryNames: names.nullable(),
  signedAt: instant.nullable(),
})

/** INDEP-13 An assessment with all that it is read by. */
export const assessmentPage = z.object({
  id: assessmentId,
  district: ledgerCode,
  placeName: z.string(),
  version: z.int(),
  year,
  status: assessmentStatus,
  at: instant,
  instrument,
  answers: z.record(z.string(), told),
  judged: z.record(z.string(), told),
  figures: figures.nullable(),
  score: z.object({
    total: shareOf,
    dimensions: z.record(dimension, shareOf),
    category: z.object({ from: z.int(), names }).nullable(),
  }),
  note: z.string().nullable(),
  assessorNames: z.array(z.string()),
  verifierNames: z.array(z.string()),
  signerName: z.string().nullable(),
  submittedAt: instant.nullable(),
  verifiedAt: instant.nullable(),
  signedAt: instant.nullable(),
  /** What the reader may do about it now. */
  acts: z.array(z.enum(assessmentActs)),
  /** Earlier ones that were signed, the oldest first. */
  trend: z.array(z.object({ year, score: share })),
  /** INDEP-15 The middle of districts alike, from five on; none of them is named. */
  peers: z
    .object({
      among: z.enum(['province', 'islands']),
      districts: z.int(),
      score: share,
      profile: z.record(dimension, share),
    })
    .nullable(),
})
export type AssessmentPage = z.infer<typeof assessmentPage>

export const districtAssessments = z.object({
  district: ledgerCode,
  placeName: z.string(),
  /** Years for which the reader may begin one. */
  mayDraft: z.array(year),
  items: z.array(past),
})
export type DistrictAssessments = z.infer<typeof districtAssessments>

export const placeShows = ['all', 'none', 'open', 'submitted', 'verified', 'signed'] as const
export type PlaceShow = (typeof placeShows)[number]

/** INDEP-16 A district in the list of a region. */
export const placeLine = z.object({
  district: ledgerCode,
  name: z.string(),
  provinceName: z.string(),
  id: assessmentId.nullable(),
  status: assessmentStatus.nullable(),
  score: share,
  categoryNames: names.nullable(),
  weakest: dimension.nullable(),
  submittedAt: instant.nullable(),
})
export type PlaceLine = z.infer<typeof placeLine>

const instrumentPage = z.object({
  instrument,
  versions: z.array(wireDay),
  /** Whether a new version may be said by the reader, and from which day on at the earliest. */
  mayChangeFrom: wireDay.nullable(),
})
export type InstrumentPage = z.infer<typeof instrumentPage>

/** Questions about how far districts stand on their own feet. */
export const independenceRoutes = {
  district: row({
    method: 'GET',
    path: '/api/independence/district',
    summary: 'What a district said of how far it stands on its own feet, year by year',
    allow: 'figures.read',
    audit: 'INDEPENDENCE_READ',
    query: z.strictObject({ district: ledgerCode }),
    body: nothing,
    reply: districtAssessments,
  }),
  one: row({
    method: 'GET',
    path: '/api/independence/assessment',
    summary:
      'One assessment: what was said of each indicator, figures, score, trend, and the middle of districts alike',
    allow: 'figures.read',
    audit: 'INDEPENDENCE_ASSESSMENT_READ',
    query: z.strictObject({ district: ledgerCode, id: assessmentId }),
    body: nothing,
    reply: assessmentPage,
  }),
  places: row({
    method: 'GET',
    path: '/api/independence/places',
    summary: 'Districts of a province or the nation: how far their assessments of a year have come',
    allow: 'figures.read',
    audit: 'INDEPENDENCE_PLACES_READ',
    query: z.strictObject({
      year: yearAsked.optional(),
      show: z.enum(placeShows).default('all'),
      q: text(60).optional(),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(placeLine).extend({ year, counts: z.record(z.enum(placeShows), z.int()) }),
  }),
  instrument: row({
    method: 'GET',
    path: '/api/independence/instrument',
    summary: 'The instrument that holds on a day: dimensions, indicators, levels, evidence and weights',
    allow: 'figures.read',
    audit: 'INDEPENDENCE_INSTRUMENT_READ',
    query: z.strictObject({ on: wireDay.optional() }),
    body: nothing,
    reply: instrumentPage,
  }),
} as const
