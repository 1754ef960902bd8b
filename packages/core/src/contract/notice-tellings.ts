import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import { caseId } from '../kernel/id.ts'
import { stillToTell, tellResults, tellWays } from '../notice/by-hand.ts'
import { citizenWords } from '../notice/words.ts'
import { ledgerCode } from '../place/code.ts'
import { note } from './case.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()

/** What came of telling somebody by mouth or by hand. The subject is the case: it is part of its way. */
export const noticeCommandData = {
  'notice.tell': {
    path: '/api/notices/tell',
    rights: ['case.register', 'case.handle'],
    data: z.strictObject({ delivery: z.uuid(), result: z.enum(tellResults), how: z.enum(tellWays), note }),
  },
} as const satisfies Record<string, { path: string; rights: readonly Permission[]; data: z.ZodType }>

/** Something that a citizen is to be told by mouth or by hand. */
export const tellingLine = z.object({
  id: z.uuid(),
  district: ledgerCode,
  case: caseId,
  number: z.string(),
  clientName: z.string(),
  placeName: z.string(),
  what: z.enum(citizenWords),
  /** What to say. */
  words: z.string(),
  since: instant,
  state: z.enum(stillToTell),
  /** Whether there is a phone that may be written to by hand. */
  writes: z.boolean(),
  calls: z.boolean(),
  /** Nobody else may hear it. */
  alone: z.boolean(),
})
export type TellingLine = z.infer<typeof tellingLine>

const sentLine = z.object({
  id: z.uuid(),
  what: z.enum(citizenWords),
  way: z.enum(['sms', 'whatsapp', 'tell']),
  state: z.string(),
  at: instant,
})

/** What citizens are told by people, and how it stands with what goes out by itself. */
export const tellingRoutes = {
  list: row({
    method: 'GET',
    path: '/api/notices/tellings',
    summary: 'What citizens within scope are to be told by mouth or by hand, the oldest first',
    allow: 'case.register',
    audit: 'TELLINGS_READ',
    query: z.strictObject({ show: z.enum(stillToTell).default('waiting'), page: pageNumber }),
    body: nothing,
    reply: page(tellingLine).extend({
      counts: z.object({ waiting: z.int(), 'not-found': z.int(), told: z.int(), refused: z.int() }),
    }),
  }),
  ofCase: row({
    method: 'GET',
    path: '/api/notices/case',
    summary: 'What the citizen of one case was told and how, and what is to be told by hand',
    allow: 'case.read',
    audit: 'CASE_NOTICES_READ',
    query: z.strictObject({ district: ledgerCode, id: caseId }),
    body: nothing,
    reply: z.object({
      reach: z.enum(['none', 'in-person', 'phone']),
      sent: z.array(sentLine),
      toTell: tellingLine.nullable(),
    }),
  }),
  link: row({
    method: 'POST',
    path: '/api/notices/link',
    summary: 'The address that opens WhatsApp with a prepared message to the citizen; is itself on record',
    allow: 'case.register',
    audit: 'MESSAGE_PREPARED',
    query: nothing,
    body: z.strictObject({ district: ledgerCode, id: z.uuid() }),
    reply: z.object({ href: z.string() }),
  }),
} as const
