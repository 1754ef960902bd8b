import { z } from 'zod'
import { payActs } from '../activity/moves.ts'
import { payStatus } from '../activity/pay.ts'
import { caseKinds, caseStatuses, closures } from '../case/case.ts'
import { month } from '../figures/month.ts'
import { activityPayId, caseId, staffId, visitId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode, villageCode } from '../place/code.ts'
import { visitStatus } from '../visit/visit.ts'
import { text } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()
const names = z.object({ id: z.string(), en: z.string() })

/** SUPER-11 What is counted of a facilitator's month: visits, whom they asked, and the cases that they wrote down. */
export const activityCounts = [
  'done',
  'missed',
  'due',
  'late',
  'families',
  'people',
  'cases',
  'closed',
  'returned',
] as const
export type ActivityCount = (typeof activityCounts)[number]
const counts = z.record(z.enum(activityCounts), z.int())

/** The payment for a month, as far as it has come. */
const payOfMonth = z.object({
  id: activityPayId,
  version: z.int(),
  status: payStatus,
  amount: z.int().nullable(),
  paidOn: wireDay.nullable(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  sentAt: instant,
  judgedByName: z.string().nullable(),
  judgedAt: instant.nullable(),
})

/** One facilitator's month. */
export const activityLine = z.object({
  staff: staffId,
  name: z.string(),
  offices: z.string(),
  counts,
  /** When a field phone of theirs was last heard; null where they have none. */
  syncedAt: instant.nullable(),
  /** Where their payment stands, for whoever may know; null where nothing was sent in. */
  pay: payStatus.nullable(),
})
export type ActivityLine = z.infer<typeof activityLine>

/** A visit of the month: when it was made, or is planned for. */
const visitOfMonth = z.object({
  district: ledgerCode,
  id: visitId,
  day: wireDay,
  placeName: z.string(),
  /** Whom it was for, shortened: paper goes through many hands. */
  name: z.string(),
  triggerNames: names,
  status: visitStatus,
  late: z.boolean(),
  resultNames: names.nullable(),
})

/** A case that they wrote down in the month, and what came of it. */
const caseOfMonth = z.object({
  district: ledgerCode,
  id: caseId,
  number: z.string(),
  day: wireDay,
  placeName: z.string(),
  kind: z.enum(caseKinds),
  categoryNames: names,
  status: z.enum(caseStatuses),
  closure: z.enum(closures).nullable(),
})

/** SUPER-14 What a facilitator did in a month, as it is printed. */
export const activityReport = z.object({
  staff: staffId,
  name: z.string(),
  offices: z.string(),
  /** The place that is looked at, and its district's name. */
  placeName: z.string(),
  district: ledgerCode,
  month,
  at: instant,
  counts,
  visits: z.array(visitOfMonth),
  cases: z.array(caseOfMonth),
  pay: payOfMonth.nullable(),
  /** What the reader may do about it now. */
  acts: z.array(z.enum(payActs)),
})
export type ActivityReport = z.infer<typeof activityReport>

export const coverageShows = ['unserved', 'unvisited'] as const
export type CoverageShow = (typeof coverageShows)[number]
export const coverageSorts = ['name', 'last'] as const
/** For how many months nobody was there. */
export const coverageMonths = ['1', '3', '6', '12'] as const

/** A village that nobody goes to, or went to of late. */
export const coverageLine = z.object({
  code: villageCode,
  name: z.string(),
  within: z.string(),
  families: z.int(),
  /** How many facilitators name it as theirs. */
  facilitators: z.int(),
  lastVisit: wireDay.nullable(),
})
export type CoverageLine = z.infer<typeof coverageLine>

/** Questions of whoever goes from house to house, and of whoever leads them. */
export const activityRoutes = {
  list: row({
    method: 'GET',
    path: '/api/activity/list',
    summary: 'What each facilitator of the place did in a month; whoever plans no visits is told of themselves',
    allow: 'visit.do',
    audit: 'ACTIVITY_READ',
    query: z.strictObject({
      month: month.optional(),
      village: villageCode.optional(),
      q: text(60).optional(),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(activityLine).extend({ month, all: z.boolean() }),
  }),
  report: row({
    method: 'GET',
    path: '/api/activity/report',
    summary: 'Visits and cases of one facilitator in a month, to be printed and signed',
    allow: 'visit.do',
    audit: 'ACTIVITY_REPORT_READ',
    query: z.strictObject({ month: month.optional(), staff: staffId.optional() }),
    body: nothing,
    reply: activityReport,
  }),
  coverage: row({
    method: 'GET',
    path: '/api/activity/coverage',
    summary: 'Villages of the place without a facilitator, or without a visit of late',
    allow: 'visit.plan',
    audit: 'COVERAGE_READ',
    query: z.strictObject({
      show: z.enum(coverageShows).default('unvisited'),
      months: z.enum(coverageMonths).default('3'),
      sort: z.enum(coverageSorts).default('last'),
      q: text(60).optional(),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(coverageLine).extend({ unserved: z.int(), unvisited: z.int() }),
  }),
} as const
