import { pageSize } from '@openslrt/core/contract/route.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql, withoutWildcards } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

export async function selectLeave(client: PoolClient, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(client, sql`select * from leave where id = ${id}::uuid`)
  return rows[0] ?? null
}

/** The leaves of a post that are not over. */
export const selectLeaves = (client: PoolClient, post: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from leave where post = ${post}::uuid and valid_until > now()`)

/** The leaves of somebody from an office, whichever post of theirs, that are not over. */
export const selectLeavesFrom = (client: PoolClient, office: string, staff: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from leave where office = ${office}::uuid and staff = ${staff}::uuid and valid_until > now()`,
  )

export async function selectArea(client: PoolClient, post: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(client, sql`select * from post_area where id = ${post}::uuid`)
  return rows[0] ?? null
}

/** What an office has said of its hours, whenever. */
export const selectOwnWeeks = (client: PoolClient, office: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from office_week where office = ${office}::uuid order by valid_from`)

/** Everybody who holds a post at an office now. */
export async function selectStaffHere(client: PoolClient, office: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ staff: string }>(
    client,
    sql`select distinct p.staff from post p join staff s on s.id = p.staff where p.office = ${office}::uuid and s.active and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now())`,
  )
  return rows.map(({ staff }) => staff)
}

/** Which of these are villages. */
export async function knownVillages(client: PoolClient, codes: readonly string[]): Promise<readonly string[]> {
  const rows = await rowsOf<{ code: string }>(
    client,
    sql`select code from place where code = any(${[...codes]}::text[]) and level = 'village' and valid_to is null`,
  )
  return rows.map(({ code }) => code)
}

export interface ServedRow {
  readonly code: string
  readonly name: string
  readonly path: string
  readonly facilitators: readonly { staff: string; name: string }[]
}

interface ServedQuery {
  readonly without?: 'yes' | undefined
  readonly q?: string | undefined
  readonly page: number
}

const atWork = sql`post_area a join post t on t.id = a.id join staff s on s.id = t.staff
  where s.active and t.valid_from <= now() and (t.valid_until is null or t.valid_until > now())`
const going = sql`${atWork} and a.villages @> array[p.code]`

function villagesFound(place: PlaceCode, { q, without }: Omit<ServedQuery, 'page'>): Fragment {
  const { from, to } = rangeOf(place)
  return allOf([
    sql`p.code >= ${from} and p.code < ${to} and p.level = 'village' and p.valid_to is null`,
    ...(q ? [sql`p.search_name like ${`${withoutWildcards(q.toLowerCase())}%`}`] : []),
    // All of them at once: asked village by village, a nation's 83,762 would take seconds.
    ...(without
      ? [sql`not exists (select 1 from (select unnest(a.villages) as code from ${atWork}) v where v.code = p.code)`]
      : []),
  ])
}

/** OFFICE-14 Villages under a place with the facilitators who go to them; or those that have none. */
export function selectServed(pool: Pool, place: PlaceCode, query: ServedQuery): Promise<readonly ServedRow[]> {
  return rowsOf<ServedRow>(
    pool,
    sql`select p.code, p.name, concat_ws(', ', b.name, d.name) as path,
        coalesce((select jsonb_agg(jsonb_build_object('staff', s.id, 'name', s.name) order by s.name) from ${going}), '[]') as facilitators
      from (select * from place p where ${villagesFound(place, query)} order by p.code limit ${pageSize} offset ${(query.page - 1) * pageSize}) p
      left join place b on b.code = p.parent left join place d on d.code = b.parent order by p.code`,
  )
}

export async function countServed(pool: Pool, place: PlaceCode, query: Omit<ServedQuery, 'page'>): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    pool,
    // In the order of an index, which then is all that is read.
    sql`select count(*)::int as n from (select 1 from place p where ${villagesFound(place, query)} order by p.code offset 0) v`,
  )
  return rows[0]?.n ?? 0
}
