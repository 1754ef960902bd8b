import type { RunItem, RunKind, RunState } from '@openslrt/core/contract/letter-runs.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'

type Db = Pool | PoolClient

/** Work on many letters, as it is begun. */
export interface NewRun {
  readonly district: string
  readonly id: string
  readonly kind: RunKind
  readonly staff: string
  readonly office: string
  /** What is the same for all drafts, sealed. */
  readonly said: Buffer | null
  readonly items: readonly RunItem[]
  readonly now: Date
}

/** Notes work that somebody began; the same id twice is one. False where it was there already, whoever's it is. */
export async function insertRun(client: PoolClient, run: NewRun): Promise<boolean> {
  const { district, id, kind, staff, office, said, items, now } = run
  const made = await rowsOf(
    client,
    sql`insert into letter_run (district, id, kind, staff, office, said, asked_at)
      values (${district}, ${id}::uuid, ${kind}, ${staff}::uuid, ${office}::uuid, ${said}, ${now}) on conflict do nothing returning 1`,
  )
  if (made.length === 0) return false
  await rowsOf(
    client,
    sql`insert into letter_run_item (district, run, nth, ledger, case_id, case_number, letter, seen, state)
      select ${district}, ${id}::uuid, i.nth - 1, i.item ->> 'district', (i.item ->> 'caseId')::uuid, i.item ->> 'caseNumber',
        (i.item ->> 'letter')::uuid, (i.item ->> 'seen')::int, 'waiting'
      from jsonb_array_elements(${JSON.stringify(items)}::jsonb) with ordinality as i(item, nth)`,
  )
  return true
}

/** How some work stands. */
export interface RunRow {
  readonly id: string
  readonly kind: RunKind
  readonly asked_at: number
  readonly ended: boolean
  readonly cancelled: boolean
  readonly total: number
  readonly done: number
  readonly refused: number
}

const standing = sql`r.id, r.kind, ${ms('r.asked_at')} as asked_at, r.ended_at is not null as ended, r.cancelled_at is not null as cancelled,
  count(*)::int as total, count(*) filter (where i.state = 'done')::int as done, count(*) filter (where i.state = 'refused')::int as refused
  from letter_run r join letter_run_item i on i.district = r.district and i.run = r.id`

const mostShown = 20

/** The work of whoever reads, the newest first, as far as it was not put away. */
export const selectRuns = (client: PoolClient, staff: string): Promise<readonly RunRow[]> =>
  rowsOf<RunRow>(
    client,
    sql`select ${standing} where r.staff = ${staff} and r.closed_at is null
      group by r.district, r.id order by r.asked_at desc, r.id limit ${mostShown}`,
  )

export async function selectRun(client: PoolClient, staff: string, id: string): Promise<RunRow | null> {
  const rows = await rowsOf<RunRow>(
    client,
    sql`select ${standing} where r.staff = ${staff} and r.id = ${id} group by r.district, r.id`,
  )
  return rows[0] ?? null
}

/** One letter of some work. */
export interface ItemRow {
  readonly nth: number
  readonly ledger: LedgerCode
  readonly case_id: string
  readonly case_number: string
  readonly letter: string
  readonly seen: number
  readonly number: string | null
  readonly refusal: Refusal | null
}

const item = sql`i.nth, i.ledger, i.case_id, i.case_number, i.letter, i.seen, i.number, i.refusal`

/** Letters of one's own work in their order, as far as they came so far. */
export const selectItems = (
  client: PoolClient,
  staff: string,
  id: string,
  { state, limit, offset }: { readonly state: RunState; readonly limit: number; readonly offset: number },
): Promise<readonly ItemRow[]> =>
  rowsOf<ItemRow>(
    client,
    sql`select ${item} from letter_run r join letter_run_item i on i.district = r.district and i.run = r.id
      where r.staff = ${staff} and r.id = ${id} and i.state = ${state} order by i.nth limit ${limit} offset ${offset}`,
  )

/** Ends work before its time; what is in hand just now is still done. */
export const cancelRun = (client: PoolClient, staff: string, id: string, now: Date): Promise<unknown> =>
  rowsOf(
    client,
    sql`update letter_run set cancelled_at = ${now}, ended_at = ${now} where staff = ${staff} and id = ${id} and ended_at is null`,
  )

export const closeRun = (client: PoolClient, staff: string, id: string, now: Date): Promise<unknown> =>
  rowsOf(
    client,
    sql`update letter_run set closed_at = ${now} where staff = ${staff} and id = ${id} and ended_at is not null`,
  )

/** Work that was taken in hand. */
export interface Held {
  readonly district: string
  readonly id: string
  readonly kind: RunKind
  readonly staff: string
  readonly office: string
  readonly said: Buffer | null
  readonly asked_at: number
}

/**
 * Takes the work in hand that has waited longest, for as long as the lease lasts: whose holder died is taken by another
 * once it is over.
 */
export async function holdRun(pool: Pool, now: Date, lease: Date): Promise<Held | null> {
  const rows = await rowsOf<Held>(
    pool,
    sql`with next as (select district, id from letter_run where ended_at is null and (held_until is null or held_until < ${now})
        order by worked_at nulls first, asked_at limit 1 for update skip locked)
      update letter_run r set held_until = ${lease} from next where r.district = next.district and r.id = next.id
      returning r.district, r.id, r.kind, r.staff, r.office, r.said, ${ms('r.asked_at')} as asked_at`,
  )
  return rows[0] ?? null
}

/** Holds it longer; false where it was cancelled meanwhile. */
export async function holdLonger(pool: Pool, { district, id }: Held, lease: Date): Promise<boolean> {
  const rows = await rowsOf(
    pool,
    sql`update letter_run set held_until = ${lease} where district = ${district} and id = ${id} and ended_at is null returning 1`,
  )
  return rows.length > 0
}

/** Lets go of work: ended where nothing of it is left. */
export const letGo = (pool: Pool, { district, id }: Held, now: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update letter_run r set held_until = null, worked_at = ${now},
        ended_at = coalesce(ended_at, case when exists (select 1 from letter_run_item i where i.district = r.district and i.run = r.id and i.state = 'waiting')
          then null else ${now}::timestamptz end)
      where district = ${district} and id = ${id}`,
  )

/** What is left of some work, so many of it. */
export const selectLeft = (pool: Pool, { district, id }: Held, most: number): Promise<readonly ItemRow[]> =>
  rowsOf<ItemRow>(
    pool,
    sql`select ${item} from letter_run_item i where i.district = ${district} and i.run = ${id} and i.state = 'waiting' order by i.nth limit ${most}`,
  )

/** What became of one letter: its number where it has one, or why not. */
export interface Came {
  readonly nth: number
  readonly number: string | null
  readonly refusal: Refusal | null
}

export const noteCame = (pool: Pool, { district, id }: Held, { nth, number, refusal }: Came): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update letter_run_item set state = ${refusal ? 'refused' : 'done'}, number = ${number}, refusal = ${refusal && JSON.stringify(refusal)}::jsonb
      where district = ${district} and run = ${id} and nth = ${nth}`,
  )

/** Whether any work is left that nobody holds. */
export async function isAnyLeft(pool: Pool, now: Date): Promise<boolean> {
  const rows = await rowsOf(
    pool,
    sql`select 1 from letter_run where ended_at is null and (held_until is null or held_until < ${now}) limit 1`,
  )
  return rows.length > 0
}

/** Throws ended work away that was begun before a moment. */
export const deleteOldRuns = (pool: Pool, before: Date): Promise<unknown> =>
  rowsOf(pool, sql`delete from letter_run where ended_at is not null and asked_at < ${before}`)

/** Has the worker go on with what is left; asked twice before it begins, it does so once. */
export const askToWork = (db: Db): Promise<unknown> =>
  rowsOf(db, sql`select enqueue('letter-runs', '{}', now(), 'letter-runs-now')`)
