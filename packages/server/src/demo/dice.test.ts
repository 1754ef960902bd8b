import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { aCalendar } from '@openslrt/core/testing/a-policy.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { arrivals, atHome } from './arrivals.ts'
import { complaints } from './needs-complaints.ts'
import { services } from './needs-services.ts'
import { examplePhone, nameOf, personOf } from './people.ts'
import { diceOf, idOf } from './seeded.ts'

test('DEMO-7 the dice of a seed fall the same at every start, those of another seed otherwise', () => {
  const throws = (seed: string) => {
    const dice = diceOf(seed)
    return Array.from({ length: 50 }, () => dice.next())
  }
  assert.deepEqual(throws('a'), throws('a'))
  assert.notDeepEqual(throws('a'), throws('b'))
  assert.ok(throws('a').every((n) => n >= 0 && n < 1))
})

property(
  'DEMO-7 whatever is asked of the dice lies where it may, and every end of it can be reached',
  fc.record({ seed: fc.string(), least: fc.integer({ min: -50, max: 50 }), more: fc.nat({ max: 20 }) }),
  ({ seed, least, more }) => {
    const dice = diceOf(seed)
    const list = Array.from({ length: more + 1 }, (_, n) => n)
    const thrown = Array.from({ length: 400 }, () => dice.between(least, least + more))
    assert.ok(thrown.every((n) => Number.isInteger(n) && n >= least && n <= least + more))
    assert.ok(more > 20 || new Set(thrown).size === more + 1, 'all of them come')
    assert.ok(list.includes(dice.pick(list)))
    assert.equal(dice.chance(0) || !dice.chance(1), false)
  },
  50,
)

test('DEMO-7 what weighs nothing is never drawn, and what weighs thrice comes about thrice as often', () => {
  const dice = diceOf('weights')
  const counts = { never: 0, seldom: 0, often: 0 }
  for (let n = 0; n < 4_000; n++)
    counts[dice.weighted(['never', 'seldom', 'often'] as const, (what) => ({ never: 0, seldom: 1, often: 3 })[what])]++
  assert.equal(counts.never, 0)
  assert.ok(counts.often > counts.seldom * 2.6 && counts.often < counts.seldom * 3.4, JSON.stringify(counts))
  assert.throws(() => dice.pick([]), /nothing to pick from/)
  assert.throws(() => dice.weighted([], () => 1), /nothing to pick from/)
})

test("DEMO-7 an id follows from its seed, is a UUID of version 8, and is no other seed's", () => {
  const made = Array.from({ length: 500 }, (_, n) => idOf(`case ${n}`))
  assert.equal(new Set(made).size, 500)
  for (const id of made) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(idOf('case 1'), made[1])
})

const now = Date.parse('2026-11-23T10:00:00+07:00')
const calendar = aCalendar()
const coming = arrivals(calendar, now, 3_000, diceOf('kedatangan'))

test('DEMO-2 people come in the past year, in order, on working days, and as many as were asked for', () => {
  assert.equal(coming.length, 3_000)
  assert.deepEqual(
    coming,
    coming.toSorted((left, right) => left - right),
  )
  const oldest = addDays(dayIn('Asia/Jakarta', now), -364)
  for (const at of coming) {
    const day = dayIn('Asia/Jakarta', at)
    assert.ok(at < now && day >= oldest, day)
    assert.ok(calendar.week[new Date(`${day}T00:00:00Z`).getUTCDay()] && !calendar.closed.has(day), day)
  }
})

test('DEMO-2 June is by far the fullest month, and Monday the fullest day', () => {
  const older = coming.filter((at) => at < now - 40 * dayMs)
  const byMonth = Map.groupBy(older, (at) => dayIn('Asia/Jakarta', at).slice(5, 7))
  const fullest = [...byMonth].toSorted(([, one], [, two]) => two.length - one.length)[0]
  assert.equal(fullest?.[0], '06')
  const byDay = Map.groupBy(coming, (at) => new Date(at + 7 * 60 * 60_000).getUTCDay())
  assert.equal([...byDay].toSorted(([, one], [, two]) => two.length - one.length)[0]?.[0], 1)
})

test('DEMO-2 who writes from home does so on the same day, in the morning, in the evening or between', () => {
  const dice = diceOf('rumah')
  for (const at of coming.slice(0, 200)) {
    const home = atHome(calendar, at, dice)
    assert.equal(dayIn('Asia/Jakarta', home), dayIn('Asia/Jakarta', at))
    const minutes = new Date(home + 7 * 60 * 60_000).getUTCHours() * 60 + new Date(home).getUTCMinutes()
    assert.ok(minutes >= 330 && minutes <= 22 * 60, String(minutes))
  }
})

const village = { code: placeCode.parse('34.04.07.2001'), name: 'Caturtunggal' }

test('DEMO-6 a person of the demo has numbers in the form of real ones, which nobody can have', () => {
  const dice = diceOf('orang')
  for (let n = 0; n < 500; n++) {
    const { name, nik, kk, phone, address } = personOf(dice, village)
    assert.match(nik, /^340407\d{6}0000$/)
    assert.match(kk, /^340407\d{6}0000$/)
    const [day, month] = [Number(nik.slice(6, 8)), Number(nik.slice(8, 10))]
    assert.ok((day >= 1 && day <= 28) || (day >= 41 && day <= 68), nik)
    assert.ok(month >= 1 && month <= 12, nik)
    assert.match(phone, /^0800 0\d{3} \d{4}$/)
    assert.match(address, /^RT \d{2}\/RW \d{2}, Caturtunggal \(data contoh\)$/)
    assert.match(name, /^[A-Z][a-z]+ [A-Z][a-z]+$/)
  }
  assert.match(examplePhone(dice), /^0800 0\d{3} \d{4}$/)
})

test('DEMO-6 nobody is called by the same word twice', () => {
  const dice = diceOf('nama')
  for (let n = 0; n < 1_000; n++) {
    const [first, second] = nameOf(dice, n % 2 === 0).split(' ')
    assert.notEqual(first, second)
  }
})

const needs = [...services, ...complaints]
const codes = new Map(shippedLists.categories.map((category) => [category.code, category]))

for (const need of needs) {
  test(`DEMO-9 the need "${need.category}" is on the lists, with its kinds, its outcome and words of some length`, () => {
    const category = codes.get(need.category)
    assert.ok(category, 'a category of the lists')
    for (const kind of need.kinds) assert.ok(category.kinds.includes(kind), kind)
    assert.ok(need.weight > 0 && need.said.length > 0)
    for (const [summary, story] of need.said)
      assert.ok(summary.length >= 3 && summary.length <= 200 && story.length > 10)
    const [outcome, words] = need.done
    assert.ok(
      shippedLists.lines.outcome.some(([code]) => code === outcome),
      outcome,
    )
    assert.ok(words.length > 10)
    if (category.restricted !== null) assert.equal(need.restricted, category.restricted)
  })
}
