import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { VisitRow } from '@openslrt/core/visit/visit.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { readClockOrder } from '../../platform/http/order.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { clockCommandId } from '../case/index.ts'
import { selectLateVisits } from './queries.ts'

const page = 500

/** VISIT-9 Says of visits whose day is over that they are late, once each. Gives of how many. */
export async function pressVisits(pool: Pool, handle: Handler, now: number): Promise<number> {
  const faults: Faults = []
  let done = 0
  const seen = new Set<string>()
  for (;;) {
    const rows = await selectLateVisits(pool, new Date(now), page)
    const fresh = rows.map((row) => rowOf('visit', row, null)).filter(({ id }) => !seen.has(id))
    if (fresh.length === 0) break
    for (const { id } of fresh) seen.add(id)
    done += await each(fresh, 1, faults, (visit) => press(handle, visit, now))
  }
  throwAll(faults)
  return done
}

async function press(handle: Handler, visit: VisitRow, now: number): Promise<boolean> {
  const order = readClockOrder('visit.overdue', {
    id: clockCommandId([visit.district, visit.id, 'overdue', visit.dueAt]),
    v: 1,
    district: visit.district,
    subject: visit.id,
    office: null,
    doneAt: wireOf(now),
    base: null,
    data: {},
  })
  if (!order.ok) return false
  const reply = await handle(order.value, { kind: 'clock', visit: visit.id }, now)
  return reply.status === 'accepted'
}
