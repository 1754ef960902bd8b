import { wireOf } from '@openslrt/core/kernel/instant.ts'
import { applicationClockWants } from '@openslrt/core/need/clock.ts'
import type { ApplicationRow } from '@openslrt/core/need/need.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { readClockOrder } from '../../platform/http/order.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { clockCommandId } from '../case/index.ts'
import { selectPressed } from './queries-pressed.ts'

const page = 500

/**
 * NEED-6 Reminds of applications that nobody has answered, and says once that they are late. Gives how much it did. What
 * fails keeps nothing else back, and is there again at the next look; what two workers do at once is one command.
 */
export async function pressApplications(pool: Pool, handle: Handler, now: number): Promise<number> {
  const faults: Faults = []
  let done = 0
  const seen = new Set<string>()
  for (;;) {
    const rows = await selectPressed(pool, new Date(now), page)
    const fresh = rows.map((row) => rowOf('application', row, null)).filter(({ id }) => !seen.has(id))
    if (fresh.length === 0) break
    for (const { id } of fresh) seen.add(id)
    done += await each(fresh, 1, faults, (application) => press(handle, application, now))
  }
  throwAll(faults)
  return done
}

async function press(handle: Handler, application: ApplicationRow, now: number): Promise<boolean> {
  const act = applicationClockWants(application, now)
  if (act === null) return false
  const { district, id, remindAt, dueAt, office } = application
  const order = readClockOrder(`application.${act}`, {
    id: clockCommandId([district, id, act, act === 'remind' ? remindAt : dueAt]),
    v: 1,
    district,
    subject: id,
    office: null,
    doneAt: wireOf(now),
    base: null,
    data: {},
  })
  if (!order.ok) return false
  const reply = await handle(order.value, { kind: 'clock', decides: office }, now)
  return reply.status === 'accepted'
}
