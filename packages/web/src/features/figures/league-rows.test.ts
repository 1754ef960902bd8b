import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type League, type LeagueLine, league, leagueCounts } from '@openslrt/core/contract/league.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { daysOf, inOrder, leagueOf, reasonCount, rowsOf, spentColumns, valueIn } from './league-rows.ts'

const lineOf = (received: number, half: number | null, most: number | null = half): LeagueLine => ({
  counts: tableOf(leagueCounts, (name) => (name === 'received' ? received : 0)),
  reasons: received > 3 ? [{ reason: 'capacity-full', n: 2 }] : [],
  take: { measured: half === null ? 0 : 4, half, most },
  work: { measured: 0, half: null, most: null },
})
const ids = ['01', '02', '03'].map((end) => `00000000-0000-4000-8000-0000000000${end}`)
const sample: League = league.parse({
  place: { code: '34.04', name: 'Sleman', level: 'district' },
  above: null,
  period: { from: '2026-01-01', to: '2026-01-31' },
  at: 0,
  dayMinutes: 420,
  opens: true,
  all: lineOf(10, 420),
  kinds: [{ ...lineOf(10, 420), kind: 'provider' }],
  offices: [
    { ...lineOf(2, 630, 4200), office: ids[0], name: 'RSUD Sleman', kind: 'provider' },
    { ...lineOf(7, null), office: ids[1], name: 'Baznas', kind: 'provider' },
    { ...lineOf(2, 100), office: ids[2], name: 'Panti', kind: 'provider' },
  ],
})
const rows = rowsOf(sample, 'offices', (kind) => kind)
const names = (key: string, direction: 'ascending' | 'descending', valueOf: (line: LeagueLine) => number | null) =>
  inOrder(rows, { orderBy: key, direction }, ({ line }) => valueOf(line)).map(({ name }) => name)

test('LEAGUE-1 an address says who is compared and of which category; what is none is left out', () => {
  assert.deepEqual(leagueOf(''), { by: 'offices', category: undefined })
  assert.deepEqual(leagueOf('kelompok=jenis&category=pbi-inactive'), { by: 'kinds', category: 'pbi-inactive' })
  assert.deepEqual(leagueOf("kelompok=lain&category=x' or 1=1"), { by: 'offices', category: undefined })
  assert.deepEqual(
    rowsOf(sample, 'kinds', (kind) => `jenis ${kind}`).map(({ key, name }) => [key, name]),
    [['provider', 'jenis provider']],
  )
})

test('LEAGUE-2 minutes are told as working days of the district, to a tenth; what was not measured as nothing', () => {
  const [first, second] = rows
  assert.ok(first && second)
  assert.deepEqual(
    spentColumns.map((column) => daysOf(first.line, column, 420)),
    [1.5, 10, null, null],
  )
  assert.equal(daysOf(second.line, 'take-half', 420), null)
  assert.equal(daysOf(first.line, 'take-half', 0), null, 'a calendar without a working day')
  assert.deepEqual(
    ['received', 'take-most', 'capacity-full'].map((column) => valueIn(second.line, column, 420)),
    [7, null, 2],
  )
})

test('LEAGUE-3 a column sorts from either end, ties by name, and what was not measured comes last', () => {
  const received = ({ counts }: LeagueLine) => counts.received
  const taking = (line: LeagueLine) => daysOf(line, 'take-half', 420)
  assert.deepEqual(names('received', 'descending', received), ['Baznas', 'Panti', 'RSUD Sleman'])
  assert.deepEqual(names('received', 'ascending', received), ['Panti', 'RSUD Sleman', 'Baznas'])
  assert.deepEqual(names('take-half', 'ascending', taking), ['Panti', 'RSUD Sleman', 'Baznas'])
  assert.deepEqual(names('take-half', 'descending', taking), ['RSUD Sleman', 'Panti', 'Baznas'])
  assert.deepEqual(names('name', 'descending', received), ['RSUD Sleman', 'Panti', 'Baznas'])
  assert.deepEqual(
    rows.map(({ line }) => reasonCount(line, 'capacity-full')),
    [0, 2, 0],
  )
})
