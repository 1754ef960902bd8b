import type { RouteSpec } from '../testing/routes-spec.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { importRoutes } from './import.ts'

// A file of offices and one of staff go the same way.
type Asked = Pick<RouteSpec, 'query' | 'body' | 'reply'>

const table: Asked = {
  query: {
    strict: 'yes',
    of: 'example|now',
  },
  body: {
    strict: 'yes',
  },
  reply: {
    rows: [['text']],
  },
}

const plan: Asked = {
  query: {
    strict: 'yes',
  },
  body: {
    strict: 'yes',
    file: 'text 1..',
  },
  reply: {
    head: ['text'],
    missing: ['text'],
    unknown: ['text'],
    twice: ['text'],
    lines: [
      {
        line: 'int',
        what: 'new|change|same|wrong',
        name: 'text',
        changes: [
          {
            column: 'text',
            from: 'text',
            to: 'text',
          },
        ],
        problem: {
          'or null': {
            column: 'text or null',
            text: 'text',
          },
        },
        turn: 'int',
        cells: ['text'],
      },
    ],
  },
}

const take: Asked = {
  query: {
    strict: 'yes',
  },
  body: {
    strict: 'yes',
    head: {
      'list ..60': 'text ..2000',
    },
    rows: {
      'list 1..50': {
        strict: 'yes',
        line: 'int 1..',
        cells: {
          'list ..60': 'text ..2000',
        },
      },
    },
  },
  reply: {
    lines: [
      {
        line: 'int',
        what: 'new|change|same|wrong',
        name: 'text',
        changes: [
          {
            column: 'text',
            from: 'text',
            to: 'text',
          },
        ],
        problem: {
          'or null': {
            column: 'text or null',
            text: 'text',
          },
        },
        turn: 'int',
      },
    ],
  },
}

testRoutes(importRoutes, {
  officesTable: {
    at: 'GET /api/offices/table',
    allow: 'office.manage',
    audit: 'OFFICE_TABLE_READ',
    ...table,
  },
  officesPlan: {
    at: 'POST /api/offices/plan',
    allow: 'office.manage',
    audit: 'OFFICE_FILE_READ',
    ...plan,
  },
  officesTake: {
    at: 'POST /api/offices/take',
    allow: 'office.manage',
    audit: 'OFFICES_IMPORTED',
    ...take,
  },
  staffTable: {
    at: 'GET /api/staff/table',
    allow: 'staff.manage',
    audit: 'STAFF_TABLE_READ',
    ...table,
  },
  staffPlan: {
    at: 'POST /api/staff/plan',
    allow: 'staff.manage',
    audit: 'STAFF_FILE_READ',
    ...plan,
  },
  staffTake: {
    at: 'POST /api/staff/take',
    allow: 'staff.manage',
    audit: 'STAFF_IMPORTED',
    ...take,
  },
  inviteMany: {
    at: 'POST /api/staff/invite-many',
    allow: 'staff.manage',
    audit: 'STAFF_INVITED_MANY',
    query: {
      strict: 'yes',
    },
    body: {
      strict: 'yes',
      after: 'id or null',
    },
    reply: {
      items: [
        {
          name: 'text',
          office: 'text',
          role: 'line ..200',
          path: 'text',
          expiresAt: 'int',
        },
      ],
      next: 'id or null',
    },
  },
})
