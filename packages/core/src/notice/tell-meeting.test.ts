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

test('MEET-16, MEET-19 whoever called and owns the task hears once that it is late', () => {
  assert.deepEqual(hears('meeting.task-overdue', { person: caller }), [[caller, 'task-late', hospital.id, due]])
})

/** Every word of a meeting's ledger, and others: with whom it is told, nobody is told twice and no stranger hears of it. */
const kinds = [...spec.map(([kind]) => kind), 'meeting.elsewhere', 'case.register', 'meeting', '']
const people = [null, caller, ids.staff(8)]
const deeds = people.flatMap((person) =>
  [district.id, hospital.id, village.id].flatMap((office) =>
    ['clock', `staff:${caller}`, `staff:${ids.staff(8)}`].map((actor) => ({ person, office, actor })),
  ),
)
for (const kind of kinds)
  test(`MEET-17, MEET-19 of "${kind}" nobody hears twice, nobody who takes no part, and nobody of what they did`, () => {
    for (const { person, office, actor } of deeds) {
      const told = meetingNoticesOf(entry(kind, actor), meeting, aTask({ person, office }))
      const whom = told.map(({ whom: one }) => (one.kind === 'office' ? one.office : one.kind === 'staff' && one.staff))
      assert.equal(new Set(whom).size, whom.length, whom.join())
      const may: readonly unknown[] = [...meeting.offices, caller, person ?? caller]
      assert.ok(whom.every((one) => one && may.includes(one) && actor !== `staff:${one}`))
      for (const { says } of told) assert.deepEqual([says.step, says.act], [null, null])
      if (!spec.some(([one, hear]) => one === kind && hear.length > 0)) assert.deepEqual(told, [])
    }
  })

test('MEET-19 an invitation is told to everybody but the office that sends it, however many take part', () => {
  for (const offices of [[district.id], [district.id, hospital.id], meeting.offices]) {
    const told = meetingNoticesOf(entry('meeting.call'), { ...meeting, offices }, null)
    assert.deepEqual(
      told.map(({ whom }) => whom.kind === 'office' && whom.office),
      offices.slice(1),
    )
  }
})
