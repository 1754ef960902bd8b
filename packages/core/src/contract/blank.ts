import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { blankStatus, blankStatuses, mostSheets } from '../blank/blank.ts'
import { caseId } from '../kernel/id.ts'
import { ledgerCode } from '../place/code.ts'
import { shortText } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

/** What is done with paper forms. Typing one in is no command of its own: it is `case.register` with its number. */
export const blankCommandData = {
  'blank.issue': {
    path: '/api/forms',
    rights: ['case.register'],
    data: z.strictObject({ size: z.int().min(1).max(mostSheets) }),
  },
  'blank.void': {
    path: '/api/forms/void',
    rights: ['case.register'],
    data: z.strictObject({ note: shortText.min(1) }),
  },
  'blank.lose': {
    path: '/api/forms/lose',
    rights: ['case.register'],
    data: z.strictObject({ note: shortText.min(1) }),
  },
  'blank.find': { path: '/api/forms/find', rights: ['case.register'], data: z.strictObject({ note: shortText }) },
} as const satisfies Record<string, { path: string; rights: readonly Permission[]; data: z.ZodType }>

export type BlankCommandData = {
  readonly [Kind in keyof typeof blankCommandData]: z.infer<(typeof blankCommandData)[Kind]['data']>
}

/** One paper form in the list of its office. */
export const blankLine = z.object({
  id: z.uuid(),
  district: ledgerCode,
  version: z.int(),
  batch: z.uuid(),
  number: z.string(),
  status: blankStatus,
  note: z.string(),
  issuedAt: z.int(),
  changedAt: z.int(),
  case: z.object({ id: caseId, number: z.string() }).nullable(),
})
export type BlankLine = z.infer<typeof blankLine>

/** A batch that still has sheets which nobody typed. */
export const batchLine = z.object({ id: z.uuid(), number: z.string(), size: z.int(), left: z.int(), issuedAt: z.int() })

const count = z.int()
const counts = z.object({ issued: count, typed: count, void: count, lost: count })

/** The paper forms of an office. */
export const blankRoutes = {
  list: row({
    method: 'GET',
    path: '/api/forms',
    summary: 'The paper forms of the acting office, by how they stand',
    allow: 'case.register',
    audit: 'FORMS_READ',
    query: z.strictObject({ show: z.enum(blankStatuses).default(blankStatuses[0]), page: pageNumber }),
    body: nothing,
    reply: page(blankLine).extend({ counts, batches: z.array(batchLine) }),
  }),
  print: row({
    method: 'GET',
    path: '/api/forms/print',
    summary: 'The sheets of a batch that are still to be filled in, each with what stands on its slip',
    allow: 'case.register',
    audit: 'FORMS_PRINTED',
    query: z.strictObject({ batch: z.uuid() }),
    body: nothing,
    reply: z.object({
      number: z.string(),
      officeName: z.string(),
      sheets: z.array(z.object({ number: z.string(), short: z.string(), long: z.string() })),
    }),
  }),
} as const

/** BLANK-4 What a paper form says to whoever holds its slip, as long as it is no case. */
export const publicBlank = z.object({
  number: z.string(),
  status: blankStatus,
  caseNumber: z.string().nullable(),
  officeName: z.string(),
  officePhone: z.string(),
  issuedAt: z.int(),
  changedAt: z.int(),
})
export type PublicBlank = z.infer<typeof publicBlank>
