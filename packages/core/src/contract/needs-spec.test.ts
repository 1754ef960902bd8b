import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { needData, needNth } from '../testing/a-need.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, need as mustSay, nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import type { NeedCommand } from './need.ts'
import { applicationClockData, needCommandData } from './need.ts'
import { needRoutes } from './need-queries.ts'

const strict = { strict: 'yes' } as const
const holder = { ...strict, person: 'id or null', family: 'id or null', case: 'id or null' }
const papers = { 'list ..30': 'line 1..200' }
const answer = 'yes|no|unknown'
const sayer = 'person|family|officer|document'
const received = 'receives|stopped|never'
const needStatus = 'recorded|matched|applied|met|unmet'
const applicationStatus = 'drafted|sent|waiting|granted|refused|withdrawn'

/** What each command carries, as the specification writes it. */
const commands: Readonly<Record<NeedCommand, object>> = {
  'need.record': { ...strict, holder, kind: 'code', text: maySay },
  'need.match': { ...strict, programme: 'id' },
  'need.meet': { ...strict, note: mustSay },
  'need.fail': { ...strict, reason: 'code', note: maySay },
  'need.reopen': { ...strict, note: mustSay },
  'application.draft': { ...strict, need: 'id', programme: 'id', ticked: papers, note: maySay, send: 'boolean' },
  'application.tick': { ...strict, ticked: papers },
  'application.send': { ...strict, note: maySay },
  'application.grant': { ...strict, note: maySay },
  'application.refuse': { ...strict, reason: 'code', note: maySay },
  'application.withdraw': { ...strict, note: mustSay },
  'application.release': { ...strict, note: mustSay },
  'participation.record': {
    ...strict,
    holder,
    programme: 'id',
    status: received,
    reason: 'code or null',
    since: 'day or null',
    until: 'day or null',
    amountRight: answer,
    onTime: answer,
    useful: answer,
    saidBy: sayer,
    saidOn: 'day',
    need: 'id or null',
  },
  'quota.set': { ...strict, programme: 'id', place: 'place', from: 'day', until: 'day', places: 'int 0..3000000' },
}
for (const kind of keysOf(commands))
  test(`WIRE-5 ${kind} carries what is written down, and refuses the rest`, () => {
    const { data } = needCommandData[kind]
    assert.deepEqual(shapeOf(data), commands[kind])
    const usual: Readonly<Record<string, unknown>> = needData[kind]
    assert.ok(data.safeParse(usual).success)
    assert.equal(data.safeParse({ ...usual, status: 'granted', ticket: 1 }).success, false)
    for (const field of Object.keys(usual)) {
      const { [field]: _left, ...rest } = usual
      assert.equal(data.safeParse(rest).success, false, `without ${field}`)
    }
  })

test('WIRE-5 there are these commands about needs and no others, and the clock says nothing more', () => {
  assert.deepEqual(keysOf(needCommandData), keysOf(commands))
  assert.deepEqual(shapeOf(applicationClockData), strict)
})

const odd: readonly (readonly [kind: NeedCommand, own: object, why: string])[] = [
  ['need.record', { kind: 'Rumah Sakit' }, 'a code is written small'],
  ['need.record', { text: 'x'.repeat(4001) }, 'a story has an end'],
  ['need.record', { text: 'a\u0000b' }, 'no signs that nobody sees'],
  ['need.record', { holder: { person: null, family: null } }, 'whose it is is said in all three ways'],
  ['need.record', { holder: { person: 'Siti', family: null, case: null } }, 'a person is an id'],
  ['need.meet', { note: '' }, 'words are owed'],
  ['need.fail', { reason: null }, 'a reason is owed'],
  ['application.draft', { ticked: Array(31).fill('KTP') }, 'nobody asks for so many papers'],
  ['application.draft', { ticked: [''] }, 'a paper has a name'],
  ['application.draft', { send: 'yes' }, 'yes is no boolean'],
  ['application.withdraw', { note: '' }, 'words are owed'],
  ['participation.record', { status: 'receiving' }, 'a status of its own'],
  ['participation.record', { amountRight: true }, 'an answer may be unknown'],
  ['participation.record', { saidBy: 'rt' }, 'somebody of the list said it'],
  ['participation.record', { saidOn: '2026-02-30' }, 'no such day'],
  ['participation.record', { since: '02/11/2026' }, 'a day is written for machines'],
  ['quota.set', { places: -1 }, 'no fewer than none'],
  ['quota.set', { places: 2.5 }, 'no half places'],
  ['quota.set', { places: 3_000_001 }, 'no more than there are families'],
  ['quota.set', { place: 'Sleman' }, 'a place is a code'],
  ['quota.set', { until: null }, 'a quota ends'],
]
for (const [kind, own, why] of odd)
  test(`WIRE-1 ${kind} with ${JSON.stringify(own).slice(0, 40)} is turned away: ${why}`, () => {
    assert.equal(needCommandData[kind].data.safeParse({ ...needData[kind], ...own }).success, false)
  })

const id = { id: 'id', district: 'ledger', version: 'int' } as const
const whose = { person: 'id or null', family: 'id or null', caseId: 'id or null' } as const
const moment = 'int or null'
const application = {
  ...id,
  need: 'id',
  caseId: 'id or null',
  kind: 'text',
  programme: 'id',
  programmeName: 'text',
  name: 'text',
  placeName: 'text',
  fromName: 'text',
  officeName: 'text',
  status: applicationStatus,
  papers: ['text'],
  ticked: ['text'],
  nth: 'int or null',
  reason: 'text or null',
  note: 'text',
  sentAt: moment,
  dueAt: moment,
  decidedAt: moment,
  late: 'boolean',
  acts: ['text'],
} as const
const line = {
  ...id,
  ...whose,
  name: 'text',
  placeName: 'text',
  kind: 'text',
  text: 'text',
  status: needStatus,
  reason: 'text or null',
  note: 'text',
  day: 'day',
  acts: ['text'],
} as const
const participation = {
  ...id,
  ...whose,
  programme: 'id',
  programmeName: 'text',
  status: received,
  reason: 'text or null',
  since: 'day or null',
  until: 'day or null',
  amountRight: answer,
  onTime: answer,
  useful: answer,
  saidBy: sayer,
  saidOn: 'day',
} as const
const quota = {
  ...id,
  programme: 'id',
  programmeName: 'text',
  place: 'place',
  placeName: 'text',
  from: 'day',
  until: 'day',
  places: 'int',
  granted: 'int',
  shared: 'int',
  waiting: 'int',
  sets: 'boolean',
} as const
const counts = { total: moment, met: moment, going: moment, unmet: moment, more: ['total|met|going|unmet'] } as const
const within = { ...strict, 'place?': 'place', 'year?': 'int 2016..2199' } as const

testRoutes(needRoutes, {
  of: {
    at: 'GET /api/needs/of',
    allow: 'registry.read',
    audit: 'NEEDS_READ',
    query: { ...strict, district: 'ledger', 'person?': 'id', 'family?': 'id', 'case?': 'id' },
    body: nothing,
    reply: {
      needs: [{ ...line, applications: [application] }],
      participation: [participation],
      mayRecord: 'boolean',
      today: 'day',
    },
  },
  programmes: {
    at: 'GET /api/needs/programmes',
    allow: 'registry.read',
    audit: 'NEED_PROGRAMMES_READ',
    query: { ...strict, district: 'ledger' },
    body: nothing,
    reply: { items: [{ id: 'id', name: 'text', officeName: 'text', papers: ['text'] }] },
  },
  list: {
    at: 'GET /api/needs',
    allow: 'registry.read',
    audit: 'NEEDS_LISTED',
    query: { ...within, 'kind?': 'code', 'state?': 'total|met|going|unmet = "total"', 'page?': pageNumber },
    body: nothing,
    reply: { items: [line], ...pageFrame },
  },
  table: {
    at: 'GET /api/needs/table',
    allow: 'figures.read',
    audit: 'NEED_TABLE_READ',
    query: { ...within, 'kind?': 'code', 'by?': 'place|kind = "place"' },
    body: nothing,
    reply: {
      place: { code: 'place', name: 'text' },
      year: 'int',
      by: 'place|kind',
      opens: 'boolean',
      least: 'int',
      rows: [{ key: 'text', name: 'text', ...counts }],
      sum: counts,
    },
  },
  file: {
    at: 'GET /api/needs/file',
    allow: 'figures.read',
    audit: 'NEED_TABLE_TAKEN',
    query: { ...within, form: 'csv|xlsx' },
    body: nothing,
    reply: { name: 'text', type: 'text', content: 'text' },
  },
  applications: {
    at: 'GET /api/applications',
    allow: 'programme.decide',
    audit: 'APPLICATIONS_LISTED',
    query: { ...strict, 'show?': 'to-decide|late|waiting|decided = "to-decide"', 'page?': pageNumber },
    body: nothing,
    reply: { items: [application], ...pageFrame, late: 'int' },
  },
  asked: {
    at: 'GET /api/applications/asked',
    allow: 'registry.edit',
    audit: 'APPLICATIONS_ASKED_LISTED',
    query: { ...strict, 'page?': pageNumber },
    body: nothing,
    reply: { items: [application], ...pageFrame },
  },
  application: {
    at: 'GET /api/applications/one',
    allow: 'programme.decide',
    audit: 'APPLICATION_READ',
    query: { ...strict, district: 'ledger', id: 'id' },
    body: nothing,
    reply: { ...application, need: { kind: 'text', text: 'text' }, quota: { 'or null': quota }, owed: 'boolean' },
  },
  reveal: {
    at: 'POST /api/applications/reveal',
    allow: 'programme.decide',
    audit: 'APPLICANT_REVEALED',
    query: nothing,
    body: { ...strict, district: 'ledger', id: 'id', reason: 'line 5..200' },
    reply: { name: 'text' },
  },
  quotas: {
    at: 'GET /api/quotas',
    allow: 'programme.manage',
    audit: 'QUOTAS_LISTED',
    query: { ...strict, 'programme?': 'id', 'page?': pageNumber },
    body: nothing,
    reply: { items: [quota], ...pageFrame },
  },
  line: {
    at: 'GET /api/quotas/line',
    allow: 'programme.decide',
    audit: 'QUOTA_LINE_READ',
    query: { ...strict, district: 'ledger', id: 'id', 'page?': pageNumber },
    body: nothing,
    reply: { items: [application], ...pageFrame },
  },
})

const years: readonly (readonly [string, boolean])[] = [
  ['2016', true],
  ['2026', true],
  ['2199', true],
  ['2015', false],
  ['2200', false],
  ['2026.5', false],
  ['MMXXVI', false],
]
for (const [year, reads] of years)
  test(`WIRE-1 the table of needs of the year ${year} is ${reads ? 'answered' : 'turned away'}`, () => {
    for (const { query } of [needRoutes.table, needRoutes.list]) assert.equal(query.safeParse({ year }).success, reads)
    assert.equal(needRoutes.file.query.safeParse({ year, form: 'csv' }).success, reads)
  })

test('WIRE-1 questions about needs say what they may, and nothing else', () => {
  assert.equal(needRoutes.of.query.safeParse({ district: '34.04', family: 'x' }).success, false)
  assert.equal(needRoutes.of.query.safeParse({ district: '34.04', name: 'Siti' }).success, false)
  assert.equal(needRoutes.file.query.safeParse({ form: 'pdf' }).success, false)
  assert.equal(needRoutes.table.query.safeParse({ by: 'age' }).success, false)
  const reveal = { district: '34.04', id: needNth(2) }
  for (const reason of ['', 'cek', ' '.repeat(9)])
    assert.equal(needRoutes.reveal.body.safeParse({ ...reveal, reason }).success, false, `"${reason}" is no reason`)
})
