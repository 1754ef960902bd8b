import type { Pool } from 'pg'
import { districtsLookedAt, forgetLooks } from '../../platform/ledger/access-log.ts'
import type { Reference } from '../reference/index.ts'

/** ACCESS-19 Looks are kept as long as the district's list says, and then forgotten. Gives how many were. */
export async function forgetOldLooks(pool: Pool, reference: Reference, now: number): Promise<number> {
  let forgotten = 0
  for (const district of await districtsLookedAt(pool)) {
    const before = new Date(now)
    before.setUTCFullYear(before.getUTCFullYear() - reference.policyFor(district, now, now).retention['access-log'])
    forgotten += await forgetLooks(pool, district, before)
  }
  return forgotten
}
