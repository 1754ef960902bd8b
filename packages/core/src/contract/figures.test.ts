import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseMeasures, isStanding } from '../case/measures.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { nothing, placeLevels } from '../testing/wire-words.ts'
import {
  figureRoutes,
  figuresQuery,
  referralMeasures,
  regionMeasures,
  stripMeasures,
  tableMeasures,
  trendMeasures,
} from './figures.ts'

const period = { from: 'day', to: 'day' } as const
const place = { code: 'place', name: 'text', level: placeLevels } as const
const frame = { place, above: { 'or null': place }, period, before: period, at: 'int' } as const
const each = (names: string) => ({ [`each "${names}"`]: 'int' })
const trend = {
  step: 'day|week|month',
  points: [{ ...period, counts: each('registered|handled|confirmed') }],
} as const
const query = { strict: 'yes', 'place?': 'place', 'from?': 'day', 'to?': 'day' } as const

testRoutes(figureRoutes, {
  district: {
    at: 'GET /api/figures/district',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query,
    body: nothing,
    reply: {
      ...frame,
      opens: 'boolean',
      strip: [
        {
          measure: 'registered|handled|confirmed|on-time|late',
          n: 'int',
          before: 'int or null',
          of: 'int or null',
          line: ['int'],
        },
      ],
      trend,
      below: [{ place: 'place', name: 'text', counts: each('registered|handled|on-time|confirmed|late') }],
      categories: [{ category: 'text', n: 'int', before: 'int' }],
      referrals: each('referred|referral-accepted|referral-completed|referral-declined'),
      outcomes: each('confirmed|satisfied|visited|better|visit-late'),
    },
  },
  region: {
    at: 'GET /api/figures/region',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query,
    body: nothing,
    reply: {
      ...frame,
      strip: [
        {
          measure: 'registered|handled|confirmed|disputed|open',
          n: 'int',
          before: 'int or null',
          line: ['int'],
        },
      ],
      trend,
      below: [{ place: 'place', name: 'text', counts: each('registered|handled|confirmed|disputed|open') }],
    },
  },
})

test('FIG-5 every figure that a screen shows is one that a list can be opened by', () => {
  const known = new Set<string>(caseMeasures)
  for (const measure of [...stripMeasures, ...tableMeasures, ...referralMeasures, ...trendMeasures])
    assert.ok(known.has(measure), measure)
})

test('FIG-5 what stands at this moment has no trend: nobody counted it before', () => {
  assert.deepEqual(
    caseMeasures.filter((measure) => isStanding(measure)),
    ['open', 'late', 'at-risk', 'stale', 'visit-late'],
  )
  assert.equal(trendMeasures.some(isStanding), false)
})

test('FIG-6 a region has the figures that counters keep, in the order in which they are read', () => {
  assert.deepEqual(regionMeasures, ['registered', 'handled', 'confirmed', 'disputed', 'open'])
})

test('FIG-4 an address of figures names days as days, and nothing else', () => {
  assert.deepEqual(figuresQuery.parse({}), {})
  for (const bad of [
    { from: '2026-02-30' },
    { from: 'kemarin' },
    { to: '2026-1-1' },
    { place: '3404' },
    { year: '2026' },
  ])
    assert.equal(figuresQuery.safeParse(bad).success, false, JSON.stringify(bad))
})
