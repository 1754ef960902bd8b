import type { StaffActor } from '../access/actor.ts'
import type { Policy } from '../case/policy.ts'
import type { MeetingMoveOf } from '../contract/meeting.ts'
import type { Instant } from '../kernel/instant.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import type { MeetingRow, MeetingTaskRow } from './meeting.ts'
import type { TaskClockAct, TaskStep } from './moves.ts'
import { openTask, taskRule } from './moves.ts'
import type { MeetingRefusal } from './refusal.ts'
import type { MeetingAnswer, MeetingScene } from './scene.ts'
import { decision } from './scene.ts'

/** MEET-12 to MEET-14 A task is done, is not going to be done for a reason, or is opened again by whoever gave it. */
export function settleTask(
  scene: MeetingScene,
  meeting: MeetingRow,
  { action, data }: MeetingMoveOf<'task-done' | 'task-fail' | 'task-reopen'>,
): MeetingAnswer {
  const task = scene.look.tasks.find(({ id }) => id === data.task)
  if (!task) return no({ code: 'unknown-task' })
  const refusal = maySettle(task, meeting, action, scene.actor)
  if (refusal) return no(refusal)
  const { now } = scene.policy
  const opens = openTask.includes(taskRule(action).to)
  const set = {
    status: taskRule(action).to,
    note: data.note,
    settledAt: opens ? null : now,
    // Whoever opens it again said why, and the day stays as it was.
    ...(opens ? { remindAt: null } : {}),
    changedAt: now,
  }
  return ok(decision(scene, `meeting-${action}`, data.note, {}, [changeOf(task, set)]))
}

/** MEET-12 Why this actor may not do that with a task now; null where they may. */
export function maySettle(
  task: Pick<MeetingTaskRow, 'office' | 'status'>,
  meeting: Pick<MeetingRow, 'office'>,
  action: TaskStep,
  actor: StaffActor,
): MeetingRefusal | null {
  const { by, from } = taskRule(action)
  if (!actor.permissions.has('meeting.attend')) return { code: 'not-permitted', needs: ['meeting.attend'] }
  const may = by === 'either' ? [task.office, meeting.office] : [meeting.office]
  if (!may.includes(actor.office)) return { code: 'not-here', office: may[0] ?? task.office }
  return from.includes(task.status) ? null : { code: 'wrong-task-status', status: task.status, allowedFrom: from }
}

/** What time asks of a task, as a sweep finds it. */
export type PressedTask = Pick<MeetingTaskRow, 'status' | 'remindAt' | 'dueAt' | 'overdueSince'>

/** MEET-15, MEET-16 What the clock wants of a task now: nothing, a reminder, or that its time is over; the latter first. */
export function taskClockWants(task: PressedTask, now: Instant): TaskClockAct | null {
  if (!openTask.includes(task.status)) return null
  if (task.overdueSince === null && task.dueAt <= now) return 'task-overdue'
  return task.remindAt !== null && task.remindAt <= now ? 'task-remind' : null
}

/** Does what the clock wants, once. */
export function decideAsClock(task: MeetingTaskRow, action: TaskClockAct, policy: Policy): MeetingAnswer {
  if (taskClockWants(task, policy.now) !== action) return no({ code: 'already-so' })
  const set = action === 'task-remind' ? { remindAt: null } : { remindAt: null, overdueSince: policy.now }
  return ok(decision({ policy }, `meeting-${action}`, '', {}, [changeOf(task, { ...set, changedAt: policy.now })]))
}

const changeOf = (task: MeetingTaskRow, set: Extract<Change, { table: 'meetingTask' }>['set']): Change => ({
  table: 'meetingTask',
  id: task.id,
  base: task.version,
  set,
})
