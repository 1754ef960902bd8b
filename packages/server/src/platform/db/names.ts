import type { PoolClient } from 'pg'
import { rowsOf, sql } from './sql.ts'

/** What places are called, by their codes. */
export async function placeNames(client: PoolClient, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ code: string; name: string }>(
    client,
    sql`select code, name from place where code = any(${[...new Set(codes)]}::text[])`,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What officers are called, by their ids. */
export async function staffNames(client: PoolClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    client,
    sql`select id, name from staff where id = any(${[...new Set(ids)]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
