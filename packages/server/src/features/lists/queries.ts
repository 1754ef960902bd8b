import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** What a place itself said of an item. */
export const selectOwnItems = (
  client: PoolClient,
  place: string,
  list: string,
  code: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select district, id, version, list, code, names, data, valid_from::text, says from list_change where district = ${place} and list = ${list} and code = ${code} order by valid_from`,
  )

/** What a place itself said of a day. */
export async function selectOwnDay(client: PoolClient, place: string, day: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select district, id, version, day::text, closed, name, basis from calendar_change where district = ${place} and day = ${day}::date`,
  )
  return rows[0] ?? null
}

/** The hours that a place set from a day on. */
export async function selectOwnHours(client: PoolClient, place: string, day: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select district, id, version, valid_from::text, week, basis from hours_change where district = ${place} and valid_from = ${day}::date`,
  )
  return rows[0] ?? null
}
