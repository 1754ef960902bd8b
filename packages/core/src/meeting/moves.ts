import type { Permission } from '../access/permission.ts'
import type { MeetingAction } from '../contract/meeting.ts'
import { keysOf, tableOf } from '../kernel/keys.ts'
import type { MeetingStatus, TaskStatus } from './meeting.ts'

interface MeetingRule {
  readonly from: readonly MeetingStatus[]
  readonly to: MeetingStatus
}
interface TaskRule {
  readonly from: readonly TaskStatus[]
  readonly to: TaskStatus
  /** Who may: the office that owns it or the one that called the meeting, the calling one alone, or time. */
  readonly by: 'either' | 'caller' | 'clock'
}

/** MEET-1 to MEET-6: what may follow what. A meeting that was called is planned. */
export const meetingMoves = {
  change: { from: ['planned'], to: 'planned' },
  cancel: { from: ['planned'], to: 'cancelled' },
  hold: { from: ['planned'], to: 'held' },
  minute: { from: ['held'], to: 'held' },
  decide: { from: ['held'], to: 'held' },
  close: { from: ['held'], to: 'closed' },
} as const satisfies Record<string, MeetingRule>

/** MEET-12 to MEET-16: the same for what was decided. */
export const taskMoves = {
  'task-done': { from: ['open'], to: 'done', by: 'either' },
  'task-fail': { from: ['open'], to: 'not-done', by: 'either' },
  'task-reopen': { from: ['done', 'not-done'], to: 'open', by: 'caller' },
  'task-remind': { from: ['open'], to: 'open', by: 'clock' },
  'task-overdue': { from: ['open'], to: 'open', by: 'clock' },
} as const satisfies Record<string, TaskRule>

export type MeetingStep = keyof typeof meetingMoves
export type TaskStep = keyof typeof taskMoves
export const meetingSteps = keysOf(meetingMoves)
export const taskSteps = keysOf(taskMoves)
export const meetingRule = (step: MeetingStep): MeetingRule => meetingMoves[step]
export const taskRule = (step: TaskStep): TaskRule => taskMoves[step]

/** What time does by itself. */
export const taskClockActs = ['task-remind', 'task-overdue'] as const
export type TaskClockAct = (typeof taskClockActs)[number]

/** Where a meeting begins, and a task. */
export const calledMeeting: MeetingStatus = 'planned'
export const givenTask: TaskStatus = 'open'
/** Meetings that are still to come or still being written down. */
export const comingMeeting: readonly MeetingStatus[] = ['planned', 'held']
export const pastMeeting: readonly MeetingStatus[] = ['closed', 'cancelled']
/** A sitting after which the next may be called. */
export const endedSitting: readonly MeetingStatus[] = [meetingMoves.close.to]
export const openTask: readonly TaskStatus[] = taskMoves['task-done'].from
export const settledTask: readonly TaskStatus[] = taskMoves['task-reopen'].from

const attends = ['meeting.attend'] as const satisfies readonly Permission[]
/** Every command of meetings asks for this; which kinds somebody may call is said by the list of kinds. */
export const meetingRights = (actions: readonly MeetingAction[]): Record<MeetingAction, readonly Permission[]> =>
  tableOf(actions, () => attends)
