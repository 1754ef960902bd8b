import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import type { ChallengeCommand } from './challenge.ts'
import { challengeClockData, challengeCommandData } from './challenge.ts'
import { challengeRoutes } from './challenge-queries.ts'

const strict = { strict: 'yes' } as const
const names = { id: 'text', en: 'text' }
const statuses = 'reported|taken|answered|closed|withdrawn'
const levels = 'village|subdistrict|district|province|nation'
const asks = 'above|district|province|nation'
const at = { district: 'ledger', id: 'id' }
const noted = { ...strict, note: 'line 3..4000' }

const commands: Readonly<Record<ChallengeCommand, Shape>> = {
  'challenge.report': {
    ...strict,
    kind: 'code',
    words: 'line 10..4000',
    since: 'day',
    villages: 'int 1..100000 or null',
    citizens: 'int 1..300000000 or null',
    asks,
  },
  'challenge.take': strict,
  'challenge.answer': { ...strict, note: 'line 10..4000', on: 'day' },
  'challenge.pass-up': noted,
  'challenge.pass-down': noted,
  'challenge.close': { ...strict, helped: 'yes|partly|no', note: maySay },
  'challenge.reopen': noted,
  'challenge.withdraw': noted,
}

for (const kind of keysOf(challengeCommandData))
  test(`WIRE-5 ${kind} carries what is written down, and nothing else`, () => {
    assert.deepEqual(shapeOf(challengeCommandData[kind].data), commands[kind])
  })

test('WIRE-5 the clock carries nothing', () => assert.deepEqual(shapeOf(challengeClockData), strict))

const line = {
  ...at,
  kind: 'code',
  kindNames: names,
  words: 'text',
  since: 'day',
  villages: 'int or null',
  citizens: 'int or null',
  reportedByName: 'text',
  placeName: 'text',
  officeName: 'text',
  level: levels,
  status: statuses,
  reportedAt: 'int',
  dueAt: 'int or null',
  late: 'boolean',
}
const shows = `open|here|asked|late|${statuses}|all`
const filter = {
  ...strict,
  'show?': `${shows} = "open"`,
  'kind?': 'code',
  'place?': 'place',
  'level?': levels,
  'from?': 'day',
  'q?': 'line ..200',
}
const figures = { n: 'int', open: 'int', late: 'int', answered: 'int', within: 'int', days: 'number or null' }

testRoutes(challengeRoutes, {
  list: {
    at: 'GET /api/challenges/list',
    allow: 'figures.read',
    audit: 'CHALLENGES_LISTED',
    query: { ...filter, 'page?': pageNumber },
    body: nothing,
    reply: { ...pageFrame, items: [line], counts: { open: 'int', here: 'int', asked: 'int', late: 'int' } },
  },
  table: {
    at: 'GET /api/challenges/table',
    allow: 'figures.read',
    audit: 'CHALLENGES_TAKEN',
    query: filter,
    body: nothing,
    reply: { items: [line], total: 'int' },
  },
  one: {
    at: 'GET /api/challenges/one',
    allow: 'figures.read',
    audit: 'CHALLENGE_READ',
    query: { ...strict, ...at },
    body: nothing,
    reply: {
      ...line,
      version: 'int',
      asks,
      ownerName: 'text or null',
      reporterName: 'text',
      missed: 'int',
      answer: 'text or null',
      answerDay: 'day or null',
      answeredAt: 'int or null',
      helped: 'yes|partly|no or null',
      course: [{ act: 'text', at: 'int', byName: 'text', officeName: 'text', toName: 'text or null', note: 'text' }],
      up: 'text or null',
      down: 'text or null',
      today: 'day',
      acts: ['take|answer|pass-up|pass-down|close|reopen|withdraw'],
    },
  },
  choices: {
    at: 'GET /api/challenges/choices',
    allow: 'figures.read',
    audit: 'CHALLENGE_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: {
      district: 'ledger',
      today: 'day',
      kinds: [{ code: 'code', names }],
      asks: [{ asks, officeName: 'text', days: 'int' }],
    },
  },
  solved: {
    at: 'GET /api/challenges/solved',
    allow: 'figures.read',
    audit: 'CHALLENGE_SOLVERS_READ',
    query: { ...strict, district: 'ledger', kind: 'code' },
    body: nothing,
    reply: { items: [{ district: 'ledger', name: 'text' }] },
  },
  counts: {
    at: 'GET /api/challenges/counts',
    allow: 'figures.read',
    audit: 'CHALLENGES_COUNTED',
    query: { ...strict, 'place?': 'place', 'kind?': 'code', 'from?': 'day' },
    body: nothing,
    reply: {
      place: 'place',
      placeName: 'text',
      above: 'place or null',
      all: figures,
      kinds: [{ ...figures, kind: 'code', names }],
      places: [{ ...figures, place: 'place', name: 'text' }],
    },
  },
})
