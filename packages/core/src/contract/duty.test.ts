import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import { nothing } from '../testing/wire-words.ts'
import { dutyCommandData } from './duty.ts'
import { dutyRoutes } from './duty-queries.ts'

const span = { from: 'int', until: 'int' } as const
const roster = {
  office: 'id',
  officeName: 'text',
  district: 'ledger',
  now: 'int',
  until: 'int',
  current: { 'or null': { staff: 'id', name: 'text', until: 'int' } },
  turns: [
    {
      id: 'id',
      version: 'int',
      staff: 'id',
      name: 'text',
      ...span,
      here: 'boolean',
      leaves: [{ ...span, standInName: 'text or null' }],
    },
  ],
  gaps: [span],
  people: [{ id: 'id', name: 'text' }],
} as const

testRoutes(dutyRoutes, {
  own: {
    at: 'GET /api/duties',
    allow: 'case.read',
    audit: 'DUTIES_READ',
    query: nothing,
    body: nothing,
    reply: roster,
  },
  of: {
    at: 'GET /api/duties/office',
    allow: 'staff.manage',
    audit: 'DUTIES_OF_OFFICE_READ',
    query: { strict: 'yes', office: 'id' },
    body: nothing,
    reply: roster,
  },
  mine: {
    at: 'GET /api/duties/mine',
    allow: 'case.read',
    audit: 'OWN_DUTY_READ',
    query: nothing,
    body: nothing,
    reply: { until: 'int or null', next: { 'or null': span } },
  },
})

test('WIRE-7 naming who is on duty carries the office, the person and the days; ending carries nothing', () => {
  const { 'duty.name': name, 'duty.end': end } = dutyCommandData
  assert.deepEqual(shapeOf(name.data), { strict: 'yes', office: 'id', staff: 'id', from: 'day', until: 'day' })
  assert.deepEqual(shapeOf(end.data), nothing)
})
