import { z } from 'zod'
import {
  applicationId,
  caseId,
  familyId,
  needId,
  participationId,
  personId,
  programmeId,
  quotaId,
} from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { answer, applicationStatus, needStatus, participationStatus, sayer } from '../need/need.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { code, shortText } from './case.ts'
import { nothing, page, pageNumber, row, spelled } from './route.ts'

const at = { district: ledgerCode }
const moment = z.int().nullable()

export const applicationLine = z.object({
  id: applicationId,
  ...at,
  version: z.int(),
  need: needId,
  caseId: caseId.nullable(),
  kind: z.string(),
  programme: programmeId,
  programmeName: z.string(),
  /** Masked. */
  name: z.string(),
  placeName: z.string(),
  fromName: z.string(),
  officeName: z.string(),
  status: applicationStatus,
  papers: z.array(z.string()),
  ticked: z.array(z.string()),
  /** Where they stand in the line, the first being 1; null where they do not wait. */
  nth: z.int().nullable(),
  reason: z.string().nullable(),
  note: z.string(),
  sentAt: moment,
  dueAt: moment,
  decidedAt: moment,
  late: z.boolean(),
  /** What the acting office may do with it now. */
  acts: z.array(z.string()),
})
export type ApplicationLine = z.infer<typeof applicationLine>

export const needLine = z.object({
  id: needId,
  ...at,
  version: z.int(),
  person: personId.nullable(),
  family: familyId.nullable(),
  caseId: caseId.nullable(),
  /** Masked. */
  name: z.string(),
  placeName: z.string(),
  kind: z.string(),
  text: z.string(),
  status: needStatus,
  reason: z.string().nullable(),
  note: z.string(),
  day: wireDay,
  acts: z.array(z.string()),
})
export type NeedLine = z.infer<typeof needLine>

export const needCard = needLine.extend({ applications: z.array(applicationLine) })
export type NeedCard = z.infer<typeof needCard>

export const participationLine = z.object({
  id: participationId,
  ...at,
  version: z.int(),
  person: personId.nullable(),
  family: familyId.nullable(),
  caseId: caseId.nullable(),
  programme: programmeId,
  programmeName: z.string(),
  status: participationStatus,
  reason: z.string().nullable(),
  since: wireDay.nullable(),
  until: wireDay.nullable(),
  amountRight: answer,
  onTime: answer,
  useful: answer,
  saidBy: sayer,
  saidOn: wireDay,
})
export type ParticipationLine = z.infer<typeof participationLine>

export const programmeChoice = z.object({
  id: programmeId,
  name: z.string(),
  officeName: z.string(),
  papers: z.array(z.string()),
})
export type ProgrammeChoice = z.infer<typeof programmeChoice>

export const quotaLine = z.object({
  id: quotaId,
  ...at,
  version: z.int(),
  programme: programmeId,
  programmeName: z.string(),
  place: placeCode,
  placeName: z.string(),
  from: wireDay,
  until: wireDay,
  places: z.int(),
  granted: z.int(),
  /** Places that narrower quotas have of it. */
  shared: z.int(),
  waiting: z.int(),
  /** Whether the acting office sets it. */
  sets: z.boolean(),
})
export type QuotaLine = z.infer<typeof quotaLine>

export const needGroups = ['place', 'kind'] as const
export const needStates = ['total', 'met', 'going', 'unmet'] as const
const counts = {
  total: z.int().nullable(),
  met: z.int().nullable(),
  going: z.int().nullable(),
  unmet: z.int().nullable(),
  /** Of which of them there may be more: what districts withhold is in no sum above them. */
  more: z.array(z.enum(needStates)),
}
export type NeedState = (typeof needStates)[number]

export const needTable = z.object({
  place: z.object({ code: placeCode, name: z.string() }),
  year: z.int(),
  by: z.enum(needGroups),
  /** Whether this reader may open the needs that are counted. */
  opens: z.boolean(),
  /** Below how many a number is not told to who may not; of what could be worked out, more is not told. */
  least: z.int(),
  rows: z.array(z.object({ key: z.string(), name: z.string(), ...counts })),
  sum: z.object(counts),
})
export type NeedTable = z.infer<typeof needTable>

const year = z.preprocess(spelled, z.int().min(2016).max(2199)).optional()
const within = { place: placeCode.optional(), year }

export const applicationShows = ['to-decide', 'late', 'waiting', 'decided'] as const
export type ApplicationShow = (typeof applicationShows)[number]
const tableForms = ['csv', 'xlsx'] as const

/** What is asked about needs, applications, participation and quotas. */
export const needRoutes = {
  of: row({
    method: 'GET',
    path: '/api/needs/of',
    summary: 'What a person, a family or a case needs, has asked for and has',
    allow: 'registry.read',
    audit: 'NEEDS_READ',
    query: z.strictObject({
      ...at,
      person: personId.optional(),
      family: familyId.optional(),
      case: caseId.optional(),
    }),
    body: nothing,
    reply: z.object({
      needs: z.array(needCard),
      participation: z.array(participationLine),
      mayRecord: z.boolean(),
      today: wireDay,
    }),
  }),
  programmes: row({
    method: 'GET',
    path: '/api/needs/programmes',
    summary: 'Programmes that take applications for people of a place now',
    allow: 'registry.read',
    audit: 'NEED_PROGRAMMES_READ',
    query: z.strictObject(at),
    body: nothing,
    reply: z.object({ items: z.array(programmeChoice) }),
  }),
  list: row({
    method: 'GET',
    path: '/api/needs',
    summary: 'The needs behind a number of the table, names masked',
    allow: 'registry.read',
    audit: 'NEEDS_LISTED',
    query: z.strictObject({
      ...within,
      kind: code.optional(),
      state: z.enum(needStates).default('total'),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(needLine),
  }),
  table: row({
    method: 'GET',
    path: '/api/needs/table',
    summary: 'Needs of a year by place or by kind: met, going on, unmet',
    allow: 'figures.read',
    audit: 'NEED_TABLE_READ',
    query: z.strictObject({ ...within, kind: code.optional(), by: z.enum(needGroups).default('place') }),
    body: nothing,
    reply: needTable,
  }),
  file: row({
    method: 'GET',
    path: '/api/needs/file',
    summary: 'Needs of a year by village and kind, as a file without names',
    allow: 'figures.read',
    audit: 'NEED_TABLE_TAKEN',
    query: z.strictObject({ ...within, form: z.enum(tableForms) }),
    body: nothing,
    reply: z.object({ name: z.string(), type: z.string(), content: z.string() }),
  }),
  applications: row({
    method: 'GET',
    path: '/api/applications',
    summary: 'Applications that the acting office decides on, names masked',
    allow: 'programme.decide',
    audit: 'APPLICATIONS_LISTED',
    query: z.strictObject({ show: z.enum(applicationShows).default('to-decide'), page: pageNumber }),
    body: nothing,
    reply: page(applicationLine).extend({ late: z.int() }),
  }),
  asked: row({
    method: 'GET',
    path: '/api/applications/asked',
    summary: 'Applications that the acting office has made, the newest first',
    allow: 'registry.edit',
    audit: 'APPLICATIONS_ASKED_LISTED',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(applicationLine),
  }),
  application: row({
    method: 'GET',
    path: '/api/applications/one',
    summary: 'One application with the quota that counts for it',
    allow: 'programme.decide',
    audit: 'APPLICATION_READ',
    query: z.strictObject({ ...at, id: applicationId }),
    body: nothing,
    reply: applicationLine.extend({
      need: z.object({ kind: z.string(), text: z.string() }),
      quota: quotaLine.nullable(),
      /** Whether a grant waits whatever the quota says: behind others of the period before, or for the next period. */
      owed: z.boolean(),
    }),
  }),
  reveal: row({
    method: 'POST',
    path: '/api/applications/reveal',
    summary: 'Whom an application is for, with the reason on record',
    allow: 'programme.decide',
    audit: 'APPLICANT_REVEALED',
    query: nothing,
    body: z.strictObject({ ...at, id: applicationId, reason: shortText.min(5) }),
    reply: z.object({ name: z.string() }),
  }),
  quotas: row({
    method: 'GET',
    path: '/api/quotas',
    summary: 'Quotas of programmes for places under or over the acting office, used and left',
    allow: 'programme.manage',
    audit: 'QUOTAS_LISTED',
    query: z.strictObject({ programme: programmeId.optional(), page: pageNumber }),
    body: nothing,
    reply: page(quotaLine),
  }),
  line: row({
    method: 'GET',
    path: '/api/quotas/line',
    summary: 'Who waits for a place of a quota, the first in front, as far as the acting office decides',
    allow: 'programme.decide',
    audit: 'QUOTA_LINE_READ',
    query: z.strictObject({ ...at, id: quotaId, page: pageNumber }),
    body: nothing,
    reply: page(applicationLine),
  }),
} as const
