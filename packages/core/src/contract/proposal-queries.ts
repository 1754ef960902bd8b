import { z } from 'zod'
import { caseId, familyId, minutesId, personId, proposalBatchId, proposalId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { keysOf, tableOf } from '../kernel/keys.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { month } from '../proposal/cut-off.ts'
import { proposalKind } from '../proposal/kinds.ts'
import { minutesSteps, proposalSteps, waitingFor } from '../proposal/moves.ts'
import { backings, captures, meetingKinds, minutesStatus, proposalStatus } from '../proposal/proposal.ts'
import { code, nikText, sha256Text, shortText } from './case.ts'
import { tableForms } from './joint-queries.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()
const at = { district: ledgerCode }
const tick = z.object({ target: z.string(), field: z.string().nullable(), byName: z.string(), at: instant })

/** PROPOSAL-17 What a list of proposals shows: those that wait for somebody, those whose time is over, all. */
export const proposalShows = [...keysOf(waitingFor), 'late', 'all'] as const
export type ProposalShow = (typeof proposalShows)[number]

/** A proposal in a list. Names are shown as lists show them. */
export const proposalLine = z.object({
  id: proposalId,
  district: ledgerCode,
  version: z.int(),
  kind: proposalKind,
  status: proposalStatus,
  place: placeCode,
  placeName: z.string(),
  name: z.string(),
  month,
  capturedAt: instant,
  flagged: z.boolean(),
  backing: z.enum(backings).nullable(),
  dueAt: instant.nullable(),
  late: z.boolean(),
  /** What the reader may do with it now. */
  acts: z.array(z.enum(proposalSteps)),
})
export type ProposalLine = z.infer<typeof proposalLine>

const stage = z.object({
  status: proposalStatus,
  at: instant.nullable(),
  byName: z.string().nullable(),
})

/** A proposal as its card shows it. */
export const proposalCard = proposalLine.extend({
  nik: z.string().nullable(),
  kk: z.string().nullable(),
  person: personId.nullable(),
  family: familyId.nullable(),
  case: z.object({ district: ledgerCode, id: caseId, number: z.string() }).nullable(),
  programme: z.string().nullable(),
  asked: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  reason: z.string(),
  note: z.string(),
  /** How many photos there are, and where the house stands. */
  photos: z.int(),
  spot: z.object({ lat: z.number(), long: z.number(), accuracy: z.number().nullable() }).nullable(),
  officeName: z.string(),
  drafterNames: z.array(z.string()),
  receivedAt: instant,
  capture: z.enum(captures),
  minutes: minutesId.nullable(),
  fileName: z.string().nullable(),
  missing: z.array(z.string()),
  why: z.string().nullable(),
  words: z.string().nullable(),
  batch: proposalBatchId.nullable(),
  answeredOn: wireDay.nullable(),
  ticks: z.array(tick),
  /** The way so far, and what is still to come. */
  way: z.array(stage),
})
export type ProposalCard = z.infer<typeof proposalCard>

/** Somebody of the registry, as the first step of a new proposal shows them. */
export const foundPerson = z.object({
  id: personId,
  family: familyId.nullable(),
  name: z.string(),
  nik: z.string(),
  kk: z.string().nullable(),
  place: placeCode,
  placeName: z.string(),
  values: z.record(z.string(), z.string()),
})
export type FoundPerson = z.infer<typeof foundPerson>

export const minutesLine = z.object({
  id: minutesId,
  district: ledgerCode,
  kind: z.enum(meetingKinds),
  status: minutesStatus,
  placeName: z.string(),
  day: wireDay,
  venue: z.string(),
  proposals: z.int(),
})
export type MinutesLine = z.infer<typeof minutesLine>

const count = z.int()
export const minutesPage = minutesLine.extend({
  version: z.int(),
  place: placeCode,
  districtName: z.string(),
  leader: z.string(),
  writerName: z.string(),
  attendance: z.array(z.object({ name: z.string(), post: z.string() })),
  counts: z.object({
    notFound: count,
    wellOff: count,
    moved: count,
    corrected: count,
    prelist: count,
    fresh: count,
  }),
  decisions: z.string(),
  verdicts: z.array(
    z.object({ proposal: proposalLine.extend({ nik: z.string().nullable() }), agreed: z.boolean(), note: z.string() }),
  ),
  /** Drafts of the village that wait for a meeting. */
  waiting: z.array(proposalLine),
  /** The signed scan, once it is here. */
  fileName: z.string().nullable(),
  /** FIELD-31 What a phone photographed of the signed sheet, for whoever signs with it: here, or on its way. */
  sheet: z.object({ file: sha256Text, fileName: z.string(), arrived: z.boolean() }).nullable(),
  note: z.string().nullable(),
  acts: z.array(z.enum(minutesSteps)),
})
export type MinutesPage = z.infer<typeof minutesPage>

export const batchLine = z.object({
  id: proposalBatchId,
  district: ledgerCode,
  month,
  placeName: z.string(),
  makerName: z.string(),
  size: z.int(),
  madeAt: instant,
  answered: z.int(),
})
export type BatchLine = z.infer<typeof batchLine>

/** What was taken out together, and how far it is typed off. */
export const batchPage = batchLine.extend({
  target: z.string(),
  targets: z.array(z.object({ code: z.string(), names: z.object({ id: z.string(), en: z.string() }) })),
  typed: z.int(),
  items: z.array(proposalLine.extend({ typed: z.object({ byName: z.string(), at: instant }).nullable() })),
})
export type BatchPage = z.infer<typeof batchPage>

/** The sheet of one proposal for one system, to be typed off field by field. */
export const proposalSheet = z.object({
  id: proposalId,
  version: z.int(),
  name: z.string(),
  target: z.string(),
  lines: z.array(
    z.object({
      field: z.string(),
      value: z.string(),
      tick: z.object({ byName: z.string(), at: instant }).nullable(),
    }),
  ),
  done: z.object({ byName: z.string(), at: instant }).nullable(),
  acts: z.array(z.enum(proposalSteps)),
})
export type ProposalSheet = z.infer<typeof proposalSheet>

const counts = z.object(tableOf(proposalShows, () => z.int()))

/** Questions about proposals to the registry. */
export const proposalRoutes = {
  list: row({
    method: 'GET',
    path: '/api/proposals/list',
    summary: 'Proposals of the places that the reader sees, names masked',
    allow: 'registry.read',
    audit: 'PROPOSALS_READ',
    query: z.strictObject({
      show: z.enum(proposalShows).default('all'),
      kind: proposalKind.optional(),
      month: month.optional(),
      place: placeCode.optional(),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(proposalLine).extend({ counts }),
  }),
  one: row({
    method: 'GET',
    path: '/api/proposals/one',
    summary: 'One proposal with its way and what it asks for',
    allow: 'registry.read',
    audit: 'PROPOSAL_READ',
    query: z.strictObject({ ...at, id: proposalId }),
    body: nothing,
    reply: proposalCard,
  }),
  ofCase: row({
    method: 'GET',
    path: '/api/proposals/case',
    summary: 'Proposals that came of a case',
    allow: 'registry.read',
    audit: 'PROPOSALS_OF_CASE_READ',
    query: z.strictObject({ ...at, id: caseId }),
    body: nothing,
    reply: z.object({ items: z.array(proposalLine) }),
  }),
  ready: row({
    method: 'GET',
    path: '/api/proposals/ready',
    summary: 'Everything that can be taken out now, to go into one batch part by part',
    allow: 'registry.read',
    audit: 'PROPOSALS_READY_READ',
    query: z.strictObject({ kind: proposalKind.optional(), month: month.optional() }),
    body: nothing,
    reply: z.object({ items: z.array(z.object({ id: proposalId, district: ledgerCode, month })) }),
  }),
  find: row({
    method: 'POST',
    path: '/api/proposals/find',
    summary: 'Somebody of the registry by their exact NIK, and proposals that are under way for it',
    allow: 'proposal.make',
    audit: 'PROPOSAL_PERSON_SOUGHT',
    query: nothing,
    body: z.strictObject({ ...at, nik: nikText }),
    reply: z.object({ people: z.array(foundPerson), proposals: z.array(proposalLine) }),
  }),
  calendar: row({
    method: 'GET',
    path: '/api/proposals/calendar',
    summary: 'What is due when in a month, and how many proposals stand where',
    allow: 'registry.read',
    audit: 'PROPOSAL_CALENDAR_READ',
    query: z.strictObject({ month: month.optional() }),
    body: nothing,
    reply: z.object({
      month,
      today: wireDay,
      closes: wireDay,
      pulled: wireDay,
      finalised: wireDay,
      counts,
      meetings: z.array(minutesLine),
      objections: z.array(proposalLine),
    }),
  }),
  meetings: row({
    method: 'GET',
    path: '/api/proposals/meetings',
    summary: 'Minutes of village meetings',
    allow: 'registry.read',
    audit: 'PROPOSAL_MEETINGS_READ',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(minutesLine),
  }),
  meeting: row({
    method: 'GET',
    path: '/api/proposals/meeting',
    summary: 'The minutes of one village meeting',
    allow: 'registry.read',
    audit: 'PROPOSAL_MEETING_READ',
    query: z.strictObject({ ...at, id: minutesId }),
    body: nothing,
    reply: minutesPage,
  }),
  batches: row({
    method: 'GET',
    path: '/api/proposals/batches',
    summary: 'What was taken out together, newest first',
    allow: 'registry.read',
    audit: 'PROPOSAL_BATCHES_READ',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(batchLine),
  }),
  batch: row({
    method: 'GET',
    path: '/api/proposals/batch',
    summary: 'One batch and how far it is typed into a system',
    allow: 'registry.read',
    audit: 'PROPOSAL_BATCH_READ',
    query: z.strictObject({ ...at, id: proposalBatchId, target: code.optional() }),
    body: nothing,
    reply: batchPage,
  }),
  sheet: row({
    method: 'POST',
    path: '/api/proposals/sheet',
    summary: 'Whole values of one exported proposal in the order of another system; the look is kept',
    allow: 'registry.read',
    audit: 'PROPOSAL_SHEET_READ',
    query: nothing,
    body: z.strictObject({ ...at, id: proposalId, target: code }),
    reply: proposalSheet,
  }),
  table: row({
    method: 'POST',
    path: '/api/proposals/table',
    summary: 'A batch as a file in official names, with the reason on record',
    allow: 'registry.read',
    audit: 'PROPOSAL_TABLE_TAKEN',
    query: nothing,
    body: z.strictObject({ ...at, id: proposalBatchId, form: z.enum(tableForms), reason: shortText.min(5) }),
    reply: z.object({ name: z.string(), type: z.string(), content: z.string() }),
  }),
} as const

/** The door through which signed scans are read: bytes, not JSON. */
export const proposalFilePath = '/api/proposals/file'
