import { z } from 'zod'
import { caseKind, caseStatuses, closures, erasureBasis } from '../case/case.ts'
import { caseId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode } from '../place/code.ts'
import { referralStatuses } from '../referral/referral.ts'
import { holder, personStatuses, way } from '../registry/registry.ts'
import { nikText, shortText } from './case.ts'
import { caseLine } from './case-queries.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()

/** What somebody did who looked at personal data. */
export const looks = ['open', 'found', 'reveal', 'file', 'link', 'search', 'export', 'report', 'elsewhere'] as const
export const look = z.enum(looks)
export type Look = z.infer<typeof look>

/** One look at personal data: who, from which office, when, at what, and why. */
export const accessLine = z.object({
  id: z.uuid(),
  at: instant,
  look,
  staff: z.uuid().nullable(),
  staffName: z.string(),
  office: z.uuid().nullable(),
  officeName: z.string(),
  /** The case, where it was one and the reader may see it. */
  case: z.object({ id: caseId, district: ledgerCode, number: z.string() }).nullable(),
  reason: z.string(),
})
export type AccessLine = z.infer<typeof accessLine>

/** What the citizen is given who asks: who opened their record, in the order in which it happened. */
export const accessReport = z.object({
  number: z.string(),
  madeAt: instant,
  madeBy: z.string(),
  officeName: z.string(),
  zone: z.string(),
  since: instant,
  items: z.array(accessLine),
  /** More than fit on the paper were left out, the oldest ones. */
  leftOut: z.int(),
})
export type AccessReport = z.infer<typeof accessReport>

/** One case of a person, whole, as its export gives it. */
export const exportedCase = z.object({
  number: z.string(),
  district: ledgerCode,
  kind: caseKind,
  category: z.string(),
  categoryName: z.string(),
  status: z.enum(caseStatuses),
  closure: z.enum(closures).nullable(),
  placeName: z.string(),
  officeName: z.string(),
  registeredAt: instant,
  closedAt: instant.nullable(),
  summary: z.string(),
  story: z.string(),
  client: z.object({
    name: z.string(),
    nik: z.string().nullable(),
    kk: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string(),
  }),
  outcome: z.string().nullable(),
  result: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), type: z.string(), size: z.int(), addedAt: instant })),
  steps: z.array(z.object({ at: instant, action: z.string(), officeName: z.string().nullable(), note: z.string() })),
  referrals: z.array(
    z.object({
      officeName: z.string(),
      status: z.enum(referralStatuses),
      asked: z.string(),
      result: z.string(),
      at: instant,
    }),
  ),
  looks: z.array(accessLine),
})
export type ExportedCase = z.infer<typeof exportedCase>

/** What was done for somebody: needs, applications, programmes, visits, proposals, PPKS, affected lists. */
export const heldKinds = ['need', 'application', 'participation', 'visit', 'proposal', 'ppks', 'affected'] as const
const heldThing = z.object({
  what: z.enum(heldKinds),
  name: z.string(),
  status: z.string(),
  officeName: z.string(),
  at: instant,
  words: z.array(z.string()),
})
const values = z.record(z.string(), z.json())

/** A person of the registry, whole, with their family: who gave which value when, and what was done for them. */
export const exportedHolding = z.object({
  id: z.uuid(),
  district: ledgerCode,
  name: z.string(),
  placeName: z.string(),
  status: z.enum(personStatuses),
  addedAt: instant,
  said: values,
  family: values.nullable(),
  records: z.array(
    z.object({
      of: holder,
      at: instant,
      byName: z.string(),
      officeName: z.string(),
      way,
      source: z.string(),
      values,
      was: values,
    }),
  ),
  things: z.array(heldThing),
  looks: z.array(accessLine),
})
export type ExportedHolding = z.infer<typeof exportedHolding>

/** All that is held of one person, as far as the reader may see it, with the mark of who took it out, when and why. */
export const personExport = z.object({
  nik: nikText,
  madeAt: instant,
  madeBy: z.string(),
  officeName: z.string(),
  zone: z.string(),
  purpose: z.string(),
  cases: z.array(exportedCase),
  registry: z.array(exportedHolding),
})
export type PersonExport = z.infer<typeof personExport>

/** A case whose years are over, or whose erasure somebody asked for. */
export const retentionLine = z.object({
  line: caseLine,
  keptUntil: instant,
  asked: z.object({ byName: z.string(), own: z.boolean(), at: instant, basis: erasureBasis }).nullable(),
})
export type RetentionLine = z.infer<typeof retentionLine>

const key = z.strictObject({ district: ledgerCode, id: caseId })

/** Questions about who looked at personal data, and what becomes of it. */
export const accessRoutes = {
  trail: row({
    method: 'GET',
    path: '/api/access/case',
    summary: 'Who opened one case, when and why',
    allow: 'access.review',
    audit: 'ACCESS_OF_CASE_READ',
    query: key.extend({ page: pageNumber }),
    body: nothing,
    reply: page(accessLine).extend({ number: z.string() }),
  }),
  office: row({
    method: 'GET',
    path: '/api/access',
    summary: 'What people of the acting office looked at, when and why',
    allow: 'access.review',
    audit: 'ACCESS_OF_OFFICE_READ',
    query: z
      .strictObject({
        look: look.optional(),
        staff: z.uuid().optional(),
        from: wireDay.optional(),
        to: wireDay.optional(),
        page: pageNumber,
      })
      .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'] }),
    body: nothing,
    reply: page(accessLine),
  }),
  report: row({
    method: 'POST',
    path: '/api/access/report',
    summary: 'Who opened one case, for the citizen who asks; is itself on record',
    allow: 'access.review',
    audit: 'ACCESS_REPORT_MADE',
    query: nothing,
    body: key.extend({ reason: shortText.min(5) }),
    reply: accessReport,
  }),
  person: row({
    method: 'POST',
    path: '/api/persons/export',
    summary: 'All that is held of one person within scope, with the purpose on record',
    allow: 'person.export',
    audit: 'PERSON_EXPORTED',
    query: nothing,
    body: z.strictObject({ nik: nikText, purpose: shortText.min(5) }),
    reply: personExport,
  }),
  retention: row({
    method: 'GET',
    path: '/api/retention',
    summary: 'Cases whose years are over, and cases that somebody asked to erase',
    allow: 'case.decide',
    audit: 'RETENTION_LISTED',
    query: z.strictObject({ show: z.enum(['due', 'asked']).default('due'), page: pageNumber }),
    body: nothing,
    reply: page(retentionLine).extend({ asked: z.int() }),
  }),
} as const
