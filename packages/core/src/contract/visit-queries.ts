import { z } from 'zod'
import { caseId, familyId, officeId, personId, staffId, visitId, visitPhotoId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode, villageCode } from '../place/code.ts'
import { visitActs } from '../visit/moves.ts'
import { fit, paperKind, photoKind, visitStatus } from '../visit/visit.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()
const names = z.object({ id: z.string(), en: z.string() })

/** A visit in a list: whom and where to, by when, by whom. */
export const visitLine = z.object({
  id: visitId,
  district: ledgerCode,
  name: z.string(),
  address: z.string(),
  place: villageCode,
  placeName: z.string(),
  triggerNames: names,
  plannedFor: wireDay,
  late: z.boolean(),
  officeName: z.string(),
  assigneeName: z.string().nullable(),
  status: visitStatus,
  fit: fit.nullable(),
})
export type VisitLine = z.infer<typeof visitLine>

/** A visit as its page shows it. */
export const visitPage = visitLine.extend({
  version: z.int(),
  /** The case, and whether the reader may open it. */
  case: z.object({ id: caseId, number: z.string(), opens: z.boolean() }).nullable(),
  family: familyId.nullable(),
  person: personId.nullable(),
  whom: z.object({
    name: z.string(),
    nikMasked: z.string().nullable(),
    kkMasked: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string(),
  }),
  ask: z.string(),
  proposal: z.string(),
  office: officeId,
  assignee: staffId.nullable(),
  resultNames: names.nullable(),
  report: z
    .object({
      met: z.string(),
      words: z.string(),
      papers: z.array(paperKind),
      agencies: z.string(),
      followUp: z.string(),
      signer: z.string(),
      unsigned: z.string(),
    })
    .nullable(),
  spot: z.object({ lat: z.number(), long: z.number(), accuracy: z.number() }).nullable(),
  visitorName: z.string().nullable(),
  capturedAt: instant.nullable(),
  receivedAt: instant.nullable(),
  /** The moment that the device told can hardly be. */
  oddTime: z.boolean(),
  reasonNames: names.nullable(),
  note: z.string().nullable(),
  tries: z.int(),
  plannerName: z.string(),
  plannedAt: instant,
  /** What has not arrived is on its way from a phone, since it was added. */
  photos: z.array(
    z.object({ id: visitPhotoId, kind: photoKind, capturedAt: instant, addedAt: instant, arrived: z.boolean() }),
  ),
  acts: z.array(z.enum(visitActs)),
})
export type VisitPage = z.infer<typeof visitPage>

export const visitShows = ['mine', 'office', 'late', 'ended'] as const

/** Doors that carry pictures instead of JSON. */
export const visitPaths = { photo: '/api/visits/photo-file' } as const

/** Questions about visits. */
export const visitRoutes = {
  list: row({
    method: 'GET',
    path: '/api/visits/list',
    summary: 'Visits of the reader, of the acting office, or late ones; all of a village where one is named',
    allow: 'visit.do',
    audit: 'VISITS_READ',
    query: z.strictObject({
      show: z.enum(visitShows).default('mine'),
      village: villageCode.optional(),
      page: pageNumber,
    }),
    body: nothing,
    reply: page(visitLine).extend({ late: z.int() }),
  }),
  one: row({
    method: 'GET',
    path: '/api/visits/one',
    summary: 'One visit with what was found and its pictures',
    allow: 'visit.do',
    audit: 'VISIT_READ',
    query: z.strictObject({ district: ledgerCode, id: visitId }),
    body: nothing,
    reply: visitPage,
  }),
  about: row({
    method: 'GET',
    path: '/api/visits/about',
    summary: 'Visits of a case, a family or a person, as far as the reader sees them',
    allow: 'visit.do',
    audit: 'VISITS_ABOUT_READ',
    query: z.strictObject({
      district: ledgerCode,
      case: caseId.optional(),
      family: familyId.optional(),
      person: personId.optional(),
    }),
    body: nothing,
    reply: z.object({ visits: z.array(visitLine), mayPlan: z.boolean() }),
  }),
  choices: row({
    method: 'GET',
    path: '/api/visits/choices',
    summary: 'Offices that serve a village, who may make visits there, and reasons to go',
    allow: 'visit.plan',
    audit: 'VISIT_CHOICES_READ',
    query: z.strictObject({ village: villageCode }),
    body: nothing,
    reply: z.object({
      today: wireDay,
      offices: z.array(
        z.object({
          id: officeId,
          name: z.string(),
          people: z.array(z.object({ id: staffId, name: z.string() })),
        }),
      ),
    }),
  }),
} as const
