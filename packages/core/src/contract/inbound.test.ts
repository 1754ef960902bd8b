import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { inboundRoutes } from './inbound.ts'

const shows = 'waiting|registered|aside'
const line: Readonly<Record<string, Shape>> = {
  id: 'id',
  way: 'whatsapp|sms',
  kind: 'text',
  from: 'text',
  senderName: 'text',
  begins: 'text',
  reports: 'int',
  sentAt: 'int',
  sorted: 'sender|village|nothing|hand',
  unsorted: 'boolean',
  state: shows,
  reason: 'text or null',
  cases: [{ district: 'ledger', id: 'id', number: 'text' }],
}
const one = { strict: 'yes', id: 'id' } as const
const phone = { phone: 'text or null' }

testRoutes(inboundRoutes, {
  list: {
    at: 'GET /api/inbound',
    allow: 'case.register',
    audit: 'MESSAGES_READ',
    query: { strict: 'yes', 'show?': `${shows} = "waiting"`, 'page?': pageNumber },
    body: nothing,
    reply: { items: [line], ...pageFrame, counts: { waiting: 'int', registered: 'int', aside: 'int' } },
  },
  count: {
    at: 'GET /api/inbound/count',
    allow: 'case.register',
    audit: 'MESSAGES_COUNTED',
    query: nothing,
    body: nothing,
    reply: { waiting: 'int' },
  },
  open: {
    at: 'GET /api/inbound/message',
    allow: 'case.register',
    audit: 'MESSAGE_OPENED',
    query: one,
    body: nothing,
    reply: { line, text: 'text', phone: 'text', more: [{ id: 'id', text: 'text', sentAt: 'int' }] },
  },
  setAside: {
    at: 'POST /api/inbound/aside',
    allow: 'case.register',
    audit: 'MESSAGE_SET_ASIDE',
    query: nothing,
    body: { ...one, reason: 'code' },
    reply: {},
  },
  takeBack: {
    at: 'POST /api/inbound/back',
    allow: 'case.register',
    audit: 'MESSAGE_TAKEN_BACK',
    query: nothing,
    body: one,
    reply: {},
  },
  move: {
    at: 'POST /api/inbound/move',
    allow: 'case.register',
    audit: 'MESSAGE_MOVED',
    query: nothing,
    body: { ...one, village: 'village or null' },
    reply: {},
  },
  ownPhone: {
    at: 'GET /api/inbound/phone',
    allow: 'signed-in',
    audit: 'OWN_PHONE_READ',
    query: nothing,
    body: nothing,
    reply: phone,
  },
  savePhone: {
    at: 'POST /api/inbound/phone',
    allow: 'signed-in',
    audit: 'OWN_PHONE_CHANGED',
    query: nothing,
    body: { strict: 'yes', phone: 'phone or null' },
    reply: phone,
  },
})
