import { z } from 'zod'
import { sortings } from '../inbound/sort.ts'
import { caseId } from '../kernel/id.ts'
import { phoneWays } from '../notice/contact.ts'
import { ledgerCode, villageCode } from '../place/code.ts'
import { code, phoneText } from './case.ts'
import { inboundCount } from './inbound-count.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()

/** What of the waiting list is looked at: what nobody has dealt with, what became cases, what was set aside. */
export const inboundShows = ['waiting', 'registered', 'aside'] as const

/** A message as the list shows it: its beginning, and from whom as far as it helps to know them again. */
export const messageLine = z.object({
  id: z.uuid(),
  way: z.enum(phoneWays),
  /** What kind of message the gateway said it was: `text`, `image`, ... */
  kind: z.string(),
  from: z.string(),
  senderName: z.string(),
  begins: z.string(),
  reports: z.int(),
  sentAt: instant,
  sorted: z.enum(sortings),
  /** Whether no office is known for it yet. */
  unsorted: z.boolean(),
  state: z.enum(inboundShows),
  reason: z.string().nullable(),
  cases: z.array(z.object({ district: ledgerCode, id: caseId, number: z.string() })),
})
export type MessageLine = z.infer<typeof messageLine>

/** A message whole, with what else its sender wrote that still waits here. */
export const messageWhole = z.object({
  line: messageLine,
  text: z.string(),
  /** The number that it came from. */
  phone: z.string(),
  more: z.array(z.object({ id: z.uuid(), text: z.string(), sentAt: instant })),
})
export type MessageWhole = z.infer<typeof messageWhole>

const one = z.strictObject({ id: z.uuid() })

/** The waiting list of messages that came in. */
export const inboundRoutes = {
  list: row({
    method: 'GET',
    path: '/api/inbound',
    summary: 'Messages that came to the acting office, those that wait the longest first',
    allow: 'case.register',
    audit: 'MESSAGES_READ',
    query: z.strictObject({ show: z.enum(inboundShows).default('waiting'), page: pageNumber }),
    body: nothing,
    reply: page(messageLine).extend({ counts: z.object({ waiting: z.int(), registered: z.int(), aside: z.int() }) }),
  }),
  count: inboundCount,
  open: row({
    method: 'GET',
    path: '/api/inbound/message',
    summary: 'One message whole, and what else its sender wrote that still waits',
    allow: 'case.register',
    audit: 'MESSAGE_OPENED',
    query: one,
    body: nothing,
    reply: messageWhole,
  }),
  setAside: row({
    method: 'POST',
    path: '/api/inbound/aside',
    summary: 'Says that a message is no report, and why',
    allow: 'case.register',
    audit: 'MESSAGE_SET_ASIDE',
    query: nothing,
    body: one.extend({ reason: code }),
    reply: z.object({}),
  }),
  takeBack: row({
    method: 'POST',
    path: '/api/inbound/back',
    summary: 'Puts a message that was set aside back on the list',
    allow: 'case.register',
    audit: 'MESSAGE_TAKEN_BACK',
    query: nothing,
    body: one,
    reply: z.object({}),
  }),
  move: row({
    method: 'POST',
    path: '/api/inbound/move',
    summary: 'Gives a message to the office that serves a village, or back to those that read what found none',
    allow: 'case.register',
    audit: 'MESSAGE_MOVED',
    query: nothing,
    body: one.extend({ village: villageCode.nullable() }),
    reply: z.object({}),
  }),
  ownPhone: row({
    method: 'GET',
    path: '/api/inbound/phone',
    summary: 'The phone number by which messages of the reader find their office',
    allow: 'signed-in',
    audit: 'OWN_PHONE_READ',
    query: nothing,
    body: nothing,
    reply: z.object({ phone: z.string().nullable() }),
  }),
  savePhone: row({
    method: 'POST',
    path: '/api/inbound/phone',
    summary: 'Keeps, changes or forgets that number',
    allow: 'signed-in',
    audit: 'OWN_PHONE_CHANGED',
    query: nothing,
    body: z.strictObject({ phone: phoneText.nullable() }),
    reply: z.object({ phone: z.string().nullable() }),
  }),
} as const
