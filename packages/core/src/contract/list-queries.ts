import { z } from 'zod'
import { wireDay } from '../kernel/instant.ts'
import { editableLists } from '../lists/list-law.ts'
import { sayings } from '../lists/rows.ts'
import { ledgerCode } from '../place/code.ts'
import { text } from './case.ts'
import { listCommandData } from './lists.ts'
import { nothing, row } from './route.ts'

const names = z.object({ id: z.string(), en: z.string() })
const data = z.record(z.string(), z.unknown())

/** One thing that is said of an item, as its history shows it. `own`: by this very place. */
export const saidLine = z.object({
  place: ledgerCode,
  own: z.boolean(),
  from: wireDay,
  says: z.enum(sayings).exclude(['taken-back']),
  names,
  data,
})

/** An item of a list as it stands somewhere today, with everything that counts there. */
export const itemLine = z.object({
  code: z.string(),
  names,
  data,
  /** Offered today. */
  holds: z.boolean(),
  /** The place whose words count today; null where nobody offers it. */
  place: ledgerCode.nullable(),
  mayEnd: z.boolean(),
  said: z.array(saidLine),
  /** How many cases carry it; null where nobody counts that. */
  uses: z.object({ open: z.int(), all: z.int() }).nullable(),
})
export type ItemLine = z.infer<typeof itemLine>

export const dayLine = z.object({
  day: wireDay,
  closed: z.boolean(),
  name: z.string(),
  basis: z.string(),
  place: ledgerCode,
})
export type DayLine = z.infer<typeof dayLine>

const minutes = z.tuple([z.int(), z.int()])
export const hoursLine = z.object({
  place: ledgerCode,
  from: wireDay,
  week: z.array(minutes.nullable()),
  basis: z.string(),
  /** 0 where it was shipped: no command has written it. */
  version: z.int(),
})
export type HoursLine = z.infer<typeof hoursLine>

/** What can be written to a file and read from one: each list, and the closed days. */
export const fileKinds = [...editableLists, 'role', 'calendar'] as const
export type FileKind = (typeof fileKinds)[number]

const asked = z.object({ kind: z.enum(Object.keys(listCommandData)), data })
/** A line of a file: what it asks for, or why it can't be taken. */
export const fileLine = z.object({
  line: z.int(),
  cells: z.array(z.string()),
  asks: z.array(asked),
  refusal: z.string().nullable(),
})
export type FileLine = z.infer<typeof fileLine>

const at = { district: ledgerCode }
/** What administrators look at before they change lists, calendar and hours. */
export const listRoutes = {
  items: row({
    method: 'GET',
    path: '/api/lists/items',
    summary: 'Items of one list with all that is said of them, and how many cases carry each',
    allow: 'lists.manage',
    audit: 'LIST_ITEMS_READ',
    query: z.strictObject({ ...at, list: z.enum(editableLists) }),
    body: nothing,
    reply: z.object({
      today: wireDay,
      grows: z.boolean(),
      nationOnly: z.boolean(),
      items: z.array(itemLine),
    }),
  }),
  uses: row({
    method: 'GET',
    path: '/api/lists/uses',
    summary: 'How many cases carry one item, and in how many districts; null where nobody counts that',
    allow: 'lists.manage',
    audit: 'LIST_USES_READ',
    query: z.strictObject({ ...at, list: z.enum(editableLists), code: text(60) }),
    body: nothing,
    reply: z.object({ uses: z.object({ open: z.int(), all: z.int(), districts: z.int() }).nullable() }),
  }),
  calendar: row({
    method: 'GET',
    path: '/api/calendar',
    summary: 'Closed days of one year in a place, its office hours and its zone',
    allow: 'lists.manage',
    audit: 'CALENDAR_READ',
    query: z.strictObject({ ...at, year: z.string().regex(/^20\d\d$/) }),
    body: nothing,
    reply: z.object({
      today: wireDay,
      zone: z.string(),
      days: z.array(dayLine),
      hours: z.array(hoursLine),
    }),
  }),
  file: row({
    method: 'GET',
    path: '/api/lists/file',
    summary: 'A list, or the closed days from today on, as the rows of a table',
    allow: 'lists.manage',
    audit: 'LIST_EXPORTED',
    query: z.strictObject({ ...at, list: z.enum(fileKinds) }),
    body: nothing,
    reply: z.object({ rows: z.array(z.array(z.string())) }),
  }),
  plan: row({
    method: 'POST',
    path: '/api/lists/plan',
    summary: 'What the lines of a file would change, without changing it',
    allow: 'lists.manage',
    audit: 'LIST_FILE_READ',
    query: nothing,
    body: z.strictObject({ ...at, list: z.enum(fileKinds), from: wireDay, text: text(500_000) }),
    reply: z.object({ head: z.array(z.string()), missing: z.array(z.string()), lines: z.array(fileLine) }),
  }),
} as const
