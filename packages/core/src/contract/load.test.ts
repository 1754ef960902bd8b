import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadData } from '../testing/load-data.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import { nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { fileQuery, loadCommandData, loadFileReply, loadRoutes, wrongQuery } from './load.ts'
import { exportFileQuery, exportRoutes, exportWish } from './load-export.ts'

const counts = {
  rows: 'int',
  newPeople: 'int',
  changedPeople: 'int',
  samePeople: 'int',
  newFamilies: 'int',
  changedFamilies: 'int',
  sameFamilies: 'int',
  kept: 'int',
  wrong: 'int',
} as const
const bast = {
  strict: 'yes',
  'number?': 'text ..500 = ""',
  'on?': 'text ..500 = ""',
  'giver?': 'text ..500 = ""',
  'receiver?': 'text ..500 = ""',
  'kind?': 'text ..500 = ""',
  'volume?': 'text ..500 = ""',
  'method?': 'text ..500 = ""',
  'metadata?': 'text ..500 = ""',
  'statement?': 'text ..500 = ""',
  'agreement?': 'text ..500 = ""',
} as const
const given = {
  strict: 'yes',
  'number?': 'line ..500 = ""',
  'on?': 'line ..500 = ""',
  'giver?': 'line ..500 = ""',
  'receiver?': 'line ..500 = ""',
  'kind?': 'line ..500 = ""',
  'volume?': 'line ..500 = ""',
  'method?': 'line ..500 = ""',
  'metadata?': 'line ..500 = ""',
  'statement?': 'line ..500 = ""',
  'agreement?': 'line ..500 = ""',
} as const
const line = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  source: 'text',
  snapshot: 'text',
  fileName: 'text',
  status: 'read|checked|running|done|stopped|cancelled',
  checked: counts,
  counts,
  progress: { 'or null': counts },
  openedAt: 'int',
  endedAt: 'int or null',
  openedBy: 'text',
} as const

testRoutes(loadRoutes, {
  list: {
    at: 'GET /api/loads',
    allow: 'registry.load',
    audit: 'LOADS_READ',
    query: { strict: 'yes', 'page?': pageNumber },
    body: nothing,
    reply: { items: [line], ...pageFrame },
  },
  one: {
    at: 'GET /api/loads/one',
    allow: 'registry.load',
    audit: 'LOAD_READ',
    query: { strict: 'yes', id: 'id' },
    body: nothing,
    reply: {
      ...line,
      place: 'place or null',
      size: 'int or null',
      handOver: bast,
      head: ['text'],
      mapping: { 'each "text"': 'int' },
      wrong: [{ line: 'int', column: 'text or null', reason: 'text' }],
      kept: 'boolean',
      fault: 'boolean',
    },
  },
})

const chosen = {
  subject: 'people|families',
  form: 'csv|xlsx',
  place: 'place',
  desils: { 'list ..11': 'text like ^([1-9]|10|none)$' },
  programme: 'id or null',
  complete: 'low|part|whole or null',
  numbers: 'boolean',
} as const
const taken = {
  id: 'id',
  mark: 'text',
  ...chosen,
  placeName: 'text',
  programmeName: 'text or null',
  reason: 'text',
  byName: 'text',
  officeName: 'text',
  askedAt: 'int',
  endedAt: 'int or null',
  state: 'waiting|ready|failed|forgotten',
  total: 'int',
  rows: 'int',
  size: 'int',
  fetched: 'int',
  own: 'boolean',
} as const

testRoutes(exportRoutes, {
  ask: {
    at: 'POST /api/exports',
    allow: 'registry.load',
    audit: 'REGISTRY_EXPORT_ASKED',
    query: nothing,
    body: { strict: 'yes', id: 'id', ...chosen, reason: 'line 10..200' },
    reply: taken,
  },
  list: {
    at: 'GET /api/exports',
    allow: 'registry.load',
    audit: 'REGISTRY_EXPORTS_LISTED',
    query: { strict: 'yes', 'page?': pageNumber },
    body: nothing,
    reply: { items: [taken], ...pageFrame },
  },
  log: {
    at: 'GET /api/exports/log',
    allow: 'access.review',
    audit: 'REGISTRY_EXPORT_LOG_READ',
    query: { strict: 'yes', 'mark?': 'line ..40', 'page?': pageNumber },
    body: nothing,
    reply: { items: [taken], ...pageFrame },
  },
})

test('WIRE-7 what people do with loads carries what is written down', () => {
  const empty = { strict: 'yes' }
  const shapes = Object.entries(loadCommandData).map(([kind, { path, data }]) => [kind, path, shapeOf(data)])
  assert.deepEqual(shapes, [
    [
      'load.open',
      '/api/loads',
      {
        strict: 'yes',
        file: 'id',
        source: 'line 1..200',
        snapshot: 'day',
        mapping: { 'each "text"': 'int 0..299' },
        place: 'village or null',
        handOver: given,
      },
    ],
    ['load.record', '/api/loads/record', { strict: 'yes', handOver: given }],
    ['load.start', '/api/loads/start', empty],
    ['load.stop', '/api/loads/stop', empty],
    ['load.cancel', '/api/loads/cancel', empty],
  ])
})

test('WIRE-7 what is asked of files names them, and tells back no more than is needed to know their columns', () => {
  assert.deepEqual(
    [shapeOf(fileQuery), shapeOf(wrongQuery), shapeOf(exportFileQuery)],
    [
      { strict: 'yes', name: 'line 1..200' },
      { strict: 'yes', id: 'id', format: 'csv|xlsx' },
      { strict: 'yes', id: 'id' },
    ],
  )
  assert.deepEqual(shapeOf(loadFileReply), {
    id: 'id',
    name: 'text',
    size: 'int',
    encoding: 'text',
    head: ['text'],
    sample: [['text']],
    mapping: { 'each "text"': 'int' },
    remembered: 'boolean',
    local: [
      { name: 'text', of: 'person|family', kind: 'yes-no|count|quantity|text|day', names: { id: 'text', en: 'text' } },
    ],
  })
})

const open = loadCommandData['load.open'].data
const refused: readonly (readonly [what: string, changes: object])[] = [
  ['a column that no file has', { mapping: { 'person.nama': 300 } }],
  ['a column before the first', { mapping: { 'person.nama': -1 } }],
  ['half a column', { mapping: { 'person.nama': 0.5 } }],
  ['a meaning that there is not', { mapping: { 'person.gaji': 0 } }],
  ['a question of nobody', { mapping: { 'lokal-atap': 0 } }],
  ['a question without a name', { mapping: { 'family.lokal-': 0 } }],
  ['a meaning by inheritance', { mapping: { constructor: 0 } }],
  ['a place that is no village', { place: '34.04.07' }],
  ['a day that there is not', { snapshot: '2026-02-30' }],
  ['no source', { source: '  ' }],
  ['a hand-over of more words than fit', { handOver: { number: 'x'.repeat(501) } }],
  ['a hand-over with a sign that no table can keep', { handOver: { number: '12\0' } }],
  ['a part of the hand-over that there is not', { handOver: { nomor: 'x' } }],
  ['a field of its own', { status: 'done' }],
]
for (const [what, changes] of refused)
  test(`WIRE-7 a load is not opened with ${what}`, () => {
    assert.ok(open.safeParse(loadData['load.open']).success)
    assert.equal(open.safeParse({ ...loadData['load.open'], ...changes }).success, false)
  })

const wish = {
  id: 'c0000000-0000-4000-8000-000000000001',
  subject: 'people',
  form: 'csv',
  place: '34.04.07',
  desils: ['1', '10', 'none'],
  programme: null,
  complete: null,
  numbers: false,
  reason: 'Verifikasi lapangan',
}
const unfit: readonly (readonly [what: string, changes: object])[] = [
  ['no reason', { reason: '' }],
  ['a reason of a word', { reason: 'data' }],
  ['a reason of spaces', { reason: ' '.repeat(30) }],
  ['a desil that there is not', { desils: ['11'] }],
  ['desil nought', { desils: ['0'] }],
  ['more desils than there are', { desils: Array.from({ length: 12 }, () => '1') }],
  ['a place in other words', { place: '3404' }],
  ['a form that we do not write', { form: 'pdf' }],
  ['a maybe about numbers', { numbers: 'ya' }],
  ['somebody else as the one who asks', { staff: wish.id }],
]
for (const [what, changes] of unfit)
  test(`WIRE-7 nothing is taken out with ${what}`, () => {
    assert.ok(exportWish.safeParse(wish).success)
    assert.equal(exportWish.safeParse({ ...wish, ...changes }).success, false)
  })
