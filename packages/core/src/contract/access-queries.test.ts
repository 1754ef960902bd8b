import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import { closures, kinds, nothing, pageFrame, pageNumber, referralStatuses, statuses } from '../testing/wire-words.ts'
import { accessRoutes } from './access-queries.ts'
import { caseRoutes } from './case-queries.ts'

const looks = 'open|found|reveal|file|link|search|export|report|elsewhere'
const line = {
  id: 'id',
  at: 'int',
  look: looks,
  staff: 'id or null',
  staffName: 'text',
  office: 'id or null',
  officeName: 'text',
  case: { 'or null': { id: 'id', district: 'ledger', number: 'text' } },
  reason: 'text',
} as const
const key = { strict: 'yes', district: 'ledger', id: 'id' } as const
const made = { madeAt: 'int', madeBy: 'text', officeName: 'text', zone: 'text' } as const
const exported = {
  number: 'text',
  district: 'ledger',
  kind: kinds,
  category: 'text',
  categoryName: 'text',
  status: statuses,
  closure: `${closures} or null`,
  placeName: 'text',
  officeName: 'text',
  registeredAt: 'int',
  closedAt: 'int or null',
  summary: 'text',
  story: 'text',
  client: { name: 'text', nik: 'text or null', kk: 'text or null', phone: 'text or null', address: 'text' },
  outcome: 'text or null',
  result: 'text or null',
  files: [{ name: 'text', type: 'text', size: 'int', addedAt: 'int' }],
  steps: [{ at: 'int', action: 'text', officeName: 'text or null', note: 'text' }],
  referrals: [{ officeName: 'text', status: referralStatuses, asked: 'text', result: 'text', at: 'int' }],
  looks: [line],
} as const

const words = { 'each "text"': 'anything' } as const
const holding = {
  id: 'id',
  district: 'ledger',
  name: 'text',
  placeName: 'text',
  status: 'known|moved|dead|merged|erased',
  addedAt: 'int',
  said: words,
  family: { 'or null': words },
  records: [
    {
      of: 'person|family',
      at: 'int',
      byName: 'text',
      officeName: 'text',
      way: 'desk|visit|document|import|citizen',
      source: 'text',
      values: words,
      was: words,
    },
  ],
  things: [
    {
      what: 'need|application|participation|visit|proposal|ppks|affected',
      name: 'text',
      status: 'text',
      officeName: 'text',
      at: 'int',
      words: ['text'],
    },
  ],
  looks: [line],
} as const

// The line of a list has its own specification beside the queue's.
const queue: unknown = shapeOf(caseRoutes.queue.reply)
const caseLine = (queue as { readonly items: readonly [never] }).items[0]

testRoutes(accessRoutes, {
  trail: {
    at: 'GET /api/access/case',
    allow: 'access.review',
    audit: 'ACCESS_OF_CASE_READ',
    query: { ...key, 'page?': pageNumber },
    body: nothing,
    reply: { items: [line], ...pageFrame, number: 'text' },
  },
  office: {
    at: 'GET /api/access',
    allow: 'access.review',
    audit: 'ACCESS_OF_OFFICE_READ',
    query: { strict: 'yes', 'look?': looks, 'staff?': 'id', 'from?': 'day', 'to?': 'day', 'page?': pageNumber },
    body: nothing,
    reply: { items: [line], ...pageFrame },
  },
  report: {
    at: 'POST /api/access/report',
    allow: 'access.review',
    audit: 'ACCESS_REPORT_MADE',
    query: nothing,
    body: { ...key, reason: 'line 5..200' },
    reply: { number: 'text', ...made, since: 'int', items: [line], leftOut: 'int' },
  },
  person: {
    at: 'POST /api/persons/export',
    allow: 'person.export',
    audit: 'PERSON_EXPORTED',
    query: nothing,
    body: { strict: 'yes', nik: 'nik', purpose: 'line 5..200' },
    reply: { nik: 'nik', ...made, purpose: 'text', cases: [exported], registry: [holding] },
  },
  retention: {
    at: 'GET /api/retention',
    allow: 'case.decide',
    audit: 'RETENTION_LISTED',
    query: { strict: 'yes', 'show?': 'due|asked = "due"', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [
        {
          line: caseLine,
          keptUntil: 'int',
          asked: { 'or null': { byName: 'text', own: 'boolean', at: 'int', basis: 'retention|request' } },
        },
      ],
      ...pageFrame,
      asked: 'int',
    },
  },
})
