import { z } from 'zod'
import { staffId } from '../kernel/id.ts'
import { text } from './case.ts'
import { nothing, row } from './route.ts'

/** A file of a secretariat with 10,000 rows is about 1 MB; what is larger is no such table. */
export const mostImportBytes = 3_000_000
export const mostImportRows = 10_000
/** Rows that are taken with one request: a few seconds at most, so that others are served in between. */
export const rowsAtOnce = 50
/** Links that are made with one request. */
export const linksAtOnce = 100

export const mostCells = 60
export const mostInCell = 2_000
const cells = z.array(z.string().max(mostInCell)).max(mostCells)

/** What comes of one line: what would change, or why it can't be taken. */
export const importLine = z.object({
  line: z.int(),
  what: z.enum(['new', 'change', 'same', 'wrong']),
  name: z.string(),
  changes: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
  /** The column that it is about, where it is about one. */
  problem: z.object({ column: z.string().nullable(), text: z.string() }).nullable(),
  /** Lines with a lower number are sent first: others rest on them. */
  turn: z.int(),
})
export type ImportLine = z.infer<typeof importLine>

export const importPlan = z.object({
  head: z.array(z.string()),
  /** Columns that are missing, heads that nobody knows, columns that stand there twice: by their names. */
  missing: z.array(z.string()),
  unknown: z.array(z.string()),
  twice: z.array(z.string()),
  lines: z.array(importLine.extend({ cells: z.array(z.string()) })),
})
export type ImportPlan = z.infer<typeof importPlan>

const fileBody = z.strictObject({
  /** The bytes of the file, in base64. */
  file: z.string().min(1),
})
const rowsBody = z.strictObject({
  head: cells,
  rows: z
    .array(z.strictObject({ line: z.int().min(1), cells }))
    .min(1)
    .max(rowsAtOnce),
})
// Base64 takes four characters for three bytes.
const mostBytes = Math.ceil((mostImportBytes * 4) / 3) + 1_000
const rows = z.object({ rows: z.array(z.array(z.string())) })
const taken = z.object({ lines: z.array(importLine) })

const officeDoor = { allow: 'office.manage', query: nothing } as const
const staffDoor = { allow: 'staff.manage', query: nothing } as const
/** An example, or what stands now: with ids, to be changed and sent again. */
const tableQuery = z.strictObject({ of: z.enum(['example', 'now']) })

/** Files of offices and of staff: the table to begin with, what a file would change, and its rows sent. */
export const importRoutes = {
  officesTable: row({
    ...officeDoor,
    method: 'GET',
    path: '/api/offices/table',
    query: tableQuery,
    summary: 'The table in which offices are filled in, with an example or with those that stand now',
    audit: 'OFFICE_TABLE_READ',
    body: nothing,
    reply: rows,
  }),
  officesPlan: row({
    ...officeDoor,
    method: 'POST',
    path: '/api/offices/plan',
    summary: 'What the lines of a file of offices would change, without changing it',
    audit: 'OFFICE_FILE_READ',
    body: fileBody,
    mostBytes,
    reply: importPlan,
  }),
  officesTake: row({
    ...officeDoor,
    method: 'POST',
    path: '/api/offices/take',
    summary: 'Opens and changes offices as the lines of a file say',
    audit: 'OFFICES_IMPORTED',
    body: rowsBody,
    reply: taken,
  }),
  staffTable: row({
    ...staffDoor,
    method: 'GET',
    path: '/api/staff/table',
    query: tableQuery,
    summary: 'The table in which staff are filled in, with an example or with those who work now',
    audit: 'STAFF_TABLE_READ',
    body: nothing,
    reply: rows,
  }),
  staffPlan: row({
    ...staffDoor,
    method: 'POST',
    path: '/api/staff/plan',
    summary: 'What the lines of a file of staff would change, without changing it',
    audit: 'STAFF_FILE_READ',
    body: fileBody,
    mostBytes,
    reply: importPlan,
  }),
  staffTake: row({
    ...staffDoor,
    method: 'POST',
    path: '/api/staff/take',
    summary: 'Adds staff and their roles as the lines of a file say',
    audit: 'STAFF_IMPORTED',
    body: rowsBody,
    reply: taken,
  }),
  inviteMany: row({
    ...staffDoor,
    method: 'POST',
    path: '/api/staff/invite-many',
    summary: 'One-time links for staff who have no sign-in and no link that still works, some at a time',
    audit: 'STAFF_INVITED_MANY',
    body: z.strictObject({ after: staffId.nullable() }),
    reply: z.object({
      items: z.array(
        z.object({ name: z.string(), office: z.string(), role: text(200), path: z.string(), expiresAt: z.int() }),
      ),
      /** Where to go on; null at the end. */
      next: staffId.nullable(),
    }),
  }),
} as const
