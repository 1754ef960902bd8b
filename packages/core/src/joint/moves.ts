import { keysOf } from '../kernel/keys.ts'
import type { JointRow, JointTaskStatus, TargetStatus } from './joint.ts'

/** Who may move something of a programme: its lead alone, or also the partner whose it is. */
export interface JointRule<Status extends string> {
  readonly from: readonly Status[]
  readonly to: Status
  readonly by: 'lead' | 'partner'
  readonly note: boolean
}

/** JOINT-4 What may follow what for a task. */
export const taskMoves = {
  'begin-task': { from: ['planned'], to: 'under-way', by: 'partner', note: false },
  'finish-task': { from: ['planned', 'under-way'], to: 'done', by: 'partner', note: true },
  'drop-task': { from: ['planned', 'under-way'], to: 'dropped', by: 'lead', note: true },
  'reopen-task': { from: ['done', 'dropped'], to: 'planned', by: 'lead', note: true },
} as const satisfies Readonly<Record<string, JointRule<JointTaskStatus>>>
export type TaskMove = keyof typeof taskMoves
export const taskActs = keysOf(taskMoves)
export const taskRule = (move: TaskMove): JointRule<JointTaskStatus> => taskMoves[move]

/** JOINT-6 The same for a target: whom a partner reached it says itself; who is no target is the lead's word. */
export const targetMoves = {
  'reach-target': { from: ['listed'], to: 'reached', by: 'partner', note: true },
  'drop-target': { from: ['listed', 'reached'], to: 'dropped', by: 'lead', note: true },
} as const satisfies Readonly<Record<string, JointRule<TargetStatus>>>
export type TargetMove = keyof typeof targetMoves
export const targetActs = keysOf(targetMoves)
export const targetRule = (move: TargetMove): JointRule<TargetStatus> => targetMoves[move]

/** JOINT-7 Whether anything may still be done in a programme. */
export const goesOn = ({ status }: Pick<JointRow, 'status'>): boolean => status === 'running'

/** JOINT-10 Tasks that are still owed, and targets that count. */
export const openTasks: readonly JointTaskStatus[] = ['planned', 'under-way']
export const countedTargets: readonly TargetStatus[] = ['listed', 'reached']
export const isDone = (status: JointTaskStatus): boolean => status === 'done'
export const isReached = (status: TargetStatus): boolean => status === 'reached'
export const countsAsTask = (status: JointTaskStatus): boolean => status !== 'dropped'
