import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PlaceCode } from '../place/code.ts'
import { covers, placeCode } from '../place/code.ts'
import { property } from '../testing/property.ts'
import type { Counts } from './quota.ts'
import {
  collide,
  endedFor,
  isFree,
  leave,
  meet,
  mostMovedUp,
  movedUp,
  movingUp,
  placesLeft,
  quotaFor,
  runsOn,
  take,
} from './quota.ts'

interface Span {
  readonly place: PlaceCode
  readonly from: string
  readonly until: string
  readonly waiting: number
}
const quota = (place: string, from: string, until: string, waiting = 1): Span => ({
  place: placeCode.parse(place),
  from,
  until,
  waiting,
})
const home = placeCode.parse('34.04.07.2001')

/** Which quota counts for somebody of Caturtunggal on a day. */
const year = quota('34.04', '2026-01-01', '2026-12-31')
const sub = quota('34.04.07', '2026-01-01', '2026-12-31')
const june = quota('34.04.07.2001', '2026-06-01', '2026-06-30')
const beside = quota('34.04.07.2002', '2026-01-01', '2026-12-31')
const next = quota('34.04', '2027-01-01', '2027-12-31')
const leapDay = quota('34.04.07.2001', '2028-02-29', '2028-02-29')
const counting: readonly (readonly [day: string, quotas: readonly Span[], counts: Span | null])[] = [
  ['2025-12-31', [year, sub, june, beside, next], null],
  ['2026-01-01', [year, sub, june, beside, next], sub],
  ['2026-05-31', [year, sub, june, beside, next], sub],
  ['2026-06-01', [year, sub, june, beside, next], june],
  ['2026-06-30', [year, sub, june, beside, next], june],
  ['2026-07-01', [year, sub, june, beside, next], sub],
  ['2026-12-31', [year, sub, june, beside, next], sub],
  ['2027-01-01', [year, sub, june, beside, next], next],
  ['2027-12-31', [year, sub, june, beside, next], next],
  ['2028-01-01', [year, sub, june, beside, next], null],
  ['2026-06-15', [beside], null],
  ['2026-06-15', [year, beside], year],
  ['2028-02-28', [leapDay], null],
  ['2028-02-29', [leapDay], leapDay],
  ['2028-03-01', [leapDay], null],
  ['2026-06-15', [], null],
]
for (const [day, quotas, counts] of counting)
  test(`QUOTA-1 on ${day} of ${quotas.length} quotas ${counts ? `that of ${counts.place} counts` : 'none counts'}`, () => {
    assert.equal(quotaFor(quotas, home, day), counts)
    assert.equal(quotaFor(quotas.toReversed(), home, day), counts, 'in whatever order they are read')
  })

/** Between two periods, of which quota somebody of Caturtunggal still waits. */
const over = quota('34.04', '2025-01-01', '2025-12-31')
const overSub = quota('34.04.07', '2025-01-01', '2025-12-31')
const overHome = quota('34.04.07.2001', '2025-01-01', '2025-12-31')
const longOver = quota('34.04.07.2001', '2024-01-01', '2024-12-31')
const nobody = { ...overHome, waiting: 0 }
const ended: readonly (readonly [what: string, quotas: readonly Span[], owes: Span | null])[] = [
  ['one that ended', [over], over],
  ['one that ends today', [quota('34.04', '2026-01-01', '2026-01-15')], null],
  ['one that goes on', [year], null],
  ['one for which nobody waits', [nobody], null],
  ['two that ended together', [over, overSub], overSub],
  ['three that ended together', [over, overSub, overHome], overHome],
  ['three, for the narrowest of which nobody waits', [over, overSub, nobody], overSub],
  ['a narrower one that ended earlier', [over, longOver], over],
  ['one of a place beside', [{ ...beside, until: '2025-12-31' }], null],
]
for (const [what, quotas, owes] of ended)
  test(`QUOTA-8 of ${what}, ${owes ? `the one of ${owes.place} is owed` : 'none is owed'}`, () => {
    assert.equal(endedFor(quotas, home, '2026-01-15'), owes)
    assert.equal(endedFor(quotas.toReversed(), home, '2026-01-15'), owes, 'in whatever order they are read')
  })

const dayOf = fc.integer({ min: 0, max: 800 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const aSpan = fc
  .tuple(fc.constantFrom('34.04', '34.04.07', '34.04.07.2001', '34.04.07.2002', '34.02'), dayOf, dayOf, fc.nat(2))
  .map(([place, one, other, waiting]) =>
    one <= other ? quota(place, one, other, waiting) : quota(place, other, one, waiting),
  )

property(
  'QUOTA-5 that two quotas meet is the same from both sides, and means a day that is in both',
  fc.tuple(aSpan, aSpan),
  ([a, b]) => {
    assert.equal(meet(a, b), meet(b, a))
    assert.equal(collide(a, b), collide(b, a))
    const first = a.from > b.from ? a.from : b.from
    assert.equal(meet(a, b), runsOn(a, first) && runsOn(b, first))
    assert.ok(meet(a, a) && collide(a, a))
    if (collide(a, b)) assert.ok(meet(a, b) && a.place === b.place)
  },
)

property(
  'QUOTA-1 the quota that counts covers the place on the day, and no narrower one does',
  fc.tuple(fc.array(aSpan, { maxLength: 6 }), dayOf),
  ([quotas, day]) => {
    const counts = quotaFor(quotas, home, day)
    const fitting = quotas.filter((one) => covers(one.place, home) && runsOn(one, day))
    assert.equal(counts === null, fitting.length === 0)
    if (counts) assert.ok(fitting.includes(counts) && fitting.every(({ place }) => place.length <= counts.place.length))
  },
)

property(
  'QUOTA-8 what is owed ended last of all for which somebody waits, and of those that ended with it is the narrowest',
  fc.tuple(fc.array(aSpan, { maxLength: 6 }), dayOf),
  ([quotas, day]) => {
    const owed = endedFor(quotas, home, day)
    const fitting = quotas.filter((one) => covers(one.place, home) && one.until < day && one.waiting > 0)
    assert.equal(owed === null, fitting.length === 0)
    if (!owed) return
    assert.ok(fitting.every(({ until }) => until <= owed.until))
    const together = fitting.filter(({ until }) => until === owed.until)
    assert.ok(together.every(({ place }) => place.length <= owed.place.length))
  },
)

/** What taking a place comes to. */
const counts = (places: number, granted: number, shared: number | null, waiting: number, lastTicket = 9): Counts => ({
  places,
  granted,
  shared,
  waiting,
  lastTicket,
})
const takings: readonly (readonly [what: string, before: Counts, owed: boolean, ticket: number | null])[] = [
  ['the first of two', counts(2, 0, 0, 0), false, null],
  ['the last of two', counts(2, 1, 0, 0), false, null],
  ['none of two', counts(2, 2, 0, 0), false, 10],
  ['one that is shared out', counts(2, 1, 1, 0), false, 10],
  ['one of a quota from before shares', counts(2, 1, null, 0), false, null],
  ['one while somebody waits', counts(2, 1, 0, 1), false, 10],
  ['one that is owed to others', counts(2, 0, 0, 0), true, 10],
  ['none of nothing', counts(0, 0, 0, 0), false, 10],
  ['one of an overdrawn quota', counts(2, 3, 0, 0), false, 10],
]
for (const [what, before, owed, ticket] of takings)
  test(`QUOTA-2 to take ${what} gives ${ticket === null ? 'a place' : `the number ${ticket} in the line`}`, () => {
    const { counts: after, ticket: given } = take(before, owed)
    assert.equal(given, ticket)
    assert.deepEqual(
      after,
      ticket === null
        ? { ...before, granted: before.granted + 1 }
        : { ...before, waiting: before.waiting + 1, lastTicket: ticket },
    )
  })

const someCounts = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(50), fc.nat(300), fc.nat(500))
  .map(([places, granted, shared, waiting, lastTicket]) =>
    counts(places, Math.min(places, granted), Math.min(shared, Math.max(0, places - granted)), waiting, lastTicket),
  )
property(
  'QUOTA-2, QUOTA-4 moving up leaves nobody beside a free place, and grants no more than there are',
  someCounts,
  (before) => {
    const n = movingUp(before)
    const after = movedUp(before, n)
    assert.ok(n >= 0 && n <= mostMovedUp && n <= before.waiting)
    assert.ok(placesLeft(after) >= 0)
    assert.equal(after.granted + after.waiting, before.granted + before.waiting, 'nobody is lost')
    assert.ok(after.waiting === 0 || placesLeft(after) === 0 || n === mostMovedUp)
    assert.deepEqual([after.places, after.shared, after.lastTicket], [before.places, before.shared, before.lastTicket])
  },
)

property('QUOTA-4 whoever takes a place and leaves it again leaves no trace but their number', someCounts, (before) => {
  const { counts: after, ticket } = take(before)
  const back = leave(after, ticket === null ? 'place' : 'line')
  assert.deepEqual({ ...back, lastTicket: before.lastTicket }, before)
  assert.equal(ticket === null, isFree(before))
  assert.ok(back.lastTicket >= before.lastTicket)
})

property(
  'QUOTA-3 numbers in the line go up one by one, whatever is taken and left between',
  fc.tuple(someCounts, fc.array(fc.boolean(), { maxLength: 30 })),
  ([start, takes]) => {
    let now = start
    for (const takesOne of takes) {
      if (!takesOne && now.waiting > 0) now = leave(now, 'line')
      else {
        const { counts: after, ticket } = take(now, true)
        assert.equal(ticket, now.lastTicket + 1)
        now = after
      }
    }
    assert.equal(now.granted, start.granted, 'who is owed a place comes first')
  },
)
