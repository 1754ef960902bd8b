import type { Pool, QueryResultRow } from 'pg'
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

/** What waits to be done: in the queue, and in the table of what is due later. */
export interface WorkWaiting {
  readonly waiting: number
  readonly failing: number
  readonly given_up: number
  /** Seconds; 0 when nothing waits. */
  readonly oldest: number
  readonly timers: number
  readonly latest: number
}

/** OPS-3 Counts the work that waits. For the worker's role, which owns the queue. */
export async function workWaiting(pool: Pool): Promise<WorkWaiting> {
  const rows = await rowsOf<WorkWaiting & QueryResultRow>(
    pool,
    sql`select
        count(*) filter (where due and locked_at is null)::int as waiting,
        count(*) filter (where last_error is not null and attempts < max_attempts)::int as failing,
        count(*) filter (where attempts >= max_attempts)::int as given_up,
        coalesce(extract(epoch from now() - min(run_at) filter (where due and locked_at is null)), 0)::float8 as oldest,
        (select count(*) from timer where run_at <= now())::int as timers,
        (select coalesce(extract(epoch from now() - min(run_at)), 0) from timer where run_at <= now())::float8 as latest
      from (select *, run_at <= now() and attempts < max_attempts as due from graphile_worker.jobs) as job`,
  )
  const [found] = rows
  if (!found) throw new Error('counting gave no row')
  return found
}
