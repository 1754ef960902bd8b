import { pageSize } from '@openslrt/core/contract/route.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'

export const standing = sql`p.valid_from <= now() and (p.valid_until is null or p.valid_until > now()) and s.active`

export const under = (place: PlaceCode): Fragment => {
  const { from, to } = rangeOf(place)
  return sql`o.place >= ${from} and o.place < ${to}`
}

/** ROLE-9 The roles that people hold for good at working offices of this very place. Who stands in will be gone. */
export async function selectHeldHere(client: Pool | PoolClient, place: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ role: string }>(
    client,
    sql`select distinct p.role from office o join post p on p.office = o.id join staff s on s.id = p.staff
      where o.place = ${place} and o.active and p.valid_until is null and ${standing}`,
  )
  return rows.map(({ role }) => role)
}

export interface HeldRow {
  readonly role: string
  readonly people: number
  readonly offices: number
}

/** ROLE-10 How many people hold each role at how many offices in and under a place. */
export const selectHeld = (pool: Pool, place: PlaceCode): Promise<readonly HeldRow[]> =>
  rowsOf<HeldRow>(
    pool,
    sql`select p.role, count(distinct p.staff)::int as people, count(distinct p.office)::int as offices
      from post p join office o on o.id = p.office join staff s on s.id = p.staff where ${under(place)} and ${standing} group by p.role`,
  )

export interface HolderRow {
  readonly staff: string
  readonly name: string
  readonly office: string
  readonly officeName: string
  readonly until: number | null
}

/** Who holds a role there, a page of them. */
export const selectHolders = (
  pool: Pool,
  place: PlaceCode,
  role: string,
  page: number,
): Promise<readonly HolderRow[]> =>
  rowsOf<HolderRow>(
    pool,
    sql`select s.id as staff, s.name, o.id as office, o.name as "officeName", ${ms('p.valid_until')} as until
      from post p join office o on o.id = p.office join staff s on s.id = p.staff
      where ${under(place)} and p.role = ${role} and ${standing} order by o.place, s.name, p.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )

/** How many posts of it there are: somebody may hold it at two offices. */
export async function countHolders(pool: Pool, place: PlaceCode, role: string): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    pool,
    sql`select count(*)::int as n from post p join office o on o.id = p.office join staff s on s.id = p.staff where ${under(place)} and p.role = ${role} and ${standing}`,
  )
  return rows[0]?.n ?? 0
}
