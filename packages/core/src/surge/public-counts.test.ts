import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countedSurge, publicSurgeLine } from '../contract/public-surge.ts'
import { property } from '../testing/property.ts'
import type { DayCount, PlaceCount, StepCounts } from './public-counts.ts'
import { fewest, publicCounts, publicPicture, publicSteps, toldOf } from './public-counts.ts'

const place = (name: string, total: number, done: number): PlaceCount => ({ name, total, done })
const day = (on: number, done: number): DayCount => ({ day: `2026-11-${String(on).padStart(2, '0')}`, done })
const counts = (own: Partial<StepCounts> = {}): StepCounts => ({
  total: 1000,
  matched: 800,
  opened: 900,
  placed: 600,
  done: 300,
  ...own,
})

test('SURGE-9 places are told by name, small ones together, and with none to be told of nothing is', () => {
  assert.deepEqual(publicCounts([place('Ngaglik', 40, 10), place('Depok', 100, 0), place('Moyudan', 0, 0)]), [
    { name: 'Depok', total: 100, done: 0 },
    { name: 'Ngaglik', total: 40, done: 10 },
  ])
  assert.deepEqual(publicCounts([place('Depok', 100, 100), place('Seyegan', 3, 1), place('Turi', 4, 4)]), [
    { name: 'Depok', total: 100, done: 100 },
    { name: null, total: 7, done: null },
  ])
  assert.deepEqual(publicCounts([]), [])
})

test('SURGE-9 where the small ones are too few together, the smallest of the others is told with them', () => {
  assert.deepEqual(publicCounts([place('Depok', 100, 20), place('Ngaglik', 11, 5), place('Turi', 2, 0)]), [
    { name: 'Depok', total: 100, done: 20 },
    { name: null, total: 13, done: 5 },
  ])
  assert.deepEqual(publicCounts([place('Turi', 4, 4)]), [], 'four people are nobody’s business')
})

test('SURGE-9 one place alone is never withheld: another is withheld with it, the smallest that hides it', () => {
  // 23 of 140 are told in all: without Turi's 8 the 2 of Ngaglik would follow.
  const told = publicCounts([place('Depok', 60, 13), place('Ngaglik', 40, 2), place('Turi', 40, 8)])
  assert.deepEqual(told, [
    { name: 'Depok', total: 60, done: 13 },
    { name: 'Ngaglik', total: 40, done: null },
    { name: 'Turi', total: 40, done: null },
  ])
  // Where the sum itself is not told, nothing follows from it.
  assert.deepEqual(publicCounts([place('Depok', 60, 0), place('Ngaglik', 40, 2)]), [
    { name: 'Depok', total: 60, done: 0 },
    { name: 'Ngaglik', total: 40, done: null },
  ])
})

const told: readonly (readonly [n: number, total: number, told: number | null])[] = [
  [0, 10, 0],
  [1, 10, null],
  [4, 10, null],
  [5, 10, 5],
  [6, 10, null],
  [9, 10, null],
  [10, 10, 10],
  [0, 3, null],
  [3, 3, null],
]
for (const [n, total, shown] of told)
  test(`SURGE-9 ${n} of ${total} is told as ${shown}`, () => {
    assert.equal(toldOf(n, total), shown)
  })

test('SURGE-13 a list is told as how many are on it and how far they have come', () => {
  const { total, steps } = publicPicture(counts(), [], [])
  assert.deepEqual([total, steps], [1000, { matched: 800, opened: 900, placed: 600, done: 300 }])
  assert.deepEqual(publicSteps, ['matched', 'opened', 'placed', 'done'])
})

/** What is counted, and which steps of it are told of nowhere. */
const steps: readonly (readonly [own: Partial<StepCounts>, hidden: readonly string[]])[] = [
  [{}, []],
  [{ matched: 0, opened: 0, placed: 0, done: 0 }, []],
  [{ matched: 3 }, ['matched']],
  [{ opened: 997 }, ['opened']],
  [{ opened: 1000 }, []],
  [{ done: 4, placed: 4 }, ['placed', 'done']],
  // Who waits with a slot is what lies between the two.
  [{ placed: 303, done: 300 }, ['placed']],
  [{ placed: 300, done: 300 }, []],
  [{ placed: 305, done: 300 }, []],
  [{ placed: 5, done: 2 }, ['done']],
]
for (const [own, hidden] of steps)
  test(`SURGE-13 of ${JSON.stringify(own)} nobody is told ${hidden.join(' and ') || 'too little'}`, () => {
    const { steps: shown } = publicPicture(counts(own), [], [])
    assert.deepEqual(
      publicSteps.filter((step) => shown[step] === null),
      hidden,
    )
  })

test('SURGE-13 of a list of fewer than the limit nothing is told at all', () => {
  const few = { total: 4, matched: 4, opened: 4, placed: 4, done: 4 }
  assert.deepEqual(publicPicture(few, [place('Depok', 4, 4)], [day(3, 4)]), {
    total: null,
    steps: { matched: null, opened: null, placed: null, done: null },
    places: [],
    days: [],
  })
  const five = { total: 5, matched: 5, opened: 5, placed: 5, done: 5 }
  assert.equal(publicPicture(five, [], []).total, 5)
  assert.equal(publicPicture(five, [], [], 6).total, null, 'the limit is the one that is said')
})

/** How many were helped by day, and what is told of it. */
const byDay: readonly (readonly [days: readonly DayCount[], told: readonly string[]])[] = [
  [
    [day(3, 200), day(4, 100)],
    ['2026-11-03 200', '2026-11-04 100'],
  ],
  [
    [day(4, 100), day(3, 200)],
    ['2026-11-03 200', '2026-11-04 100'],
  ],
  [[day(3, 298), day(4, 2)], ['null 300']],
  [
    [day(3, 200), day(4, 98), day(5, 2)],
    ['2026-11-03 200', 'null 100'],
  ],
  [
    [day(3, 294), day(4, 3), day(5, 3)],
    ['2026-11-03 294', 'null 6'],
  ],
  [[day(3, 300), day(4, 0)], ['2026-11-03 300']],
  [[], []],
]
for (const [days, shown] of byDay)
  test(`SURGE-13 days with ${days.map(({ done }) => done).join(', ') || 'nothing'} are told as ${shown.join(', ')}`, () => {
    const { days: of } = publicPicture(counts(), [], days)
    assert.deepEqual(
      of.map((one) => `${one.day} ${one.done}`),
      shown,
    )
  })

test('SURGE-13 where it is not told how many were helped, no day is', () => {
  assert.deepEqual(publicPicture(counts({ done: 3, placed: 50 }), [], [day(3, 3)]).days, [])
})

const drawn = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 8 })
const placesOf = (all: readonly (readonly [number, number])[]): readonly PlaceCount[] =>
  all.map(([total, done], nth) => place(`K${nth}`, total, Math.min(done, total)))
const sumOf = <Of>(all: readonly Of[], of: (one: Of) => number): number => all.reduce((sum, one) => sum + of(one), 0)

property(
  'SURGE-9 nothing told is below the limit, and what is left out can not be worked out from the sum',
  fc.tuple(drawn, fc.integer({ min: 2, max: 9 })),
  ([all, least]) => {
    const places = placesOf(all)
    const shown = publicCounts(places, least)
    for (const { total, done } of shown) {
      assert.ok(total >= least)
      assert.ok(done === null || done === 0 || done === total || (done >= least && total - done >= least))
    }
    const left = sumOf(places, ({ total }) => total) - sumOf(shown, ({ total }) => total)
    assert.ok(shown.length === 0 || left === 0, 'whoever is not told by name is told with others')
  },
)

property(
  'SURGE-9, SURGE-13 whoever subtracts what is told from the whole is left with nobody, or with enough of them',
  fc.tuple(drawn, fc.array(fc.nat(12), { maxLength: 6 }), fc.integer({ min: 2, max: 9 })),
  ([all, byDays, least]) => {
    const places = placesOf(all)
    const [total, done] = [sumOf(places, (one) => one.total), sumOf(places, (one) => one.done)]
    // Days share out the same helped.
    let left = done
    const days = [...byDays, done].map((n, at) => {
      const own = Math.min(n, left)
      left -= own
      return day(at + 1, own)
    })
    const picture = publicPicture({ total, matched: 0, opened: 0, placed: done, done }, places, days, least)
    const helped = picture.steps.done
    if (helped === null) {
      assert.deepEqual(picture.days, [])
      return
    }
    const hidden = picture.places.filter((one) => one.done === null)
    const rest = helped - sumOf(picture.places, (one) => one.done ?? 0)
    const around = sumOf(hidden, (one) => one.total)
    if (hidden.length > 0) assert.notEqual(toldOf(rest, around, least), null, `${rest} of ${around} would follow`)
    else if (picture.places.length > 0) assert.equal(rest, 0)
    const ofDays = sumOf(picture.days, (one) => one.done)
    assert.ok(ofDays === helped || helped - ofDays === 0, 'days add up to the whole')
    assert.ok(picture.days.every((one) => one.done >= least || helped < least))
    assert.ok(picture.days.filter((one) => one.day === null).length <= 1)
  },
)

test('SURGE-13 what the database counts is read strictly enough to notice that it says something else', () => {
  const said = {
    name: 'PBI',
    placeName: 'Sleman',
    day: '2026-11-02',
    open: true,
    counts: counts(),
    places: [place('Depok', 3, 1)],
    days: [day(3, 1)],
  }
  assert.ok(countedSurge.safeParse(said).success)
  for (const odd of [
    { counts: { total: 1 } },
    { places: [{ name: 'x' }] },
    { days: [{ day: 'x', done: 1 }] },
    { open: 1 },
  ])
    assert.ok(!countedSurge.safeParse({ ...said, ...odd }).success, JSON.stringify(odd))
  assert.ok(!countedSurge.safeParse({ ...said, counts: counts({ done: -1 }) }).success)
  assert.ok(!publicSurgeLine.safeParse({ ...said, district: 'x', id: 'y' }).success)
  assert.equal(fewest, 5)
})
