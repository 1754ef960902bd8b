import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { loadId } from '../kernel/id.ts'
import { wireDay } from '../kernel/instant.ts'
import { isTargetKey } from '../load/columns.ts'
import { handOverParts, loadStatus } from '../load/load.ts'
import { ledgerCode, placeCode, villageCode } from '../place/code.ts'
import { indicatorKinds } from '../registry/indicators.ts'
import { holder } from '../registry/registry.ts'
import { shortText, text } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

/** A gigabyte: some five million rows of thirty columns. */
export const mostLoadBytes = 1_073_741_824
/** A sheet is unpacked in memory: what is larger is saved as CSV. */
export const mostSheetBytes = 40_000_000
export const mostSheetRows = 50_000
/** How many wrong rows are shown; the others stand in the file that is fetched. */
export const wrongShown = 20

const column = z.int().min(0).max(299)
const mapping = z.record(z.string().refine(isTargetKey), column)
const partsOf = <Words extends z.ZodType>(words: Words) =>
  z.strictObject(
    Object.fromEntries(handOverParts.map((part) => [part, words])) as Record<(typeof handOverParts)[number], Words>,
  )
const handOver = partsOf(text(500).default(''))

/** What people do with loads. Trying, taking rows and ending are steps of the server, and have no door. */
export const loadCommandData = {
  'load.open': {
    path: '/api/loads',
    rights: ['registry.load'],
    data: z.strictObject({
      file: z.uuid(),
      source: shortText.min(1),
      snapshot: wireDay,
      mapping,
      place: villageCode.nullable(),
      handOver,
    }),
  },
  'load.record': { path: '/api/loads/record', rights: ['registry.load'], data: z.strictObject({ handOver }) },
  'load.start': { path: '/api/loads/start', rights: ['registry.load'], data: z.strictObject({}) },
  'load.stop': { path: '/api/loads/stop', rights: ['registry.load'], data: z.strictObject({}) },
  'load.cancel': { path: '/api/loads/cancel', rights: ['registry.load'], data: z.strictObject({}) },
} as const satisfies Record<string, { path: string; rights: readonly Permission[]; data: z.ZodType }>

export type LoadCommandData = {
  readonly [Kind in keyof typeof loadCommandData]: z.infer<(typeof loadCommandData)[Kind]['data']>
}

const count = z.int()
const counts = z.object({
  rows: count,
  newPeople: count,
  changedPeople: count,
  samePeople: count,
  newFamilies: count,
  changedFamilies: count,
  sameFamilies: count,
  kept: count,
  wrong: count,
})

/** A file that was sent: what its columns are called, what they seem to mean, and how its first rows look, numbers masked. */
export const loadFileReply = z.object({
  id: z.uuid(),
  name: z.string(),
  size: z.int(),
  encoding: z.string(),
  head: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  mapping: z.record(z.string(), z.int()),
  /** Whether the mapping is the one with which such a file was loaded before. */
  remembered: z.boolean(),
  /** What the district asks beside the official variables: its columns may mean that too. */
  local: z.array(
    z.object({
      name: z.string(),
      of: holder,
      kind: z.enum(indicatorKinds),
      names: z.object({ id: z.string(), en: z.string() }),
    }),
  ),
})
export type LoadFileReply = z.infer<typeof loadFileReply>

export const loadLine = z.object({
  id: loadId,
  district: ledgerCode,
  version: z.int(),
  source: z.string(),
  snapshot: z.string(),
  fileName: z.string(),
  status: loadStatus,
  checked: counts,
  counts,
  /** What the trial in hand has come to so far. */
  progress: counts.nullable(),
  openedAt: z.int(),
  endedAt: z.int().nullable(),
  openedBy: z.string(),
})
export type LoadLine = z.infer<typeof loadLine>

export const loadCard = loadLine.extend({
  place: placeCode.nullable(),
  size: z.int().nullable(),
  handOver: partsOf(z.string().max(500).default('')),
  head: z.array(z.string()),
  mapping: z.record(z.string(), z.int()),
  /** The first rows that can't be taken: where, and why. Whether the file is still kept, so that all can be fetched. */
  wrong: z.array(z.object({ line: z.int(), column: z.string().nullable(), reason: z.string() })),
  kept: z.boolean(),
  /** The server could not go on: it is tried again. */
  fault: z.boolean(),
})
export type LoadCard = z.infer<typeof loadCard>

export const loadPaths = { file: '/api/loads/file', wrong: '/api/loads/wrong' } as const
export const wrongQuery = z.strictObject({ id: loadId, format: z.enum(['csv', 'xlsx']) })
export const fileQuery = z.strictObject({ name: shortText.min(1) })

/** The loads of a district. */
export const loadRoutes = {
  list: row({
    method: 'GET',
    path: '/api/loads',
    summary: "The loads of the reader's district, the newest first",
    allow: 'registry.load',
    audit: 'LOADS_READ',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(loadLine),
  }),
  one: row({
    method: 'GET',
    path: '/api/loads/one',
    summary: 'One load: how far it has come, what came of it, and the first rows that can not be taken',
    allow: 'registry.load',
    audit: 'LOAD_READ',
    query: z.strictObject({ id: loadId }),
    body: nothing,
    reply: loadCard,
  }),
} as const
