import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { OfficeLoad, OfficerLoad } from '@openslrt/core/contract/workload.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, ms, rowsOf, sql } from '../../platform/db/sql.ts'
import { withinReach, withinScope } from '../../platform/db/within-scope.ts'

export interface GroupRow {
  readonly key: string | null
  readonly name: string | null
  readonly count: number
  readonly late: number
}

/** How many cases within scope each category or officer has, the fullest first. */
export function selectGroups(
  client: PoolClient,
  actor: StaffActor,
  by: 'sector' | 'assignee',
  where: readonly Fragment[],
  late: Fragment,
): Promise<readonly GroupRow[]> {
  const key = by === 'assignee' ? sql`c.assignee::text` : sql`c.category`
  const name = by === 'assignee' ? sql`(select s.name from staff s where s.id = g.key::uuid)` : sql`null`
  return rowsOf<GroupRow>(
    client,
    sql`select g.key, ${name} as name, g.count, g.late from (
        select ${key} as key, count(*)::int as count, (count(*) filter (where ${late}))::int as late
        from cases c where ${allOf([...where, withinReach(actor)])} group by 1
      ) g order by g.count desc, g.key nulls first`,
  )
}

/** Conditions on an open case that a workload counts by. */
export interface Loads {
  readonly open: Fragment
  readonly late: Fragment
  readonly today: Fragment
  readonly week: Fragment
  readonly later: Fragment
  readonly none: Fragment
}

const counted = ({ late, today, week, later, none }: Loads): Fragment =>
  sql`count(*)::int as open, (count(*) filter (where ${late}))::int as late, (count(*) filter (where ${today}))::int as today,
    (count(*) filter (where ${week}))::int as week, (count(*) filter (where ${later}))::int as later, (count(*) filter (where ${none}))::int as none`

/** The officers of an office, and whoever else still has cases there, the most late first; nobody's cases before all. */
export function selectOfficerLoads(
  client: PoolClient,
  actor: StaffActor,
  office: string,
  loads: Loads,
): Promise<readonly OfficerLoad[]> {
  return rowsOf<OfficerLoad>(
    client,
    sql`with held as (
        select c.assignee as staff, ${counted(loads)} from cases c
        where ${allOf([sql`c.office = ${office}::uuid`, loads.open, withinScope(actor)])} group by 1
      ), here as (
        select distinct t.staff from post t where t.office = ${office}::uuid and t.valid_from <= now() and (t.valid_until is null or t.valid_until > now())
      ), people as (select staff from held union select staff from here)
      select p.staff, s.name, exists (select 1 from here where here.staff = p.staff) as here,
        (select jsonb_build_object('until', ${ms('l.valid_until')}, 'standInName', w.name) from leave l left join staff w on w.id = l.stand_in
          where l.office = ${office}::uuid and l.staff = p.staff and l.valid_from <= now() and l.valid_until > now() order by l.valid_until desc limit 1) as away,
        coalesce(h.open, 0) as open, coalesce(h.late, 0) as late, coalesce(h.today, 0) as today, coalesce(h.week, 0) as week,
        coalesce(h.later, 0) as later, coalesce(h.none, 0) as none
      from people p left join held h on h.staff is not distinct from p.staff left join staff s on s.id = p.staff
      where p.staff is null or h.open > 0 or s.active
      order by p.staff is not null, h.late desc nulls last, h.open desc nulls last, s.name, p.staff`,
  )
}

/** The offices where open cases lie, the most late first. */
export function selectOfficeLoads(
  client: PoolClient,
  actor: StaffActor,
  loads: Loads,
  page: number,
): Promise<readonly (OfficeLoad & { readonly total: number })[]> {
  return rowsOf<OfficeLoad & { readonly total: number }>(
    client,
    sql`select h.*, o.name, (count(*) over ())::int as total from (
        select c.office, ${counted(loads)}, (count(*) filter (where c.assignee is null))::int as nobody
        from cases c where ${allOf([loads.open, withinReach(actor)])} group by 1
      ) h join office o on o.id = h.office
      order by h.late desc, h.open desc, o.name, h.office limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
}
