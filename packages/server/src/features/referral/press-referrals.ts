import { clockWantsOf } from '@openslrt/core/referral/deadlines.ts'
import type { Pool } from 'pg'
import type { Handler } from '../../platform/http/order.ts'
import { actAsClock } from '../case/index.ts'
import type { PressedRow } from './queries-pressed.ts'
import { selectPressedReferrals } from './queries-pressed.ts'

const page = 500

/**
 * REF-28, REF-29 Does what time asks of referrals: reminds the asked office, says once that its time is over. Gives how
 * much it did. What fails is there again at the next look; what two workers do at once is one command.
 */
export async function pressReferrals(pool: Pool, handle: Handler, now: number): Promise<number> {
  let done = 0
  const seen = new Set<string>()
  for (;;) {
    const fresh = (await selectPressedReferrals(pool, new Date(now), page)).filter(({ id }) => !seen.has(id))
    if (fresh.length === 0) return done
    for (const row of fresh) {
      seen.add(row.id)
      if (await press(handle, row, now)) done++
    }
  }
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
