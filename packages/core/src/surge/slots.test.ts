import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from '../kernel/instant.ts'
import type { PlaceCode } from '../place/code.ts'
import { villageCode } from '../place/code.ts'
import { anAffected, aSurge } from '../testing/a-surge.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import type { Slot, SlotPlan, Taken } from './slots.ts'
import { giveSlots as give, heldOf, isStranded, slotKey } from './slots.ts'
import type { AffectedRow, SurgeRow } from './surge.ts'
import { affectedStatuses } from './surge.ts'

const village = villageCode.parse('34.04.07.2001')
const other = villageCode.parse('34.04.07.2002')
const days: readonly Day[] = ['2026-11-03', '2026-11-04']
const plan = {
  days: ['2026-11-04', '2026-11-03'],
  perDay: 2,
  offices: [offices.district, offices.village].map(({ id, place }) => ({ id, place })),
}
const atVillage = { ...plan, offices: [offices.village] }
const said = (slots: readonly (Slot | null)[]) =>
  slots.map((slot) => slot && `${slot.office === offices.village.id ? 'village' : 'district'} ${slot.day} ${slot.nth}`)
/** Slots for people who all come from one day on. */
const giveSlots = (people: readonly PlaceCode[], of: SlotPlan, given: Taken, from: Day) =>
  give(
    people.map((place) => ({ place, from })),
    of,
    given,
  )
const taken = (...given: readonly (readonly [day: Day, given: readonly number[]])[]): Taken =>
  new Map(given.map(([day, nths]) => [slotKey(offices.village.id, day), heldOf(nths)]))

test('SURGE-5 slots are given at the nearest office, day by day, and then at the next one', () => {
  const people = [village, village, village, other, village, village, village]
  assert.deepEqual(said(giveSlots(people, plan, new Map(), '2026-11-02')), [
    'village 2026-11-03 1',
    'village 2026-11-03 2',
    'village 2026-11-04 1',
    'district 2026-11-03 1',
    'village 2026-11-04 2',
    'district 2026-11-03 2',
    'district 2026-11-04 1',
  ])
})

test('SURGE-5 days that are over, and slots that are given, are given to nobody', () => {
  const given = taken(['2026-11-04', [1]])
  assert.deepEqual(said(giveSlots([village, village], atVillage, given, '2026-11-04')), ['village 2026-11-04 2', null])
  assert.deepEqual(giveSlots([village], plan, new Map(), '2026-11-05'), [null])
  assert.deepEqual(giveSlots([other], atVillage, new Map(), '2026-11-01'), [null])
  assert.deepEqual(giveSlots([], plan, new Map(), '2026-11-01'), [])
})

/** What is given of a day, and which slots whoever comes next gets. */
const gaps: readonly (readonly [given: readonly number[], next: readonly (number | null)[]])[] = [
  [[], [1, 2, 3, null]],
  [[1, 2, 3], [null]],
  [
    [2, 3],
    [1, null],
  ],
  [
    [1, 3],
    [2, null],
  ],
  [[3], [1, 2, null]],
  [[2], [1, 3, null]],
  // The room became less: what lies above it is nobody's any more.
  [[5], [1, 2, 3, null]],
  [
    [1, 5],
    [2, 3, null],
  ],
  [
    [1, 2, 5],
    [3, null],
  ],
  [[1, 2, 3, 9], [null]],
]
for (const [given, next] of gaps)
  test(`SURGE-12 where ${given.join(' and ') || 'nothing'} is given, ${next.join(', then ')} comes next`, () => {
    const one = { ...atVillage, perDay: 3, days: ['2026-11-03'] }
    const slots = giveSlots(
      next.map(() => village),
      one,
      taken(['2026-11-03', given]),
      '2026-11-01',
    )
    assert.deepEqual(
      slots.map((slot) => slot?.nth ?? null),
      next,
    )
  })

test('SURGE-12 what was given back on an earlier day comes before what is free on a later one', () => {
  const given = taken(['2026-11-03', [1, 3]], ['2026-11-04', [1]])
  assert.deepEqual(said(giveSlots([village, village, village], { ...atVillage, perDay: 3 }, given, '2026-11-03')), [
    'village 2026-11-03 2',
    'village 2026-11-04 2',
    'village 2026-11-04 3',
  ])
  assert.deepEqual(said(giveSlots([village], { ...atVillage, perDay: 3 }, given, '2026-11-04')), [
    'village 2026-11-04 2',
  ])
})

test('SURGE-12 whoever comes from a later day on leaves the earlier ones to those behind them', () => {
  const waiting = ['2026-11-04', '2026-11-03', '2026-11-05', '2026-11-04'].map((from) => ({ place: village, from }))
  assert.deepEqual(said(give(waiting, atVillage, new Map())), [
    'village 2026-11-04 1',
    'village 2026-11-03 1',
    null,
    'village 2026-11-04 2',
  ])
})

test('SURGE-12 of an office and a day it is kept up to where it is given, and what lies open before', () => {
  assert.deepEqual(heldOf([]), { last: 0, free: [] })
  assert.deepEqual(heldOf([1, 2, 3]), { last: 3, free: [] })
  assert.deepEqual(heldOf([5, 2]), { last: 5, free: [1, 3, 4] })
})

const someone = fc.constantFrom(village, other)
const draws = fc.tuple(fc.array(someone, { maxLength: 14 }), fc.nat(14), fc.integer({ min: 1, max: 4 }))
property(
  'SURGE-5 no slot is given twice, none over the number of a day, and giving in two goes is giving in one',
  draws,
  ([people, cut, perDay]) => {
    const all = giveSlots(people, { ...plan, perDay }, new Map(), '2026-11-01')
    const keys = all.flatMap((slot) => (slot ? [`${slotKey(slot.office, slot.day)} ${slot.nth}`] : []))
    assert.equal(new Set(keys).size, keys.length)
    assert.ok(all.every((slot) => slot === null || (slot.nth >= 1 && slot.nth <= perDay)))
    const first = giveSlots(people.slice(0, cut), { ...plan, perDay }, new Map(), '2026-11-01')
    const rest = giveSlots(people.slice(cut), { ...plan, perDay }, takenBy(first), '2026-11-01')
    assert.deepEqual([...first, ...rest], all)
  },
)

/** What somebody's slots leave for others, read as the server reads it. */
function takenBy(slots: readonly (Slot | null)[]): Taken {
  const given = new Map<string, number[]>()
  for (const slot of slots)
    if (slot) {
      const key = slotKey(slot.office, slot.day)
      given.set(key, [...(given.get(key) ?? []), slot.nth])
    }
  return new Map([...given].map(([key, nths]) => [key, heldOf(nths)]))
}

property(
  'SURGE-12 whatever is given back: nobody twice in one slot, none over the room, no room left while somebody waits',
  fc.tuple(
    fc.array(someone, { maxLength: 12 }),
    fc.array(fc.nat(11), { maxLength: 12 }),
    fc.array(someone, { maxLength: 12 }),
    fc.integer({ min: 1, max: 3 }),
  ),
  ([people, back, more, perDay]) => {
    const one = { ...plan, perDay }
    const first = giveSlots(people, one, new Map(), '2026-11-01').map((slot, at) => (back.includes(at) ? null : slot))
    const next = giveSlots(more, one, takenBy(first), '2026-11-01')
    const held = [...first, ...next].flatMap((slot) => slot ?? [])
    const keys = held.map(({ office, day, nth }) => `${slotKey(office, day)} ${nth}`)
    assert.equal(new Set(keys).size, keys.length, 'nobody sits in the slot of another')
    assert.ok(held.every(({ nth, day }) => nth >= 1 && nth <= perDay && days.includes(day)))
    for (const [at, slot] of next.entries())
      if (slot === null)
        assert.equal(roomFor(more[at] ?? village, held, perDay), 0, 'somebody waits beside an empty slot')
  },
)

/** How many slots are left where somebody of a village could be received. */
function roomFor(place: PlaceCode, held: readonly Slot[], perDay: number): number {
  const serving = place === village ? [offices.village, offices.district] : [offices.district]
  return serving
    .flatMap(({ id }) => days.map((day) => perDay - held.filter((one) => one.office === id && one.day === day).length))
    .reduce((sum, left) => sum + left, 0)
}

property(
  'SURGE-5 who comes earlier is never received later than somebody of the same village who came after them',
  fc.tuple(fc.array(someone, { minLength: 2, maxLength: 14 }), fc.integer({ min: 1, max: 3 })),
  ([people, perDay]) => {
    const slots = giveSlots(people, { ...plan, perDay, offices: [offices.district] }, new Map(), '2026-11-01')
    const at = slots.map((slot) => (slot ? `${slot.day} ${slot.nth}` : 'never'))
    assert.deepEqual(at, at.toSorted())
  },
)

const here = { office: offices.village.id, slotDay: '2026-11-03', slotNth: 2, status: 'queued' } as const
const event = { offices: [offices.village.id], days, perDay: 2 }
/** Somebody's slot, what became of the event, and whether the slot is gone. */
const stranded: readonly (readonly [own: Partial<AffectedRow>, of: Partial<SurgeRow>, gone: boolean])[] = [
  [{}, {}, false],
  [{}, { offices: [offices.district.id] }, true],
  [{}, { offices: [offices.district.id, offices.village.id] }, false],
  [{}, { offices: [] }, true],
  [{}, { days: ['2026-11-04'] }, true],
  [{}, { days: ['2026-11-03'] }, false],
  [{}, { perDay: 1 }, true],
  [{ slotNth: 1 }, { perDay: 1 }, false],
  [{ slotDay: '2026-11-02' }, {}, true],
  // What is over is not given back: they were called, or should have been.
  [{ slotDay: '2026-11-01' }, {}, false],
  [{ slotDay: null, slotNth: null }, {}, false],
]
for (const [own, of, gone] of stranded)
  test(`SURGE-12 a slot ${JSON.stringify(own)} of an event ${JSON.stringify(of)} is ${gone ? 'gone' : 'theirs'}`, () => {
    assert.equal(isStranded(anAffected({ ...here, ...own }), aSurge({ ...event, ...of }), '2026-11-02'), gone)
  })

test('SURGE-12 only who is in the queue has a slot to lose', () => {
  for (const status of affectedStatuses)
    assert.equal(
      isStranded(anAffected({ ...here, status }), aSurge({ ...event, days: ['2026-11-09'] }), '2026-11-02'),
      status === 'queued',
      status,
    )
})
