import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testRoutes } from '../testing/routes-spec.ts'
import { levels, nothing, officeKinds, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { referenceRoutes } from './reference-queries.ts'
import { pageSize } from './route.ts'

const office = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  name: 'text',
  kind: officeKinds,
  level: levels,
  place: 'place',
  placeName: 'text',
  parent: 'id or null',
  active: 'boolean',
  address: 'text',
  phone: 'text',
  staff: 'int',
} as const

const week = [{ 'or null': { 'list 2..2': 'anything' } }] as const

const names = { id: 'text', en: 'text' }

testRoutes(referenceRoutes, {
  lists: {
    at: 'GET /api/lists',
    allow: 'signed-in',
    audit: 'LISTS_READ',
    query: { strict: 'yes', district: 'ledger' },
    body: nothing,
    reply: {
      lists: {
        'each "text"': [{ code: 'text', names: { id: 'text', en: 'text' }, data: { 'each "text"': 'anything' } }],
      },
    },
  },
  targets: {
    at: 'GET /api/offices/targets',
    allow: 'case.read',
    audit: 'OFFICES_READ',
    query: { strict: 'yes', district: 'ledger', place: 'place' },
    body: nothing,
    reply: { referral: [office], answering: ['id'], below: [office], above: { 'or null': office } },
  },
  colleagues: {
    at: 'GET /api/offices/colleagues',
    allow: 'case.read',
    audit: 'COLLEAGUES_READ',
    query: nothing,
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          name: 'text',
          roles: ['text'],
          open: 'int',
          away: { 'or null': { until: 'int', standIn: 'id or null', standInName: 'text or null' } },
        },
      ],
    },
  },
  places: {
    at: 'GET /api/places',
    allow: 'public',
    audit: 'PLACES_READ',
    query: {
      strict: 'yes',
      'q?': 'line ..60',
      'parent?': 'place',
      'level?': 'province|district|subdistrict|village',
    },
    body: nothing,
    reply: { items: [{ code: 'place', name: 'text', level: 'text', path: 'text' }] },
  },
  offices: {
    at: 'GET /api/offices',
    allow: 'signed-in',
    audit: 'OFFICES_LISTED',
    query: { strict: 'yes', 'q?': 'line ..60', 'kind?': officeKinds, 'id?': 'id', 'page?': pageNumber },
    body: nothing,
    reply: { items: [office], ...pageFrame },
  },
  tree: {
    at: 'GET /api/offices/tree',
    allow: 'signed-in',
    audit: 'OFFICES_LISTED',
    query: { strict: 'yes', 'parent?': 'id', 'page?': pageNumber },
    body: nothing,
    reply: { items: [{ ...office, below: 'int', inactiveBelow: 'int' }], ...pageFrame },
  },
  officeHours: {
    at: 'GET /api/offices/hours',
    allow: 'signed-in',
    audit: 'OFFICE_HOURS_READ',
    query: { strict: 'yes', office: 'id' },
    body: nothing,
    reply: {
      now: 'int',
      today: 'day',
      zone: 'text',
      district: week,
      own: [{ from: 'day', week: { 'or null': week }, version: 'int' }],
      open: 'boolean',
      at: 'int or null',
    },
  },
  staff: {
    at: 'GET /api/staff',
    allow: 'staff.manage',
    audit: 'STAFF_LISTED',
    query: { strict: 'yes', 'q?': 'line ..60', 'office?': 'id', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          district: 'ledger',
          version: 'int',
          name: 'text',
          active: 'boolean',
          signInName: 'text or null',
          service: 'boolean',
          posts: [
            {
              id: 'id',
              district: 'ledger',
              version: 'int',
              office: 'id',
              officeName: 'text',
              officePlace: 'place',
              role: 'text',
              from: 'int',
              until: 'int or null',
              leave: {
                'or null': { id: 'id', version: 'int', from: 'int', until: 'int', standInName: 'text or null' },
              },
              standsInFor: 'text or null',
              area: { 'or null': { version: 'int', villages: [{ code: 'place', name: 'text' }] } },
            },
          ],
        },
      ],
      ...pageFrame,
    },
  },
  served: {
    at: 'GET /api/villages/served',
    allow: 'staff.manage',
    audit: 'VILLAGES_SERVED_READ',
    query: { strict: 'yes', 'without?': 'yes', 'q?': 'line ..60', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [{ code: 'place', name: 'text', path: 'text', facilitators: [{ staff: 'id', name: 'text' }] }],
      ...pageFrame,
      without: 'int',
    },
  },
  roles: {
    at: 'GET /api/roles',
    allow: 'signed-in',
    audit: 'ROLES_READ',
    query: { strict: 'yes', 'district?': 'ledger' },
    body: nothing,
    reply: {
      items: [{ code: 'code', names, permissions: ['text'], sees: 'text', heldAt: [officeKinds], givenFrom: [levels] }],
      called: [{ code: 'code', place: 'ledger', names }],
    },
  },
})

test('LIST-3 a page number is read from the text of an address, begins at one and has an end', () => {
  const of = (page: string) => {
    const read = referenceRoutes.offices.query.safeParse({ page })
    return read.success ? read.data.page : null
  }
  assert.deepEqual(['1', '25', '10000'].map(of), [1, 25, 10_000])
  assert.deepEqual(['0', '-1', '1.5', '10001', 'satu', 'NaN'].map(of), [null, null, null, null, null, null])
  assert.equal(pageSize, 25)
})
