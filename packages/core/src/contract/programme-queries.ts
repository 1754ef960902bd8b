import { z } from 'zod'
import { caseId, familyId, officeId, personId, programmeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { sectors } from '../lists/sectors.ts'
import { officeKinds } from '../office/office.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { units } from '../programme/check-rule.ts'
import type { Criterion } from '../programme/criterion.ts'
import type { Reason } from '../programme/explain.ts'
import { factKinds } from '../programme/fact.ts'
import { verdicts } from '../programme/match.ts'
import { certainty, ownerKind } from '../programme/programme.ts'
import { text } from './case.ts'
import { rule } from './programme.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const at = { district: ledgerCode }
const conflict = z.object({ says: z.string(), source: z.string() })

// What the law made is taken as it comes: its shape is the law's to say.
const ruleSaid = z.unknown().pipe(z.custom<Criterion>())
const reasonSaid = z.unknown().pipe(z.custom<Reason>())

/** A fact that only a place knows: an indicator of its district, or what people have of a programme. */
export const placeFact = z.object({
  name: z.string(),
  of: z.enum(['person', 'family']),
  kind: z.enum(factKinds),
  names: z.object({ id: z.string(), en: z.string() }),
})

/** A programme in the catalogue. */
export const programmeLine = z.object({
  id: programmeId,
  ...at,
  version: z.int(),
  name: z.string(),
  gives: z.string(),
  sector: z.enum(sectors),
  unit: z.enum(units),
  owner: ownerKind,
  ownerName: z.string(),
  place: placeCode,
  placeName: z.string(),
  certainty,
  /** Whether another source says otherwise of the rule of today. */
  disputed: z.boolean(),
  endsOn: wireDay.nullable(),
})
export type ProgrammeLine = z.infer<typeof programmeLine>

export const criteriaLine = z.object({
  from: wireDay,
  rule: ruleSaid,
  legal: z.string(),
  note: z.string(),
  conflicts: z.array(conflict),
  excludes: z.array(z.string()),
})
export type CriteriaLine = z.infer<typeof criteriaLine>

export const programmeCard = programmeLine.extend({
  today: wireDay,
  code: z.string(),
  office: officeId.nullable(),
  officeName: z.string(),
  decides: z.string(),
  papers: z.array(z.string()),
  contact: z.string(),
  schedule: z.string(),
  startsOn: wireDay,
  replaces: programmeId.nullable(),
  versions: z.array(criteriaLine),
  /** Other programmes of the place whose own rule of today excludes whoever has this one. */
  excludedBy: z.array(z.object({ ...at, id: programmeId, name: z.string() })),
  /** What its rules ask of this place alone. */
  facts: z.array(placeFact),
  /** Whether the acting office may change it, or write a local rule in its stead. */
  mayChange: z.boolean(),
  mayReplace: z.boolean(),
})
export type ProgrammeCard = z.infer<typeof programmeCard>

/** A programme held against somebody: the answer, and why. */
export const matchLine = z.object({
  id: programmeId,
  ...at,
  name: z.string(),
  gives: z.string(),
  owner: ownerKind,
  ownerName: z.string(),
  unit: z.enum(units),
  certainty,
  papers: z.array(z.string()),
  legal: z.string(),
  verdict: z.enum(verdicts),
  reason: reasonSaid,
  /** How much of it is left at the place of whoever is asked about; null where nobody set a quota. */
  room: z.object({ full: z.boolean(), left: z.int(), waiting: z.int() }).nullable(),
  /** Whether they have it already. */
  has: z.boolean(),
})
export type MatchLine = z.infer<typeof matchLine>

/** Programmes for the family (`member` null) or for one of its people. */
export const matchAnswer = z.object({
  today: wireDay,
  /** Whether somebody of the registry was found to hold programmes against. */
  known: z.boolean(),
  family: z.object({ id: familyId, version: z.int() }).nullable(),
  members: z.array(z.object({ id: personId, version: z.int(), name: z.string() })),
  /** What the rules ask of this place alone. */
  facts: z.array(placeFact),
  /** Whether the reader may answer what is to be found out. */
  mayAnswer: z.boolean(),
  groups: z.array(z.object({ member: z.int().nullable(), items: z.array(matchLine) })),
})
export type MatchAnswer = z.infer<typeof matchAnswer>

export const programmeShows = ['now', 'ended'] as const

/** What is asked about programmes. The catalogue itself is public. */
export const programmeRoutes = {
  list: row({
    method: 'GET',
    path: '/api/programmes/list',
    summary: 'Programmes that the place of the acting office can use',
    allow: 'signed-in',
    audit: 'PROGRAMMES_LISTED',
    query: z.strictObject({
      q: text(60).default(''),
      sector: z.enum(sectors).optional(),
      owner: ownerKind.optional(),
      unit: z.enum(units).optional(),
      show: z.enum(programmeShows).default('now'),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(programmeLine),
  }),
  card: row({
    method: 'GET',
    path: '/api/programmes/card',
    summary: 'A programme with all versions of its criteria',
    allow: 'signed-in',
    audit: 'PROGRAMME_READ',
    query: z.strictObject({ ...at, id: programmeId }),
    body: nothing,
    reply: programmeCard,
  }),
  choices: row({
    method: 'GET',
    path: '/api/programmes/choices',
    summary: 'What rules may ask at the place of the acting office alone, and which offices there may decide',
    allow: 'programme.manage',
    audit: 'PROGRAMME_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: z.object({
      facts: z.array(placeFact),
      offices: z.array(z.object({ id: officeId, name: z.string(), kind: z.enum(officeKinds) })),
    }),
  }),
  forFamily: row({
    method: 'GET',
    path: '/api/programmes/for-family',
    summary: 'Programmes for a family and each of its people, with reasons',
    allow: 'registry.read',
    audit: 'PROGRAMMES_MATCHED',
    query: z.strictObject({ ...at, id: familyId }),
    body: nothing,
    reply: matchAnswer,
  }),
  forPerson: row({
    method: 'GET',
    path: '/api/programmes/for-person',
    summary: 'Programmes for a person and their family, with reasons',
    allow: 'registry.read',
    audit: 'PROGRAMMES_MATCHED',
    query: z.strictObject({ ...at, id: personId }),
    body: nothing,
    reply: matchAnswer,
  }),
  forCase: row({
    method: 'GET',
    path: '/api/programmes/for-case',
    summary: 'Programmes for whom a case is about, found in the registry by the number of their card',
    allow: 'case.read',
    audit: 'PROGRAMMES_MATCHED',
    query: z.strictObject({ ...at, id: caseId }),
    body: nothing,
    reply: matchAnswer,
  }),
  try: row({
    method: 'POST',
    path: '/api/programmes/try',
    summary: 'How many real families or people a rule would fit, a slice at a time, and examples of them',
    allow: 'programme.manage',
    audit: 'PROGRAMME_TRIED',
    query: nothing,
    body: z.strictObject({ ...at, unit: z.enum(units), rule, after: z.uuid().nullable() }),
    reply: z.object({
      looked: z.int(),
      counts: z.object({ eligible: z.int(), 'cannot-tell': z.int(), 'not-eligible': z.int() }),
      /** Where the next slice begins; null after the last one. */
      next: z.uuid().nullable(),
      examples: z.array(
        z.object({
          name: z.string(),
          members: z.array(z.string()),
          verdict: z.enum(verdicts),
          reason: reasonSaid,
        }),
      ),
    }),
  }),
} as const
