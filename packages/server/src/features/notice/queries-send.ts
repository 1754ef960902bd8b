import type { OutWay } from '@openslrt/core/contract/notice-ways.ts'
import type { NoticeSubject } from '@openslrt/core/notice/subject.ts'
import type { Pool, PoolClient } from 'pg'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { aboutColumn } from './queries-subject.ts'

type Db = Pool | PoolClient

/** What became of a delivery. `void`: there was nobody left to be told, or another way took over. */
export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'void'

/** A delivery that was taken in hand, with what it tells. */
export interface InHand {
  readonly district: string
  readonly id: string
  readonly notice: string
  readonly case_id: string | null
  readonly about: NoticeSubject | null
  readonly way: OutWay
  readonly tries: number
  readonly what: string
  readonly whom: string
  readonly staff: string | null
  readonly number: string
  readonly says: unknown
}

/**
 * NOTICE-10 Takes due deliveries of a way in hand, for as long as `lease` lasts: one that is still in hand after it was
 * taken by somebody who died meanwhile, and is sent again.
 */
export const takeInHand = (
  pool: Pool,
  way: OutWay,
  { now, lease, most }: { readonly now: Date; readonly lease: Date; readonly most: number },
): Promise<readonly InHand[]> =>
  rowsOf<InHand>(
    pool,
    sql`with due as (select district, id from notice_delivery where way = ${way} and state in ('waiting', 'sending') and next_at <= ${now}
        order by next_at limit ${most} for update skip locked),
      held as (update notice_delivery d set state = 'sending', tries = d.tries + 1, next_at = ${lease}, changed_at = ${now}
        from due where d.district = due.district and d.id = due.id returning d.*)
      select h.district, h.id, h.notice, h.case_id, ${aboutColumn}, h.way, h.tries, n.what, n.whom, n.staff, n.number, n.says
      from held h join notice n on n.district = h.district and n.id = h.notice order by n.made_at, n.mark`,
  )

export interface Outcome {
  readonly state: DeliveryState
  readonly reference?: string | null
  readonly problem?: string | null
  readonly nextAt?: Date
  /** A try that was not this delivery's fault does not count. */
  readonly untried?: boolean
}

/** Writes down what became of a delivery that was in hand; a callback that came first is not overwritten. */
export const noteOutcome = (
  pool: Pool,
  { district, id }: Pick<InHand, 'district' | 'id'>,
  { state, reference = null, problem = null, nextAt, untried = false }: Outcome,
  now: Date,
): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update notice_delivery set state = ${state}, reference = coalesce(${reference}::text, reference), problem = ${problem},
        next_at = coalesce(${nextAt ?? null}::timestamptz, next_at), tries = tries - ${untried ? 1 : 0}::int, changed_at = ${now}
      where district = ${district} and id = ${id}::uuid and state = 'sending'`,
  )

/** The case of a delivery as it is now. */
export async function selectCaseOf(
  pool: Pool,
  { district, case_id }: Pick<InHand, 'district' | 'case_id'>,
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    pool,
    sql`select * from cases where district = ${district} and id = ${case_id}::uuid`,
  )
  return rows[0] ?? null
}

/** The ways on which a notice was tried. */
export async function selectTriedWays(
  pool: Pool,
  { district, notice }: Pick<InHand, 'district' | 'notice'>,
): Promise<readonly string[]> {
  const rows = await rowsOf<{ way: string }>(
    pool,
    sql`select way from notice_delivery where district = ${district} and notice = ${notice}::uuid`,
  )
  return rows.map(({ way }) => way)
}

export interface OwnSettings {
  readonly lang: 'id' | 'en'
  readonly email: Buffer | null
  readonly ways: readonly string[]
}

/** How an officer wants to be told; nothing where they never said. */
export async function selectSettings(db: Db, staff: string): Promise<OwnSettings | null> {
  const rows = await rowsOf<OwnSettings>(
    db,
    sql`select lang, email, ways from staff_notice where staff = ${staff}::uuid`,
  )
  return rows[0] ?? null
}

/** The browsers of an officer that asked to be told, as long as the officer may still come in. */
export const selectBrowsers = (pool: Pool, staff: string): Promise<readonly { id: string; sealed: Buffer }[]> =>
  rowsOf<{ id: string; sealed: Buffer }>(
    pool,
    sql`select p.id, p.sealed from push_subscription p join staff s on s.id = p.staff where p.staff = ${staff}::uuid and s.active`,
  )

/** A browser that its push service does not know any more. */
export const deleteBrowser = (pool: Pool, id: string): Promise<unknown> =>
  rowsOf(pool, sql`delete from push_subscription where id = ${id}::uuid`)

/** Why nothing goes out on a way after a restore: until somebody lets it. */
export const heldWhy = 'restored'

/** How a way stands. */
export interface WayRow {
  readonly way: OutWay
  readonly failing_since: number | null
  readonly why: string | null
  readonly failures: number
  readonly paused_until: number | null
  readonly worked_at: number | null
}

const wayColumns = sql`way, ${ms('failing_since')} as failing_since, why, failures, ${ms('paused_until')} as paused_until, ${ms('worked_at')} as worked_at`

export const selectWays = (pool: Pool): Promise<readonly WayRow[]> =>
  rowsOf<WayRow>(pool, sql`select ${wayColumns} from notice_way`)

export async function selectWay(pool: Pool, way: OutWay): Promise<WayRow | null> {
  const rows = await rowsOf<WayRow>(pool, sql`select ${wayColumns} from notice_way where way = ${way}`)
  return rows[0] ?? null
}

/** Notes that a way is broken, since when and why, and that nothing is tried on it for a while. */
export const noteBroken = (pool: Pool, way: OutWay, why: string, now: Date, until: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`insert into notice_way as w (way, failing_since, why, failures, paused_until) values (${way}, ${now}, ${why}, 1, ${until})
      on conflict (way) do update set failing_since = coalesce(w.failing_since, excluded.failing_since), why = excluded.why,
        failures = w.failures + 1, paused_until = excluded.paused_until`,
  )

export const noteWorking = (pool: Pool, way: OutWay, now: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`insert into notice_way (way, worked_at) values (${way}, ${now})
      on conflict (way) do update set failing_since = null, why = null, failures = 0, paused_until = null, worked_at = excluded.worked_at`,
  )

/** Ends the pause of a way. What waits on it is due at once. */
export const endPause = (pool: Pool, way: OutWay, now: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`with way as (update notice_way set paused_until = null where way = ${way} and why is distinct from ${heldWhy})
      update notice_delivery set next_at = ${now} where way = ${way} and state = 'waiting' and next_at > ${now}`,
  )

/** BACKUP-9 Lets a way go on that a restore held. */
export const noteReleased = (pool: Pool, way: OutWay): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update notice_way set failing_since = null, why = null, failures = 0, paused_until = null where way = ${way} and why = ${heldWhy}`,
  )

/** BACKUP-9 Leaves unsent what waited on a way when it was held: it may have gone out before the restore. */
export const dropHeld = (pool: Pool, way: OutWay, now: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update notice_delivery d set state = 'void', changed_at = ${now} from notice_way w
      where w.way = ${way} and w.why = ${heldWhy} and d.way = w.way and d.state in ('waiting', 'sending') and d.made_at < w.failing_since`,
  )

/** How much waits on each way, since when, and how much was refused; and what waits to be told by mouth. */
export interface Waiting {
  readonly way: string
  readonly waiting: number
  readonly oldest: number | null
  readonly refused: number
}

export const selectWaiting = (pool: Pool): Promise<readonly Waiting[]> =>
  rowsOf<Waiting>(
    pool,
    sql`select way, count(*) filter (where state in ('waiting', 'sending'))::int as waiting,
        (extract(epoch from min(made_at) filter (where state in ('waiting', 'sending'))) * 1000)::bigint as oldest,
        count(*) filter (where state = 'failed')::int as refused
      from notice_delivery where state in ('waiting', 'sending', 'failed') group by way`,
  )

/** Moves a delivery on by a later word of its gateway, never back: callbacks come twice and in any order. Gives what it was. */
export async function moveOn(
  pool: Pool,
  {
    delivery,
    reference,
    state,
    why,
  }: {
    readonly delivery: { readonly district: string; readonly id: string } | null
    readonly reference: string
    readonly state: string
    readonly why: string | null
  },
  now: Date,
): Promise<InHand | null> {
  const which = delivery
    ? sql`d.district = ${delivery.district} and d.id = ${delivery.id}::uuid`
    : sql`d.reference = ${reference}`
  const rows = await rowsOf<InHand>(
    pool,
    sql`update notice_delivery d set state = ${state}, reference = ${reference}, problem = ${why}, changed_at = ${now}
      from notice n where ${which} and d.way = 'whatsapp' and n.district = d.district and n.id = d.notice
        and array_position(array['waiting', 'sending', 'sent', 'failed', 'delivered', 'read'], d.state)
          < array_position(array['waiting', 'sending', 'sent', 'failed', 'delivered', 'read'], ${state}::text)
      returning d.district, d.id, d.notice, d.case_id, ${aboutColumn}, d.way, d.tries, n.what, n.whom, n.staff, n.number, n.says`,
  )
  return rows[0] ?? null
}
