import assert from 'node:assert/strict'
import { test } from 'node:test'
import { independenceData } from '../testing/an-assessment.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { independenceCommandData } from './independence.ts'
import { independenceRoutes } from './independence-queries.ts'

const names = { id: 'text', en: 'text' }
const parts = 'regulation|budget|institution|people|procedure|data|service|partnership|replication'
const figures = 'puskesos|facilitated|posts|handled|confirmed|referred'
const statuses = 'drafted|submitted|returned|verified|signed|withdrawn'
const shows = 'all|none|open|submitted|verified|signed'
const year = 'int 2016..2100'
const strict = { strict: 'yes' } as const
const share = 'int or null'
const shareOf = { share, known: 'int', all: 'int', knownWeight: 'int', weight: 'int' }
const said = { 'each "text"': { level: 'int or null', text: 'text' } }
const instrument = {
  from: 'day',
  basis: 'text',
  least: 'int',
  categories: [{ from: 'int', names }],
  indicators: [
    {
      code: 'text',
      dimension: parts,
      weight: 'int',
      names,
      levels: [names],
      evidence: names,
      figure: { 'or null': { of: figures, steps: ['int'] } },
    },
  ],
} as const

testRoutes(independenceRoutes, {
  district: {
    at: 'GET /api/independence/district',
    allow: 'figures.read',
    audit: 'INDEPENDENCE_READ',
    query: { ...strict, district: 'ledger' },
    body: nothing,
    reply: {
      district: 'ledger',
      placeName: 'text',
      mayDraft: [year],
      items: [
        {
          id: 'id',
          year,
          status: statuses,
          score: share,
          categoryNames: { 'or null': names },
          signedAt: 'int or null',
        },
      ],
    },
  },
  one: {
    at: 'GET /api/independence/assessment',
    allow: 'figures.read',
    audit: 'INDEPENDENCE_ASSESSMENT_READ',
    query: { ...strict, district: 'ledger', id: 'id' },
    body: nothing,
    reply: {
      id: 'id',
      district: 'ledger',
      placeName: 'text',
      version: 'int',
      year,
      status: statuses,
      at: 'int',
      instrument,
      answers: said,
      judged: said,
      figures: { 'or null': { [`each "${figures}"`]: { n: 'int 0..', of: 'int 0..' } } },
      score: {
        total: shareOf,
        dimensions: { [`each "${parts}"`]: shareOf },
        category: { 'or null': { from: 'int', names } },
      },
      note: 'text or null',
      assessorNames: ['text'],
      verifierNames: ['text'],
      signerName: 'text or null',
      submittedAt: 'int or null',
      verifiedAt: 'int or null',
      signedAt: 'int or null',
      acts: ['draft|save|submit|withdraw|judge|return|verify|sign'],
      trend: [{ year, score: share }],
      peers: {
        'or null': {
          among: 'province|islands',
          districts: 'int',
          score: share,
          profile: { [`each "${parts}"`]: share },
        },
      },
    },
  },
  places: {
    at: 'GET /api/independence/places',
    allow: 'figures.read',
    audit: 'INDEPENDENCE_PLACES_READ',
    query: { ...strict, 'year?': year, 'show?': `${shows} = "all"`, 'q?': 'line ..60', 'page?': pageNumber },
    body: nothing,
    reply: {
      ...pageFrame,
      items: [
        {
          district: 'ledger',
          name: 'text',
          provinceName: 'text',
          id: 'id or null',
          status: `${statuses} or null`,
          score: share,
          categoryNames: { 'or null': names },
          weakest: `${parts} or null`,
          submittedAt: 'int or null',
        },
      ],
      year,
      counts: { [`each "${shows}"`]: 'int' },
    },
  },
  instrument: {
    at: 'GET /api/independence/instrument',
    allow: 'figures.read',
    audit: 'INDEPENDENCE_INSTRUMENT_READ',
    query: { ...strict, 'on?': 'day' },
    body: nothing,
    reply: { instrument, versions: ['day'], mayChangeFrom: 'day or null' },
  },
})

const { save, judge } = {
  save: independenceCommandData['independence.save'].data,
  judge: independenceCommandData['independence.judge'].data,
}
const answer = { code: 'budget-apbd', level: 2, text: 'DPA 2026.' }

test('INDEP-10 an answer is a level from 0 to 4, or none where it is not known, with words of a thousand letters at most', () => {
  for (const data of [save, judge]) {
    for (const level of [0, 4, null]) assert.ok(data.safeParse({ answers: [{ ...answer, level }] }).success)
    for (const level of [-1, 5, 0.5, '2', undefined])
      assert.ok(!data.safeParse({ answers: [{ ...answer, level }] }).success, String(level))
    assert.ok(data.safeParse({ answers: [{ ...answer, text: 'x'.repeat(1_000) }] }).success)
    assert.ok(!data.safeParse({ answers: [{ ...answer, text: 'x'.repeat(1_001) }] }).success)
    assert.ok(!data.safeParse({ answers: [] }).success)
  }
})

test('INDEP-3 an act without a word takes none, and the others need theirs', () => {
  for (const act of ['submit', 'verify', 'sign'] as const) {
    const { data } = independenceCommandData[`independence.${act}`]
    assert.ok(data.safeParse({}).success)
    assert.ok(!data.safeParse({ note: 'Setuju.' }).success)
  }
  for (const act of ['return', 'withdraw'] as const) {
    const { data } = independenceCommandData[`independence.${act}`]
    assert.ok(data.safeParse({ note: 'Lengkapi.' }).success)
    for (const note of ['', '   ', 'ab']) assert.ok(!data.safeParse({ note }).success)
  }
})

test('INDEP-2 the example of a new version is a whole one', () => {
  assert.ok(independenceCommandData['independence.change'].data.safeParse(independenceData.change).success)
})
