import { z } from 'zod'
import {
  caseKind,
  caseStatuses,
  closures,
  contactWays,
  erasureBasis,
  grantField,
  priorities,
  relations,
  reviewStates,
} from '../case/case.ts'
import { dueWindows } from '../case/due.ts'
import { caseMeasures } from '../case/measures.ts'
import { outlooks } from '../case/pressing.ts'
import { caseId, staffId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode, placeCode, villageCode } from '../place/code.ts'
import { consentSaid } from '../referral/consent.ts'
import { referralStatuses } from '../referral/referral.ts'
import { code, contactCare, nikText, phoneText, sha256Text, shortText, text } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()
/** `left` are working minutes to go (negative: late), counted by the server's calendar; a clock that stands has no `dueAt`. */
const clock = z.object({ startedAt: instant, dueAt: instant.nullable(), left: z.int().nullable() })

/** A case in a list: enough to choose it, and no more of the person than a masked name. */
export const caseLine = z.object({
  id: caseId,
  district: ledgerCode,
  version: z.int(),
  number: z.string(),
  kind: caseKind,
  category: z.string(),
  status: z.enum(caseStatuses),
  priority: z.enum(priorities),
  summary: z.string(),
  clientMasked: z.string(),
  place: placeCode,
  placeName: z.string(),
  office: z.uuid(),
  officeName: z.string(),
  assignee: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  waitingOfficeName: z.string().nullable(),
  hopDueAt: instant.nullable(),
  totalDueAt: instant.nullable(),
  registeredAt: instant,
  changedAt: instant,
  closure: z.enum(closures).nullable(),
  /** Whose turn it is while it is looked at before its office works on it. */
  review: z.enum(reviewStates).nullable(),
})
export type CaseLine = z.infer<typeof caseLine>

/** The tabs of a desk's queue that say how much waits in them. */
export const countedQueues = [
  'office',
  'review',
  'mend',
  'decision',
  'mine',
  'due',
  'citizen',
  'referred',
  'visits',
] as const
/** All tabs. Everything within sight may be a nation's cases: it is counted when it is looked at, as a list's total. */
export const queues = [...countedQueues, 'all'] as const

/** Filters of a list, as they stand in its address. An unknown one is refused, not ignored. */
export const caseFilter = z
  .strictObject({
    queue: z.enum(queues).default('office'),
    status: z.enum(caseStatuses).optional(),
    kind: caseKind.optional(),
    sector: code.optional(),
    category: code.optional(),
    priority: z.enum(priorities).optional(),
    place: placeCode.optional(),
    office: z.uuid().optional(),
    assignee: z.uuid().or(z.literal('nobody')).optional(),
    due: z.enum(dueWindows).optional(),
    number: text(30).optional(),
    measure: z.enum(caseMeasures).optional(),
    from: wireDay.optional(),
    to: wireDay.optional(),
    sort: z.enum(['due', 'newest', 'oldest']).default('due'),
    page: pageNumber,
  })
  // An empty list would look like an answer.
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'] })
export type CaseFilter = z.output<typeof caseFilter>

const caseQueueReply = page(caseLine).extend({ counts: z.record(z.enum(countedQueues), z.int()) })

/** How the cases of a list fall into groups, each with how many of it are late. */
export const groupings = ['sector', 'assignee', 'due'] as const
export type Grouping = (typeof groupings)[number]

/** One step of a case's way, as its history shows it. */
export const historyStep = z.object({
  seq: z.int(),
  action: z.string(),
  at: instant,
  doneAt: instant,
  actorName: z.string(),
  officeName: z.string().nullable(),
  note: z.string(),
  say: z.record(z.string(), z.unknown()),
})
export type HistoryStep = z.infer<typeof historyStep>

export const referralLine = z.object({
  id: z.uuid(),
  caseId,
  district: ledgerCode,
  version: z.int(),
  caseVersion: z.int(),
  caseNumber: z.string(),
  summary: z.string(),
  fromOffice: z.uuid(),
  fromOfficeName: z.string(),
  toOffice: z.uuid(),
  toOfficeName: z.string(),
  status: z.enum(referralStatuses),
  asked: z.string(),
  reason: z.string().nullable(),
  outcome: z.string().nullable(),
  result: z.string().nullable(),
  requestedAt: instant,
  dueAt: instant.nullable(),
  changedAt: instant,
  endedAt: instant.nullable(),
  /** By what right the asked office is told; null where nothing was recorded. */
  consent: consentSaid.nullable(),
  /** The referral that this one was turned from. */
  partOf: z.uuid().nullable(),
  /** Until when the asked office may answer by its reply link; null where it has none. */
  linkUntil: instant.nullable(),
})
export type ReferralLine = z.infer<typeof referralLine>

export const attachmentLine = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  addedAt: instant,
  /** Until then a phone still has it. */
  arrived: z.boolean(),
})

/** Another office that may see a case: which parts of it, and until when; over when that has passed. */
export const grantLine = z.object({
  id: z.uuid(),
  office: z.uuid(),
  officeName: z.string(),
  /** The referral that it came with; null where the case was only shared. */
  referral: z.uuid().nullable(),
  fields: z.array(grantField),
  until: instant,
})
export type GrantLine = z.infer<typeof grantLine>

/** A move that a screen may offer: allowed, or with the reason why not and whether that could change. */
export const offer = z.object({
  action: z.string(),
  refusal: z.looseObject({ code: z.string() }).nullable(),
  message: z.string().nullable(),
})
export type Offer = z.infer<typeof offer>

/** The case card: what this person may see of one case. Fields that a grant does not name are null. */
export const caseCard = z.object({
  line: caseLine,
  sees: z.enum(['all', 'grant']),
  channel: z.string(),
  story: z.string().nullable(),
  client: z
    .object({
      name: z.string(),
      nikMasked: z.string().nullable(),
      kkMasked: z.string().nullable(),
      phoneMasked: z.string().nullable(),
      address: z.string(),
    })
    .nullable(),
  reporter: z.object({ name: z.string().nullable(), relation: z.enum(relations), anonymous: z.boolean() }).nullable(),
  contactVia: z.enum(contactWays).nullable(),
  contactCare: z.array(contactCare),
  restricted: z.string().nullable(),
  decision: z.enum(['approved']).nullable(),
  missing: z.string().nullable(),
  /** Who answers for what was sent into a review; null where there was none. */
  sentBy: z.object({ id: staffId, name: z.string() }).nullable(),
  outcome: z.string().nullable(),
  result: z.string().nullable(),
  satisfaction: z.int().nullable(),
  /** The next visit to see what became of the family, and what the last one found. */
  visitAt: instant.nullable(),
  became: z.string().nullable(),
  becameAt: instant.nullable(),
  duplicateOf: z.object({ id: caseId, number: z.string() }).nullable(),
  merged: z.array(z.object({ id: caseId, number: z.string() })),
  hop: clock,
  total: clock,
  hopLimit: z.int(),
  totalLimit: z.int(),
  /** Working minutes that count for one working day in the limits above. */
  dayMinutes: z.int(),
  /** The same for the limit of the hop: a red card's day has 24 hours. */
  hopDayMinutes: z.int(),
  /** Until when the step that it is at may last, if the case is to be in time here. */
  stepDueAt: instant.nullable(),
  outlook: z.enum(outlooks).nullable(),
  /** Since when the office's time is over without that the case could go up. */
  overdueSince: instant.nullable(),
  /** Where it stands in one SMS for the citizen; null for those who see a part of it. */
  short: z.string().nullable(),
  answeredAt: instant.nullable(),
  closedAt: instant.nullable(),
  history: z.array(historyStep),
  referrals: z.array(referralLine),
  attachments: z.array(attachmentLine),
  grants: z.array(grantLine),
  /** Somebody asked for this case to be erased, and it is not decided. */
  erasure: z.object({ byName: z.string(), own: z.boolean(), at: instant, basis: erasureBasis }).nullable(),
  offers: z.array(offer),
  /** By referral; under `new` whether another office may be asked. */
  referralOffers: z.record(z.string(), z.array(offer)),
})
export type CaseCard = z.infer<typeof caseCard>

/** A case that may be about the same need, with the reasons for thinking so (codes of messages `alike.<code>`). */
export const likeCase = z.object({
  line: caseLine,
  score: z.number(),
  reasons: z.array(
    z.enum(['same-nik', 'same-kk', 'same-phone', 'like-name', 'same-category', 'same-village', 'recent']),
  ),
})
export type LikeCase = z.infer<typeof likeCase>

const key = z.strictObject({ district: ledgerCode, id: caseId })

/** Questions about cases. */
export const caseRoutes = {
  queue: row({
    method: 'GET',
    path: '/api/cases',
    summary: 'Cases in a queue of the acting office, or found by filters',
    allow: 'case.read',
    audit: 'CASES_LISTED',
    query: caseFilter,
    body: nothing,
    reply: caseQueueReply,
  }),
  groups: row({
    method: 'GET',
    path: '/api/cases/groups',
    summary: 'How the cases of a list fall into bidang, officers or due days',
    allow: 'case.read',
    audit: 'CASES_GROUPED',
    query: caseFilter.safeExtend({ by: z.enum(groupings) }),
    body: nothing,
    reply: z.object({
      /** `key` is a bidang's code, a person's id or a window of due days; null for cases of no bidang or nobody. */
      items: z.array(
        z.object({ key: z.string().nullable(), name: z.string().nullable(), count: z.int(), late: z.int() }),
      ),
    }),
  }),
  card: row({
    method: 'GET',
    path: '/api/cases/card',
    summary: 'One case with its whole way, as far as the reader may see it',
    allow: 'case.read',
    audit: 'CASE_OPENED',
    // Whether it was opened from the results of a search, for the record of who opened it.
    query: key.extend({ via: z.enum(['search']).optional() }),
    body: nothing,
    reply: caseCard,
  }),
  search: row({
    method: 'POST',
    path: '/api/cases/search',
    summary: 'Cases by number, NIK, KK, phone or name, within scope',
    allow: 'case.read',
    audit: 'CASES_SEARCHED',
    query: nothing,
    body: z.strictObject({ text: shortText.min(3), page: pageNumber }),
    reply: page(caseLine),
  }),
  similar: row({
    method: 'POST',
    path: '/api/cases/similar',
    summary: 'Cases that may be about the same need, before a new one is made',
    allow: 'case.register',
    audit: 'CASES_COMPARED',
    query: nothing,
    body: z.strictObject({
      place: villageCode.nullable(),
      category: code.nullable(),
      name: shortText,
      nik: nikText.nullable(),
      kk: nikText.nullable(),
      phone: phoneText.nullable(),
    }),
    reply: z.object({ items: z.array(likeCase) }),
  }),
  reveal: row({
    method: 'POST',
    path: '/api/cases/reveal',
    summary: 'NIK, KK and phone in the open, with the reason on record',
    allow: 'person.reveal',
    audit: 'PERSON_REVEALED',
    query: nothing,
    body: key.extend({ reason: shortText.min(5) }),
    reply: z.object({
      nik: z.string().nullable(),
      kk: z.string().nullable(),
      phone: z.string().nullable(),
      reporterPhone: z.string().nullable(),
    }),
  }),
  inbox: row({
    method: 'GET',
    path: '/api/referrals',
    summary: 'Referrals to or from the acting office',
    allow: 'case.read',
    audit: 'REFERRALS_LISTED',
    query: z.strictObject({
      side: z.enum(['in', 'out']).default('in'),
      status: z.enum(referralStatuses).or(z.literal('open')).optional(),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(referralLine).extend({ open: z.int() }),
  }),
} as const

/** A file that was uploaded and found to be what it says: its digest is what a command then names. */
export const uploadReply = z.object({ sha256: sha256Text, type: z.string(), size: z.int() })
