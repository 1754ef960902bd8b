import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import { type GrowthRow, grownByYear, reached, undated, workingNow } from './growth.ts'
import { networkKinds, networkStates } from './kinds.ts'
import { grownBy, knownGrowth, lastKnownYear } from './known-growth.ts'

const row = (state: GrowthRow['state'], grownYear: number | null, n: number, kind: GrowthRow['kind'] = 'secretariat') =>
  ({ kind, state, grownYear, n }) as const
const rows = [
  row('active', 2016, 50),
  row('independent', 2017, 20),
  row('growing', 2026, 3),
  row('active', null, 7),
  row('planned', 2027, 11),
  row('lapsed', 2016, 13),
  row(null, null, 400),
  row('active', 2018, 1_500, 'puskesos'),
]

test('NETWORK-12 at work is what grows, is active or independent; what is planned, lapsed or unsaid is not', () => {
  assert.equal(workingNow(rows, 'district'), 80)
  assert.equal(workingNow(rows, 'puskesos'), 1_500)
  assert.equal(undated(rows, 'district'), 7)
  assert.deepEqual(
    [2015, 2016, 2017, 2025, 2026].map((year) => grownByYear(rows, 'district', year)),
    [0, 50, 70, 70, 73],
  )
})

test('NETWORK-12 a target of a year that is over is held against what had grown, of any later year against what is', () => {
  assert.equal(reached(rows, 'district', 2017, 2026), 70)
  assert.equal(reached(rows, 'district', 2025, 2026), 70)
  assert.equal(reached(rows, 'district', 2026, 2026), 80)
  assert.equal(reached(rows, 'district', 2030, 2026), 80)
})

const anyRow = fc.record({
  kind: fc.constantFrom(...networkKinds),
  state: fc.option(fc.constantFrom(...networkStates)),
  grownYear: fc.option(fc.integer({ min: 2014, max: 2028 })),
  n: fc.nat(100),
})
property(
  'NETWORK-12 what grew never becomes fewer from year to year, and with the undated it is what is at work',
  fc.array(anyRow, { maxLength: 30 }),
  (all) => {
    for (const counted of ['district', 'puskesos'] as const) {
      const years = Array.from({ length: 16 }, (_, nth) => grownByYear(all, counted, 2014 + nth))
      assert.deepEqual(
        years,
        years.toSorted((one, other) => one - other),
      )
      assert.equal((years.at(-1) ?? 0) + undated(all, counted), workingNow(all, counted))
    }
  },
)

test('NETWORK-13 the public counts are those that are written down: 50, 20, 60 and 20 districts, 150 in all', () => {
  const told = knownGrowth.map(({ year, month, of, kind, count }) => [year, month, of, kind, count].join(' '))
  assert.deepEqual(told, [
    '2016  district grown 50',
    '2017  district grown 20',
    '2018 4 district standing 78',
    '2018  district grown 60',
    '2018 8 puskesos standing 1500',
    '2019  district grown 20',
    '2019  district meant 150',
    '2020  district meant 190',
    '2020 9 puskesos standing 7000',
    '2024  district meant 514',
  ])
  assert.deepEqual([2015, 2016, 2017, 2018, 2019, 2020, 2026].map(grownBy), [null, 50, 70, 130, 150, null, null])
})

test('NETWORK-13 what has no source says so, and no count is of after 2020', () => {
  for (const { sources, doubts } of knownGrowth) assert.equal(sources.length === 0, doubts.includes('no-source'))
  for (const { year, kind } of knownGrowth) assert.ok(kind === 'meant' || year <= lastKnownYear)
  const puskesos = knownGrowth.filter(({ of }) => of === 'puskesos').map(({ districts }) => districts)
  assert.deepEqual(puskesos, [130, 150])
})
