import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shownCodes } from '../figures/indicator-codes.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { nothing, placeLevels } from '../testing/wire-words.ts'
import { indicatorRoutes, toldCount } from './indicators.ts'

const place = { code: 'place', name: 'text', level: placeLevels } as const
const period = { from: 'day', to: 'day' } as const
const measured = 'int or few|withheld'
const told = `${measured} or null`

testRoutes(indicatorRoutes, {
  indicators: {
    at: 'GET /api/figures/indicators',
    allow: 'figures.read',
    audit: 'FIGURES_READ',
    query: { strict: 'yes', 'place?': 'place', 'from?': 'day', 'to?': 'day' },
    body: nothing,
    reply: {
      place,
      above: { 'or null': place },
      period,
      before: period,
      at: 'int',
      dayMinutes: 'int',
      opens: 'boolean',
      least: 'int',
      lines: [{ code: shownCodes.join('|'), n: told, of: told, before: { 'or null': { n: told, of: told } } }],
      tiers: [
        {
          level: 'village|subdistrict|district|province|nation',
          measured,
          half: told,
          most: told,
        },
      ],
      owners: [
        {
          office: 'id',
          name: 'text',
          level: 'village|subdistrict|district|province|nation',
          measured,
          half: told,
          most: told,
        },
      ],
      reasons: [{ reason: 'text', n: 'int' }],
    },
  },
})

test('INDICATOR-4 a number that is not told says why, and never carries the number', () => {
  for (const said of [0, 7, 'few', 'withheld']) assert.ok(toldCount.safeParse(said).success, String(said))
  for (const said of [null, '4', 1.5, 'kurang dari 5']) assert.ok(!toldCount.safeParse(said).success, String(said))
})
