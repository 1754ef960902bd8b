import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meetingCommandData } from '../contract/meeting.ts'
import { keysOf } from '../kernel/keys.ts'
import { agendaCase, aMeeting, aTask, meetingMove, shippedKind } from '../testing/a-meeting.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock, setup, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideMeeting, mayStep } from './decide.ts'
import { maySettle } from './decide-task.ts'
import type { MeetingStatus, TaskStatus } from './meeting.ts'
import { caseKey, meetingStatuses, taskStatuses } from './meeting.ts'
import type { MeetingStep, TaskStep } from './moves.ts'
import {
  calledMeeting,
  comingMeeting,
  givenTask,
  meetingRights,
  meetingRule,
  meetingSteps,
  openTask,
  pastMeeting,
  settledTask,
  taskClockActs,
  taskRule,
  taskSteps,
} from './moves.ts'
import { noMeeting } from './scene.ts'

/** The law as the specification writes it, apart from the table. */
const spec: Readonly<Record<MeetingStep, { rule: string; from: MeetingStatus; to: MeetingStatus }>> = {
  change: { rule: 'MEET-2', from: 'planned', to: 'planned' },
  cancel: { rule: 'MEET-3', from: 'planned', to: 'cancelled' },
  hold: { rule: 'MEET-4', from: 'planned', to: 'held' },
  minute: { rule: 'MEET-5', from: 'held', to: 'held' },
  decide: { rule: 'MEET-9', from: 'held', to: 'held' },
  close: { rule: 'MEET-6', from: 'held', to: 'closed' },
}
const tasks: Readonly<Record<TaskStep, { rule: string; from: readonly TaskStatus[]; to: TaskStatus; by: string }>> = {
  'task-done': { rule: 'MEET-12', from: ['open'], to: 'done', by: 'either' },
  'task-fail': { rule: 'MEET-13', from: ['open'], to: 'not-done', by: 'either' },
  'task-reopen': { rule: 'MEET-14', from: ['done', 'not-done'], to: 'open', by: 'caller' },
  'task-remind': { rule: 'MEET-15', from: ['open'], to: 'open', by: 'clock' },
  'task-overdue': { rule: 'MEET-16', from: ['open'], to: 'open', by: 'clock' },
}

for (const step of keysOf(spec)) {
  const { rule, from, to } = spec[step]
  test(`${rule} a meeting goes by ${step} from ${from} to ${to}, and from nowhere else`, () => {
    assert.deepEqual(meetingRule(step), { from: [from], to })
    for (const status of meetingStatuses) {
      const refused = mayStep(
        aMeeting({ status }),
        step,
        almighty(offices.district),
        shippedKind('technical-team'),
        offices.district,
      )
      assert.deepEqual(
        refused,
        status === from ? null : { code: 'wrong-meeting-status', status, allowedFrom: [from] },
        status,
      )
    }
  })
}

for (const step of keysOf(tasks)) {
  const { rule, ...row } = tasks[step]
  test(`${rule} a task goes by ${step} to ${row.to}, and from nowhere else`, () => {
    assert.deepEqual(taskRule(step), row)
    for (const status of taskStatuses) {
      const refused = maySettle(aTask({ status }), aMeeting(), step, almighty(offices.district))
      const wrong = { code: 'wrong-task-status', status, allowedFrom: row.from }
      assert.deepEqual(refused, row.from.includes(status) ? null : wrong, status)
    }
  })
}

test('MEET-1 the law knows exactly these steps, where it begins, and what is still to come', () => {
  assert.deepEqual([...meetingSteps], keysOf(spec))
  assert.deepEqual([...taskSteps], keysOf(tasks))
  assert.deepEqual([calledMeeting, givenTask], ['planned', 'open'])
  assert.deepEqual(
    [comingMeeting, pastMeeting, openTask, settledTask],
    [['planned', 'held'], ['closed', 'cancelled'], ['open'], ['done', 'not-done']],
  )
  assert.deepEqual(taskClockActs, ['task-remind', 'task-overdue'])
})

const actions = keysOf(meetingCommandData)
const look = {
  ...noMeeting,
  meeting: aMeeting({ status: 'held' }),
  tasks: [aTask()],
  kind: shippedKind,
  cases: new Map([[caseKey(agendaCase), agendaCase]]),
}
for (const action of actions)
  test(`MEET-8 ${action} takes the right to attend, whoever asks`, () => {
    assert.deepEqual(meetingRights(actions)[action], ['meeting.attend'])
    const others = [staffLacking(['meeting.attend'], offices.district), citizen(), clock, setup]
    for (const actor of others) {
      const answer = decideMeeting(ids.meeting(1), meetingMove(action), actor, look, aPolicy(monday))
      assert.deepEqual(answer, { ok: false, error: { code: 'not-permitted', needs: ['meeting.attend'] } })
    }
  })
