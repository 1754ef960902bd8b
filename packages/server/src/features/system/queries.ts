import type { Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** Whether this installation shows demo data: asked once at the start, because it does not change while running. */
export async function isDemo(pool: Pool): Promise<() => boolean> {
  const rows = await rowsOf<{ value: boolean }>(pool, sql`select value from deployment where name = 'demo'`)
  const demo = rows[0]?.value === true
  return () => demo
}
