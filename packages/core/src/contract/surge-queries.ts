import { z } from 'zod'
import { affectedId, caseId, officeId, surgeId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode } from '../place/code.ts'
import { affectedSteps } from '../surge/moves.ts'
import { affectedStatus, surgeStatus, triageClass, triageWhys } from '../surge/surge.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()
const names = z.object({ id: z.string(), en: z.string() })
const rules = z.array(z.object({ class: triageClass, years: z.int().nullable() }))
const key = { district: ledgerCode, id: surgeId }

/** An affected list among others. */
export const surgeLine = z.object({
  ...key,
  name: z.string(),
  kindNames: names,
  placeName: z.string(),
  day: wireDay,
  status: surgeStatus,
  total: z.int(),
  done: z.int(),
})
export type SurgeLine = z.infer<typeof surgeLine>

/** An affected list as its page shows it. */
export const surgePage = surgeLine.extend({
  /** What a form that changes it is based on. */
  edition: z.int(),
  rules,
  offices: z.array(z.object({ id: officeId, name: z.string() })),
  days: z.array(wireDay),
  perDay: z.int(),
  isPublic: z.boolean(),
  note: z.string().nullable(),
  counts: z.object({
    listed: z.int(),
    queued: z.int(),
    done: z.int(),
    absent: z.int(),
    opened: z.int(),
    matched: z.int(),
  }),
  /** What the server is doing, or did last: how much of what is there. */
  work: z.object({ total: z.int(), done: z.int(), endedAt: instant.nullable() }).nullable(),
  /** Whether the reader runs it. */
  runs: z.boolean(),
})
export type SurgePage = z.infer<typeof surgePage>

export const affectedShows = ['today', 'queue', 'absent', 'done', 'listed'] as const

/** Somebody on the list, as officers call them. */
export const affectedLine = z.object({
  id: affectedId,
  number: z.int().nullable(),
  name: z.string(),
  nikMasked: z.string().nullable(),
  phone: z.string().nullable(),
  placeName: z.string(),
  class: triageClass,
  why: z.enum(triageWhys),
  officeName: z.string().nullable(),
  slotDay: wireDay.nullable(),
  slotNth: z.int().nullable(),
  status: affectedStatus,
  case: z.object({ id: caseId, number: z.string() }).nullable(),
  note: z.string().nullable(),
  acts: z.array(z.enum(affectedSteps)),
})
export type AffectedLine = z.infer<typeof affectedLine>

/** Who comes first at a place, as whoever looks after its lists reads it. */
export const surgeOrder = z.object({ district: ledgerCode, today: wireDay, names, rules, basis: z.string() })
export type SurgeOrder = z.infer<typeof surgeOrder>

/** A list of 62,000 people with eleven columns is some 8 MB. */
export const mostSurgeBytes = 16 * 1024 * 1024
export const mostSurgeRows = 70_000
// Base64 takes four characters for three bytes.
const mostBytes = Math.ceil((mostSurgeBytes * 4) / 3) + 1_000

/** Questions about affected lists, and the ways in for their files. */
export const surgeRoutes = {
  list: row({
    method: 'GET',
    path: '/api/surges/list',
    summary: 'Affected lists of the place of the acting office',
    allow: 'case.read',
    audit: 'SURGES_READ',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(surgeLine),
  }),
  one: row({
    method: 'GET',
    path: '/api/surges/one',
    summary: 'One affected list with its counts, and how far the server is',
    allow: 'case.read',
    audit: 'SURGE_READ',
    query: z.strictObject(key),
    body: nothing,
    reply: surgePage,
  }),
  rows: row({
    method: 'GET',
    path: '/api/surges/rows',
    summary: 'People of a list whom the acting office receives; all of them for who runs it',
    allow: 'case.read',
    audit: 'AFFECTED_READ',
    query: z.strictObject({ ...key, show: z.enum(affectedShows).default('today'), page: pageNumber }),
    body: nothing,
    reply: page(affectedLine),
  }),
  cases: row({
    method: 'GET',
    path: '/api/surges/cases',
    summary: 'Cases of the people of one part of a list, in its order, as many as one batch of letters may hold',
    allow: 'letter.draft',
    audit: 'AFFECTED_CASES_READ',
    query: z.strictObject({ ...key, show: z.enum(affectedShows).default('today'), page: pageNumber }),
    body: nothing,
    reply: page(z.object({ id: caseId, number: z.string() })),
  }),
  choices: row({
    method: 'GET',
    path: '/api/surges/choices',
    summary: 'Offices that could receive people, and the days on which they work',
    allow: 'surge.manage',
    audit: 'SURGE_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: z.object({
      offices: z.array(z.object({ id: officeId, name: z.string() })),
      /** The next working days of the place. */
      days: z.array(wireDay),
      /** Who comes first there today. */
      rules,
    }),
  }),
  order: row({
    method: 'GET',
    path: '/api/surges/order',
    summary: 'Who comes first among affected people where the reader acts, with what says so',
    allow: 'lists.manage',
    audit: 'SURGE_ORDER_READ',
    query: nothing,
    body: nothing,
    reply: surgeOrder,
  }),
  load: row({
    method: 'POST',
    path: '/api/surges/load',
    summary:
      'Takes in the file of a list: its rows are put on the list by the server, wrong ones come back with reasons',
    allow: 'surge.manage',
    audit: 'SURGE_FILE_LOADED',
    query: nothing,
    body: z.strictObject({ ...key, file: z.base64() }),
    reply: z.object({ missing: z.array(z.string()), good: z.int(), wrong: z.int() }),
    mostBytes,
  }),
  faults: row({
    method: 'GET',
    path: '/api/surges/faults',
    summary: 'The wrong rows of the file that was loaded last, with the reason on each, as a workbook',
    allow: 'surge.manage',
    audit: 'SURGE_FAULTS_READ',
    query: z.strictObject(key),
    body: nothing,
    reply: z.object({ file: z.base64().nullable() }),
  }),
  work: row({
    method: 'POST',
    path: '/api/surges/work',
    summary: 'Has the server give slots and open cases for everybody on the list',
    allow: 'surge.manage',
    audit: 'SURGE_WORK_BEGUN',
    query: nothing,
    body: z.strictObject(key),
    reply: z.object({}),
  }),
} as const
