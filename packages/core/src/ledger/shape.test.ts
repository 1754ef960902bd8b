import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ids } from '../testing/ids.ts'
import type { AnyRow, Payload } from './entry.ts'
import { payloadOf, tables } from './entry.ts'
import { caseNumber, changed, emptyWorld, evolve } from './evolve.ts'
import { payload } from './payload.ts'

const written = {
  v: 1,
  action: 'note',
  note: 'Sudah diperiksa.',
  say: { office: 'Puskesos' },
  day: '2026-11-02',
  changes: [{ table: 'case', id: ids.case(1), base: 0, set: { status: 'registered' } }],
} as const
const entry = (changes: Payload['changes'], day = '2026-11-02'): Payload => ({ ...payload(written), day, changes })
const make = (table: Payload['changes'][number]['table'], id: string, base = 0): Payload['changes'][number] =>
  ({ table, id, base, set: {} }) as Payload['changes'][number]

test('LEDGER-5 a ledger proves these tables', () => {
  assert.deepEqual(tables, [
    'office',
    'staff',
    'post',
    'leave',
    'duty',
    'area',
    'officeWeek',
    'networkOffice',
    'networkFact',
    'networkTarget',
    'listItem',
    'calendarDay',
    'officeHours',
    'case',
    'referral',
    'grant',
    'attachment',
    'letter',
    'batch',
    'blank',
    'joint',
    'jointPartner',
    'jointTask',
    'jointTarget',
    'meeting',
    'meetingTask',
    'person',
    'family',
    'registryRecord',
    'visit',
    'visitPhoto',
    'surge',
    'affected',
    'registryPair',
    'load',
    'programme',
    'need',
    'quota',
    'application',
    'participation',
    'minutes',
    'proposalBatch',
    'proposal',
    'ppks',
    'ppksService',
    'psks',
    'psksReport',
    'psksEvent',
    'psksPosting',
    'activityPay',
    'independence',
    'independenceInstrument',
    'challenge',
    'registryLink',
    'registryErasure',
    'loadHeard',
  ])
})

test('LEDGER-4 an entry has these parts, and one that lacks one of them is no entry', () => {
  assert.deepEqual(payload(written), written)
  for (const part of Object.keys(written)) {
    const { [part]: _left, ...rest } = written as { readonly [key: string]: unknown }
    assert.throws(() => payload(rest), part)
  }
})

const broken: readonly (readonly [what: string, own: object])[] = [
  ['a version of a later release', { v: 2 }],
  ['a day that is none', { day: '2026-02-30' }],
  ['a moment instead of a day', { day: '2026-11-02T00:00:00Z' }],
  ['words that are none', { note: 1 }],
  ['an action that is none', { action: null }],
  ['facts that JSON cannot say', { say: { at: new Date(0) } }],
  ['a list instead of facts', { say: ['x'] }],
  ['a table that nobody knows', { changes: [{ ...written.changes[0], table: 'household' }] }],
  ['an id that is none', { changes: [{ ...written.changes[0], id: '1' }] }],
  ['a version below zero', { changes: [{ ...written.changes[0], base: -1 }] }],
  ['half a version', { changes: [{ ...written.changes[0], base: 0.5 }] }],
  ['a change without what it sets', { changes: [{ table: 'case', id: ids.case(1), base: 0 }] }],
]

for (const [what, own] of broken) {
  test(`LEDGER-4 an entry with ${what} is a broken ledger`, () => {
    assert.throws(() => payload({ ...written, ...own }))
  })
}

test('LEDGER-4 what is written down are the facts of a decision, under the version of today', () => {
  const { v: _v, ...decided } = payload(written)
  assert.deepEqual(payloadOf({ ...decided, jobs: [{ task: 'x', runAt: 1, data: {} }] }), written)
})

test('LEDGER-5 rows of one id in two tables are two rows', () => {
  const world = emptyWorld()
  evolve(world, '34.04', entry([make('staff', ids.staff(1)), make('post', ids.staff(1))]))
  assert.deepEqual([world.rows.staff.size, world.rows.post.size, world.rows.case.size], [1, 1, 0])
  assert.throws(() => evolve(world, '34.04', entry([make('office', ids.staff(1), 1)])), /the row is at 0/)
})

test('LEDGER-5 every step of an entry tells its table, what was and what is', () => {
  const world = emptyWorld()
  const [first] = evolve(world, '34.04', entry([make('referral', ids.referral(1))]))
  assert.deepEqual(first, { table: 'referral', before: null, after: { id: ids.referral(1), version: 1 } })
  const [second] = evolve(world, '34.04', entry([make('referral', ids.referral(1), 1)]))
  assert.deepEqual(second, { table: 'referral', before: first?.after, after: { id: ids.referral(1), version: 2 } })
})

test('LEDGER-5 an entry that changes one row twice sees its own first change', () => {
  const world = emptyWorld()
  const steps = evolve(world, '34.04', entry([make('grant', ids.grant(1)), make('grant', ids.grant(1), 1)]))
  assert.deepEqual(
    steps.map(({ after }) => after.version),
    [1, 2],
  )
})

test('CASE-24 only a case takes a number, only when it begins, and each year counts for itself', () => {
  const world = emptyWorld()
  evolve(world, '34.04', entry([make('office', ids.office(1)), make('case', ids.case(1))], '2026-12-31'))
  evolve(world, '34.04', entry([make('case', ids.case(2))], '2027-01-01'))
  evolve(world, '34.04', entry([make('case', ids.case(1), 1)], '2027-01-02'))
  assert.deepEqual(
    [ids.case(1), ids.case(2)].map((id) => world.rows.case.get(id)?.['number']),
    ['3404-26-000001', '3404-27-000001'],
  )
  assert.equal('number' in (world.rows.office.get(ids.office(1)) ?? {}), false)
  assert.deepEqual(
    [...world.series],
    [
      ['2026', 1],
      ['2027', 1],
    ],
  )
})

test('CASE-24 a number has six digits and grows beyond them, and the nation has two in front', () => {
  assert.equal(caseNumber('34.04', '2026', 1), '3404-26-000001')
  assert.equal(caseNumber('34.04', '2026', 999_999), '3404-26-999999')
  assert.equal(caseNumber('34.04', '2026', 1_000_000), '3404-26-1000000')
  assert.equal(caseNumber('00', '2030', 7), '00-30-000007')
})

test('LEDGER-3 a change takes the id and the version after its base, whatever the row said of itself', () => {
  const before: AnyRow = { id: 'other', version: 40, status: 'x' }
  const after = changed(before, { table: 'case', id: ids.case(1), base: 6, set: { summary: 'Baru' } })
  assert.deepEqual(after, { id: ids.case(1), version: 7, status: 'x', summary: 'Baru' })
  assert.deepEqual(changed(null, { table: 'staff', id: ids.staff(1), base: 0, set: { name: 'Siti' } }), {
    id: ids.staff(1),
    version: 1,
    name: 'Siti',
  })
})
