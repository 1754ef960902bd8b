import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { needId } from '../kernel/id.ts'
import type { Zone } from '../kernel/instant.ts'
import { dayIn, dayMs, hourMs, zones } from '../kernel/instant.ts'
import { isWorkingDay } from '../meeting/days.ts'
import { aNeed, aNeedFile, anApplication, needData } from '../testing/a-need.ts'
import { aCalendar, aPolicy } from '../testing/a-policy.ts'
import { staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import { applicationClockWants } from './clock.ts'
import { decideAboutNeed } from './decide.ts'
import type { ApplicationRow } from './need.ts'

const village = staff('fo', offices.village)

/** An application that is sent at a moment, in a zone. */
function sentAt(now: number, zone: Zone): ApplicationRow {
  const drafted = anApplication({ status: 'drafted', sentAt: null, dueDay: null, dueAt: null, remindAt: null })
  const policy = aPolicy(now, { calendar: aCalendar(zone), day: dayIn(zone, now) })
  const answer = decideAboutNeed(
    aNeedFile({ need: aNeed(), application: drafted }),
    { kind: 'application.send', subject: drafted.id, data: needData['application.send'] },
    village,
    policy,
  )
  assert.ok(answer.ok)
  const [change] = answer.value.changes
  assert.ok(change?.table === 'application')
  return { ...drafted, ...change.set }
}

/** Moments that are another day in another zone: the fourteenth working day after the local one, at the end of its hours. */
const moments: readonly (readonly [zone: Zone, sent: string, local: string, due: string])[] = [
  ['Asia/Jakarta', '2026-11-02T09:00:00+07:00', '2026-11-02', '2026-11-20'],
  ['Asia/Makassar', '2026-11-02T09:00:00+08:00', '2026-11-02', '2026-11-20'],
  ['Asia/Jayapura', '2026-11-02T09:00:00+09:00', '2026-11-02', '2026-11-20'],
  ['Asia/Jakarta', '2026-11-02T15:30:00Z', '2026-11-02', '2026-11-20'],
  ['Asia/Makassar', '2026-11-02T15:30:00Z', '2026-11-02', '2026-11-20'],
  ['Asia/Jayapura', '2026-11-02T15:30:00Z', '2026-11-03', '2026-11-23'],
  ['Asia/Jakarta', '2026-11-02T16:30:00Z', '2026-11-02', '2026-11-20'],
  ['Asia/Makassar', '2026-11-02T16:30:00Z', '2026-11-03', '2026-11-23'],
  ['Asia/Jayapura', '2026-11-02T16:30:00Z', '2026-11-03', '2026-11-23'],
  ['Asia/Jakarta', '2026-11-02T17:00:00Z', '2026-11-03', '2026-11-23'],
  ['Asia/Jakarta', '2026-11-07T12:00:00+07:00', '2026-11-07', '2026-11-26'],
  ['Asia/Jakarta', '2026-11-08T12:00:00+07:00', '2026-11-08', '2026-11-26'],
  ['Asia/Jakarta', '2026-11-30T23:59:59+07:00', '2026-11-30', '2026-12-18'],
  ['Asia/Jayapura', '2026-11-30T22:00:00+07:00', '2026-12-01', '2026-12-21'],
]
for (const [zone, sent, local, due] of moments)
  test(`NEED-6 what is sent on ${local} in ${zone} (${sent}) is due on ${due}`, () => {
    const now = Date.parse(sent)
    assert.equal(dayIn(zone, now), local)
    const { dueDay, dueAt, remindAt } = sentAt(now, zone)
    assert.equal(dueDay, due)
    assert.equal(dayIn(zone, dueAt ?? 0), due, 'it is due on that day where the office is')
    assert.ok((remindAt ?? 0) < (dueAt ?? 0))
  })

/** What is counted day by day with the calendar of the place, apart from the code. */
function countedFrom(day: string, zone: Zone, n: number): string {
  const calendar = aCalendar(zone)
  let [at, left] = [Date.parse(`${day}T00:00:00Z`), n]
  while (left > 0) {
    at += dayMs
    if (isWorkingDay(calendar, new Date(at).toISOString().slice(0, 10))) left--
  }
  return new Date(at).toISOString().slice(0, 10)
}
// As far as holidays are shipped.
const moment = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-10-01T00:00:00Z') })
const zone = fc.constantFrom(...zones)

property(
  'NEED-6 in every zone the answer is due on the fourteenth working day after the local one, within the hours of the office',
  fc.tuple(moment, zone),
  ([now, where]) => {
    const { dueDay, dueAt, remindAt, sentAt: sent } = sentAt(now, where)
    assert.equal(dueDay, countedFrom(dayIn(where, now), where, 14))
    assert.ok(dueAt !== null && remindAt !== null && sent === now)
    assert.equal(dayIn(where, dueAt), dueDay)
    assert.ok(isWorkingDay(aCalendar(where), dueDay ?? ''))
    assert.equal(dayIn(where, remindAt), countedFrom(dayIn(where, now), where, 13))
    assert.ok(now < remindAt && remindAt < dueAt && dueAt - remindAt > hourMs)
  },
  120,
)

property(
  'NEED-6 of two that are sent in one zone, the earlier one is not due later',
  fc.tuple(moment, fc.integer({ min: 0, max: 40 * dayMs }), zone),
  ([now, later, where]) => {
    const [first, second] = [sentAt(now, where), sentAt(now + later, where)]
    assert.ok((first.dueAt ?? 0) <= (second.dueAt ?? 0))
    assert.ok((first.remindAt ?? 0) <= (second.remindAt ?? 0))
  },
  120,
)

property(
  'NEED-6 the clock is silent until the day before, then reminds, then says that time is over',
  fc.tuple(moment, zone),
  ([now, where]) => {
    const row = sentAt(now, where)
    const [remindAt, dueAt] = [row.remindAt ?? 0, row.dueAt ?? 0]
    const wants = (at: number) => applicationClockWants(row, at)
    assert.deepEqual(
      [wants(now), wants(remindAt - 1), wants(remindAt), wants(dueAt - 1), wants(dueAt)],
      [null, null, 'remind', 'remind', 'overdue'],
    )
    for (const status of ['drafted', 'waiting', 'granted', 'refused', 'withdrawn'] as const)
      assert.equal(applicationClockWants({ ...row, status }, dueAt + dayMs), null, status)
  },
  80,
)

test('NEED-1 a need counts in the year in which it was recorded where its people live', () => {
  const turn = Date.parse('2026-12-31T15:30:00Z')
  const days = zones.map((where) => {
    const policy = aPolicy(turn, { calendar: aCalendar(where), day: dayIn(where, turn) })
    const move = { kind: 'need.record', subject: needId.parse(aNeed().id), data: needData['need.record'] } as const
    const answer = decideAboutNeed(aNeedFile(), move, village, policy)
    assert.ok(answer.ok && answer.value.changes[0]?.table === 'need')
    return answer.value.changes[0].set.day
  })
  assert.deepEqual(days, ['2026-12-31', '2026-12-31', '2027-01-01'])
})
