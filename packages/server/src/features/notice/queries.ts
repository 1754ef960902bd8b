import type { NoticeSubject } from '@openslrt/core/notice/subject.ts'
import type { PoolClient } from 'pg'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'
import { aboutColumn } from './queries-subject.ts'

export interface NoticeRow {
  readonly id: string
  readonly district: string
  readonly case: string | null
  readonly about: NoticeSubject | null
  readonly number: string
  readonly what: string
  readonly says: unknown
  readonly at: number
  readonly read: boolean
}

const own = (staff: string) => sql`staff = ${staff}::uuid`

/** What somebody was told, the newest first. */
export const selectNotices = (
  client: PoolClient,
  staff: string,
  { unread, limit, offset }: { readonly unread: boolean; readonly limit: number; readonly offset: number },
): Promise<readonly NoticeRow[]> =>
  rowsOf<NoticeRow>(
    client,
    sql`select id, district, case_id as case, ${aboutColumn}, number, what, says, ${ms('made_at')} as at, read_at is not null as read from notice n
      where ${own(staff)} and ${unread ? sql`read_at is null` : sql`true`} order by made_at desc, mark desc, id limit ${limit} offset ${offset}`,
  )

export async function countNotices(
  client: PoolClient,
  staff: string,
): Promise<{ readonly unread: number; readonly all: number }> {
  const rows = await rowsOf<{ unread: number; all: number }>(
    client,
    sql`select count(*) filter (where read_at is null)::int as unread, count(*)::int as "all" from notice where ${own(staff)}`,
  )
  return rows[0] ?? { unread: 0, all: 0 }
}

/** How much somebody has not read; through an index that holds nothing else. */
export async function countUnread(client: PoolClient, staff: string): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from notice where ${own(staff)} and read_at is null`,
  )
  return rows[0]?.n ?? 0
}

/** Marks notices of somebody; without ids, all of them. */
export const markNotices = (
  client: PoolClient,
  staff: string,
  ids: readonly string[] | null,
  readAt: Date | null,
): Promise<unknown> =>
  rowsOf(
    client,
    sql`update notice set read_at = ${readAt}::timestamptz where ${own(staff)} and (read_at is null) = ${readAt !== null}::boolean
      and ${ids === null ? sql`true` : sql`id = any(${[...ids]}::uuid[])`}`,
  )
