import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMeeting, aTask } from '../testing/a-meeting.ts'
import { monday } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { Told } from './tell.ts'
import { meetingNoticesOf } from './tell-meeting.ts'

const entry = (kind: string, actor = 'clock'): Told => ({
  kind,
  actor,
  office: null,
  at: monday,
  payload: { v: 1, action: 'x', note: '', say: {}, day: '2026-11-02', changes: [] },
})
const meeting = aMeeting()
const { hospital, village, district } = offices
const hears = (kind: string, own: Parameters<typeof aTask>[0] = {}, actor?: string) =>
  meetingNoticesOf(entry(kind, actor), meeting, aTask(own)).map(({ whom, what, says }) => [
    whom.kind === 'office' ? whom.office : whom.kind === 'staff' && whom.staff,
    what,
    says.office,
    says.until,
  ])
const [starts, due] = [meeting.startsAt, aTask().dueAt]
const caller = meeting.caller

/** Who hears what of an entry: an office, or a person; in whose name, and for when. */
const spec: readonly (readonly [kind: string, told: readonly (readonly unknown[])[]])[] = [
  ['meeting.call', [hospital, village].map(({ id }) => [id, 'meeting-called', district.id, starts])],
  ['meeting.change', [hospital, village].map(({ id }) => [id, 'meeting-changed', district.id, starts])],
  ['meeting.cancel', [hospital, village].map(({ id }) => [id, 'meeting-cancelled', district.id, starts])],
  ['meeting.hold', []],
  ['meeting.minute', []],
  ['meeting.close', []],
  ['meeting.decide', [[hospital.id, 'task-given', district.id, due]]],
  ['meeting.task-reopen', [[hospital.id, 'task-given', district.id, due]]],
  ['meeting.task-remind', [[hospital.id, 'task-due', district.id, due]]],
  [
    'meeting.task-overdue',
    [
      [hospital.id, 'task-late', hospital.id, due],
      [caller, 'task-late', hospital.id, due],
    ],
  ],
  ['meeting.task-done', [[caller, 'task-settled', hospital.id, null]]],
  ['meeting.task-fail', [[caller, 'task-settled', hospital.id, null]]],
]
for (const [kind, told] of spec)
  test(`MEET-19 of ${kind} hear those whom it concerns`, () => {
    assert.deepEqual(hears(kind), told)
  })

test('MEET-19 a task of a person is told to that person, and nobody hears of what they did', () => {
  const person = ids.staff(8)
  assert.deepEqual(hears('meeting.decide', { person }), [[person, 'task-given', district.id, due]])
  assert.deepEqual(hears('meeting.decide', { person }, `staff:${person}`), [])
  assert.deepEqual(hears('meeting.task-done', {}, `staff:${caller}`), [])
  assert.deepEqual(meetingNoticesOf(entry('meeting.decide'), meeting, null), [])
})

test('MEET-19 at an office it is told to whoever takes part in meetings', () => {
  const [notice] = meetingNoticesOf(entry('meeting.call'), meeting, null)
  assert.deepEqual(notice?.whom, { kind: 'office', office: hospital.id, rights: ['meeting.attend'] })
})
