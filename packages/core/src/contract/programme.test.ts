import assert from 'node:assert/strict'
import { test } from 'node:test'
import { programmeData } from '../testing/a-programme.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { nothing, officeKinds, pageFrame, pageNumber } from '../testing/wire-words.ts'
import type { ProgrammeCommand } from './programme.ts'
import { programmeCommandData } from './programme.ts'
import { programmeRoutes } from './programme-queries.ts'

const sectors = 'health|education|social-economy|food|energy|agriculture|fisheries|housing|civil-registration'
const units = 'person|family|pupil|group'
const owners = 'village|district|non-government|provincial|central'
const certainties = 'sure|unsure|local'
const verdicts = 'eligible|cannot-tell|not-eligible'
const one = { strict: 'yes', district: 'ledger', id: 'id' }
const programme = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  name: 'text',
  gives: 'text',
  sector: sectors,
  unit: units,
  owner: owners,
  ownerName: 'text',
  place: 'place',
  placeName: 'text',
  certainty: certainties,
  disputed: 'boolean',
  endsOn: 'day or null',
}
const fact = {
  name: 'text',
  of: 'person|family',
  kind: 'code|codes|count|quantity|day|yes-no',
  names: { id: 'text', en: 'text' },
}
const matched = {
  today: 'day',
  known: 'boolean',
  family: { 'or null': { id: 'id', version: 'int' } },
  members: [{ id: 'id', version: 'int', name: 'text' }],
  facts: [fact],
  mayAnswer: 'boolean',
  groups: [
    {
      member: 'int or null',
      items: [
        {
          id: 'id',
          district: 'ledger',
          name: 'text',
          gives: 'text',
          owner: owners,
          ownerName: 'text',
          unit: units,
          certainty: certainties,
          papers: ['text'],
          legal: 'text',
          verdict: verdicts,
          reason: 'anything',
          room: { 'or null': { full: 'boolean', left: 'int', waiting: 'int' } },
          has: 'boolean',
        },
      ],
    },
  ],
} as const

testRoutes(programmeRoutes, {
  list: {
    at: 'GET /api/programmes/list',
    allow: 'signed-in',
    audit: 'PROGRAMMES_LISTED',
    query: {
      strict: 'yes',
      'q?': 'line ..60 = ""',
      'sector?': sectors,
      'owner?': owners,
      'unit?': units,
      'show?': 'now|ended = "now"',
      'page?': pageNumber,
    },
    body: nothing,
    reply: { items: [programme], ...pageFrame },
  },
  card: {
    at: 'GET /api/programmes/card',
    allow: 'signed-in',
    audit: 'PROGRAMME_READ',
    query: one,
    body: nothing,
    reply: {
      ...programme,
      today: 'day',
      code: 'text',
      office: 'id or null',
      officeName: 'text',
      decides: 'text',
      papers: ['text'],
      contact: 'text',
      schedule: 'text',
      startsOn: 'day',
      replaces: 'id or null',
      versions: [
        {
          from: 'day',
          rule: 'anything',
          legal: 'text',
          note: 'text',
          conflicts: [{ says: 'text', source: 'text' }],
          excludes: ['text'],
        },
      ],
      excludedBy: [{ district: 'ledger', id: 'id', name: 'text' }],
      facts: [fact],
      mayChange: 'boolean',
      mayReplace: 'boolean',
    },
  },
  choices: {
    at: 'GET /api/programmes/choices',
    allow: 'programme.manage',
    audit: 'PROGRAMME_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: { facts: [fact], offices: [{ id: 'id', name: 'text', kind: officeKinds }] },
  },
  forFamily: {
    at: 'GET /api/programmes/for-family',
    allow: 'registry.read',
    audit: 'PROGRAMMES_MATCHED',
    query: one,
    body: nothing,
    reply: matched,
  },
  forPerson: {
    at: 'GET /api/programmes/for-person',
    allow: 'registry.read',
    audit: 'PROGRAMMES_MATCHED',
    query: one,
    body: nothing,
    reply: matched,
  },
  forCase: {
    at: 'GET /api/programmes/for-case',
    allow: 'case.read',
    audit: 'PROGRAMMES_MATCHED',
    query: one,
    body: nothing,
    reply: matched,
  },
  try: {
    at: 'POST /api/programmes/try',
    allow: 'programme.manage',
    audit: 'PROGRAMME_TRIED',
    query: nothing,
    body: { strict: 'yes', district: 'ledger', unit: units, rule: 'anything', after: 'id or null' },
    reply: {
      looked: 'int',
      counts: { eligible: 'int', 'cannot-tell': 'int', 'not-eligible': 'int' },
      next: 'id or null',
      examples: [{ name: 'text', members: ['text'], verdict: verdicts, reason: 'anything' }],
    },
  },
})

const words = {
  name: 'line 3..200',
  gives: 'line 3..1000',
  sector: sectors,
  ownerName: 'line 2..200',
  office: 'id or null',
  decides: 'line ..200',
  papers: { 'list ..20': 'line 2..200' },
  contact: 'line ..200',
  schedule: 'line ..200',
  certainty: certainties,
}
const criteria = {
  from: 'day',
  rule: 'anything',
  legal: 'line ..200',
  note: 'line ..1000',
  conflicts: { 'list ..10': { strict: 'yes', says: 'line 3..200', source: 'line 3..200' } },
  'excludes?': { 'list ..20': 'line 1..60' },
}
const shapes: Readonly<Record<ProgrammeCommand, Shape>> = {
  'programme.open': {
    strict: 'yes',
    ...words,
    ...criteria,
    code: 'text like ^[a-z0-9-]{0,60}$',
    unit: units,
    owner: owners,
    place: 'place',
    replaces: 'id or null',
  },
  'programme.change': { strict: 'yes', ...words },
  'programme.set-criteria': { strict: 'yes', ...criteria },
  'programme.end': { strict: 'yes', from: 'day', note: 'line 1..4000' },
}

test('WIRE-7 commands about programmes carry what is written down, and nothing else', () => {
  const written = Object.fromEntries(
    Object.entries(programmeCommandData).map(([kind, { data }]) => [kind, shapeOf(data)]),
  )
  assert.deepEqual(written, shapes)
})

type Field = readonly [field: string, value: unknown, taken: boolean]
const takes = (kind: ProgrammeCommand, [field, value]: Field): boolean =>
  programmeCommandData[kind].data.safeParse({ ...programmeData[kind], [field]: value }).success

test('PROG-8 words of a programme are taken at their edges, and not beyond', () => {
  const fields: readonly Field[] = [
    ['name', 'PKH', true],
    ['name', 'PK', false],
    ['name', '   ', false],
    ['name', 'x'.repeat(200), true],
    ['name', 'x'.repeat(201), false],
    ['gives', 'Rp', false],
    ['gives', 'x'.repeat(1001), false],
    ['ownerName', 'D', false],
    ['decides', '', true],
    ['papers', [], true],
    ['papers', Array.from({ length: 20 }, (_, n) => `Berkas ${n}`), true],
    ['papers', Array.from({ length: 21 }, (_, n) => `Berkas ${n}`), false],
    ['papers', ['K'], false],
    ['papers', 'KTP', false],
    ['office', 'dinsos', false],
    ['office', undefined, false],
    ['sector', 'war', false],
    ['certainty', 'maybe', false],
    ['schedule', 'a\u0000b', false],
  ]
  for (const field of fields)
    for (const kind of ['programme.open', 'programme.change'] as const)
      assert.equal(takes(kind, field), field[2], `${kind} ${field[0]} ${JSON.stringify(field[1])?.slice(0, 30)}`)
})

test('PROG-8 criteria are taken at their edges: days that are, rules that are, sources that say something', () => {
  const rule = { fact: 'desil', is: 'at-most', value: 4 }
  const source = { says: 'Desil 5', source: 'Perbup 1' }
  const fields: readonly Field[] = [
    ['from', '2026-02-29', false],
    ['from', '2028-02-29', true],
    ['from', '22-11-2026', false],
    ['from', '', false],
    ['rule', rule, true],
    ['rule', { all: [rule, { not: rule }] }, true],
    ['rule', { ...rule, of: 'family' }, false],
    ['rule', null, false],
    ['rule', undefined, false],
    ['rule', 'desil <= 4', false],
    ['conflicts', [source], true],
    ['conflicts', [{ ...source, says: 'x' }], false],
    ['conflicts', [{ ...source, more: 1 }], false],
    ['conflicts', Array.from({ length: 11 }, () => source), false],
    ['excludes', undefined, true],
    ['excludes', ['pkh'], true],
    ['excludes', [''], false],
    ['excludes', ['x'.repeat(61)], false],
    ['excludes', null, false],
    ['legal', 'x'.repeat(201), false],
  ]
  for (const field of fields)
    for (const kind of ['programme.open', 'programme.set-criteria'] as const)
      assert.equal(takes(kind, field), field[2], `${kind} ${field[0]} ${JSON.stringify(field[1])?.slice(0, 30)}`)
})

test('PROG-8 what a programme is said to be once is taken in its own words only', () => {
  const fields: readonly Field[] = [
    ['code', '', true],
    ['code', 'pkh-plus', true],
    ['code', 'PKH', false],
    ['code', 'a b', false],
    ['unit', 'village', false],
    ['owner', 'private', false],
    ['place', '00', true],
    ['place', '34.04.07.2001', true],
    ['place', 'Sleman', false],
    ['replaces', 'pkh', false],
    ['more', 1, false],
  ]
  for (const field of fields) assert.equal(takes('programme.open', field), field[2], `${field[0]} ${String(field[1])}`)
  for (const field of ['unit', 'owner', 'place', 'code', 'replaces'])
    assert.equal(takes('programme.change', [field, programmeData['programme.open'].place, false]), false, field)
})

test('PROG-18 a command from before programmes could exclude one another says that it excludes none', () => {
  const { excludes: _none, ...before } = programmeData['programme.set-criteria']
  assert.deepEqual(programmeCommandData['programme.set-criteria'].data.parse(before).excludes, [])
})

test('PROG-10 a programme ends with a reason', () => {
  assert.equal(takes('programme.end', ['note', '', false]), false)
  assert.equal(takes('programme.end', ['note', '  ', false]), false)
  assert.equal(takes('programme.end', ['from', '2026-13-01', false]), false)
})

test('PROG-14 whatever is tried through the door is a rule or is turned away before it is read', () => {
  const { body } = programmeRoutes.try
  const tried = (rule: unknown, more: object = {}) =>
    body.safeParse({ district: '34.04', unit: 'family', rule, after: null, ...more }).success
  assert.ok(tried({ ask: 'Ada?' }))
  for (const odd of [undefined, null, [], {}, { all: {} }, { ask: '' as unknown, more: 1 }]) assert.ok(!tried(odd))
  assert.ok(!tried({ ask: 'Ada?' }, { after: 'x' }))
  assert.ok(!tried({ ask: 'Ada?' }, { district: '34.04.07' }))
})
