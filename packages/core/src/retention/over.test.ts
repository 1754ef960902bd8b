import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledgerCode } from '../place/code.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, clock } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { OverRow } from './decide.ts'
import { decideForget } from './decide.ts'
import type { Aging, KeptByClock } from './over.ts'
import { clockKept, endedAs, forgetsAt, keptOf, toldDays } from './over.ts'

const { retention } = aPolicy(monday)
const at = (text: string): number => Date.parse(text)
const changedAt = at('2020-02-29T05:00:00Z')
const endedLike = { ppks: 'ended', visit: 'done', psks: 'ended', affected: 'listed' } as const
const row = (of: KeptByClock, own: Partial<Aging> = {}): Aging => ({
  of,
  status: endedLike[of],
  changedAt,
  isNamed: false,
  hasCase: false,
  closedAt: of === 'affected' ? changedAt : null,
  ...own,
})

test('PRIVACY-10 the clock forgets these four, each by years of its own that are counted from its end', () => {
  assert.deepEqual(clockKept, ['ppks', 'visit', 'psks', 'affected'])
  const untils = clockKept.map((of) => keptOf(row(of), { ...retention, ppks: 1, visit: 2, psks: 4, affected: 3 }))
  const days = ['2021-02-28', '2022-02-28', '2024-02-29', '2023-02-28']
  assert.deepEqual(
    untils,
    days.map((day) => at(`${day}T05:00:00Z`)),
  )
})

const kept: readonly (readonly [what: string, row: Aging])[] = [
  ['PPKS in service', row('ppks', { status: 'in-service' })],
  ['PPKS of somebody', row('ppks', { isNamed: true })],
  ['PPKS of a case', row('ppks', { hasCase: true })],
  ['a visit that is planned', row('visit', { status: 'planned' })],
  ['a visit to somebody', row('visit', { isNamed: true })],
  ['a visit for a case', row('visit', { hasCase: true })],
  ['a PSKS that serves', row('psks', { status: 'verified' })],
  ['a place on an open list', row('affected', { closedAt: null })],
  ['a place of somebody', row('affected', { isNamed: true })],
  ['a place with a case', row('affected', { hasCase: true })],
]
for (const [what, one] of kept)
  test(`PRIVACY-10 ${what} goes by no years of its own`, () => assert.equal(keptOf(one, retention), null))

test('PRIVACY-10 whatever ended it, a visit that is over is kept as long; a list counts from what came last', () => {
  assert.deepEqual(endedAs, {
    ppks: ['ended'],
    visit: ['done', 'missed', 'cancelled'],
    psks: ['ended'],
    affected: ['listed', 'queued', 'done', 'absent', 'dropped'],
  })
  for (const status of endedAs.visit) assert.ok(keptOf(row('visit', { status }), retention) !== null, status)
  const later = at('2021-05-05T00:00:00Z')
  for (const one of [row('affected', { closedAt: later }), row('affected', { changedAt: later })])
    assert.equal(keptOf(one, { ...retention, affected: 1 }), at('2022-05-05T00:00:00Z'))
})

const day = 86_400_000
test('PRIVACY-11 nothing is forgotten before it was told for 30 days, however old it is', () => {
  assert.equal(toldDays, 30)
  assert.equal(forgetsAt(100 * day, 60 * day), 100 * day)
  assert.equal(forgetsAt(100 * day, 80 * day), 110 * day)
  assert.equal(forgetsAt(0, 80 * day), 110 * day)
})

const over = (own: Partial<OverRow> = {}): OverRow => ({
  ...row('visit'),
  table: 'visit',
  id: ids.visit(1),
  version: 3,
  listedAt: monday - 31 * day,
  ...own,
})
const decided = (
  rows: readonly OverRow[],
  actor: Parameters<typeof decideForget>[2] = clock,
  files: readonly string[] = [],
) => {
  const below = [{ table: 'visitPhoto', id: ids.visitPhoto(1), version: 1, status: null }] as const
  const file = { district: ledgerCode.parse('34.04'), rows, below, entries: [], files }
  return decideForget({ of: 'visit', rows: [ids.visit(1)] }, file, actor, aPolicy(monday))
}

test('PRIVACY-10 the clock alone forgets, whole, and the files go with it', () => {
  const answer = decided([over()], clock, ['ab', 'ab'])
  assert.ok(answer.ok)
  assert.deepEqual(
    answer.value.changes.map(({ table, base }) => [table, base]),
    [
      ['visit', 3],
      ['visitPhoto', 1],
    ],
  )
  assert.deepEqual(answer.value.say, { of: 'visit', n: 1 })
  const [job] = answer.value.jobs
  assert.deepEqual([job?.task, job?.data], ['erase-files', { district: '34.04', files: ['ab'] }])
  const staff = decided([over()], almighty(offices.district))
  assert.deepEqual(staff.ok ? '' : staff.error.code, 'not-permitted')
})

const refusals: readonly (readonly [code: string, rows: readonly OverRow[]])[] = [
  ['already-so', []],
  ['still-going', [over({ status: 'planned' })]],
  ['still-going', [over(), over({ isNamed: true })]],
  ['too-early', [over({ listedAt: monday - 29 * day })]],
  ['too-early', [over({ changedAt: monday - day })]],
]
for (const [code, rows] of refusals)
  test(`PRIVACY-11 of ${rows.length} rows none is forgotten where one may not be: ${code}`, () => {
    const answer = decided(rows)
    assert.equal(answer.ok ? 'done' : answer.error.code, code)
  })
