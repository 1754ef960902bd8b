import type { Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { heldWhy } from '../notice/index.ts'

/** An answer that was taken in hand, with the message that it answers. */
export interface HeldReply {
  readonly id: string
  readonly message: string
  readonly what: string
  readonly says: unknown
  readonly tries: number
  readonly sealed: Buffer
}

/** Takes due answers of a way in hand, for as long as the lease lasts. */
export const takeReplies = (
  pool: Pool,
  way: string,
  { now, lease, most }: { readonly now: Date; readonly lease: Date; readonly most: number },
): Promise<readonly HeldReply[]> =>
  rowsOf<HeldReply>(
    pool,
    sql`with due as (
        select r.id from inbound_reply r join inbound_message m on m.id = r.message
        where m.way = ${way} and r.state in ('waiting', 'sending') and r.next_at <= ${now} order by r.next_at limit ${most} for update of r skip locked
      ), held as (
        update inbound_reply r set state = 'sending', tries = r.tries + 1, next_at = ${lease}, changed_at = ${now} from due where r.id = due.id returning r.*
      )
      select h.id, h.message, h.what, h.says, h.tries, m.sealed from held h join inbound_message m on m.id = h.message order by h.made_at`,
  )

export interface ReplyNote {
  readonly state: 'waiting' | 'sent' | 'failed' | 'void'
  readonly reference: string | null
  readonly problem: string | null
  readonly nextAt: Date
  /** A try that was not this answer's fault does not count. */
  readonly untried: boolean
  readonly at: Date
}

export async function noteReply(pool: Pool, id: string, note: ReplyNote): Promise<void> {
  const { state, reference, problem, nextAt, untried, at } = note
  await rowsOf(
    pool,
    sql`update inbound_reply set state = ${state}, reference = ${reference}, problem = ${problem}, next_at = ${nextAt},
        tries = tries - ${untried ? 1 : 0}::int, changed_at = ${at}
      where id = ${id}::uuid and state = 'sending'`,
  )
}

export async function selectCase(pool: Pool, district: string, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(pool, sql`select * from cases where district = ${district} and id = ${id}::uuid`)
  return rows[0] ?? null
}

/** BACKUP-9 Leaves answers unsent that waited on a way when a restore held it: they may have gone out before. */
export const dropHeldAnswers = (pool: Pool, way: string, now: Date): Promise<unknown> =>
  rowsOf(
    pool,
    sql`update inbound_reply r set state = 'void', changed_at = ${now} from inbound_message m join notice_way w on w.way = m.way
      where m.id = r.message and w.way = ${way} and w.why = ${heldWhy} and r.state in ('waiting', 'sending') and r.made_at < w.failing_since`,
  )
