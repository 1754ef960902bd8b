import type { JointPartnerId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import type { JointPartnerRow, JointTaskRow, TargetStatus } from './joint.ts'
import { countedTargets, countsAsTask, isDone, isReached, openTasks } from './moves.ts'

/** How many targets stand so, and who reached them. */
export interface TargetCount {
  readonly status: TargetStatus
  readonly partner: JointPartnerId | null
  readonly n: number
}

/** What one of those who carry the programme has done; without a partner: the lead. */
export interface Share {
  readonly partner: JointPartnerId | null
  readonly tasks: number
  readonly done: number
  readonly late: number
  readonly reached: number
}

export interface Progress {
  readonly targets: number
  readonly reached: number
  readonly tasks: number
  readonly done: number
  readonly late: number
  readonly shares: readonly Share[]
}

type Task = Pick<JointTaskRow, 'partner' | 'status' | 'dueOn'>

/** JOINT-10 How far a programme is, as a whole and for each who carries it. Dropped tasks and targets count nowhere. */
export function progressOf(
  partners: readonly Pick<JointPartnerRow, 'id'>[],
  tasks: readonly Task[],
  counts: readonly TargetCount[],
  today: Day,
): Progress {
  const sum = (of: readonly TargetCount[]): number => of.reduce((all, { n }) => all + n, 0)
  const counted = counts.filter(({ status }) => countedTargets.includes(status))
  const reached = counted.filter(({ status }) => isReached(status))
  const shares = [null, ...partners.map(({ id }) => id)].map((partner) => ({
    partner,
    ...taskFigures(
      tasks.filter((task) => task.partner === partner),
      today,
    ),
    reached: sum(reached.filter((count) => count.partner === partner)),
  }))
  return { targets: sum(counted), reached: sum(reached), ...taskFigures(tasks, today), shares }
}

function taskFigures(tasks: readonly Task[], today: Day): Pick<Share, 'tasks' | 'done' | 'late'> {
  return {
    tasks: tasks.filter(({ status }) => countsAsTask(status)).length,
    done: tasks.filter(({ status }) => isDone(status)).length,
    late: tasks.filter((task) => isLate(task, today)).length,
  }
}

/** Whether a task is still owed after its day. */
export const isLate = ({ status, dueOn }: Pick<Task, 'status' | 'dueOn'>, today: Day): boolean =>
  openTasks.includes(status) && dueOn < today
