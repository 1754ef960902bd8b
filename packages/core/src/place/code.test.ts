import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { property } from '../testing/property.ts'
import type { PlaceCode } from './code.ts'
import {
  covers,
  ledgerCode,
  ledgerOf,
  levelOf,
  nationPlace,
  parentOf,
  placeCode,
  placeOver,
  rangeOf,
  villageCode,
} from './code.ts'

const place = (code: string): PlaceCode => placeCode.parse(code)

test('PLACE-1 a code is two, four, six or ten digits with dots', () => {
  for (const good of ['34', '34.04', '34.04.07', '34.04.07.2001', '00'])
    assert.equal(placeCode.safeParse(good).success, true, good)
  for (const bad of ['', '3', '34.', '34.4', '34.04.07.201', '34.04.07.2001.1', '3404', '34.04/', ' 34'])
    assert.equal(placeCode.safeParse(bad).success, false, bad)
  assert.equal(villageCode.safeParse('34.04.07').success, false)
  assert.equal(ledgerCode.safeParse('34.04.07').success, false)
})

test('PLACE-1 a code tells its level', () => {
  const levels = ['00', '34', '34.04', '34.04.07', '34.04.07.2001'].map((code) => levelOf(place(code)))
  assert.deepEqual(levels, ['nation', 'province', 'district', 'subdistrict', 'village'])
})

test('PLACE-2 things are written in the ledger of their district, province or nation', () => {
  const ledgers = ['34.04.07.2001', '34.04.07', '34.04', '34', '00'].map((code) => ledgerOf(place(code)))
  assert.deepEqual(ledgers, ['34.04', '34.04', '34.04', '34', '00'])
})

test('PLACE-3 each place lies in the one above', () => {
  assert.equal(parentOf(place('34.04.07.2001')), '34.04.07')
  assert.equal(parentOf(place('34.04')), '34')
  assert.equal(parentOf(place('34')), null)
  assert.equal(parentOf(nationPlace), null)
})

test('PLACE-3 the lowest place over several is one of them, or one above them all', () => {
  const over = (...codes: readonly string[]) => placeOver(codes.map(place))
  assert.equal(over('34.04.07.2001'), '34.04.07.2001')
  assert.equal(over('34.04.07.2001', '34.04'), '34.04')
  assert.equal(over('34.04.07.2001', '34.04.07.2002'), '34.04.07')
  assert.equal(over('34.04.07.2001', '34.02.01'), '34')
  assert.equal(over('34.04', '35.01'), '00')
  assert.equal(over('34', '00'), '00')
  assert.equal(over(), '00')
})

test('ACCESS-2 a place covers itself and what lies under it, and no neighbour whose code begins alike', () => {
  assert.ok(covers(place('34.04'), place('34.04')))
  assert.ok(covers(place('34.04'), place('34.04.07.2001')))
  assert.ok(covers(nationPlace, place('96.01')))
  assert.equal(covers(place('34.04'), place('34')), false)
  assert.equal(covers(place('34.04.07'), place('34.04.08.2001')), false)
  assert.equal(covers(place('34'), place('35.01')), false)
  assert.equal(covers(place('34'), nationPlace), false)
})

const two = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'))
const village = fc.integer({ min: 1999, max: 2003 }).map(String)
// A few digits only, so that codes of the same and of neighbouring places are drawn often.
const anyPlace = fc
  .tuple(two, two, two, village, fc.integer({ min: 1, max: 4 }))
  .map(([province, district, subdistrict, own, depth]) =>
    place([province, district, subdistrict, own].slice(0, depth).join('.')),
  )

property(
  'ACCESS-2 the range for an index holds exactly what a place covers',
  fc.record({ served: fc.oneof(anyPlace, fc.constant(nationPlace)), target: anyPlace }),
  ({ served, target }) => {
    const { from, to } = rangeOf(served)
    assert.equal(target >= from && target < to, covers(served, target))
  },
  2000,
)

property(
  'PLACE-3 what covers a place covers everything under it',
  fc.record({ served: anyPlace, target: anyPlace }),
  (pair) => {
    const above = parentOf(pair.target)
    if (above && covers(pair.served, above)) assert.ok(covers(pair.served, pair.target))
    if (above) assert.ok(covers(above, pair.target))
  },
)
