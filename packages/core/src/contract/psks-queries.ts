import { z } from 'zod'
import { caseId, psksEventId, psksId, psksPostingId, psksReportId, staffId, visitId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { psksKindData } from '../psks/kinds.ts'
import { psksSteps } from '../psks/moves.ts'
import { eventKind, postingKind, psksStatus, psksStatuses, psksWho, reportStatus } from '../psks/psks.ts'
import { code, shortText, text } from './case.ts'
import { importLine, importPlan, mostCells, mostImportBytes, mostInCell, rowsAtOnce } from './import.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const at = { district: ledgerCode, id: psksId }
const names = z.object({ id: z.string(), en: z.string() })
const place = z.object({ code: placeCode, name: z.string() })

const line = {
  ...at,
  kindNames: names,
  name: z.string(),
  placeName: z.string(),
  serves: z.array(z.string()),
  status: psksStatus,
  /** The day from which its yearly update is due; null where it was never verified. */
  dueOn: wireDay.nullable(),
  due: z.boolean(),
}
export const psksLine = z.object(line)
export type PsksLine = z.infer<typeof psksLine>

const report = z.object({
  id: psksReportId,
  month: z.string(),
  activities: z.string(),
  days: z.int(),
  people: z.int(),
  status: reportStatus,
  note: z.string(),
  sentBy: z.string(),
  sentAt: z.int(),
  judgedBy: z.string().nullable(),
  judgedAt: z.int().nullable(),
  acts: z.array(z.enum(['report', 'accept-report', 'return-report'])),
})
export type PsksReportLine = z.infer<typeof report>
const posting = z.object({
  id: psksPostingId,
  target: postingKind,
  case: z.object({ id: caseId, number: z.string(), opens: z.boolean() }).nullable(),
  visit: z.uuid().nullable(),
  villageName: z.string().nullable(),
  officeName: z.string(),
  task: z.string(),
  fromDay: wireDay,
  untilDay: wireDay.nullable(),
  endedOn: wireDay.nullable(),
  result: z.string(),
})
export type PsksPostingLine = z.infer<typeof posting>

/** Somebody who was asked to look after what a card is about. */
const posted = z.object({
  ...at,
  name: z.string(),
  kindNames: names,
  posting: psksPostingId,
  task: z.string(),
  fromDay: wireDay,
  untilDay: wireDay.nullable(),
  ended: z.boolean(),
})
export type PostedPsks = z.infer<typeof posted>

export const psksCard = z.object({
  ...line,
  version: z.int(),
  kind: code,
  who: z.enum(psksWho),
  place: placeCode,
  served: z.array(place),
  /** Masked. */
  nik: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  fields: z.record(z.string(), z.string()),
  /** The fields of its kind, as the list says them today. */
  asks: psksKindData.shape.fields,
  note: z.string().nullable(),
  officeName: z.string(),
  registeredBy: z.string(),
  verifiedBy: z.string().nullable(),
  checkedOn: wireDay.nullable(),
  reports: z.array(report),
  events: z.array(
    z.object({
      id: psksEventId,
      what: eventKind,
      title: z.string(),
      onDay: wireDay,
      hours: z.int(),
      result: z.string(),
    }),
  ),
  postings: z.array(posting),
  /** Their own account, where they have one. */
  user: z.object({ id: staffId, name: z.string() }).nullable(),
  today: wireDay,
  acts: z.array(z.enum(psksSteps)),
})
export type PsksCard = z.infer<typeof psksCard>

export const psksShows = ['active', 'due', ...psksStatuses] as const
export const tableForms = ['xlsx', 'csv'] as const

const cells = z.array(z.string().max(mostInCell)).max(mostCells)
const registry = { allow: 'registry.read', body: nothing } as const
const manages = { allow: 'psks.manage', query: nothing } as const

/** What is asked about PSKS: by whoever may read the people of a place, and by those who look after them. */
export const psksRoutes = {
  list: row({
    ...registry,
    method: 'GET',
    path: '/api/psks/list',
    summary: 'PSKS that sit in or serve the places of the reader, by kind, place, name and status',
    audit: 'PSKS_LISTED',
    query: z.strictObject({
      show: z.enum(psksShows).default('active'),
      kind: code.optional(),
      place: placeCode.optional(),
      q: text(60).optional(),
      page: pageNumber,
    }),
    reply: page(psksLine).extend({
      /** How many of the reader's places are due to be asked again. */
      due: z.int(),
    }),
  }),
  one: row({
    ...registry,
    method: 'GET',
    path: '/api/psks/one',
    summary: 'One PSKS with its fields, reports, trainings and postings',
    audit: 'PSKS_READ',
    query: z.strictObject(at),
    reply: psksCard,
  }),
  ofCase: row({
    ...registry,
    method: 'GET',
    path: '/api/psks/case',
    summary: 'PSKS that were asked to look after a case',
    audit: 'PSKS_OF_CASE_READ',
    query: z.strictObject({ district: ledgerCode, id: caseId }),
    reply: z.object({ items: z.array(posted) }),
  }),
  ofVisit: row({
    ...registry,
    method: 'GET',
    path: '/api/psks/visit',
    summary: 'PSKS that were asked to be of use on a visit',
    audit: 'PSKS_OF_VISIT_READ',
    query: z.strictObject({ district: ledgerCode, id: visitId }),
    reply: z.object({ items: z.array(posted) }),
  }),
  at: row({
    ...registry,
    method: 'GET',
    path: '/api/psks/at',
    summary: 'Verified PSKS that serve a place, and those that were asked to look after it',
    audit: 'PSKS_OF_PLACE_READ',
    query: z.strictObject({ place: placeCode }),
    reply: z.object({ place: placeCode, placeName: z.string(), serving: z.array(psksLine), items: z.array(posted) }),
  }),
  choices: row({
    ...registry,
    method: 'GET',
    path: '/api/psks/choices',
    summary: 'Kinds of PSKS with the fields that each is asked for',
    audit: 'PSKS_CHOICES_READ',
    query: nothing,
    reply: z.object({
      district: ledgerCode,
      place: placeCode,
      kinds: z.array(psksKindData.extend({ code, names })),
    }),
  }),
  coverage: row({
    ...registry,
    method: 'GET',
    path: '/api/psks/coverage',
    summary: 'How many verified PSKS of each kind serve each village of a place',
    audit: 'PSKS_COVERAGE_READ',
    query: z.strictObject({ place: placeCode.optional() }),
    reply: z.object({
      place: placeCode,
      placeName: z.string(),
      groups: z.array(
        z.object({
          code: placeCode,
          name: z.string(),
          villages: z.array(
            z.object({ code: placeCode, name: z.string(), kinds: z.record(z.string(), z.int()), total: z.int() }),
          ),
        }),
      ),
    }),
  }),
  template: row({
    ...manages,
    method: 'GET',
    path: '/api/psks/template',
    summary: 'The table in which PSKS are filled in, with one example',
    audit: 'PSKS_TEMPLATE_READ',
    body: nothing,
    reply: z.object({ rows: z.array(z.array(z.string())) }),
  }),
  table: row({
    ...manages,
    method: 'POST',
    path: '/api/psks/table',
    summary: 'PSKS of the reader’s places as a file, with the reason on record',
    audit: 'PSKS_TABLE_TAKEN',
    body: z.strictObject({ form: z.enum(tableForms), reason: shortText.min(5) }),
    reply: z.object({ name: z.string(), type: z.string(), content: z.string() }),
  }),
  plan: row({
    ...manages,
    method: 'POST',
    path: '/api/psks/plan',
    summary: 'What the lines of a file of PSKS would change, without changing it',
    audit: 'PSKS_FILE_READ',
    body: z.strictObject({ file: z.string().min(1) }),
    mostBytes: Math.ceil((mostImportBytes * 4) / 3) + 1_000,
    reply: importPlan,
  }),
  take: row({
    ...manages,
    method: 'POST',
    path: '/api/psks/take',
    summary: 'Registers and changes PSKS as the lines of a file say',
    audit: 'PSKS_IMPORTED',
    body: z.strictObject({
      head: cells,
      rows: z
        .array(z.strictObject({ line: z.int().min(1), cells }))
        .min(1)
        .max(rowsAtOnce),
    }),
    reply: z.object({ lines: z.array(importLine) }),
  }),
} as const
