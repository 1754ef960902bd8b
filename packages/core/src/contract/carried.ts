import { z } from 'zod'
import { officeId, programmeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { sectors } from '../lists/sectors.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { units } from '../programme/check-rule.ts'
import type { Criterion } from '../programme/criterion.ts'
import { certainty, ownerKind } from '../programme/programme.ts'
import { placeFact } from './programme-queries.ts'
import { nothing, row } from './route.ts'

// The law wrote it: its shape is the law's to say.
const ruleSaid = z.unknown().pipe(z.custom<Criterion>())
const version = z.object({
  from: wireDay,
  rule: ruleSaid,
  legal: z.string(),
  note: z.string(),
  conflicts: z.array(z.object({ says: z.string(), source: z.string() })),
  excludes: z.array(z.string()),
})

const programme = z.object({
  id: programmeId,
  district: ledgerCode,
  version: z.int(),
  code: z.string(),
  name: z.string(),
  gives: z.string(),
  sector: z.enum(sectors),
  unit: z.enum(units),
  owner: ownerKind,
  ownerName: z.string(),
  office: officeId.nullable(),
  place: placeCode,
  decides: z.string(),
  papers: z.array(z.string()),
  contact: z.string(),
  schedule: z.string(),
  certainty,
  replaces: programmeId.nullable(),
  versions: z.array(version),
  startsOn: wireDay,
  endsOn: wireDay.nullable(),
  changedAt: z.int(),
})

const quota = z.object({
  programme: programmeId,
  place: placeCode,
  from: wireDay,
  until: wireDay,
  places: z.int(),
  granted: z.int(),
  shared: z.int().nullable(),
  waiting: z.int(),
})

/** FIELD-20 Programmes as a phone carries them: what people of its places can have, by which rules, and how much is left. */
export const carried = z.object({
  programmes: z.array(programme),
  /** What the place itself asks of its people. */
  facts: z.array(placeFact),
  /** Kinds of PPKS of which the reader is not told who is one. */
  unseen: z.array(z.string()),
  quotas: z.array(quota),
})
export type Carried = z.infer<typeof carried>

/** Marks are asked for in an address: whoever carries more programmes than this is given all of them. */
export const mostMarks = 300

/** FIELD-28 What is new or other since a phone asked last; `gone` are places in the list of its own marks. */
const carriedDelta = carried.extend({ gone: z.array(z.int().min(0)) })
export type CarriedDelta = z.infer<typeof carriedDelta>

/** FIELD-20 What a phone asks of programmes. */
export const carriedRoutes = {
  programmes: row({
    method: 'GET',
    path: '/api/replica/programmes',
    summary: 'Programmes of the places of a phone, with their rules; nothing where it has them as they are',
    allow: 'registry.read',
    audit: 'PROGRAMMES_CARRIED',
    query: z.strictObject({
      /** The stamp of what the phone has. */
      have: z
        .string()
        .regex(/^[0-9a-f]{32}$/)
        .optional(),
      /** A mark of each programme that the phone has: it is given the others alone. */
      marks: z
        .string()
        .max(mostMarks * 13)
        .regex(/^[0-9a-f]{12}(,[0-9a-f]{12})*$/)
        .optional(),
    }),
    body: nothing,
    reply: z.object({
      stamp: z.string(),
      /** All of it; null where the phone has it as it is, or is given what is other. */
      carried: carried.nullable(),
      delta: carriedDelta.nullish(),
    }),
  }),
} as const
