import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayMs } from '../kernel/instant.ts'
import { aTask } from '../testing/a-meeting.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import { isWorkingDay, nextSitting, taskTimes, workingDayAfter } from './days.ts'
import { decideAsClock, taskClockWants } from './decide-task.ts'
import { calendarFile } from './invitation.ts'

const calendar = aCalendar()
const sleman = (text: string): number => Date.parse(`${text}:00+07:00`)

/** From a day, so many working days on: weekends and the holidays of the shipped calendar are passed over. */
const days: readonly (readonly [from: string, n: number, there: string])[] = [
  ['2026-11-02', 0, '2026-11-02'],
  ['2026-11-02', 1, '2026-11-03'],
  ['2026-11-02', 5, '2026-11-09'],
  ['2026-11-06', 1, '2026-11-09'],
  ['2026-11-07', 1, '2026-11-09'],
  ['2026-12-23', 1, '2026-12-28'],
]
for (const [from, n, there] of days)
  test(`MEET-9 ${n} working days after ${from} is ${there}`, () => {
    assert.equal(workingDayAfter(calendar, from, n), there)
  })

test('MEET-9 a task ends with the hours of its day, and is reminded of when the working day before begins', () => {
  const { dueDay, dueAt, remindAt } = taskTimes(calendar, monday, 5)
  assert.deepEqual([dueDay, dueAt], ['2026-11-09', aTask().dueAt])
  assert.equal(remindAt, aTask().remindAt)
  const soon = taskTimes(calendar, sleman('2026-11-02T09:00'), 1)
  assert.equal(soon.remindAt, sleman('2026-11-03T08:00'), 'for tomorrow it is that morning')
})

test('MEET-9 a calendar that never opens gives no day', () => {
  const shut = { ...calendar, week: Array.from({ length: 7 }, () => null) }
  assert.throws(() => workingDayAfter(shut, '2026-11-02', 1), RangeError)
})

property(
  'MEET-9 a task is due on a working day, after today',
  fc.tuple(fc.nat(700), fc.integer({ min: 1, max: 60 })),
  ([on, n]) => {
    const now = monday + on * dayMs
    const { dueDay, dueAt, remindAt } = taskTimes(calendar, now, n)
    assert.ok(isWorkingDay(calendar, dueDay))
    assert.ok(dueAt > now && remindAt > now && remindAt < dueAt)
  },
)

/** When the next sitting would be: so many months on, at the same hour, on a working day. */
const sittings: readonly (readonly [from: string, months: number, next: string])[] = [
  ['2026-11-02T09:00', 1, '2026-12-02T09:00'],
  ['2026-11-05T13:30', 1, '2026-12-07T13:30'],
  ['2026-11-30T09:00', 3, '2027-03-01T09:00'],
  ['2026-10-02T23:30', 3, '2027-01-04T23:30'],
]
for (const [from, months, next] of sittings)
  test(`MEET-10 ${months} months after ${from} the next sitting would be at ${next}`, () => {
    assert.equal(nextSitting(calendar, sleman(from), months), sleman(next))
  })

const [due, remind] = [aTask().dueAt, aTask().remindAt ?? 0]
/** What the clock wants of a task. */
const wants: readonly (readonly [own: Parameters<typeof aTask>[0], now: number, want: string | null])[] = [
  [{}, remind - 1, null],
  [{}, remind, 'task-remind'],
  [{}, due - 1, 'task-remind'],
  [{}, due, 'task-overdue'],
  [{ remindAt: null }, due - 1, null],
  [{ remindAt: null, overdueSince: due }, due + dayMs, null],
  [{ status: 'done' }, due, null],
  [{ status: 'not-done' }, remind, null],
]
for (const [own, now, want] of wants)
  test(`MEET-15 of ${JSON.stringify(own)} the clock wants ${want} at ${new Date(now).toISOString()}`, () => {
    assert.equal(taskClockWants(aTask(own), now), want)
  })

test('MEET-15, MEET-16 a task is reminded of once, and said to be late once', () => {
  const reminded = decideAsClock(aTask(), 'task-remind', aPolicy(remind))
  assert.ok(reminded.ok)
  assert.deepEqual(reminded.value.changes[0]?.set, { remindAt: null, changedAt: remind })
  const late = decideAsClock(aTask(), 'task-overdue', aPolicy(due))
  assert.ok(late.ok)
  assert.deepEqual(late.value.changes[0]?.set, { remindAt: null, overdueSince: due, changedAt: due })
  for (const [task, act, now] of [
    [aTask({ remindAt: null }), 'task-remind', remind],
    [aTask(), 'task-remind', due],
    [aTask({ overdueSince: due, remindAt: null }), 'task-overdue', due],
  ] as const)
    assert.deepEqual(decideAsClock(task, act, aPolicy(now)), { ok: false, error: { code: 'already-so' } })
})

const invitation = {
  id: 'a0000000-0000-4000-8000-000000000001',
  version: 2,
  title: 'Undangan Rapat tim teknis',
  text: 'Pokok bahasan:\n1. Kasus 3404-26-000001; rujukan, singgah',
  where: 'Ruang "A" \\ lantai 2',
  startsAt: sleman('2026-11-02T13:00'),
  lasts: 120,
  now: monday,
}
const unfold = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n')

test('MEET-20 an invitation is one event of iCalendar, in UTC, with its signs escaped', () => {
  assert.deepEqual(unfold(calendarFile(invitation)), [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//OpenSLRT//Rapat//ID',
    'BEGIN:VEVENT',
    'UID:a0000000-0000-4000-8000-000000000001',
    'SEQUENCE:2',
    'DTSTAMP:20261102T020000Z',
    'DTSTART:20261102T060000Z',
    'DTEND:20261102T080000Z',
    'SUMMARY:Undangan Rapat tim teknis',
    'LOCATION:Ruang "A" \\\\ lantai 2',
    'DESCRIPTION:Pokok bahasan:\\n1. Kasus 3404-26-000001\\; rujukan\\, singgah',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

property(
  'MEET-20 no line of the file is longer than 75 octets, and none is lost',
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  (typed) => {
    const text = typed.replace(/[\r\n]/g, ' ')
    const file = calendarFile({ ...invitation, text })
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
    const said = unfold(file).find((line) => line.startsWith('DESCRIPTION:'))
    assert.equal(said?.slice('DESCRIPTION:'.length).replace(/\\([\\;,])/g, '$1'), text)
  },
)
