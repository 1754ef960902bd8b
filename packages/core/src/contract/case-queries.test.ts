import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import {
  closures,
  contactWays,
  countedQueues,
  dueWindows,
  grantFields,
  kinds,
  measures,
  nothing,
  pageFrame,
  pageNumber,
  priorities,
  queues,
  referralStatuses,
  relations,
  statuses,
} from '../testing/wire-words.ts'
import { caseRoutes, uploadReply } from './case-queries.ts'

/** A case in a list: nothing of the person but a masked name. */
const line = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  number: 'text',
  kind: kinds,
  category: 'text',
  status: statuses,
  priority: priorities,
  summary: 'text',
  clientMasked: 'text',
  place: 'place',
  placeName: 'text',
  office: 'id',
  officeName: 'text',
  assignee: 'id or null',
  assigneeName: 'text or null',
  waitingOfficeName: 'text or null',
  hopDueAt: 'int or null',
  totalDueAt: 'int or null',
  registeredAt: 'int',
  changedAt: 'int',
  closure: `${closures} or null`,
  review: 'waiting|returned or null',
} as const
const referral = {
  id: 'id',
  caseId: 'id',
  district: 'ledger',
  version: 'int',
  caseVersion: 'int',
  caseNumber: 'text',
  summary: 'text',
  fromOffice: 'id',
  fromOfficeName: 'text',
  toOffice: 'id',
  toOfficeName: 'text',
  status: referralStatuses,
  asked: 'text',
  reason: 'text or null',
  outcome: 'text or null',
  result: 'text or null',
  requestedAt: 'int',
  dueAt: 'int or null',
  changedAt: 'int',
  endedAt: 'int or null',
  consent: { 'or null': { basis: 'form|verbal|statute|override', words: 'text' } },
  partOf: 'id or null',
  linkUntil: 'int or null',
} as const
const step = {
  seq: 'int',
  action: 'text',
  at: 'int',
  doneAt: 'int',
  actorName: 'text',
  officeName: 'text or null',
  note: 'text',
  say: { 'each "text"': 'anything' },
} as const
const clock = { startedAt: 'int', dueAt: 'int or null', left: 'int or null' } as const
const numbered = { id: 'id', number: 'text' } as const
const offers = [{ action: 'text', refusal: { 'or null': { code: 'text' } }, message: 'text or null' }] as const

const card = {
  line,
  sees: 'all|grant',
  channel: 'text',
  story: 'text or null',
  client: {
    'or null': {
      name: 'text',
      nikMasked: 'text or null',
      kkMasked: 'text or null',
      phoneMasked: 'text or null',
      address: 'text',
    },
  },
  reporter: { 'or null': { name: 'text or null', relation: relations, anonymous: 'boolean' } },
  contactVia: `${contactWays} or null`,
  contactCare: ['no-call|shared-phone|unsafe'],
  restricted: 'text or null',
  decision: 'approved or null',
  missing: 'text or null',
  sentBy: { 'or null': { id: 'id', name: 'text' } },
  outcome: 'text or null',
  result: 'text or null',
  satisfaction: 'int or null',
  visitAt: 'int or null',
  became: 'text or null',
  becameAt: 'int or null',
  duplicateOf: { 'or null': numbered },
  merged: [numbered],
  hop: clock,
  total: clock,
  hopLimit: 'int',
  totalLimit: 'int',
  dayMinutes: 'int',
  hopDayMinutes: 'int',
  stepDueAt: 'int or null',
  outlook: 'in-time|at-risk|late or null',
  overdueSince: 'int or null',
  short: 'text or null',
  answeredAt: 'int or null',
  closedAt: 'int or null',
  history: [step],
  referrals: [referral],
  attachments: [{ id: 'id', name: 'text', type: 'text', size: 'int', addedAt: 'int', arrived: 'boolean' }],
  grants: [{ id: 'id', office: 'id', officeName: 'text', referral: 'id or null', fields: [grantFields], until: 'int' }],
  erasure: { 'or null': { byName: 'text', own: 'boolean', at: 'int', basis: 'retention|request' } },
  offers,
  referralOffers: { 'each "text"': offers },
} as const
const key = { strict: 'yes', district: 'ledger', id: 'id' } as const

const filters = {
  strict: 'yes',
  'queue?': `${queues} = "office"`,
  'status?': statuses,
  'kind?': kinds,
  'sector?': 'code',
  'category?': 'code',
  'priority?': priorities,
  'place?': 'place',
  'office?': 'id',
  'assignee?': 'id or nobody',
  'due?': dueWindows,
  'number?': 'line ..30',
  'measure?': measures,
  'from?': 'day',
  'to?': 'day',
  'sort?': 'due|newest|oldest = "due"',
  'page?': pageNumber,
} as const

testRoutes(caseRoutes, {
  queue: {
    at: 'GET /api/cases',
    allow: 'case.read',
    audit: 'CASES_LISTED',
    query: filters,
    body: nothing,
    reply: { items: [line], ...pageFrame, counts: { [`each "${countedQueues}"`]: 'int' } },
  },
  groups: {
    at: 'GET /api/cases/groups',
    allow: 'case.read',
    audit: 'CASES_GROUPED',
    query: { ...filters, by: 'sector|assignee|due' },
    body: nothing,
    reply: { items: [{ key: 'text or null', name: 'text or null', count: 'int', late: 'int' }] },
  },
  card: {
    at: 'GET /api/cases/card',
    allow: 'case.read',
    audit: 'CASE_OPENED',
    query: { ...key, 'via?': 'search' },
    body: nothing,
    reply: card,
  },
  search: {
    at: 'POST /api/cases/search',
    allow: 'case.read',
    audit: 'CASES_SEARCHED',
    query: nothing,
    body: { strict: 'yes', text: 'line 3..200', 'page?': pageNumber },
    reply: { items: [line], ...pageFrame },
  },
  similar: {
    at: 'POST /api/cases/similar',
    allow: 'case.register',
    audit: 'CASES_COMPARED',
    query: nothing,
    body: {
      strict: 'yes',
      place: 'village or null',
      category: 'code or null',
      name: 'line ..200',
      nik: 'nik or null',
      kk: 'nik or null',
      phone: 'phone or null',
    },
    reply: {
      items: [
        {
          line,
          score: 'number',
          reasons: ['same-nik|same-kk|same-phone|like-name|same-category|same-village|recent'],
        },
      ],
    },
  },
  reveal: {
    at: 'POST /api/cases/reveal',
    allow: 'person.reveal',
    audit: 'PERSON_REVEALED',
    query: nothing,
    body: { ...key, reason: 'line 5..200' },
    reply: { nik: 'text or null', kk: 'text or null', phone: 'text or null', reporterPhone: 'text or null' },
  },
  inbox: {
    at: 'GET /api/referrals',
    allow: 'case.read',
    audit: 'REFERRALS_LISTED',
    query: {
      strict: 'yes',
      'side?': 'in|out = "in"',
      'status?': `${referralStatuses} or open`,
      'page?': pageNumber,
    },
    body: nothing,
    reply: { items: [referral], ...pageFrame, open: 'int' },
  },
})

test('WIRE-7 an upload is answered with what the file is, and the digest that a command then names', () => {
  assert.deepEqual(shapeOf(uploadReply), { sha256: 'sha256', type: 'text', size: 'int' })
})

test('WIRE-7 a list that nobody filters is the first page of the queue of the acting office, by what is due', () => {
  assert.deepEqual(caseRoutes.queue.query.parse({}), { queue: 'office', sort: 'due', page: 1 })
  assert.deepEqual(caseRoutes.inbox.query.parse({}), { side: 'in', page: 1 })
})

test('ACCESS-7 a list carries no number, address or full name of a person', () => {
  const told = Object.keys(line)
  for (const personal of ['clientName', 'nik', 'kk', 'phone', 'address', 'story', 'reporterName'])
    assert.equal(told.includes(personal), false, personal)
  const row = caseRoutes.search.reply.shape.items.element
  assert.equal('clientName' in row.shape, false)
})

test('ACCESS-11 numbers are revealed for a reason of five signs or more, spaces not counted', () => {
  const of = (reason: string) =>
    caseRoutes.reveal.body.safeParse({
      district: '34.04',
      id: '10000000-0000-4000-8000-000000000001',
      reason,
    }).success
  assert.deepEqual([of('cek'), of('  cek  '), of('cocok')], [false, false, true])
})
