import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { CoverageShow } from '@openslrt/core/contract/activity.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import { standing } from '@openslrt/core/registry/registry.ts'
import { madeVisit } from '@openslrt/core/visit/moves.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql, withoutWildcards } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import { withinVisits } from '../visit/index.ts'

export interface Coverage {
  readonly reader: StaffActor
  readonly show: CoverageShow
  /** Whoever was not visited since the beginning of this day was not visited of late. */
  readonly since: Day
  readonly zone: string
  readonly q: string
  /** Roles that go from house to house and do little else. */
  readonly going: readonly string[]
}

export interface VillageRow {
  readonly code: string
  readonly name: string
  readonly within: string
  readonly families: number
  readonly facilitators: number
  readonly last_visit: string | null
}

/** SUPER-12 Who goes to `n` now: whoever names it as theirs, and whoever goes from the village's own office and names none. */
const serving = (
  going: readonly string[],
): Fragment => sql`post t join staff s on s.id = t.staff join office o on o.id = t.office
  left join post_area a on a.district = t.district and a.id = t.id
  where s.active and t.valid_from <= now() and (t.valid_until is null or t.valid_until > now())
    and (a.villages @> array[n.code] or (t.role = any(${[...going]}::text[]) and o.place = n.code and coalesce(cardinality(a.villages), 0) = 0))`

/** SUPER-12 Villages without a facilitator; or SUPER-13 without a visit since a day. Conditions on `place n`. */
function villagesOf({ reader, show, since, zone, q, going }: Coverage): Fragment {
  const { from, to } = rangeOf(reader.place)
  return allOf([
    sql`n.code >= ${from} and n.code < ${to} and n.level = 'village' and n.valid_to is null`,
    sql`n.name ilike ${`%${withoutWildcards(q)}%`}`,
    show === 'unserved'
      ? sql`not exists (select 1 from ${serving(going)})`
      : sql`not exists (select 1 from visit v where ${madeThere(reader)} and v.captured_at >= (${since}::date)::timestamp at time zone ${zone})`,
  ])
}

const madeThere = (reader: StaffActor): Fragment =>
  sql`v.place = n.code and v.status = ${madeVisit} and ${withinVisits(reader)}`

/** A page of these villages, with how many families live there and when somebody was there last. */
export const selectVillages = (
  client: PoolClient,
  look: Coverage,
  { sort, page }: { readonly sort: 'name' | 'last'; readonly page: number },
): Promise<readonly VillageRow[]> =>
  rowsOf<VillageRow>(
    client,
    sql`with n as materialized (
        select n.code, n.name, n.parent, (select max(v.captured_at) from visit v where ${madeThere(look.reader)}) as last_at from place n
        where ${villagesOf(look)} order by ${sort === 'last' ? sql`last_at nulls first, n.name` : sql`n.name`}, n.code
        limit ${pageSize} offset ${(page - 1) * pageSize})
      select n.code, n.name, coalesce(b.name, '') as within, to_char((n.last_at at time zone ${look.zone})::date, 'YYYY-MM-DD') as last_visit,
        (select count(*)::int from family p where p.place = n.code and p.status = ${standing.known} and ${withinRegistry(look.reader)}) as families,
        (select count(distinct s.id)::int from ${serving(look.going)}) as facilitators
      from n left join place b on b.code = n.parent and b.valid_to is null
      order by ${sort === 'last' ? sql`n.last_at nulls first, n.name` : sql`n.name`}, n.code`,
  )

export async function countVillages(client: PoolClient, look: Coverage): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from place n where ${villagesOf(look)}`,
  )
  return rows[0]?.n ?? 0
}
