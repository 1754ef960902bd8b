import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testRoutes } from '../testing/routes-spec.ts'
import { closures, kinds, nothing, pageFrame, pageNumber, statuses } from '../testing/wire-words.ts'
import { activityLine, activityRoutes } from './activity.ts'

const month = 'text like ^20\\d\\d-(0[1-9]|1[0-2])$'
const names = { id: 'text', en: 'text' }
const counted = 'done|missed|due|late|families|people|cases|closed|returned'
const counts = { [`each "${counted}"`]: 'int' }
const payStatuses = 'sent|approved|paid|returned'
const strict = { strict: 'yes' } as const

testRoutes(activityRoutes, {
  list: {
    at: 'GET /api/activity/list',
    allow: 'visit.do',
    audit: 'ACTIVITY_READ',
    query: { ...strict, 'month?': month, 'village?': 'village', 'q?': 'line ..60', 'page?': pageNumber },
    body: nothing,
    reply: {
      ...pageFrame,
      items: [
        { staff: 'id', name: 'text', offices: 'text', counts, syncedAt: 'int or null', pay: `${payStatuses} or null` },
      ],
      month,
      all: 'boolean',
    },
  },
  report: {
    at: 'GET /api/activity/report',
    allow: 'visit.do',
    audit: 'ACTIVITY_REPORT_READ',
    query: { ...strict, 'month?': month, 'staff?': 'id' },
    body: nothing,
    reply: {
      staff: 'id',
      name: 'text',
      offices: 'text',
      placeName: 'text',
      district: 'ledger',
      month,
      at: 'int',
      counts,
      visits: [
        {
          district: 'ledger',
          id: 'id',
          day: 'day',
          placeName: 'text',
          name: 'text',
          triggerNames: names,
          status: 'planned|done|missed|cancelled',
          late: 'boolean',
          resultNames: { 'or null': names },
        },
      ],
      cases: [
        {
          district: 'ledger',
          id: 'id',
          number: 'text',
          day: 'day',
          placeName: 'text',
          kind: kinds,
          categoryNames: names,
          status: statuses,
          closure: `${closures} or null`,
        },
      ],
      pay: {
        'or null': {
          id: 'id',
          version: 'int',
          status: payStatuses,
          amount: 'int or null',
          paidOn: 'day or null',
          reference: 'text or null',
          note: 'text or null',
          sentAt: 'int',
          judgedByName: 'text or null',
          judgedAt: 'int or null',
        },
      },
      acts: ['send|approve|return|pay'],
    },
  },
  coverage: {
    at: 'GET /api/activity/coverage',
    allow: 'visit.plan',
    audit: 'COVERAGE_READ',
    query: {
      ...strict,
      'show?': 'unserved|unvisited = "unvisited"',
      'months?': '1|3|6|12 = "3"',
      'sort?': 'name|last = "last"',
      'q?': 'line ..60',
      'page?': pageNumber,
    },
    body: nothing,
    reply: {
      ...pageFrame,
      items: [
        {
          code: 'village',
          name: 'text',
          within: 'text',
          families: 'int',
          facilitators: 'int',
          lastVisit: 'day or null',
        },
      ],
      unserved: 'int',
      unvisited: 'int',
    },
  },
})

test('SUPER-11 a line tells every figure', () => {
  const whole = Object.fromEntries(counted.split('|').map((name) => [name, 0]))
  const line = {
    staff: '0192f000-0000-7000-8000-000000000001',
    name: 'Rini',
    offices: 'Puskesos',
    syncedAt: null,
    pay: null,
  }
  assert.ok(activityLine.safeParse({ ...line, counts: whole }).success)
  for (const name of Object.keys(whole)) {
    const { [name]: _left, ...rest } = whole
    assert.ok(!activityLine.safeParse({ ...line, counts: rest }).success, name)
  }
})

test('SUPER-13 without other words the villages are those without a visit for three months, the longest first', () => {
  const asked = activityRoutes.coverage.query.parse({})
  assert.deepEqual(asked, { show: 'unvisited', months: '3', sort: 'last', page: 1 })
})
