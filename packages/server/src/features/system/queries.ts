import type { Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** Whether this installation shows demo data. Kept in memory, because it changes only when a demo is made. */
export interface DemoFlag {
  shown(): boolean
  reread(): Promise<void>
}

export async function openDemoFlag(pool: Pool): Promise<DemoFlag> {
  let demo = await isDemo(pool)
  return {
    shown: () => demo,
    async reread() {
      demo = await isDemo(pool)
    },
  }
}

async function isDemo(pool: Pool): Promise<boolean> {
  const rows = await rowsOf<{ value: boolean }>(pool, sql`select value from deployment where name = 'demo'`)
  return rows[0]?.value === true
}
