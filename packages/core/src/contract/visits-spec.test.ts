import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { visitData } from '../testing/a-visit.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, need, nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import type { VisitAction } from './visit.ts'
import { visitClockData, visitCommandData } from './visit.ts'
import { visitRoutes } from './visit-queries.ts'

const strict = { strict: 'yes' } as const
const given = { office: 'id', assignee: 'id or null' }
const spot = { 'or null': { ...strict, lat: 'number', long: 'number', accuracy: 'number' } }
const papers = 'ktp|kk|sktm|kia|tax|medical'
const photos = 'front|left|right|back|inside|ktp|kk|paper|signature'
const fits = 'fit|unfit|unsure'

/** What each act of a visit carries, as the specification writes it. */
const acts: Readonly<Record<VisitAction, unknown>> = {
  plan: {
    ...strict,
    ...given,
    place: 'village',
    case: 'id or null',
    family: 'id or null',
    person: 'id or null',
    whom: {
      ...strict,
      name: 'line ..200',
      nik: 'nik or null',
      kk: 'nik or null',
      phone: 'phone or null',
      address: 'line ..300',
    },
    trigger: 'code',
    ask: 'line ..1000',
    proposal: 'line ..100',
    day: 'day',
  },
  assign: { ...strict, ...given, note: maySay },
  replan: { ...strict, day: 'day', note: maySay },
  done: {
    ...strict,
    result: 'code',
    fit: fits,
    met: 'line ..200',
    words: need,
    papers: { 'list ..10': papers },
    agencies: 'line ..300',
    followUp: 'line ..1000',
    spot,
    capturedAt: 'moment',
    'photos?': {
      'list ..12': {
        ...strict,
        id: 'id',
        kind: photos,
        sha256: 'sha256',
        size: 'int 1..3000000',
        type: 'image/jpeg|image/png',
        capturedAt: 'moment',
      },
    },
    'signer?': 'line ..200',
    'unsigned?': 'line ..300',
  },
  miss: { ...strict, reason: 'code', note: maySay, spot, capturedAt: 'moment' },
  cancel: { ...strict, note: need },
  photo: { ...strict, photo: 'id', kind: photos, sha256: 'sha256', capturedAt: 'moment' },
}
for (const action of keysOf(acts))
  test(`WIRE-5 visit.${action} carries what is written down, and refuses the rest`, () => {
    assert.deepEqual(shapeOf(visitCommandData[action]), acts[action])
  })

test('WIRE-5 visits have these acts and no others, and the clock says nothing more', () => {
  assert.deepEqual(keysOf(visitCommandData), keysOf(acts))
  assert.deepEqual(shapeOf(visitClockData), strict)
})

for (const action of keysOf(visitData))
  test(`WIRE-1 visit.${action} takes what it carries, no field more, and none of its own fields less`, () => {
    const takes = (own: object): boolean => visitCommandData[action].safeParse({ ...visitData[action], ...own }).success
    assert.ok(takes({}))
    assert.ok(!takes({ status: 'done' }), 'nobody sends a status')
    assert.ok(!takes({ receivedAt: 1 }), 'nobody says when something came in')
    for (const field of Object.keys(visitData[action])) assert.ok(!takes({ [field]: undefined }), field)
  })

/** Positions that a device may tell, and that none has. */
const spots: readonly (readonly [own: object, taken: boolean])[] = [
  [{}, true],
  [{ lat: -90, long: 180, accuracy: 0 }, true],
  [{ lat: 90, long: -180, accuracy: 100_000 }, true],
  [{ lat: 90.1 }, false],
  [{ lat: -90.1 }, false],
  [{ long: 180.1 }, false],
  [{ long: -180.1 }, false],
  [{ accuracy: -1 }, false],
  [{ accuracy: 100_001 }, false],
  [{ lat: '1' }, false],
  [{ height: 1 }, false],
]
for (const [own, taken] of spots)
  test(`WIRE-1 a position with ${JSON.stringify(own)} is ${taken ? 'taken' : 'none'}`, () => {
    const spot = { lat: -7.7, long: 110.4, accuracy: 8, ...own }
    for (const action of ['done', 'miss'] as const)
      assert.equal(visitCommandData[action].safeParse({ ...visitData[action], spot }).success, taken)
  })

const line = {
  id: 'id',
  district: 'ledger',
  name: 'text',
  address: 'text',
  place: 'village',
  placeName: 'text',
  triggerNames: { id: 'text', en: 'text' },
  plannedFor: 'day',
  late: 'boolean',
  officeName: 'text',
  assigneeName: 'text or null',
  status: 'planned|done|missed|cancelled',
  fit: `${fits} or null`,
} as const
const names = { 'or null': { id: 'text', en: 'text' } }

testRoutes(visitRoutes, {
  list: {
    at: 'GET /api/visits/list',
    allow: 'visit.do',
    audit: 'VISITS_READ',
    query: { ...strict, 'show?': 'mine|office|late|ended = "mine"', 'village?': 'village', 'page?': pageNumber },
    body: nothing,
    reply: { items: [line], ...pageFrame, late: 'int' },
  },
  one: {
    at: 'GET /api/visits/one',
    allow: 'visit.do',
    audit: 'VISIT_READ',
    query: { ...strict, district: 'ledger', id: 'id' },
    body: nothing,
    reply: {
      ...line,
      version: 'int',
      case: { 'or null': { id: 'id', number: 'text', opens: 'boolean' } },
      family: 'id or null',
      person: 'id or null',
      whom: {
        name: 'text',
        nikMasked: 'text or null',
        kkMasked: 'text or null',
        phone: 'text or null',
        address: 'text',
      },
      ask: 'text',
      proposal: 'text',
      office: 'id',
      assignee: 'id or null',
      resultNames: names,
      report: {
        'or null': {
          met: 'text',
          words: 'text',
          papers: [papers],
          agencies: 'text',
          followUp: 'text',
          signer: 'text',
          unsigned: 'text',
        },
      },
      spot: { 'or null': { lat: 'number', long: 'number', accuracy: 'number' } },
      visitorName: 'text or null',
      capturedAt: 'int or null',
      receivedAt: 'int or null',
      oddTime: 'boolean',
      reasonNames: names,
      note: 'text or null',
      tries: 'int',
      plannerName: 'text',
      plannedAt: 'int',
      photos: [{ id: 'id', kind: photos, capturedAt: 'int', addedAt: 'int', arrived: 'boolean' }],
      acts: ['assign|replan|done|miss|cancel|photo'],
    },
  },
  about: {
    at: 'GET /api/visits/about',
    allow: 'visit.do',
    audit: 'VISITS_ABOUT_READ',
    query: { ...strict, district: 'ledger', 'case?': 'id', 'family?': 'id', 'person?': 'id' },
    body: nothing,
    reply: { visits: [line], mayPlan: 'boolean' },
  },
  choices: {
    at: 'GET /api/visits/choices',
    allow: 'visit.plan',
    audit: 'VISIT_CHOICES_READ',
    query: { ...strict, village: 'village' },
    body: nothing,
    reply: { today: 'day', offices: [{ id: 'id', name: 'text', people: [{ id: 'id', name: 'text' }] }] },
  },
})
