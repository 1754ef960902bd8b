import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testRoutes } from '../testing/routes-spec.ts'
import { nothing, placeLevels } from '../testing/wire-words.ts'
import { conditionRoutes, conditionsQuery } from './conditions.ts'

const place = { code: 'place', name: 'text', level: placeLevels } as const
const face = 'desil|snapshot|house|programmes|needs|disability|school'
const values = [{ value: 'text', n: 'int' }] as const

testRoutes(conditionRoutes, {
  read: {
    at: 'GET /api/figures/conditions',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query: { strict: 'yes', 'place?': 'place', 'face?': `${face} = "desil"` },
    body: nothing,
    reply: {
      place,
      above: { 'or null': place },
      opens: 'boolean',
      base: 'int',
      day: 'day or null',
      uncounted: 'int',
      faces: [{ face, of: 'family|person|pupil', values }],
      face,
      below: [{ place: 'place', name: 'text', values }],
    },
  },
})

test('CONDITION-7 a face that is none is refused, and none asks for desil', () => {
  assert.equal(conditionsQuery.safeParse({ face: 'income' }).success, false)
  assert.equal(conditionsQuery.parse({}).face, 'desil')
})
