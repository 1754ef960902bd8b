import { toDecide } from '@openslrt/core/need/moves.ts'
import type { Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** Applications for which a moment of the clock has come, in the words of the index `application_pressed`. */
export const selectPressed = (pool: Pool, now: Date, most: number): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    pool,
    sql`select a.* from application a where least(a.remind_at, a.due_at) <= ${now}::timestamptz
      and a.status = any(${[...toDecide]}::text[]) and a.overdue_since is null
      order by least(a.remind_at, a.due_at), a.id limit ${most}`,
  )

export interface ToCarry {
  readonly district: string
  readonly id: string
  readonly version: number
}

/**
 * QUOTA-8 Quotas that count about now and into which somebody may be carried over, or which have places free while somebody
 * waits. The day may differ by a zone of the country: what is too early is decided there.
 */
export const selectToCarry = (pool: Pool, now: Date): Promise<readonly ToCarry[]> =>
  rowsOf<ToCarry & DbRow>(
    pool,
    sql`with today as (select (${now}::timestamptz at time zone 'Asia/Jayapura')::date as day),
      owing as (select distinct q.district, q.programme from quota q, today where q.waiting > 0 and q.valid_until < today.day)
      select q.district, q.id, q.version from quota q, today
      where q.valid_from <= today.day and q.valid_until >= today.day - 1
        and ((q.district, q.programme) in (select district, programme from owing)
          or (q.waiting > 0 and q.granted + coalesce(q.shared, 0) < q.places))
      order by q.district, q.id limit 5000`,
  )
