import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankNumber, mostSheets } from '../blank/blank.ts'
import { blankData } from '../testing/blank-data.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import type { Shape } from '../testing/shape.ts'
import { shapeOf } from '../testing/shape.ts'
import { nothing, pageFrame, pageNumber } from '../testing/wire-words.ts'
import { blankCommandData, blankRoutes, publicBlank } from './blank.ts'
import { blankText, registerData } from './case.ts'

const statuses = 'issued|typed|void|lost'
const line = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  batch: 'id',
  number: 'text',
  status: statuses,
  note: 'text',
  issuedAt: 'int',
  changedAt: 'int',
  case: { 'or null': { id: 'id', number: 'text' } },
} as const

testRoutes(blankRoutes, {
  list: {
    at: 'GET /api/forms',
    allow: 'case.register',
    audit: 'FORMS_READ',
    query: { strict: 'yes', 'show?': `${statuses} = "issued"`, 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [line],
      ...pageFrame,
      counts: { issued: 'int', typed: 'int', void: 'int', lost: 'int' },
      batches: [{ id: 'id', number: 'text', size: 'int', left: 'int', issuedAt: 'int' }],
    },
  },
  print: {
    at: 'GET /api/forms/print',
    allow: 'case.register',
    audit: 'FORMS_PRINTED',
    query: { strict: 'yes', batch: 'id' },
    body: nothing,
    reply: { number: 'text', officeName: 'text', sheets: [{ number: 'text', short: 'text', long: 'text' }] },
  },
})

/** What each command of paper forms carries. */
const commands: Readonly<Record<keyof typeof blankCommandData, Shape>> = {
  'blank.issue': { strict: 'yes', size: 'int 1..50' },
  'blank.void': { strict: 'yes', note: 'line 1..200' },
  'blank.lose': { strict: 'yes', note: 'line 1..200' },
  'blank.find': { strict: 'yes', note: 'line ..200' },
}
for (const [kind, { data, rights }] of Object.entries(blankCommandData))
  test(`WIRE-7 ${kind} carries what is written down, and asks for the right of a desk`, () => {
    assert.deepEqual(shapeOf(data), new Map(Object.entries(commands)).get(kind))
    assert.deepEqual(rights, ['case.register'])
    assert.ok(data.safeParse(new Map<string, unknown>(Object.entries(blankData)).get(kind)).success)
  })

const sizes: readonly (readonly [size: unknown, taken: boolean])[] = [
  [1, true],
  [mostSheets, true],
  [0, false],
  [-1, false],
  [mostSheets + 1, false],
  [1.5, false],
  ['2', false],
  [null, false],
]
for (const [size, taken] of sizes)
  test(`BLANK-2 a batch of ${JSON.stringify(size)} sheets is ${taken ? 'printed' : 'not asked for'}`, () => {
    assert.equal(blankCommandData['blank.issue'].data.safeParse({ size }).success, taken)
  })

test('WIRE-2 a form is torn up or lost with words, and spaces are none', () => {
  for (const kind of ['blank.void', 'blank.lose'] as const)
    for (const note of ['', '   ', '\n\t'])
      assert.equal(blankCommandData[kind].data.safeParse({ note }).success, false, `${kind} ${JSON.stringify(note)}`)
  assert.deepEqual(blankCommandData['blank.find'].data.parse({ note: '  ' }), { note: '' })
})

/** Numbers of forms as a desk sends them: printed ones and no others, so that a slip is named in one spelling. */
const numbers: readonly (readonly [typed: string, taken: boolean])[] = [
  [blankNumber('F3404-26-012', 1), true],
  [blankNumber('F3404-26-999999', 50), true],
  ['f3404-26-012-01', false],
  ['F3404-26-12-01', false],
  ['F3404-26-012-1', false],
  ['F3404-26-0000012-01', false],
  ['F34.04-26-012-01', false],
  ['3404-26-012-01', false],
  ['F3404-26-012-01\n', false],
  ['F３４０４-26-012-01', false],
  ['', false],
]
for (const [typed, taken] of numbers)
  test(`BLANK-3 ${JSON.stringify(typed)} is ${taken ? 'a number of a form' : 'no number that a case is typed from'}`, () => {
    assert.equal(blankText.safeParse(typed).success, taken)
    assert.equal(registerData.shape.form.safeParse(typed).success, taken)
  })

test('BLANK-4 a slip tells where its form lies, and nothing of who printed it or of its secrets', () => {
  assert.deepEqual(shapeOf(publicBlank), {
    number: 'text',
    status: statuses,
    caseNumber: 'text or null',
    officeName: 'text',
    officePhone: 'text',
    issuedAt: 'int',
    changedAt: 'int',
  })
})
