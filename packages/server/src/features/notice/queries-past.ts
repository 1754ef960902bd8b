import type { Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/**
 * Of a past that was played at once: each notice stands at the moment of what it tells of, and everybody has read theirs
 * but for the newest few that came after a day.
 */
export const readOldNotices = (
  pool: Pool,
  district: string,
  { after, few }: { readonly after: Date; readonly few: number },
): Promise<unknown> =>
  rowsOf(
    pool,
    sql`with told as (
        select n.id, l.received_at as at, row_number() over (partition by n.staff order by l.received_at desc, n.mark desc, n.id) as nth
        from notice n join ledger l on l.district = n.district and l.seq = n.mark where n.district = ${district} and n.staff is not null
      )
      update notice n set made_at = least(n.made_at, told.at),
        read_at = case when told.at < ${after} or told.nth > ${few} then told.at else n.read_at end
      from told where n.district = ${district} and n.id = told.id`,
  )
