import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import * as wire from '../testing/wire-words.ts'
import type { PlaceCode } from './code.ts'
import {
  covers,
  ledgerCode,
  ledgerOf,
  levelOf,
  nation,
  nationPlace,
  parentOf,
  placeCode,
  placeLevels,
  rangeOf,
  villageCode,
} from './code.ts'

const place = (code: string): PlaceCode => placeCode.parse(code)
const digits = (most: number, width: number) =>
  fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(width, '0'))
const anyCode = fc
  .tuple(digits(99, 2), digits(99, 2), digits(99, 2), digits(9999, 4), fc.integer({ min: 1, max: 4 }))
  .map(([province, district, subdistrict, village, depth]) =>
    place([province, district, subdistrict, village].slice(0, depth).join('.')),
  )

test('PLACE-1 the levels go from the nation down, and the nation has a code of its own', () => {
  assert.equal(placeLevels.join('|'), wire.placeLevels)
  assert.deepEqual([nation, nationPlace], ['00', '00'])
  assert.equal(levelOf(nationPlace), 'nation')
})

test('PLACE-1 a code has no letter, no gap and no second spelling', () => {
  for (const bad of ['34.04.07.2001 ', '34.4.7.2001', '34-04', '34.04.', '.34', '340.4', '34.04.07.20011', 'ab', '3 4'])
    assert.equal(placeCode.safeParse(bad).success, false, bad)
  for (const bad of ['34.04.07', '34.04.07.200', '34.04.07.20011', '34', '00'])
    assert.equal(villageCode.safeParse(bad).success, false, bad)
  for (const bad of ['34.04.07', '340', '3', '', '34.', '34.045'])
    assert.equal(ledgerCode.safeParse(bad).success, false, bad)
  for (const good of ['34.04', '34', '00']) assert.equal(ledgerCode.safeParse(good).success, true, good)
})

property('PLACE-1 each step up takes one level off, until the province', anyCode, (code) => {
  const levels = ['province', 'district', 'subdistrict', 'village']
  const above = parentOf(code)
  if (code === nationPlace) assert.equal(above, null)
  else if (above === null) assert.equal(levelOf(code), 'province')
  else if (above !== nationPlace) assert.equal(levels.indexOf(levelOf(above)), levels.indexOf(levelOf(code)) - 1)
})

property('PLACE-2 what lies in a district is written in its ledger, what lies above in its own', anyCode, (code) => {
  const ledger = ledgerOf(code)
  assert.ok(code.startsWith(ledger))
  assert.equal(ledger.length, Math.min(5, code.length))
  const above = parentOf(code)
  if (above && above.length >= 5) assert.equal(ledgerOf(above), ledger)
})

property(
  'ACCESS-2 the range of a place is half open and holds no code of its neighbours',
  fc.record({ served: anyCode, target: anyCode, sign: fc.constantFrom('/', '0', '-', '~', ' ') }),
  ({ served, target, sign }) => {
    const { from, to } = rangeOf(served)
    assert.ok(from < to)
    assert.equal(target >= from && target < to, covers(served, target))
    // What is no code at all, but sorts near one, is not in the range of a place below the nation.
    if (served !== nationPlace && sign !== '-' && sign !== ' ') assert.equal(`${served}${sign}` < to, false)
  },
  1000,
)

property(
  'ACCESS-2 covering goes down and never up: two places cover each other only when they are one',
  fc.tuple(anyCode, anyCode),
  ([one, two]) => {
    if (covers(one, two) && covers(two, one)) assert.equal(one, two)
    assert.ok(covers(one, one))
    assert.ok(covers(nationPlace, one))
  },
)
