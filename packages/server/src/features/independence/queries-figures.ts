import type { Measure } from '@openslrt/core/case/counts.ts'
import type { Figure } from '@openslrt/core/independence/figures.ts'
import { countedDays, neededRoles } from '@openslrt/core/independence/figures.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'

const standing = sql`s.active and t.valid_from <= now() and (t.valid_until is null or t.valid_until > now())`

async function one(client: PoolClient, query: Fragment): Promise<Figure> {
  const rows = await rowsOf<Figure>(client, query)
  return rows[0] ?? { n: 0, of: 0 }
}

/** Villages with a Puskesos that is open, of all villages. */
export function selectPuskesos(client: PoolClient, place: PlaceCode): Promise<Figure> {
  const { from, to } = rangeOf(place)
  return one(
    client,
    sql`select count(*)::int as of, count(*) filter (where exists (select 1 from office o where o.place = n.code and o.kind = 'puskesos' and o.active))::int as n
      from place n where n.code >= ${from} and n.code < ${to} and n.level = 'village' and n.valid_to is null`,
  )
}

/** Villages that a facilitator names as theirs, or whose own office has one (as SUPER-12 counts), of all villages. */
export function selectFacilitated(client: PoolClient, place: PlaceCode, going: readonly string[]): Promise<Figure> {
  const { from, to } = rangeOf(place)
  return one(
    client,
    sql`select count(*)::int as of, count(*) filter (where exists (
        select 1 from post t join staff s on s.id = t.staff join office o on o.id = t.office left join post_area a on a.district = t.district and a.id = t.id
        where ${standing} and (a.villages @> array[n.code] or (t.role = any(${[...going]}::text[]) and o.place = n.code and coalesce(cardinality(a.villages), 0) = 0))))::int as n
      from place n where n.code >= ${from} and n.code < ${to} and n.level = 'village' and n.valid_to is null`,
  )
}

/** Kinds of posts that somebody holds in the district now, of those that an SLRT needs. */
export function selectPosts(client: PoolClient, place: PlaceCode): Promise<Figure> {
  const { from, to } = rangeOf(place)
  return one(
    client,
    sql`select ${neededRoles.length}::int as of, count(distinct t.role)::int as n from post t join staff s on s.id = t.staff join office o on o.id = t.office
      where ${standing} and o.active and o.place >= ${from} and o.place < ${to} and t.role = any(${[...neededRoles]}::text[])`,
  )
}

/** What counters say of the year up to a day, by measure. */
export async function selectYear(
  client: PoolClient,
  district: string,
  day: Day,
): Promise<(measure: Measure) => number> {
  const rows = await rowsOf<{ measure: string; n: number }>(
    client,
    sql`select measure, sum(n)::int as n from case_day_count
      where district = ${district} and day > ${day}::date - ${countedDays}::int and day <= ${day}::date group by measure`,
  )
  return (measure) => Math.max(0, rows.find((row) => row.measure === measure)?.n ?? 0)
}
