import { endedStatuses } from '@openslrt/core/case/moves.ts'
import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** A page of what the acting office opened. The database's own function says whose it is and what of it leaves. */
export async function selectOpened(
  client: PoolClient,
  over: boolean | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly unknown[]> {
  const rows = await rowsOf<{ line: unknown }>(
    client,
    sql`select line from opened_cases(${[...endedStatuses]}::text[], ${over}::boolean, ${limit}::int, ${offset}::int) as line`,
  )
  return rows.map(({ line }) => line)
}

/** How many the acting office opened, and how many of them are not over. */
export async function countOpened(
  client: PoolClient,
  over: boolean | null,
): Promise<{ readonly total: number; readonly open: number }> {
  const ended = sql`${[...endedStatuses]}::text[]`
  const rows = await rowsOf<{ total: number; open: number }>(
    client,
    sql`select opened_count(${ended}, ${over}::boolean) as total, opened_count(${ended}, false) as open`,
  )
  return rows[0] ?? { total: 0, open: 0 }
}
