import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitCommandData } from '@openslrt/core/contract/visit.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { minuteMs } from '@openslrt/core/kernel/instant.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { brought } from './plan-visit.ts'
import type { PlanValues } from './visit-values.ts'
import { emptyPlan, givenOf, mapLink, minutesOf, momentOf, planFaults, seenAt, whenFaults } from './visit-values.ts'

const t = sayIn('id')

/** Hours as people write them, in minutes after midnight. */
const hours: readonly (readonly [text: string, minutes: number | null])[] = [
  ['9.30', 570],
  ['09:30', 570],
  [' 09.30 ', 570],
  ['0.00', 0],
  ['23.59', 1439],
  ['24.00', null],
  ['23.60', null],
  ['9', null],
  ['9.3', null],
  ['930', null],
  ['pagi', null],
  ['', null],
  ['-1.00', null],
  ['9.30.00', null],
]
for (const [text, minutes] of hours)
  test(`VISIT-8 the hour "${text}" is ${minutes ?? 'none'}`, () => {
    assert.equal(minutesOf(text), minutes)
    assert.equal('time' in whenFaults({ day: '2026-11-04', time: text }, t), minutes === null)
  })

test('VISIT-8 without a day there is no moment, and both faults are said beside their fields', () => {
  assert.deepEqual(Object.keys(whenFaults({ day: '', time: '' }, t)), ['day', 'time'])
  assert.deepEqual(whenFaults({ day: '2026-11-04', time: '9.30' }, t), {})
})

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
test('VISIT-8 a moment is told as the clock of the office shows it', () => {
  const now = Date.parse('2026-11-04T23:30:00+07:00')
  assert.deepEqual(
    zones.map((zone) => seenAt(zone, now)),
    [
      { day: '2026-11-04', time: '23.30' },
      { day: '2026-11-05', time: '00.30' },
      { day: '2026-11-05', time: '01.30' },
    ],
  )
})

property(
  'VISIT-8 what a form shows of a moment goes out as that moment, to the minute, in every zone',
  fc.tuple(fc.constantFrom(...zones), fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') })),
  ([zone, at]) => {
    const said = momentOf(zone, seenAt(zone, at))
    assert.equal(Date.parse(said), Math.floor(at / minuteMs) * minuteMs)
    assert.ok(visitCommandData.done.safeParse({ ...visitData.done, capturedAt: said }).success)
  },
)

const full: PlanValues = {
  ...emptyPlan,
  place: { code: '34.04.07.2001', label: 'Caturtunggal' },
  name: 'Sumarni',
  trigger: 'housing',
  day: '2026-11-04',
  office: String(ids.office(1)),
}
/** What somebody left out of a plan, and which fields say so. */
const plans: readonly (readonly [own: Partial<PlanValues>, fields: readonly (keyof PlanValues)[]])[] = [
  [{}, []],
  [{ name: '', address: 'RT 04' }, []],
  [{ name: ' ', address: ' ' }, ['name']],
  [{ place: null }, ['place']],
  [{ trigger: '' }, ['trigger']],
  [{ day: '' }, ['day']],
  [{ office: '' }, ['office']],
  [{ phone: '', ask: '', proposal: '', assignee: '' }, []],
]
for (const [own, fields] of plans)
  test(`VISIT-1 a plan with ${JSON.stringify(own)} lacks ${fields.join() || 'nothing'}`, () => {
    assert.deepEqual(Object.keys(planFaults({ ...full, ...own }, t)), fields)
  })

test('VISIT-1 an empty plan names all that is missing, in words', () => {
  const faults = planFaults(emptyPlan, t)
  assert.deepEqual(Object.keys(faults), ['place', 'name', 'trigger', 'day', 'office'])
  for (const text of Object.values(faults)) assert.match(text ?? '', /\.$/)
})

test('VISIT-3 whoever is to go goes out by id; nobody by name is nobody', () => {
  const office = String(ids.office(1))
  assert.deepEqual(givenOf({ office, assignee: '' }), { office, assignee: null })
  assert.deepEqual(givenOf({ office, assignee: String(ids.staff(2)) }), { office, assignee: ids.staff(2) })
  assert.throws(() => givenOf({ office: 'x', assignee: '' }))
})

test('VISIT-13 what a card brings along is read strictly: ids, a place, words, and nothing else', () => {
  const about = { case: String(ids.case(1)), family: null, person: null }
  const values = { place: { code: '34.04.07.2001', label: 'Caturtunggal' }, name: 'Sumarni', address: '' }
  assert.ok(brought.safeParse({ about, values }).success)
  assert.ok(brought.safeParse({ about: { ...about, case: null }, values: { ...values, place: null } }).success)
  for (const odd of [
    null,
    {},
    { about },
    { about: { ...about, case: 'x' }, values },
    { about, values: { ...values, name: 1 } },
    { about, values: { ...values, place: 'Caturtunggal' } },
  ])
    assert.ok(!brought.safeParse(odd).success, JSON.stringify(odd))
})

test('VISIT-5 a position opens the map of the device, and asks nobody for it', () => {
  assert.equal(mapLink({ lat: -7.7753, long: 110.4098, accuracy: 8 }), 'geo:-7.7753,110.4098')
})
