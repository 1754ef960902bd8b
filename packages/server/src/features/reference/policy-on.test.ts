import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '@openslrt/core/figures/period.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { shippedItems } from '../../testing/a-reference.ts'
import type { Closure } from './closed-days.ts'
import { groupDays } from './closed-days.ts'
import { listsOf } from './lists.ts'
import type { Words } from './policy-on.ts'
import { policyOn } from './policy-on.ts'
import type { SetWeek } from './queries.ts'

const day = '2026-11-23'
const hours = (opens: number): SetWeek['week'] => [null, [opens, 960], [opens, 960], null, null, null, null]
const week = (place: string, valid_from: string, opens: number): SetWeek => ({
  place,
  valid_from,
  week: hours(opens),
  version: 0,
  basis: '',
})
const words = (own: Partial<Words> = {}, items = shippedItems): Words => ({
  lists: listsOf([], items),
  closed: new Map(),
  weeks: [week('00', '2016-01-01', 480)],
  ...own,
})
const opensIn = (weeks: readonly SetWeek[], district: string, on = day): number | undefined =>
  policyOn(words({ weeks }), district, on).calendar.week[1]?.[0]

test('LISTS-15 hours of a province hold there, also where the nation has set its own later', () => {
  const weeks = [week('34', '2020-01-01', 450), week('00', '2024-01-01', 480)]
  for (const order of [weeks, weeks.toReversed()]) {
    assert.equal(opensIn(order, '34.04'), 450)
    assert.equal(opensIn(order, '34'), 450)
    assert.equal(opensIn(order, '33.01'), 480)
    assert.equal(opensIn(order, '00'), 480)
    assert.equal(opensIn(order, '34.04', '2019-12-31'), undefined, 'before anybody had set any')
  }
})

const someWeeks = fc.uniqueArray(
  fc.record({
    place: fc.constantFrom('00', '34', '34.04', '34.02', '33'),
    after: fc.integer({ min: -2, max: 2 }),
    opens: fc.integer({ min: 360, max: 600 }),
  }),
  { maxLength: 8, selector: ({ place, after }) => `${place} ${after}` },
)
property(
  'LISTS-15 whatever hours places have set, those of the nearest that has set any hold, and of these the last that began',
  someWeeks,
  (set) => {
    // In the order in which they are read: by the day from which they hold.
    const weeks = set
      .toSorted((one, other) => one.after - other.after)
      .map(({ place, after, opens }) => week(place, addDays(day, after), opens))
    for (const district of ['34.04', '34.02', '34', '33.01', '00']) {
      const lastOf = (place: string) => weeks.findLast((one) => one.place === place && one.valid_from <= day)
      const nearest = lastOf(district) ?? lastOf(district.slice(0, 2)) ?? lastOf('00')
      assert.equal(opensIn(weeks, district), nearest?.week[1]?.[0], district)
    }
  },
)

test('LISTS-5 the law finds in the lists of a day what was shipped: windows, categories, reasons', () => {
  const policy = policyOn(words(), '34.04', day)
  for (const [code, days] of Object.entries(policy.windows))
    assert.equal(days, Reflect.get(shippedLists.windows, code)?.days, code)
  assert.deepEqual([...policy.categories.keys()].toSorted(), shippedLists.categories.map(({ code }) => code).toSorted())
  for (const { code, hopDays, totalDays, kinds } of shippedLists.categories) {
    const found = policy.categories.get(code)
    assert.deepEqual([found?.hopDays, found?.totalDays, found?.kinds], [hopDays, totalDays, kinds], code)
  }
  assert.ok(policy.reasons.get('escalate')?.has('time-over') && policy.reasons.get('cancel')?.has('redirected'))
})

test('LISTS-2 a list of windows that lacks one is a fault that names it, and no limit is made up', () => {
  for (const code of ['completeDays', 'wordDays', 'reopenDays', 'acceptDays', 'grantDays']) {
    const items = shippedItems.filter((item) => item.list !== 'window' || item.code !== code)
    assert.throws(() => policyOn(words({}, items), '34.04', day), new RegExp(`${code} for 34.04 on ${day}`))
    const wordy = shippedItems.map((item) =>
      item.list === 'window' && item.code === code ? { ...item, data: { days: '14' } } : item,
    )
    assert.throws(() => policyOn(words({}, wordy), '34.04', day), new RegExp(code))
  }
})

test('CASE-33 where nobody says how long cases are kept, none is ever old enough to be erased', () => {
  const items = shippedItems.filter(({ list }) => list !== 'retention')
  const { retention } = policyOn(words({}, items), '34.04', day)
  for (const years of Object.values(retention)) assert.equal(years, 1_000)
  const kept = policyOn(words(), '34.04', day).retention
  for (const years of Object.values(kept)) assert.ok(years > 0 && years < 100)
})

test('LISTS-8 a category that a district has changed or ended is another law there, from that day and nowhere else', () => {
  const pip = shippedItems.find(({ code }) => code === 'pip')
  assert.ok(pip)
  const own = { ...pip, place: '34.04', from: day, data: { ...pip.data, totalDays: 99 } }
  const ended = { ...pip, place: '34.02', from: day, says: 'ended' as const }
  const all = words({}, [...shippedItems, own, ended])
  const total = (district: string, on = day) => policyOn(all, district, on).categories.get('pip')?.totalDays
  const shipped = pip.data['totalDays']
  assert.deepEqual([total('34.04'), total('34.02'), total('33.01')], [99, undefined, shipped])
  const before = addDays(day, -1)
  assert.deepEqual([total('34.04', before), total('34.02', before)], [shipped, shipped])
})

test('CLOCK-8 a district that is said to differ from its province has a zone of its own, from its day on', () => {
  const zone = (code: string, name: string, from = '2016-01-01') => ({
    list: 'zone',
    code,
    place: '00',
    names: { id: code, en: code },
    data: { zone: name },
    from,
    says: 'holds' as const,
  })
  const all = words({}, [...shippedItems, zone('3404', 'Asia/Makassar', day), zone('340', 'Asia/Jayapura')])
  const zoneOf = (place: string, on = day) => policyOn(all, place, on).calendar.zone
  assert.deepEqual(
    ['34.04', '34.02', '34', '53.01', '00'].map((place) => zoneOf(place)),
    ['Asia/Makassar', 'Asia/Jakarta', 'Asia/Jakarta', 'Asia/Makassar', 'Asia/Jakarta'],
  )
  assert.equal(zoneOf('34.04', addDays(day, -1)), 'Asia/Jakarta')
  assert.equal(
    policyOn(
      words(
        {},
        shippedItems.filter(({ list }) => list !== 'zone'),
      ),
      '53.01',
      day,
    ).calendar.zone,
    'Asia/Jakarta',
  )
})

test('LISTS-15 a day that a district opens after all is no day off there, whatever is decreed above', () => {
  const closure = (place: string, closed: boolean): Closure => ({
    place,
    day,
    closed,
    name: 'Cuti bersama',
    basis: 'SKB',
  })
  const closed = groupDays([closure('00', true), closure('34.04', false), closure('33', true)])
  const isOff = (district: string) => policyOn(words({ closed }), district, day).calendar.closed.has(day)
  assert.deepEqual(['34.04', '34.02', '33.01', '00'].map(isOff), [false, true, true, true])
})
