import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { shapeOf } from '../testing/shape.ts'
import { maySay, need } from '../testing/wire-words.ts'
import type { MeetingAction } from './meeting.ts'
import { meetingCommandData, taskClockData } from './meeting.ts'

const strict = { strict: 'yes' } as const
const seats = { 'list ..61': { ...strict, office: 'id', present: 'boolean', names: 'line ..500' } }
const sitting = {
  offices: { 'list ..60': 'id' },
  startsAt: 'moment',
  lasts: 'int 15..600',
  place: 'line ..200',
  link: 'line ..500',
  points: {
    'list 1..40': {
      ...strict,
      id: 'id',
      case: { 'or null': { ...strict, district: 'ledger', id: 'id' } },
      title: 'line ..200',
    },
  },
}
const task = { ...strict, task: 'id' }

/** What each act of a meeting carries, as the specification writes it. */
const acts: Readonly<Record<MeetingAction, unknown>> = {
  call: { ...strict, ...sitting, kind: 'code', follows: 'id or null' },
  change: { ...strict, ...sitting },
  cancel: { ...strict, note: need },
  hold: { ...strict, seats },
  minute: { ...strict, seats, minutes: { 'list ..40': { ...strict, point: 'id', text: maySay } } },
  decide: {
    ...task,
    point: 'id or null',
    office: 'id',
    person: 'id or null',
    text: 'line 3..1000',
    days: 'int 1..250',
  },
  close: strict,
  'task-done': { ...task, note: maySay },
  'task-fail': { ...task, note: need },
  'task-reopen': { ...task, note: need },
}
for (const action of keysOf(acts))
  test(`WIRE-5 meeting.${action} carries what is written down, and refuses the rest`, () => {
    assert.deepEqual(shapeOf(meetingCommandData[action]), acts[action])
  })

test('WIRE-5 meetings have these acts and no others, and the clock names a task', () => {
  assert.deepEqual(keysOf(meetingCommandData), keysOf(acts))
  assert.deepEqual(shapeOf(taskClockData), task)
})
