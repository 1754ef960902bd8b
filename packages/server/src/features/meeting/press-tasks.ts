import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { taskClockWants } from '@openslrt/core/meeting/decide-task.ts'
import type { MeetingTaskRow } from '@openslrt/core/meeting/meeting.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { readClockOrder } from '../../platform/http/order.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { clockCommandId } from '../case/index.ts'
import { selectPressedTasks } from './queries-pressed.ts'

const page = 500

/**
 * MEET-15, MEET-16 Does what time asks of tasks: reminds their owner, says once that they are late. Gives how much it did.
 * What fails keeps nothing else back, is said at the end, and is there again at the next look; what two workers do at once
 * is one command.
 */
export async function pressTasks(pool: Pool, handle: Handler, now: number): Promise<number> {
  const faults: Faults = []
  let done = 0
  const seen = new Set<string>()
  for (;;) {
    const rows = await selectPressedTasks(pool, new Date(now), page)
    const fresh = rows
      .map((row) => ({ task: rowOf('meetingTask', row, null), caller: officeId.parse(row.caller) }))
      .filter(({ task }) => !seen.has(task.id))
    if (fresh.length === 0) break
    for (const { task } of fresh) seen.add(task.id)
    done += await each(fresh, 1, faults, ({ task, caller }) => press(handle, task, caller, now))
  }
  throwAll(faults)
  return done
}

async function press(handle: Handler, task: MeetingTaskRow, caller: OfficeId, now: number): Promise<boolean> {
  const action = taskClockWants(task, now)
  if (action === null) return false
  const since = action === 'task-remind' ? task.remindAt : task.dueAt
  const order = readClockOrder(`meeting.${action}`, {
    id: clockCommandId([task.district, task.id, action, since]),
    v: 1,
    district: task.district,
    subject: task.meeting,
    office: null,
    doneAt: wireOf(now),
    base: null,
    data: { task: task.id },
  })
  if (!order.ok) return false
  const reply = await handle(order.value, { kind: 'clock', meets: caller }, now)
  return reply.status === 'accepted'
}
