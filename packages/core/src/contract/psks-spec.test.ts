import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, need, nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { importPlan } from './import.ts'
import { ppksCommandData } from './ppks.ts'
import type { PsksCommand } from './psks.ts'
import { psksCommandData } from './psks.ts'
import { psksRoutes } from './psks-queries.ts'

const strict = { strict: 'yes' } as const
const names = { id: 'text', en: 'text' }
const at = { district: 'ledger', id: 'id' }
const back = { ...strict, note: need }
const ofOne = { ...strict, ...at }

const address = Reflect.get(shapeOf(psksCommandData['psks.register'].data) as object, 'email') as Shape
const words = {
  ...strict,
  kind: 'code',
  place: 'place',
  serves: { 'list 1..60': 'place' },
  name: 'line ..200',
  nik: 'nik or null',
  phone: 'phone or null',
  email: address,
  address: 'line ..300',
  fields: { 'each "text like ^[a-z][a-z-]{0,39}$"': 'line ..300' },
}
const month = 'text like ^20\\d\\d-(0[1-9]|1[0-2])$'

/** The same of a PSKS. */
const psks: Readonly<Record<PsksCommand, Shape>> = {
  'psks.register': words,
  'psks.change': words,
  'psks.verify': strict,
  'psks.send-back': back,
  'psks.renew': strict,
  'psks.end': back,
  'psks.reopen': back,
  'psks.report': { ...strict, report: 'id', month, activities: need, days: 'int 0..31', people: 'int 0..100000' },
  'psks.accept-report': { ...strict, report: 'id' },
  'psks.return-report': { ...strict, report: 'id', note: need },
  'psks.add-event': {
    ...strict,
    event: 'id',
    what: 'mentoring|training',
    title: 'line 3..200',
    onDay: 'day',
    hours: 'int 1..1000',
    result: 'line ..200',
  },
  'psks.set-user': { ...strict, staff: 'id or null' },
  'psks.post': {
    ...strict,
    posting: 'id',
    target: 'case|visit|village',
    case: 'id or null',
    visit: 'id or null',
    village: 'village or null',
    task: 'line 3..200',
    from: 'day',
    until: 'day or null',
  },
  'psks.end-posting': { ...strict, posting: 'id', note: maySay },
}
for (const kind of keysOf(psks))
  test(`WIRE-5 ${kind} carries what is written down, and refuses the rest`, () => {
    assert.deepEqual(shapeOf(psksCommandData[kind].data), psks[kind])
    assert.equal(psksCommandData[kind].right, 'psks.manage')
  })

test('WIRE-5 a PSKS has these commands and no others, each with a path of its own', () => {
  assert.deepEqual(keysOf(psksCommandData), keysOf(psks))
  const paths = [...Object.values(ppksCommandData), ...Object.values(psksCommandData)].map(({ path }) => path)
  assert.equal(new Set(paths).size, paths.length, 'nor does a PPKS have it')
})

const psksStates = 'registered|returned|verified|ended'
const psksLine = {
  ...at,
  kindNames: names,
  name: 'text',
  placeName: 'text',
  serves: ['text'],
  status: psksStates,
  dueOn: 'day or null',
  due: 'boolean',
} as const
const posted = {
  ...at,
  name: 'text',
  kindNames: names,
  posting: 'id',
  task: 'text',
  fromDay: 'day',
  untilDay: 'day or null',
  ended: 'boolean',
}
const asks = {
  'list ..20': {
    ...strict,
    code: 'text like ^[a-z][a-z-]{0,39}$',
    kind: 'text|count|day|yes-no|sex',
    id: 'text like ^\\P{Cc}*$ 1..80',
    en: 'text like ^\\P{Cc}*$ 1..80',
  },
}
const acts =
  'change|verify|send-back|renew|end|reopen|report|accept-report|return-report|add-event|set-user|post|end-posting'
const cells = { 'list ..60': 'text ..2000' }

testRoutes(psksRoutes, {
  list: {
    at: 'GET /api/psks/list',
    allow: 'registry.read',
    audit: 'PSKS_LISTED',
    query: {
      ...strict,
      'show?': `active|due|${psksStates} = "active"`,
      'kind?': 'code',
      'place?': 'place',
      'q?': 'line ..60',
      'page?': pageNumber,
    },
    body: nothing,
    reply: { items: [psksLine], ...pageFrame, due: 'int' },
  },
  one: {
    at: 'GET /api/psks/one',
    allow: 'registry.read',
    audit: 'PSKS_READ',
    query: ofOne,
    body: nothing,
    reply: {
      ...psksLine,
      version: 'int',
      kind: 'code',
      who: 'person|institution',
      place: 'place',
      served: [{ code: 'place', name: 'text' }],
      nik: 'text or null',
      phone: 'text or null',
      email: 'text or null',
      address: 'text or null',
      fields: { 'each "text"': 'text' },
      asks,
      note: 'text or null',
      officeName: 'text',
      registeredBy: 'text',
      verifiedBy: 'text or null',
      checkedOn: 'day or null',
      reports: [
        {
          id: 'id',
          month: 'text',
          activities: 'text',
          days: 'int',
          people: 'int',
          status: 'sent|returned|accepted',
          note: 'text',
          sentBy: 'text',
          sentAt: 'int',
          judgedBy: 'text or null',
          judgedAt: 'int or null',
          acts: ['report|accept-report|return-report'],
        },
      ],
      events: [{ id: 'id', what: 'mentoring|training', title: 'text', onDay: 'day', hours: 'int', result: 'text' }],
      postings: [
        {
          id: 'id',
          target: 'case|visit|village',
          case: { 'or null': { id: 'id', number: 'text', opens: 'boolean' } },
          visit: 'id or null',
          villageName: 'text or null',
          officeName: 'text',
          task: 'text',
          fromDay: 'day',
          untilDay: 'day or null',
          endedOn: 'day or null',
          result: 'text',
        },
      ],
      user: { 'or null': { id: 'id', name: 'text' } },
      today: 'day',
      acts: [acts],
    },
  },
  ofCase: {
    at: 'GET /api/psks/case',
    allow: 'registry.read',
    audit: 'PSKS_OF_CASE_READ',
    query: ofOne,
    body: nothing,
    reply: { items: [posted] },
  },
  ofVisit: {
    at: 'GET /api/psks/visit',
    allow: 'registry.read',
    audit: 'PSKS_OF_VISIT_READ',
    query: ofOne,
    body: nothing,
    reply: { items: [posted] },
  },
  at: {
    at: 'GET /api/psks/at',
    allow: 'registry.read',
    audit: 'PSKS_OF_PLACE_READ',
    query: { ...strict, place: 'place' },
    body: nothing,
    reply: { place: 'place', placeName: 'text', serving: [psksLine], items: [posted] },
  },
  choices: {
    at: 'GET /api/psks/choices',
    allow: 'registry.read',
    audit: 'PSKS_CHOICES_READ',
    query: nothing,
    body: nothing,
    reply: {
      district: 'ledger',
      place: 'place',
      kinds: [{ ...strict, number: 'int 1..99', who: 'person|institution', fields: asks, code: 'code', names }],
    },
  },
  coverage: {
    at: 'GET /api/psks/coverage',
    allow: 'registry.read',
    audit: 'PSKS_COVERAGE_READ',
    query: { ...strict, 'place?': 'place' },
    body: nothing,
    reply: {
      place: 'place',
      placeName: 'text',
      groups: [
        {
          code: 'place',
          name: 'text',
          villages: [{ code: 'place', name: 'text', kinds: { 'each "text"': 'int' }, total: 'int' }],
        },
      ],
    },
  },
  template: {
    at: 'GET /api/psks/template',
    allow: 'psks.manage',
    audit: 'PSKS_TEMPLATE_READ',
    query: nothing,
    body: nothing,
    reply: { rows: [['text']] },
  },
  table: {
    at: 'POST /api/psks/table',
    allow: 'psks.manage',
    audit: 'PSKS_TABLE_TAKEN',
    query: nothing,
    body: { ...strict, form: 'xlsx|csv', reason: 'line 5..200' },
    reply: { name: 'text', type: 'text', content: 'text' },
  },
  plan: {
    at: 'POST /api/psks/plan',
    allow: 'psks.manage',
    audit: 'PSKS_FILE_READ',
    query: nothing,
    body: { ...strict, file: 'text 1..' },
    // What a look at a file tells is the same for every file.
    reply: shapeOf(importPlan),
  },
  take: {
    at: 'POST /api/psks/take',
    allow: 'psks.manage',
    audit: 'PSKS_IMPORTED',
    query: nothing,
    body: { ...strict, head: cells, rows: { 'list 1..50': { ...strict, line: 'int 1..', cells } } },
    reply: {
      lines: [
        {
          line: 'int',
          what: 'new|change|same|wrong',
          name: 'text',
          turn: 'int',
          changes: [{ column: 'text', from: 'text', to: 'text' }],
          problem: { 'or null': { column: 'text or null', text: 'text' } },
        },
      ],
    },
  },
})
