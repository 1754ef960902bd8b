import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, need, nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import type { PpksCommand } from './ppks.ts'
import { ppksCommandData } from './ppks.ts'
import { ppksRoutes } from './ppks-queries.ts'

const strict = { strict: 'yes' } as const
const names = { id: 'text', en: 'text' }
const at = { district: 'ledger', id: 'id' }
const item = { code: 'code', names }

const service = {
  ...strict,
  service: 'id',
  what: 'line 3..200',
  office: 'id or null',
  provider: 'line ..200',
  from: 'day',
  until: 'day or null',
}
const about = { type: 'code', since: 'day', village: 'village', name: 'line ..200', nik: 'nik or null' }
const back = { ...strict, note: need }
const ofService = { ...strict, service: 'id', note: maySay }

/** What each command about a PPKS carries, as the specification writes it. */
const ppks: Readonly<Record<PpksCommand, Shape>> = {
  'ppks.receive': { ...strict, ...about, person: 'id or null', family: 'id or null', case: 'id or null' },
  'ppks.correct': { ...strict, ...about, note: need },
  'ppks.assess': { ...strict, findings: need, risks: { 'list ..20': 'code' }, on: 'day' },
  'ppks.plan': { ...strict, services: { 'list ..20': service } },
  'ppks.add-service': service,
  'ppks.begin-service': ofService,
  'ppks.finish-service': ofService,
  'ppks.stop-service': { ...ofService, note: need },
  'ppks.monitor': { ...strict, note: need, on: 'day' },
  'ppks.end': { ...strict, outcome: 'code', note: maySay },
  'ppks.reassess': back,
  'ppks.replan': back,
  'ppks.reopen': back,
}
for (const kind of keysOf(ppks))
  test(`WIRE-5 ${kind} carries what is written down, and refuses the rest`, () => {
    assert.deepEqual(shapeOf(ppksCommandData[kind].data), ppks[kind])
    assert.equal(ppksCommandData[kind].right, 'ppks.handle')
  })

test('WIRE-5 a PPKS has these commands and no others, each with a path of its own', () => {
  assert.deepEqual(keysOf(ppksCommandData), keysOf(ppks))
  const paths = Object.values(ppksCommandData).map(({ path }) => path)
  assert.equal(new Set(paths).size, paths.length)
})

const ppksStages = 'received|assessed|planned|in-service|monitored|ended'
const ppksLine = { ...at, typeNames: names, placeName: 'text', name: 'text', since: 'day', status: ppksStages }
const told = 'int or null'
const serviceActs = 'begin-service|finish-service|stop-service'
const ofOne = { ...strict, ...at }

testRoutes(ppksRoutes, {
  list: {
    at: 'GET /api/ppks/list',
    allow: 'registry.read',
    audit: 'PPKS_LISTED',
    query: {
      ...strict,
      'show?': `open|all|${ppksStages} = "open"`,
      'type?': 'code',
      'place?': 'place',
      'year?': 'int 2000..2100',
      'page?': pageNumber,
    },
    body: nothing,
    reply: { items: [ppksLine], ...pageFrame },
  },
  one: {
    at: 'GET /api/ppks/one',
    allow: 'registry.read',
    audit: 'PPKS_READ',
    query: ofOne,
    body: nothing,
    reply: {
      ...ppksLine,
      version: 'int',
      type: 'code',
      place: 'place',
      officeName: 'text',
      nik: 'text or null',
      restricted: 'boolean',
      case: { 'or null': { id: 'id', number: 'text' } },
      findings: 'text or null',
      risks: [names],
      assessedOn: 'day or null',
      assessedBy: 'text or null',
      services: [
        {
          id: 'id',
          what: 'text',
          provider: 'text',
          fromDay: 'day',
          untilDay: 'day or null',
          status: 'planned|running|done|stopped',
          note: 'text',
          acts: [serviceActs],
        },
      ],
      course: [{ act: 'text', at: 'int', byName: 'text', on: 'text or null', note: 'text' }],
      outcome: { 'or null': names },
      endedOn: 'day or null',
      today: 'day',
      acts: [`assess|plan|add-service|${serviceActs}|monitor|end|correct|reassess|replan|reopen`],
    },
  },
  reveal: {
    at: 'POST /api/ppks/reveal',
    allow: 'person.reveal',
    audit: 'PPKS_REVEALED',
    query: nothing,
    body: { ...ofOne, reason: 'line 5..200' },
    reply: { name: 'text', nik: 'text or null' },
  },
  ofCase: {
    at: 'GET /api/ppks/case',
    allow: 'registry.read',
    audit: 'PPKS_OF_CASE_READ',
    query: ofOne,
    body: nothing,
    reply: { items: [ppksLine] },
  },
  ofFamily: {
    at: 'GET /api/ppks/family',
    allow: 'registry.read',
    audit: 'PPKS_OF_FAMILY_READ',
    query: ofOne,
    body: nothing,
    reply: { items: [ppksLine] },
  },
  choices: {
    at: 'GET /api/ppks/choices',
    allow: 'registry.read',
    audit: 'PPKS_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: {
      district: 'ledger',
      place: 'place',
      placeName: 'text',
      today: 'day',
      types: [{ ...item, number: 'int', open: 'boolean' }],
      risks: [item],
      endings: [item],
      offices: [{ id: 'id', name: 'text' }],
    },
  },
  counts: {
    at: 'GET /api/ppks/counts',
    allow: 'figures.read',
    audit: 'PPKS_COUNTED',
    query: { ...strict, 'place?': 'place', 'year?': 'int 2000..2100' },
    body: nothing,
    reply: {
      place: 'place',
      placeName: 'text',
      above: 'place or null',
      year: 'int',
      years: [{ year: 'int', n: 'int' }],
      below: [{ code: 'place', name: 'text' }],
      types: [
        {
          total: told,
          cells: [told],
          type: 'code',
          names,
          number: 'int',
          restricted: 'boolean',
          atLeast: 'boolean',
        },
      ],
      all: { total: told, cells: [told] },
      least: 'int',
    },
  },
})
