import { z } from 'zod'
import { programmeId } from '../kernel/id.ts'
import { exportForms, exportStates, exportSubjects } from '../load/export.ts'
import { placeCode } from '../place/code.ts'
import { shortText, text } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const desil = z.string().regex(/^([1-9]|10|none)$/)
const band = z.enum(['low', 'part', 'whole'])

/** Who is in an export: by place, by the desil of their family, by a programme that they have, by how much is known. */
const chosen = {
  subject: z.enum(exportSubjects),
  form: z.enum(exportForms),
  place: placeCode,
  desils: z.array(desil).max(11),
  programme: programmeId.nullable(),
  complete: band.nullable(),
  numbers: z.boolean(),
}
export const exportWish = z.strictObject({ id: z.uuid(), ...chosen, reason: shortText.min(10) })
export type ExportWish = z.infer<typeof exportWish>

/** One export as the log keeps it: who took what, from where, when, why, how many rows, and how often it was fetched. */
export const exportLine = z.object({
  id: z.uuid(),
  mark: z.string(),
  ...chosen,
  placeName: z.string(),
  programmeName: z.string().nullable(),
  reason: z.string(),
  byName: z.string(),
  officeName: z.string(),
  askedAt: z.int(),
  endedAt: z.int().nullable(),
  state: z.enum(exportStates),
  /** How many rows it has, and how many of them are written. */
  total: z.int(),
  rows: z.int(),
  size: z.int(),
  fetched: z.int(),
  /** Whether the reader asked for it, and may fetch it. */
  own: z.boolean(),
})
export type ExportLine = z.infer<typeof exportLine>

export const exportFilePath = '/api/exports/file'
export const exportFileQuery = z.strictObject({ id: z.uuid() })

/** What is taken out of the registry. */
export const exportRoutes = {
  ask: row({
    method: 'POST',
    path: '/api/exports',
    summary: 'Asks for people or families of the registry as a file, with the reason on record; the server writes it',
    allow: 'registry.load',
    audit: 'REGISTRY_EXPORT_ASKED',
    query: nothing,
    body: exportWish,
    reply: exportLine,
  }),
  list: row({
    method: 'GET',
    path: '/api/exports',
    summary: 'What was taken out of the registry of the district, the newest first',
    allow: 'registry.load',
    audit: 'REGISTRY_EXPORTS_LISTED',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(exportLine),
  }),
  log: row({
    method: 'GET',
    path: '/api/exports/log',
    summary: 'The log of all exports of the district, or the one whose mark stands on a file',
    allow: 'access.review',
    audit: 'REGISTRY_EXPORT_LOG_READ',
    query: z.strictObject({ mark: text(40).optional(), page: pageNumber }),
    body: nothing,
    reply: page(exportLine),
  }),
} as const
