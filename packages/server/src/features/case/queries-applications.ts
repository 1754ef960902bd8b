import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** Applications to programmes for the citizen of a case, as far as the wall shows them. */
export const selectApplicationsOf = (client: PoolClient, district: string, kase: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from application where district = ${district} and case_id = ${kase}::uuid order by sent_at, id limit 200`,
  )
