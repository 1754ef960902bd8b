import type { Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** Keeps how an officer wants to be told. */
export const saveSettings = (
  pool: Pool,
  staff: string,
  { lang, email, ways }: { readonly lang: string; readonly email: Buffer | null; readonly ways: readonly string[] },
): Promise<unknown> =>
  rowsOf(
    pool,
    sql`insert into staff_notice (staff, lang, email, ways) values (${staff}::uuid, ${lang}, ${email}, ${[...ways]}::text[])
      on conflict (staff) do update set lang = excluded.lang, email = excluded.email, ways = excluded.ways`,
  )

/** Keeps a browser that wants to be told; one that was somebody else's is this person's now. */
export const saveBrowser = (
  pool: Pool,
  {
    id,
    staff,
    digest,
    sealed,
    now,
  }: {
    readonly id: string
    readonly staff: string
    readonly digest: Buffer
    readonly sealed: Buffer
    readonly now: Date
  },
): Promise<unknown> =>
  rowsOf(
    pool,
    sql`with other as (delete from push_subscription where digest = ${digest} and id <> ${id}::uuid)
      insert into push_subscription (id, staff, digest, sealed, made_at) values (${id}::uuid, ${staff}::uuid, ${digest}, ${sealed}, ${now})
      on conflict (digest) do update set id = excluded.id, staff = excluded.staff, sealed = excluded.sealed, made_at = excluded.made_at`,
  )

/** Forgets a browser of somebody, or all of them. */
export const endBrowsers = (pool: Pool, staff: string, digest: Buffer | null): Promise<unknown> =>
  rowsOf(
    pool,
    sql`delete from push_subscription where staff = ${staff}::uuid and ${digest === null ? sql`true` : sql`digest = ${digest}`}`,
  )

export async function countBrowsers(pool: Pool, staff: string): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    pool,
    sql`select count(*)::int as n from push_subscription where staff = ${staff}::uuid`,
  )
  return rows[0]?.n ?? 0
}

/** Whoever asks for news in a browser wants to be told there. */
export const addPushWay = (pool: Pool, staff: string): Promise<unknown> =>
  rowsOf(
    pool,
    sql`insert into staff_notice (staff, lang, ways) values (${staff}::uuid, 'id', '{push}')
      on conflict (staff) do update set ways = array(select distinct unnest(staff_notice.ways || '{push}'))`,
  )
