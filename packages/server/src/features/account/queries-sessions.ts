import { pageSize } from '@openslrt/core/contract/route.ts'
import type { SignInEvent } from '@openslrt/core/contract/session.ts'
import type { Pool } from 'pg'

export interface SessionLine {
  readonly id: string
  readonly agent: string
  readonly source: string
  readonly created_at: Date
  readonly seen_at: Date
  readonly own: boolean
}

/** Where somebody is signed in, this session first, then those used last. */
export async function selectSessions(
  pool: Pool,
  staff: string,
  own: string,
  now: Date,
): Promise<readonly SessionLine[]> {
  const { rows } = await pool.query<SessionLine>(
    `select id, agent, source, created_at, seen_at, id = $2 as own from sign_in_session
     where staff = $1 and stage = 'in' and expires_at > $3 order by id = $2 desc, seen_at desc limit 200`,
    [staff, own, now],
  )
  return rows
}

/** Ends one session of somebody's own. False when they have no such session. */
export async function endSessionById(pool: Pool, staff: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from sign_in_session where staff = $1 and id = $2', [staff, id])
  return rowCount === 1
}

export async function endOtherSessions(pool: Pool, staff: string, own: string): Promise<void> {
  await pool.query('delete from sign_in_session where staff = $1 and id <> $2', [staff, own])
}

export interface EventRow {
  readonly id: string
  readonly staff: string
  readonly at: Date
  readonly event: SignInEvent
  readonly source: string
  readonly agent: string
}

export async function saveEvent(pool: Pool, { staff, at, event, source, agent }: Omit<EventRow, 'id'>): Promise<void> {
  await pool.query('insert into sign_in_log (staff, at, event, source, agent) values ($1, $2, $3, $4, $5)', [
    staff,
    at,
    event,
    source,
    agent,
  ])
}

export async function selectEvents(pool: Pool, staff: string, page: number): Promise<readonly EventRow[]> {
  const { rows } = await pool.query<EventRow>(
    'select * from sign_in_log where staff = $1 order by at desc, id limit $2 offset $3',
    [staff, pageSize, (page - 1) * pageSize],
  )
  return rows
}

export async function countEvents(pool: Pool, staff: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from sign_in_log where staff = $1', [
    staff,
  ])
  return rows[0]?.n ?? 0
}

/** Forgets what is older than it is kept, and sessions that ran out. For the worker. */
export async function forgetOld(pool: Pool, now: Date, days: number): Promise<void> {
  await pool.query('delete from sign_in_log where at < $1', [new Date(now.getTime() - days * 86_400_000)])
  await pool.query('delete from sign_in_session where expires_at < $1', [now])
}
