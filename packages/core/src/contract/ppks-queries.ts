import { z } from 'zod'
import { caseId, familyId, officeId, ppksId, ppksServiceId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { ppksSteps } from '../ppks/moves.ts'
import { ppksStatus, ppksStatuses, serviceStatus } from '../ppks/ppks.ts'
import { code, shortText } from './case.ts'
import { nothing, page, pageNumber, row, spelled } from './route.ts'

const at = { district: ledgerCode, id: ppksId }
const names = z.object({ id: z.string(), en: z.string() })
const item = z.object({ code, names })
const year = z.preprocess(spelled, z.int().min(2000).max(2100))

const line = {
  ...at,
  typeNames: names,
  placeName: z.string(),
  /** The first letters of the name. */
  name: z.string(),
  since: wireDay,
  status: ppksStatus,
}
export const ppksLine = z.object(line)
export type PpksLine = z.infer<typeof ppksLine>

const service = z.object({
  id: ppksServiceId,
  what: z.string(),
  provider: z.string(),
  fromDay: wireDay,
  untilDay: wireDay.nullable(),
  status: serviceStatus,
  note: z.string(),
  acts: z.array(z.enum(['begin-service', 'finish-service', 'stop-service'])),
})
export type PpksServiceLine = z.infer<typeof service>

export const ppksCard = z.object({
  ...line,
  version: z.int(),
  type: code,
  place: placeCode,
  officeName: z.string(),
  /** Masked; whole through the door that asks why. */
  nik: z.string().nullable(),
  restricted: z.boolean(),
  /** Where the reader sees it. */
  case: z.object({ id: caseId, number: z.string() }).nullable(),
  findings: z.string().nullable(),
  risks: z.array(names),
  assessedOn: wireDay.nullable(),
  assessedBy: z.string().nullable(),
  services: z.array(service),
  course: z.array(
    z.object({ act: z.string(), at: z.int(), byName: z.string(), on: z.string().nullable(), note: z.string() }),
  ),
  outcome: names.nullable(),
  endedOn: wireDay.nullable(),
  today: wireDay,
  acts: z.array(z.enum(ppksSteps)),
})
export type PpksCard = z.infer<typeof ppksCard>

const told = z.int().nullable()
const figures = z.object({ total: told, cells: z.array(told) })

export const ppksCounts = z.object({
  place: placeCode,
  placeName: z.string(),
  /** The place above, where the reader sees more than this one. */
  above: placeCode.nullable(),
  year: z.int(),
  years: z.array(z.object({ year: z.int(), n: z.int() })),
  /** What lies right below, in the order of the cells. */
  below: z.array(z.object({ code: placeCode, name: z.string() })),
  types: z.array(
    figures.extend({
      type: code,
      names,
      number: z.int(),
      restricted: z.boolean(),
      /** There may be more: numbers of districts that are withheld are in no sum. */
      atLeast: z.boolean(),
    }),
  ),
  /** Of the types that are not withheld, and of no others. */
  all: figures,
  least: z.int(),
})
export type PpksCounts = z.infer<typeof ppksCounts>

export const ppksShows = ['open', 'all', ...ppksStatuses] as const

/** What is asked about PPKS, by whoever may read the people of a place. */
export const ppksRoutes = {
  list: row({
    method: 'GET',
    path: '/api/ppks/list',
    summary: 'PPKS of the places that the reader sees, by type, place, year and status; names masked',
    allow: 'registry.read',
    audit: 'PPKS_LISTED',
    query: z.strictObject({
      show: z.enum(ppksShows).default('open'),
      type: code.optional(),
      place: placeCode.optional(),
      year: year.optional(),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(ppksLine),
  }),
  one: row({
    method: 'GET',
    path: '/api/ppks/one',
    summary: 'One PPKS with assessment, services and what happened',
    allow: 'registry.read',
    audit: 'PPKS_READ',
    query: z.strictObject(at),
    body: nothing,
    reply: ppksCard,
  }),
  reveal: row({
    method: 'POST',
    path: '/api/ppks/reveal',
    summary: 'Name and NIK of a PPKS whole, with the reason on record',
    allow: 'person.reveal',
    audit: 'PPKS_REVEALED',
    query: nothing,
    body: z.strictObject({ ...at, reason: shortText.min(5) }),
    reply: z.object({ name: z.string(), nik: z.string().nullable() }),
  }),
  ofCase: row({
    method: 'GET',
    path: '/api/ppks/case',
    summary: 'PPKS that were recorded from a case, as far as the reader sees them',
    allow: 'registry.read',
    audit: 'PPKS_OF_CASE_READ',
    query: z.strictObject({ district: ledgerCode, id: caseId }),
    body: nothing,
    reply: z.object({ items: z.array(ppksLine) }),
  }),
  ofFamily: row({
    method: 'GET',
    path: '/api/ppks/family',
    summary: 'PPKS among the members of a family, as far as the reader sees them',
    allow: 'registry.read',
    audit: 'PPKS_OF_FAMILY_READ',
    query: z.strictObject({ district: ledgerCode, id: familyId }),
    body: nothing,
    reply: z.object({ items: z.array(ppksLine) }),
  }),
  choices: row({
    method: 'GET',
    path: '/api/ppks/choices',
    summary:
      'Types, risks and outcomes of PPKS as the lists of the district hold them, and offices that could give a service',
    allow: 'registry.read',
    audit: 'PPKS_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: z.object({
      district: ledgerCode,
      place: placeCode,
      placeName: z.string(),
      today: wireDay,
      /** `open`: the reader may see and record them. */
      types: z.array(z.object({ code, names, number: z.int(), open: z.boolean() })),
      risks: z.array(item),
      endings: z.array(item),
      offices: z.array(z.object({ id: officeId, name: z.string() })),
    }),
  }),
  counts: row({
    method: 'GET',
    path: '/api/ppks/counts',
    summary:
      'How many PPKS of each type were recorded in a year, at a place and below it; few of a restricted type are not told',
    allow: 'figures.read',
    audit: 'PPKS_COUNTED',
    query: z.strictObject({ place: placeCode.optional(), year: year.optional() }),
    body: nothing,
    reply: ppksCounts,
  }),
} as const
