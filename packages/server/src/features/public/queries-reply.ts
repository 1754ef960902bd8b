import type { Client, Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** What a reply link opens; `key` is the number of the case with the short secret, the referral's id, or empty with the long one. */
export async function findPublicReply(door: Pool, district: string, key: string, proof: Buffer): Promise<unknown> {
  const rows = await rowsOf<{ found: unknown }>(
    door,
    sql`select f.found || jsonb_build_object('consent', public_reply_consent(${district}, (f.found ->> 'id')::uuid, ${proof})) as found
      from public_reply(${district}, ${key}, ${proof}) f(found)`,
  )
  return rows[0]?.found ?? null
}

export interface ReplySessionRow {
  readonly district: string
  readonly referral: string
  readonly proof: Buffer
}

/** Begins a visit, and clears away those that are over. */
export async function saveReplySession(
  pool: Pool,
  token: Buffer,
  { district, referral, proof }: ReplySessionRow,
  now: Date,
  until: Date,
): Promise<void> {
  await rowsOf(
    pool,
    sql`with over as (delete from reply_session where expires_at < ${now})
      insert into reply_session (token, district, referral, proof, expires_at)
      values (${token}, ${district}, ${referral}::uuid, ${proof}, ${until})`,
  )
}

/** The visit behind a cookie, moved on to last until `until`; nothing when it is over. */
export async function touchReplySession(
  pool: Pool,
  token: Buffer,
  now: Date,
  until: Date,
): Promise<ReplySessionRow | null> {
  const rows = await rowsOf<ReplySessionRow>(
    pool,
    sql`update reply_session set expires_at = ${until} where token = ${token} and expires_at > ${now} returning district, referral, proof`,
  )
  return rows[0] ?? null
}

export async function endReplySession(pool: Pool, token: Buffer): Promise<void> {
  await rowsOf(pool, sql`delete from reply_session where token = ${token}`)
}

/** BACKUP-7 Ends every visit through a reply link; gives how many there were. */
export async function endReplySessions(owner: Client): Promise<number> {
  return (await owner.query('delete from reply_session')).rowCount ?? 0
}
