import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { readClockOrder } from '../../platform/http/order.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import { clockCommandId } from '../case/index.ts'
import type { ToCarry } from './queries-pressed.ts'
import { selectToCarry } from './queries-pressed.ts'

/**
 * QUOTA-8 Takes those who still wait for a period that is over into the quota that counts now, and fills places that stayed
 * free while somebody waits. A line that is too long for one entry goes on in the next. Gives how many entries it took.
 */
export async function carryLines(pool: Pool, handle: Handler, now: number): Promise<number> {
  const faults: Faults = []
  let done = 0
  const seen = new Set<string>()
  for (;;) {
    const fresh = (await selectToCarry(pool, new Date(now))).filter((quota) => !seen.has(keyOf(quota)))
    if (fresh.length === 0) break
    for (const quota of fresh) seen.add(keyOf(quota))
    done += await each(fresh, 1, faults, (quota) => carry(handle, quota, now))
  }
  throwAll(faults)
  return done
}

const keyOf = ({ id, version }: ToCarry): string => `${id} ${version}`

async function carry(handle: Handler, { district, id, version }: ToCarry, now: number): Promise<boolean> {
  const order = readClockOrder('quota.carry', {
    id: clockCommandId([district, id, 'carry', version]),
    v: 1,
    district,
    subject: id,
    office: null,
    doneAt: wireOf(now),
    base: null,
    data: {},
  })
  if (!order.ok) return false
  const reply = await handle(order.value, { kind: 'clock' }, now)
  return reply.status === 'accepted'
}
