import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, nothing, pageFrame, pageNumber, referralStatuses } from '../testing/wire-words.ts'
import { noticeRoutes } from './notice-queries.ts'
import { noticeCommandData, tellingRoutes } from './notice-tellings.ts'
import { noticeWayRoutes } from './notice-ways.ts'

const staffWords =
  'arrived|handed|to-review|review-returned|red-card|taken-away|due-soon|overdue|citizen-spoke|to-decide|decided|referral-asked|referral-moved|referral-answered|erasure-asked|erasure-declined|meeting-called|meeting-changed|meeting-cancelled|task-given|task-due|task-late|task-settled|psks-posted|psks-done|visit-given|visit-taken|visit-moved|visit-cancelled|visit-late|application-asked|application-due|application-late|application-granted|application-refused|application-waiting|application-released|proposal-returned|proposal-answered|objection-due|objection-over|challenge-here|challenge-late|challenge-moved|challenge-answered|challenge-closed|challenge-reopened|challenge-withdrawn'
const citizenWords =
  'received|settled|taken|returned|completed|expired|recommended|approved|checked-again|moved|late|answered|closed|reopened|merged|unmerged|cancelled|referred|referral|erasure-asked|erasure-declined|secret-renewed|proposal-made|proposal-sent|proposal-accepted|proposal-rejected|objection-late|programme|bare'
const noticeShape = {
  id: 'id',
  district: 'ledger',
  case: 'id or null',
  'about?': { 'or null': { kind: 'meeting|psks|proposal|application|visit|challenge', id: 'id' } },
  number: 'text',
  what: staffWords,
  officeName: 'text',
  until: 'int or null',
  step: `${referralStatuses} or null`,
  act: 'text or null',
  at: 'int',
  read: 'boolean',
}
const unread = { unread: 'int' }
const own: Readonly<Record<string, Shape>> = { lang: 'id|en', email: 'text or null', ways: ['email|push'] }
/** What the schema library takes for an address. */
const address = z.regexes.email.source
const browsers = { browsers: 'int' }
const tellingShape = {
  id: 'id',
  district: 'ledger',
  case: 'id',
  number: 'text',
  clientName: 'text',
  placeName: 'text',
  what: citizenWords,
  words: 'text',
  since: 'int',
  state: 'waiting|not-found',
  writes: 'boolean',
  calls: 'boolean',
  alone: 'boolean',
}

testRoutes(noticeRoutes, {
  list: {
    at: 'GET /api/notices',
    allow: 'signed-in',
    audit: 'NOTICES_READ',
    query: { strict: 'yes', 'show?': 'unread|all = "all"', 'page?': pageNumber },
    body: nothing,
    reply: { items: [noticeShape], ...pageFrame, ...unread },
  },
  count: {
    at: 'GET /api/notices/count',
    allow: 'signed-in',
    audit: 'NOTICES_COUNTED',
    query: nothing,
    body: nothing,
    reply: unread,
  },
  read: {
    at: 'POST /api/notices/read',
    allow: 'signed-in',
    audit: 'NOTICES_MARKED',
    query: nothing,
    body: { strict: 'yes', ids: { 'or null': { 'list ..100': 'id' } }, read: 'boolean' },
    reply: unread,
  },
})

testRoutes(tellingRoutes, {
  list: {
    at: 'GET /api/notices/tellings',
    allow: 'case.register',
    audit: 'TELLINGS_READ',
    query: { strict: 'yes', 'show?': 'waiting|not-found = "waiting"', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [tellingShape],
      ...pageFrame,
      counts: { waiting: 'int', 'not-found': 'int', told: 'int', refused: 'int' },
    },
  },
  ofCase: {
    at: 'GET /api/notices/case',
    allow: 'case.read',
    audit: 'CASE_NOTICES_READ',
    query: { strict: 'yes', district: 'ledger', id: 'id' },
    body: nothing,
    reply: {
      reach: 'none|in-person|phone',
      sent: [{ id: 'id', what: citizenWords, way: 'sms|whatsapp|tell', state: 'text', at: 'int' }],
      toTell: { 'or null': tellingShape },
    },
  },
  link: {
    at: 'POST /api/notices/link',
    allow: 'case.register',
    audit: 'MESSAGE_PREPARED',
    query: nothing,
    body: { strict: 'yes', district: 'ledger', id: 'id' },
    reply: { href: 'text' },
  },
})

const ways = 'email|push|sms|whatsapp'
testRoutes(noticeWayRoutes, {
  own: {
    at: 'GET /api/notices/settings',
    allow: 'signed-in',
    audit: 'NOTICE_SETTINGS_READ',
    query: nothing,
    body: nothing,
    reply: { ...own, open: ['email|push'], pushKey: 'text or null', ...browsers },
  },
  save: {
    at: 'POST /api/notices/settings',
    allow: 'signed-in',
    audit: 'NOTICE_SETTINGS_CHANGED',
    query: nothing,
    body: {
      strict: 'yes',
      lang: 'id|en',
      email: `text like ${address} ..200 or null`,
      ways: { 'list ..2': 'email|push' },
    },
    reply: own,
  },
  subscribe: {
    at: 'POST /api/notices/push',
    allow: 'signed-in',
    audit: 'PUSH_BEGUN',
    query: nothing,
    body: {
      strict: 'yes',
      endpoint: 'text ..1000',
      keys: { strict: 'yes', p256dh: 'text 20..200', auth: 'text 10..100' },
    },
    reply: browsers,
  },
  unsubscribe: {
    at: 'POST /api/notices/push/end',
    allow: 'signed-in',
    audit: 'PUSH_ENDED',
    query: nothing,
    body: { strict: 'yes', endpoint: 'text ..1000 or null' },
    reply: browsers,
  },
  ways: {
    at: 'GET /api/notices/ways',
    allow: 'office.manage',
    audit: 'NOTICE_WAYS_READ',
    query: nothing,
    body: nothing,
    reply: {
      items: [
        {
          way: ways,
          open: 'boolean',
          failingSince: 'int or null',
          why: 'text or null',
          held: 'boolean',
          nextTry: 'int or null',
          workedAt: 'int or null',
          waiting: 'int',
          oldest: 'int or null',
          refused: 'int',
        },
      ],
      toTell: 'int',
    },
  },
  release: {
    at: 'POST /api/notices/ways/release',
    allow: 'office.manage',
    audit: 'NOTICE_WAY_RELEASED',
    query: nothing,
    body: { strict: 'yes', way: ways, drop: 'boolean' },
    reply: {},
  },
  tryNow: {
    at: 'POST /api/notices/ways/try',
    allow: 'office.manage',
    audit: 'NOTICE_WAY_TRIED',
    query: nothing,
    body: { strict: 'yes', way: ways },
    reply: {},
  },
})

test('WIRE-7 telling somebody by hand carries what is written down', () => {
  assert.deepEqual(shapeOf(noticeCommandData['notice.tell'].data), {
    strict: 'yes',
    delivery: 'id',
    result: 'told|not-found|refused',
    how: 'in-person|phone|whatsapp',
    note: maySay,
  })
})
