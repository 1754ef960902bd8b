import { z } from 'zod'
import { caseId } from '../kernel/id.ts'
import type { ApplicationWord } from '../notice/staff-words.ts'
import { staffWords } from '../notice/staff-words.ts'
import { noticeSubject, type SubjectKind } from '../notice/subject.ts'
import { ledgerCode } from '../place/code.ts'
import { referralStatuses } from '../referral/referral.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()

/** What an officer is told of a case or of something else: facts; the words are found in the reader's language. */
export const noticeLine = z.object({
  id: z.uuid(),
  district: ledgerCode,
  case: caseId.nullable(),
  about: noticeSubject.nullable().default(null),
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

const pages: Readonly<Record<Exclude<SubjectKind, 'application'>, string>> = {
  meeting: 'rapat',
  psks: 'ppks/psks',
  proposal: 'usulan',
  visit: 'kunjungan',
  challenge: 'kendala',
}

/** The list that holds an application of which somebody is told; who decides on none is shown what their office asked. */
const applicationList: Readonly<Record<ApplicationWord, string>> = {
  'application-asked': 'to-decide',
  'application-due': 'to-decide',
  'application-late': 'late',
  'application-granted': 'asked',
  'application-refused': 'asked',
  'application-waiting': 'asked',
  'application-released': 'decided',
}
const isOfApplication = (what: string): what is ApplicationWord => what in applicationList

type Leading = Pick<NoticeLine, 'district' | 'case' | 'about' | 'what'>

/** Where on the desk a piece of news leads. */
export function noticePath({ district, case: kase, about, what }: Leading): string {
  if (!about) return `/kasus/${district}/${kase}`
  // Applications stand in lists, and are decided there.
  if (about.kind === 'application')
    return `/permohonan${isOfApplication(what) ? `?lihat=${applicationList[what]}` : ''}`
  return `/${pages[about.kind]}/${district}/${about.id}`
}

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
