import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registerCase } from '../case/register.ts'
import { canonical } from '../kernel/json.ts'
import { registration } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { staff } from '../testing/actors.ts'
import { ids } from '../testing/ids.ts'
import type { AnyRow, Jobs, Payload } from './entry.ts'
import { payloadOf, tables } from './entry.ts'
import { caseNumber, changed, emptyWorld, evolve } from './evolve.ts'

function registered(n: number, now = monday): Payload {
  const door = { short: 's', long: 'l' }
  const decided = registerCase(ids.case(n), registration(), staff('fo'), door, aPolicy(now))
  assert.ok(decided.ok)
  return payloadOf(decided.value)
}
const change = (id: string, base: number, set: object): Payload => ({
  ...registered(1),
  action: 'note',
  changes: [{ table: 'case', id, base, set }],
})

test('LEDGER-5 the first entry of a row makes it, later ones change it, one version at a time', () => {
  const world = emptyWorld()
  const [made] = evolve(world, '34.04', registered(1))
  assert.equal(made?.before, null)
  assert.equal(made?.after.version, 1)
  const [moved] = evolve(world, '34.04', change(ids.case(1), 1, { status: 'handling' }))
  assert.equal(moved?.before, made?.after)
  assert.deepEqual([moved?.after.version, moved?.after['status']], [2, 'handling'])
  assert.equal(moved?.after['summary'], made?.after['summary'])
  assert.equal(world.rows.case.get(ids.case(1)), moved?.after)
})

test('LEDGER-5 an entry that does not follow from what came before is a broken ledger', () => {
  const world = emptyWorld()
  assert.throws(() => evolve(world, '34.04', change(ids.case(1), 1, {})), /decided on version 1, the row is at 0/)
  evolve(world, '34.04', registered(1))
  assert.throws(() => evolve(world, '34.04', registered(1)), /decided on version 0, the row is at 1/)
  assert.throws(() => evolve(world, '34.04', change(ids.case(1), 2, {})), /decided on version 2, the row is at 1/)
})

test('LEDGER-5 reading an entry needs nothing but its characters', () => {
  const payload = registered(1)
  const read: Payload = JSON.parse(canonical(payload))
  const [live, later] = [emptyWorld(), emptyWorld()]
  evolve(live, '34.04', payload)
  evolve(later, '34.04', read)
  assert.equal(canonical([...later.rows.case]), canonical([...live.rows.case]))
})

test('LEDGER-5 an empty ledger has every table and no rows', () => {
  const world = emptyWorld()
  assert.deepEqual(Object.keys(world.rows).toSorted(), [...tables].toSorted())
  assert.ok(tables.every((table) => world.rows[table].size === 0))
})

test('CASE-24 cases are numbered by district and year, without gaps, in the order of the ledger', () => {
  const world = emptyWorld()
  const numberOf = (payload: Payload) => evolve(world, '34.04', payload)[0]?.after['number']
  assert.equal(numberOf(registered(1)), '3404-26-000001')
  assert.equal(numberOf(registered(2)), '3404-26-000002')
  assert.equal(numberOf(registered(3, Date.parse('2027-01-04T09:00:00+07:00'))), '3404-27-000001')
  assert.equal(numberOf(registered(4)), '3404-26-000003')
  evolve(world, '34.04', change(ids.case(2), 1, { status: 'handling' }))
  assert.equal(world.rows.case.get(ids.case(2))?.['number'], '3404-26-000002')
})

test('CASE-24 a number is read at a glance: district, year, serial', () => {
  assert.equal(caseNumber('34.04', '2026', 123), '3404-26-000123')
  assert.equal(caseNumber('96.71', '2031', 1_234_567), '9671-31-1234567')
})

test('LEDGER-3 a changed row keeps its id and takes the version after its base', () => {
  const before: AnyRow = { id: 'a', version: 3, status: 'x', story: 'y' }
  const after = changed(before, { table: 'case', id: 'a', base: 3, set: { status: 'handling' } })
  assert.deepEqual(after, { id: 'a', version: 4, status: 'handling', story: 'y' })
  assert.equal(before['status'], 'x')
})

test('LEDGER-17 a command asks for one thing later or for nothing; a decision with two does not compile', () => {
  const job = { task: 'case-clock', runAt: 0, data: {} }
  const allowed: readonly Jobs[] = [[], [job]]
  // @ts-expect-error -- the second would meet the key of the first, and the command be taken for a repeat
  const refused: Jobs = [job, job]
  assert.ok(allowed.every(({ length }) => length < refused.length))
})

test('LEDGER-4 an entry keeps what was decided, and not the jobs that follow from it', () => {
  const decided = registerCase(ids.case(1), registration(), staff('fo'), { short: 's', long: 'l' }, aPolicy())
  assert.ok(decided.ok)
  const { jobs: _jobs, ...facts } = decided.value
  assert.deepEqual(payloadOf({ ...decided.value, jobs: [{ task: 'x', runAt: 0, data: {} }] }), { v: 1, ...facts })
})
