import { z } from 'zod'
import { caseId, meetingId } from '../kernel/id.ts'
import { staffWords } from '../notice/staff-words.ts'
import { ledgerCode } from '../place/code.ts'
import { referralStatuses } from '../referral/referral.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()

/** What an officer is told of a case or a meeting: facts; the words are found in the reader's language. */
export const noticeLine = z.object({
  id: z.uuid(),
  district: ledgerCode,
  case: caseId.nullable(),
  meeting: meetingId.nullable().default(null),
  number: z.string(),
  what: z.enum(staffWords),
  officeName: z.string(),
  until: instant.nullable(),
  step: z.enum(referralStatuses).nullable(),
  act: z.string().nullable(),
  at: instant,
  read: z.boolean(),
})
export type NoticeLine = z.infer<typeof noticeLine>

/** Notices of whoever asks: theirs, and nobody else's. */
export const noticeRoutes = {
  list: row({
    method: 'GET',
    path: '/api/notices',
    summary: 'What the reader was told, the newest first',
    allow: 'signed-in',
    audit: 'NOTICES_READ',
    query: z.strictObject({ show: z.enum(['unread', 'all']).default('all'), page: pageNumber }),
    body: nothing,
    reply: page(noticeLine).extend({ unread: z.int() }),
  }),
  count: row({
    method: 'GET',
    path: '/api/notices/count',
    summary: 'How much of it was not read yet',
    allow: 'signed-in',
    audit: 'NOTICES_COUNTED',
    query: nothing,
    body: nothing,
    reply: z.object({ unread: z.int() }),
  }),
  read: row({
    method: 'POST',
    path: '/api/notices/read',
    summary: 'Marks notices as read or unread; without ids, all of them',
    allow: 'signed-in',
    audit: 'NOTICES_MARKED',
    query: nothing,
    body: z.strictObject({ ids: z.array(z.uuid()).max(100).nullable(), read: z.boolean() }),
    reply: z.object({ unread: z.int() }),
  }),
} as const
