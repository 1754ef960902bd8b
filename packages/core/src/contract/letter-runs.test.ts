import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ids } from '../testing/ids.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { letterRunRoutes, lettersInPart, mostInRun, runKinds, runStates } from './letter-runs.ts'

const strict = { strict: 'yes' } as const
const id = ids.letter(7)
const which = { ...strict, id: 'id' } as const
const run = {
  id: 'id',
  kind: 'sign|initial|draft|print',
  askedAt: 'int',
  total: 'int',
  done: 'int',
  refused: 'int',
  ended: 'boolean',
  cancelled: 'boolean',
  parts: 'int',
} as const
const kinds = 'registered|recommendation|pbi-reactivation|hardship|referral-slip|visit-report'

/** What these doors have in common: everybody sees their own work, and no office is named. */
const door = (at: string, audit: string, own: { query?: Shape; body?: Shape; reply: Shape }) => ({
  at,
  allow: 'case.read',
  audit,
  query: nothing,
  body: nothing,
  ...own,
})

testRoutes(letterRunRoutes, {
  list: door('GET /api/letters/runs', 'LETTER_RUNS_READ', { reply: { runs: [run] } }),
  start: door('POST /api/letters/runs', 'LETTER_RUN_STARTED', {
    body: {
      ...which,
      what: {
        'or 1': { ...strict, kind: 'sign|initial|print' },
        'or 2': {
          ...strict,
          kind: 'draft',
          letter: kinds,
          purpose: 'code or null',
          fields: { 'each "text like ^[a-z-]{1,40}$"': 'line ..2000' },
        },
      },
      items: {
        'list 1..2000': {
          ...strict,
          district: 'ledger',
          caseId: 'id',
          caseNumber: 'line ..200',
          letter: 'id',
          seen: 'int 0..100000',
        },
      },
    },
    reply: { run },
  }),
  lines: door('GET /api/letters/runs/lines', 'LETTER_RUN_READ', {
    query: { ...which, 'state?': 'waiting|done|refused = "refused"', 'page?': pageNumber },
    reply: {
      items: [
        {
          district: 'ledger',
          caseId: 'id',
          caseNumber: 'text',
          letter: 'id',
          number: 'text or null',
          message: 'text or null',
        },
      ],
      ...pageFrame,
    },
  }),
  cancel: door('POST /api/letters/runs/cancel', 'LETTER_RUN_CANCELLED', { body: which, reply: { run } }),
  close: door('POST /api/letters/runs/close', 'LETTER_RUN_CLOSED', { body: which, reply: {} }),
})

const item = { district: '34.04', caseId: ids.case(1), caseNumber: '3404-26-000001', letter: ids.letter(1), seen: 2 }
const draft = { kind: 'draft', letter: 'registered', purpose: 'health', fields: { desil: '2' } }
const begins = (own: object): boolean =>
  letterRunRoutes.start.body.safeParse({ id, what: { kind: 'sign' }, items: [item], ...own }).success

/** What many letters are asked with, and what is turned away before anything is looked at. */
const asked: readonly (readonly [why: string, own: object, taken: boolean])[] = [
  ['to be signed', {}, true],
  ['to be initialled', { what: { kind: 'initial' } }, true],
  ['to be printed', { what: { kind: 'print' } }, true],
  ['to be drafted with what they say', { what: draft }, true],
  ['to be drafted without what they say', { what: { kind: 'draft' } }, false],
  ['to be signed with other words', { what: { ...draft, kind: 'sign' } }, false],
  ['to be handed over, which nobody does to many', { what: { kind: 'hand-over' } }, false],
  ['to be revoked, which nobody does to many', { what: { kind: 'revoke' } }, false],
  ['none at all', { items: [] }, false],
  ['as many as one may', { items: Array.from({ length: mostInRun }, () => item) }, true],
  ['more than that', { items: Array.from({ length: mostInRun + 1 }, () => item) }, false],
  ['one that is still to be drafted', { items: [{ ...item, seen: 0 }] }, true],
  ['a version that never was', { items: [{ ...item, seen: -1 }] }, false],
  ['half a version', { items: [{ ...item, seen: 1.5 }] }, false],
  ['without the version that was looked at', { items: [{ ...item, seen: undefined }] }, false],
  ['of no district', { items: [{ ...item, district: '34.04.07' }] }, false],
  ['of a case that is no id', { items: [{ ...item, caseId: '1' }] }, false],
  ['with a field that nobody knows', { items: [{ ...item, signer: ids.staff(1) }] }, false],
  ['for somebody else', { staff: ids.staff(2) }, false],
  ['under no id of their own', { id: 'twice' }, false],
]
for (const [why, own, taken] of asked)
  test(`LETTER-35 letters asked for: ${why}; ${taken ? 'taken' : 'turned away'}`, () => {
    assert.equal(begins(own), taken)
  })

test('LETTER-35 one letter of many waits, is done or is refused; what is shown first is what was refused', () => {
  assert.deepEqual(runStates, ['waiting', 'done', 'refused'])
  assert.deepEqual(letterRunRoutes.lines.query.parse({ id }), { id, state: 'refused', page: 1 })
  for (const state of ['all', 'failed', '']) assert.ok(!letterRunRoutes.lines.query.safeParse({ id, state }).success)
})

test('LETTER-36 files hold fifty letters, and the most letters make forty of them', () => {
  assert.equal(lettersInPart, 50)
  assert.equal(Math.ceil(mostInRun / lettersInPart), 40)
  assert.deepEqual(runKinds, ['sign', 'initial', 'draft', 'print'])
})
