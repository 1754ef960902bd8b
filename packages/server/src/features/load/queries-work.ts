import type { LoadCounts } from '@openslrt/core/load/load.ts'
import { noCounts } from '@openslrt/core/load/load.ts'
import type { Pool, PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** Work on a load that was taken in hand. */
export interface Held {
  readonly district: string
  readonly load: string
  readonly staff: string
  readonly office: string
  /** When it was asked for, to the microsecond. */
  readonly asked: string
}

/** A row that can't be taken: where, and why. Nothing of what it says. */
export interface WrongRow {
  readonly line: number
  readonly column: number | null
  readonly code: string
}

/** Asks for work on a load in somebody's name; what was noted of earlier work is forgotten. */
export async function askForWork(
  client: PoolClient,
  district: string,
  load: string,
  by: { readonly staff: string; readonly office: string },
): Promise<void> {
  const none = JSON.stringify(noCounts)
  await rowsOf(
    client,
    sql`insert into load_work (district, load, staff, office, asked_at, progress, wrong)
      values (${district}, ${load}::uuid, ${by.staff}::uuid, ${by.office}::uuid, now(), ${none}::jsonb, '[]')
      on conflict (district, load) do update set staff = excluded.staff, office = excluded.office, asked_at = now(),
        ended_at = null, fault = null, progress = excluded.progress`,
  )
  await rowsOf(client, sql`select enqueue('load-work', '{}', now(), 'load-work-now')`)
}

/** Takes work in hand for as long as the lease lasts: whose holder died is taken by another once it is over. */
export async function holdWork(pool: Pool, now: Date, lease: Date): Promise<Held | null> {
  const rows = await rowsOf<Held>(
    pool,
    sql`with next as (select district, load from load_work where ended_at is null and (held_until is null or held_until < ${now})
        order by asked_at limit 1 for update skip locked)
      update load_work w set held_until = ${lease} from next where w.district = next.district and w.load = next.load
      returning w.district, w.load, w.staff, w.office, w.asked_at::text as asked`,
  )
  return rows[0] ?? null
}

/** Holds it longer, and notes how far a trial has come; false where somebody ended it meanwhile. */
export async function noteProgress(
  pool: Pool,
  { district, load }: Held,
  lease: Date,
  progress: LoadCounts,
): Promise<boolean> {
  const rows = await rowsOf(
    pool,
    sql`update load_work set held_until = ${lease}, progress = ${JSON.stringify(progress)}::jsonb
      where district = ${district} and load = ${load}::uuid and ended_at is null returning 1`,
  )
  return rows.length > 0
}

export const noteWrong = (pool: Pool, { district, load }: Held, wrong: readonly WrongRow[]): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update load_work set wrong = ${JSON.stringify(wrong)}::jsonb where district = ${district} and load = ${load}::uuid`,
  )

/** Lets go of work: for now, or for good, with what stood in its way. What was asked for meanwhile is not over with it. */
export const letGo = (
  pool: Pool,
  { district, load, asked }: Held,
  ended: boolean,
  fault: string | null,
): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update load_work set held_until = null, fault = ${fault},
        ended_at = case when asked_at = ${asked}::timestamptz then ${ended ? new Date() : null}::timestamptz end
      where district = ${district} and load = ${load}::uuid`,
  )

export async function selectWork(
  client: PoolClient,
  district: string,
  load: string,
): Promise<{ readonly wrong: readonly WrongRow[]; readonly fault: string | null } | null> {
  const rows = await rowsOf<{ wrong: readonly WrongRow[]; fault: string | null }>(
    client,
    sql`select wrong, fault from load_work where district = ${district} and load = ${load}::uuid`,
  )
  return rows[0] ?? null
}

/**
 * Asks for what is left: at once where nobody holds it; where somebody does, for when their lease is over. They may be
 * another process, or one that died.
 */
export async function askForMore(pool: Pool, now: Date): Promise<void> {
  const rows = await rowsOf<{ at: Date | null }>(
    pool,
    sql`select min(coalesce(held_until, ${now})) as at from load_work where ended_at is null`,
  )
  const at = rows[0]?.at
  if (!at) return
  if (at > now) await rowsOf(pool, sql`select enqueue('load-work', '{}', ${at}, 'load-work-later')`)
  else await rowsOf(pool, sql`select enqueue('load-work', '{}', now(), 'load-work-now')`)
}

export async function districtsWithLoadFiles(pool: Pool): Promise<readonly string[]> {
  const rows = await rowsOf<{ district: string }>(pool, sql`select distinct district from load_file order by 1`)
  return rows.map(({ district }) => district)
}

/** Forgets files of a district that were sent before a moment; from then on nothing names their pieces, and they are swept. */
export const deleteOldFiles = (pool: Pool, district: string, before: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`delete from load_file f where f.district = ${district} and f.sent_at < ${before}
      and not exists (select 1 from load l where l.district = f.district and l.file_digest = f.digest and l.ended_at is null)`,
  )

/** Has the tables that a load fills counted for the planner. */
export const countRegistry = (pool: Pool): Promise<unknown> => rowsOf(pool, sql`select count_registry()`)
