import { mostForgotten } from '@openslrt/core/contract/retention.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { readClockOrder } from '../../platform/http/order.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import { clockCommandId } from '../case/index.ts'
import type { Reference } from '../reference/index.ts'
import type { Group } from './queries.ts'
import { districtsToForget, listSoon, markForgotten, selectOver } from './queries.ts'

/** What the worker forgets with: its own rows, and the years of each district. */
export interface Forgetting {
  readonly pool: Pool
  readonly reference: Pick<Reference, 'policyFor'>
}

/**
 * PRIVACY-11 Lists what is forgotten within 30 days, and forgets what stood there long enough: each by an entry of its ledger,
 * affected people two hundred of a list at a time. Gives how many entries it took.
 */
export async function forgetOver({ pool, reference }: Forgetting, handle: Handler, now: number): Promise<number> {
  for (const district of await districtsToForget(pool))
    await listSoon(pool, district, reference.policyFor(district, now, now).retention, new Date(now))
  const faults: Faults = []
  let done = 0
  const seen = new Set<string>()
  for (;;) {
    const fresh = (await selectOver(pool, new Date(now), mostForgotten)).filter((group) => !seen.has(keyOf(group)))
    if (fresh.length === 0) break
    for (const group of fresh) seen.add(keyOf(group))
    done += await each(fresh, 1, faults, (group) => forget(pool, handle, group, now))
  }
  throwAll(faults)
  return done
}

const keyOf = ({ subject, ids }: Group): string => `${subject} ${ids[0]}`

async function forget(pool: Pool, handle: Handler, group: Group, now: number): Promise<boolean> {
  const { district, subject, of, ids } = group
  const order = readClockOrder('retention.forget', {
    id: clockCommandId([district, subject, 'forget', now, ...ids]),
    v: 1,
    district,
    subject,
    office: null,
    doneAt: wireOf(now),
    base: null,
    data: { of, rows: ids },
  })
  if (!order.ok) return false
  const reply = await handle(order.value, { kind: 'clock' }, now)
  if (reply.status !== 'accepted') throw new Error(`${of} of ${subject} can't be forgotten: ${reply.refusal.code}`)
  await markForgotten(pool, group, new Date(now))
  return true
}
