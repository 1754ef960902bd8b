import type { Pool } from 'pg'
import type { ClosedDay, ListRow, SetWeek } from './queries.ts'
import { allLists, shippedDays, shippedMark, shippedRoleRows, shippedWeeks } from './queries.ts'

/** What no ledger writes: shipped lists and roles, calendar and hours. */
export interface ShippedPart {
  /** What it was when this was read. */
  readonly mark: string
  readonly lists: readonly ListRow[]
  readonly days: readonly ClosedDay[]
  readonly weeks: readonly SetWeek[]
}

/** The shipped part as it is; the one that is known already if nothing of it was loaded anew. */
export async function readShipped(pool: Pool, known: ShippedPart | null): Promise<ShippedPart> {
  const mark = await shippedMark(pool)
  if (known?.mark === mark) return known
  const [lists, roles, days, weeks] = await Promise.all([
    allLists(pool),
    shippedRoleRows(pool, null),
    shippedDays(pool),
    shippedWeeks(pool),
  ])
  return { mark, lists: [...lists, ...roles], days, weeks }
}
