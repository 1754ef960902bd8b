import { clockWantsOf } from '@openslrt/core/referral/deadlines.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import type { Faults } from '../../platform/jobs/each.ts'
import { each, throwAll } from '../../platform/jobs/each.ts'
import { actAsClock } from '../case/index.ts'
import type { PressedRow } from './queries-pressed.ts'
import { selectPressedReferrals } from './queries-pressed.ts'

const page = 500
const atOnce = 4

/**
 * REF-28, REF-29 Does what time asks of referrals: reminds the asked office, says once that its time is over. Gives how
 * much it did. What fails keeps nothing else back, is said at the end, and is there again at the next look; what two
 * workers do at once is one command.
 */
export async function pressReferrals(pool: Pool, handle: Handler, now: number): Promise<number> {
  const faults: Faults = []
  const seen = new Set<string>()
  let done = 0
  for (;;) {
    const fresh = (await selectPressedReferrals(pool, new Date(now), page)).filter(({ id }) => !seen.has(id))
    if (fresh.length === 0) break
    for (const { id } of fresh) seen.add(id)
    done += await each(fresh, atOnce, faults, (row) => press(handle, row, now))
  }
  throwAll(faults)
  return done
}

async function press(handle: Handler, row: PressedRow, now: number): Promise<boolean> {
  const action = clockWantsOf(row, now)
  if (action === null) return false
  const since = (action === 'remind' ? row.remindAt : row.dueAt) ?? 0
  const data = { referral: row.id, note: '' }
  const move = {
    district: row.district,
    case: row.caseId,
    capability: 'referral',
    action,
    since,
    of: row.id,
    data,
  } as const
  const reply = await actAsClock(handle, move, now)
  return reply?.status === 'accepted'
}
