import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenValues } from '../contract/registry.ts'
import { recordId } from '../kernel/id.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { answered } from '../testing/a-programme.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import type { RegistryFile } from './decide.ts'
import { decideRegistry } from './decide.ts'
import { forgottenOfPeople } from './forgotten.ts'
import { compareFields } from './merge-fields.ts'
import type { Holder, Values } from './registry.ts'
import { saidOfPerson } from './said.ts'
import { statementName } from './statements.ts'

const ask = 'Menguasai tanahnya secara sah'
const name = statementName(ask)
const look = {
  record: recordId.parse('c0000000-0000-4000-8000-000000000001'),
  day: '2026-11-22',
  now: Date.parse('2026-11-22T03:00:00Z'),
}
const file: RegistryFile = {
  person: aPerson,
  family: aFamily,
  members: [],
  since: [],
  knowsVillage: () => true,
  knowsCode: () => false,
  local: [],
  asks: [ask],
}
const answer = (values: Values, around: Partial<RegistryFile> = {}, of: Holder = 'person') =>
  decideRegistry(
    {
      kind: 'registry.record',
      subject: of === 'person' ? aPerson.id : aFamily.id,
      data: { of, values, desil: null, way: 'visit', source: 'Surat kepala desa', ref: null },
    },
    { ...file, ...around },
    almighty(offices.village),
    look,
  )
const codeOf = (...asked: Parameters<typeof answer>) => {
  const decided = answer(...asked)
  return decided.ok ? 'ok' : decided.error.code
}
const holding = (values: Values): RegistryFile['person'] => ({ ...aPerson, values: { ...aPerson.values, ...values } })

test('PROG-21 an answer is kept with who said it, when and how, of a person and of a family', () => {
  for (const holder of ['person', 'family'] as const) {
    const decided = answer(answered({ [ask]: true }), {}, holder)
    assert.ok(decided.ok)
    const [row, record] = decided.value.changes
    assert.ok(row?.table === holder && record?.table === 'registryRecord')
    assert.equal(row.set.values?.[name], 'ya 2026-06-01')
    const { way, source, values, at, by } = record.set
    assert.deepEqual(
      { way, source, values, at },
      {
        way: 'visit',
        source: 'Surat kepala desa',
        values: { [name]: 'ya 2026-06-01' },
        at: look.now,
      },
    )
    assert.match(String(by), /^staff:/)
  }
})

test('PROG-21 only what a programme there asks is answered, in form, and as of no day to come', () => {
  const value = (odd: Values[string], around: Partial<RegistryFile> = {}) => codeOf({ [name]: odd }, around)
  assert.equal(value('ya 2026-06-01', { asks: [] }), 'registry-value')
  for (const odd of [true, 'ya', 'mungkin 2026-06-01', 'ya 2026-02-30', null])
    assert.equal(value(odd), 'registry-value')
  assert.equal(value('tidak 2026-11-23'), 'day-ahead')
  assert.equal(value('tidak 2026-11-22'), 'ok')
})

test('PROG-21 an answer is changed and taken back, though no programme asks any more; both are told', () => {
  const person = holding(answered({ [ask]: true }))
  const around = { person, asks: [] }
  assert.equal(codeOf(answered({ [ask]: true }), around), 'already-so')
  assert.equal(codeOf(answered({ [ask]: false }), around), 'ok')
  const decided = answer({ [name]: null }, around)
  assert.ok(decided.ok)
  const [row, record] = decided.value.changes
  assert.ok(row?.table === 'person' && record?.table === 'registryRecord')
  assert.equal(row.set.values?.[name], null)
  assert.deepEqual(record.set.was, { [name]: 'ya 2026-06-01' })
})

test('PROG-21 of two who answer the same from one page the later one is told', () => {
  const person = holding(answered({ [ask]: true }))
  const since = [answered({ [ask]: true })]
  assert.equal(codeOf(answered({ [ask]: false }), { person, since }), 'registry-clash')
  assert.equal(codeOf(answered({ [ask]: false }), { person }), 'ok')
})

test('PROG-21 it goes with its person: into a merge, into the copy of all that is held, and away with them', () => {
  const values = answered({ [ask]: true })
  const person = holding(values)
  assert.ok(person)
  const field = compareFields('person', { ...person, values: {} }, person).find((one) => one.field === name)
  assert.deepEqual([field?.gone, field?.take], ['ya 2026-06-01', true])
  assert.equal(saidOfPerson(person)[name], 'ya 2026-06-01')
  assert.deepEqual(forgottenOfPeople.person.values, {})
  assert.deepEqual(forgottenOfPeople.registryRecord.values, {})
})

test('PROG-21 it crosses a wire under its words, and nothing that only looks like one does', () => {
  assert.ok(givenValues.safeParse({ [name]: 'ya 2026-06-01' }).success)
  for (const odd of [
    'pernyataan:',
    'pernyataan: ',
    'pernyataan: a\u0000b',
    'pernyataan: a  b',
    `pernyataan: ${'x'.repeat(301)}`,
  ])
    assert.ok(!givenValues.safeParse({ [odd]: 'ya 2026-06-01' }).success, odd)
})
