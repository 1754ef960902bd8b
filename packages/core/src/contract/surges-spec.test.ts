import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { keysOf } from '../kernel/keys.ts'
import { surgeData } from '../testing/a-surge.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, need, nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { mostInRun } from './letter-runs.ts'
import type { SurgeAction } from './surge.ts'
import { mostInSlice, surgeCommandData } from './surge.ts'
import { mostSurgeBytes, mostSurgeRows, surgeRoutes } from './surge-queries.ts'

const strict = { strict: 'yes' } as const
const classes = 'emergency|chronic|pregnant|disabled|elderly|child|other'
const facts = 'emergency|chronic|pregnant|disabled'
const slots = {
  name: 'line 3..200',
  offices: { 'list 1..200': 'id' },
  days: { 'list 1..100': 'day' },
  perDay: 'int 1..2000',
  isPublic: 'boolean',
}
const one = { ...strict, row: 'id', note: maySay }

/** What each act about an affected list carries, as the specification writes it. */
const acts: Readonly<Record<SurgeAction, unknown>> = {
  start: {
    ...strict,
    ...slots,
    kind: 'code',
    place: 'place',
    day: 'day',
    category: 'code',
    rules: { 'list 1..7': { ...strict, class: classes, years: 'int 1..120 or null' } },
  },
  change: { ...strict, ...slots },
  close: { ...strict, note: need },
  list: {
    ...strict,
    rows: {
      'list 1..200': {
        ...strict,
        id: 'id',
        case: 'id',
        place: 'village',
        name: 'line 1..200',
        nik: 'nik or null',
        phone: 'phone or null',
        address: 'line ..300',
        birthDate: 'day or null',
        facts: { 'list ..4': facts },
        line: 'int 0..1000000',
      },
    },
  },
  arrange: strict,
  open: { ...strict, rows: { 'list 1..200': 'id' } },
  done: one,
  absent: one,
  again: one,
  drop: { ...strict, row: 'id', note: need },
}
for (const action of keysOf(acts))
  test(`WIRE-5 surge.${action} carries what is written down, and refuses the rest`, () => {
    assert.deepEqual(shapeOf(surgeCommandData[action]), acts[action])
  })

test('WIRE-5 affected lists have these acts and no others', () => {
  assert.deepEqual(keysOf(surgeCommandData), keysOf(acts))
})

for (const action of keysOf(surgeData))
  test(`WIRE-1 surge.${action} takes what it carries, no field more, and none of its own fields less`, () => {
    const takes = (own: object): boolean => surgeCommandData[action].safeParse({ ...surgeData[action], ...own }).success
    assert.ok(takes({}))
    for (const said of [{ status: 'done' }, { numbered: 3 }, { slotDay: '2026-11-03' }, { number: 1 }])
      assert.ok(!takes(said), `nobody sends ${Object.keys(said).join()}`)
    for (const field of Object.keys(surgeData[action])) assert.ok(!takes({ [field]: undefined }), field)
  })

const [row] = surgeData.list.rows
/** Rows of a list that come in by a command, and whether they may. */
const rows: readonly (readonly [own: object, taken: boolean])[] = [
  [{}, true],
  [{ nik: null, phone: null, birthDate: null, address: '' }, true],
  [{ facts: ['emergency', 'chronic', 'pregnant', 'disabled'] }, true],
  [{ facts: ['elderly'] }, false],
  [{ facts: ['rich'] }, false],
  [{ name: '' }, false],
  [{ name: ' ' }, false],
  [{ name: 'a'.repeat(201) }, false],
  [{ name: 'Sri\u0000' }, false],
  [{ nik: '340407520360000' }, false],
  [{ nik: 3404075203600001 }, false],
  [{ phone: 'tidak ada' }, false],
  [{ birthDate: '12/03/1960' }, false],
  [{ birthDate: '1960-02-30' }, false],
  [{ place: '34.04.07' }, false],
  [{ place: '34.04' }, false],
  [{ line: -1 }, false],
  [{ line: 1.5 }, false],
  [{ class: 'emergency' }, false],
  [{ rank: 0 }, false],
]
for (const [own, taken] of rows)
  test(`WIRE-1 a row with ${JSON.stringify(own).slice(0, 60)} is ${taken ? 'taken' : 'none'}`, () => {
    assert.equal(surgeCommandData.list.safeParse({ rows: [{ ...row, ...own }] }).success, taken)
  })

test('WIRE-1 an entry of the ledger holds two hundred rows at most, and one at least', () => {
  const many = (n: number) => Array.from({ length: n }, () => row)
  assert.equal(mostInSlice, 200)
  for (const [n, taken] of [
    [0, false],
    [200, true],
    [201, false],
  ] as const)
    assert.equal(surgeCommandData.list.safeParse({ rows: many(n) }).success, taken, String(n))
})

test('SURGE-16 a list of 62,000 people fits through the door, in bytes and in rows', () => {
  const perRow = Buffer.byteLength(
    'Muhammad Nur Hidayatullah;3404071203800002;12/03/1980;Caturtunggal;Depok;Jl. Kaliurang km 5, RT 04 RW 10;081234567890;;ya;;',
  )
  assert.ok(62_000 * perRow < mostSurgeBytes)
  assert.ok(mostSurgeRows > 62_000)
  assert.ok(mostInRun * 31 >= 62_000, 'its letters are some thirty batches')
})

/** What the schema library takes for bytes in letters. */
const base64 = `text like ${z.regexes.base64.source}`
const key = { district: 'ledger', id: 'id' }
const names = { id: 'text', en: 'text' }
const line = {
  ...key,
  name: 'text',
  kindNames: names,
  placeName: 'text',
  day: 'day',
  status: 'open|closed',
  total: 'int',
  done: 'int',
}
const rules = [{ class: classes, years: 'int or null' }] as const
const shows = 'today|queue|absent|done|listed = "today"'
const part = { ...strict, ...key, 'show?': shows, 'page?': pageNumber }
const here = { ...strict, ...key }

testRoutes(surgeRoutes, {
  list: {
    at: 'GET /api/surges/list',
    allow: 'case.read',
    audit: 'SURGES_READ',
    query: { ...strict, 'page?': pageNumber },
    body: nothing,
    reply: { items: [line], ...pageFrame },
  },
  one: {
    at: 'GET /api/surges/one',
    allow: 'case.read',
    audit: 'SURGE_READ',
    query: here,
    body: nothing,
    reply: {
      ...line,
      edition: 'int',
      rules,
      offices: [{ id: 'id', name: 'text' }],
      days: ['day'],
      perDay: 'int',
      isPublic: 'boolean',
      note: 'text or null',
      counts: { listed: 'int', queued: 'int', done: 'int', absent: 'int', opened: 'int', matched: 'int' },
      work: { 'or null': { total: 'int', done: 'int', endedAt: 'int or null' } },
      runs: 'boolean',
    },
  },
  rows: {
    at: 'GET /api/surges/rows',
    allow: 'case.read',
    audit: 'AFFECTED_READ',
    query: part,
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          number: 'int or null',
          name: 'text',
          nikMasked: 'text or null',
          phone: 'text or null',
          placeName: 'text',
          class: classes,
          why: 'list|registry|age|none',
          officeName: 'text or null',
          slotDay: 'day or null',
          slotNth: 'int or null',
          status: 'listed|queued|done|absent|dropped',
          case: { 'or null': { id: 'id', number: 'text' } },
          note: 'text or null',
          acts: ['done|absent|again|drop'],
        },
      ],
      ...pageFrame,
    },
  },
  cases: {
    at: 'GET /api/surges/cases',
    allow: 'letter.draft',
    audit: 'AFFECTED_CASES_READ',
    query: part,
    body: nothing,
    reply: { items: [{ id: 'id', number: 'text' }], ...pageFrame },
  },
  choices: {
    at: 'GET /api/surges/choices',
    allow: 'surge.manage',
    audit: 'SURGE_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: { offices: [{ id: 'id', name: 'text' }], days: ['day'], rules },
  },
  order: {
    at: 'GET /api/surges/order',
    allow: 'lists.manage',
    audit: 'SURGE_ORDER_READ',
    query: nothing,
    body: nothing,
    reply: { district: 'ledger', today: 'day', names, rules, basis: 'text' },
  },
  load: {
    at: 'POST /api/surges/load',
    allow: 'surge.manage',
    audit: 'SURGE_FILE_LOADED',
    query: nothing,
    body: { ...here, file: base64 },
    reply: { missing: ['text'], good: 'int', wrong: 'int' },
  },
  faults: {
    at: 'GET /api/surges/faults',
    allow: 'surge.manage',
    audit: 'SURGE_FAULTS_READ',
    query: here,
    body: nothing,
    reply: { file: `${base64} or null` },
  },
  work: {
    at: 'POST /api/surges/work',
    allow: 'surge.manage',
    audit: 'SURGE_WORK_BEGUN',
    query: nothing,
    body: here,
    reply: {},
  },
})
