import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { quotaId } from '../kernel/id.ts'
import { placeCode } from '../place/code.ts'
import { aQuota, needNth } from '../testing/a-need.ts'
import { property } from '../testing/property.ts'
import type { QuotaRow } from './need.ts'
import { endedFor, isFree, placesLeft, sharedOut, take } from './quota.ts'
import { isAstride, isWithin, partsOf, placesOf, wholeOf } from './shares.ts'

const places = ['34.04', '34.04.07', '34.04.07.2001', '34.04.07.2002', '34.04.06.2001', '34.02']
const quotaAt = (n: number, place: string, from = '2026-01-01', until = '2026-12-31'): QuotaRow =>
  aQuota({ id: quotaId.parse(needNth(300 + n)), place: placeCode.parse(place), from, until, places: n })
const district = quotaAt(1, '34.04')
const sub = quotaAt(2, '34.04.07')
const village = quotaAt(3, '34.04.07.2001')

const pairs: readonly (readonly [why: string, part: QuotaRow, whole: QuotaRow, within: boolean, astride: boolean])[] = [
  ['a village and its district', village, district, true, false],
  ['a village and its sub-district', village, sub, true, false],
  ['a district and its village, the other way round', district, village, false, false],
  ['a quota and itself', district, district, false, false],
  ['one place in two years', district, quotaAt(4, '34.04', '2027-01-01', '2027-12-31'), false, false],
  ['a village beside', quotaAt(5, '34.04.07.2002'), village, false, false],
  ['another district', quotaAt(6, '34.02'), district, false, false],
  ['half a year in a year', quotaAt(7, '34.04.07', '2026-07-01', '2026-12-31'), district, true, false],
  ['a year beside half a year', village, quotaAt(8, '34.04', '2026-01-01', '2026-06-30'), false, true],
  ['a month over the end of the year', quotaAt(9, '34.04.07', '2026-12-15', '2027-01-14'), district, false, true],
  ['the last day shared', quotaAt(10, '34.04.07', '2026-12-31', '2027-12-31'), district, false, true],
  ['the day after', quotaAt(11, '34.04.07', '2027-01-01', '2027-12-31'), district, false, false],
]
for (const [why, part, whole, within, astride] of pairs)
  test(`QUOTA-7 ${why}: ${within ? 'a share' : 'no share'}, ${astride ? 'a contradiction' : 'no contradiction'}`, () => {
    assert.equal(isWithin(part, whole), within)
    assert.equal(isAstride(part, whole), astride)
    assert.equal(isAstride(whole, part), astride)
  })

test('QUOTA-7 a quota is a share of the narrowest that holds it, and of that one alone', () => {
  const all = [district, sub, village]
  assert.equal(wholeOf(village, all)?.id, sub.id)
  assert.equal(wholeOf(sub, all)?.id, district.id)
  assert.equal(wholeOf(district, all), null)
  assert.equal(wholeOf(village, [district])?.id, district.id)
  assert.deepEqual(partsOf(district, [sub, village]), [sub])
  assert.deepEqual(partsOf(district, [village]), [village])
  assert.deepEqual(partsOf(village, [district, sub]), [])
  assert.equal(placesOf([sub, village]), 5)
  assert.equal(placesOf([]), 0)
})

const aSpan = fc.tuple(fc.constantFrom(...places), fc.nat(3), fc.nat(3)).map(([place, first, more]) => {
  const [from, until] = [2026 + first, 2026 + first + more]
  return { place, from: `${from}-01-01`, until: `${until}-12-31` }
})
property(
  'QUOTA-7 among quotas that do not contradict each other every one but the widest is a share of exactly one',
  fc.array(aSpan, { maxLength: 12 }),
  (spans) => {
    const all: QuotaRow[] = []
    for (const [n, { place, from, until }] of spans.entries()) {
      const next = quotaAt(20 + n, place, from, until)
      const meets = all.some((one) => one.place === next.place && one.from <= next.until && next.from <= one.until)
      if (!meets && !all.some((one) => isAstride(one, next))) all.push(next)
    }
    for (const part of all) {
      const others = all.filter(({ id }) => id !== part.id)
      const wholes = others.filter((one) =>
        partsOf(
          one,
          all.filter(({ id }) => id !== one.id),
        ).includes(part),
      )
      assert.deepEqual(
        wholes.map(({ id }) => id),
        [wholeOf(part, others)?.id].filter(Boolean),
      )
    }
  },
  200,
)

test('QUOTA-7 places that were shared out are free for nobody else', () => {
  const counts = { places: 10, granted: 4, shared: 6, waiting: 0, lastTicket: 0 }
  assert.equal(placesLeft(counts), 0)
  assert.equal(isFree(counts), false)
  assert.equal(take(counts).ticket, 1)
  assert.equal(isFree({ ...counts, shared: 5 }), true)
  assert.equal(sharedOut({ shared: null }), 0)
  assert.equal(isFree({ ...counts, shared: null }), true)
})

test('QUOTA-8 whoever is granted while others wait from before stands in line, though a place is free', () => {
  const counts = { places: 10, granted: 4, shared: 0, waiting: 0, lastTicket: 7 }
  assert.deepEqual([take(counts).ticket, take(counts, true).ticket], [null, 8])
  assert.deepEqual(take(counts, true).counts, { ...counts, waiting: 1, lastTicket: 8 })
})

const old = (n: number, place: string, until: string, waiting = 1): QuotaRow => ({
  ...quotaAt(n, place, '2020-01-01', until),
  waiting,
})
const betweens: readonly (readonly [why: string, quotas: readonly QuotaRow[], found: number | null])[] = [
  ['nobody waits', [old(1, '34.04', '2025-12-31', 0)], null],
  ['somebody waits', [old(1, '34.04', '2025-12-31')], 1],
  ['its time is not over', [old(1, '34.04', '2026-11-02')], null],
  ['another district', [old(1, '34.02', '2025-12-31')], null],
  ['another village', [old(1, '34.04.07.2002', '2025-12-31')], null],
  ['the one that ended last', [old(1, '34.04', '2024-12-31'), old(2, '34.04', '2025-12-31')], 2],
  [
    'of two that ended together the narrower',
    [old(1, '34.04', '2025-12-31'), old(2, '34.04.07.2001', '2025-12-31')],
    2,
  ],
]
for (const [why, quotas, found] of betweens)
  test(`QUOTA-8 between two periods: ${why}`, () => {
    assert.equal(endedFor(quotas, village.place, '2026-11-02')?.places ?? null, found)
  })
