import type { DutyTurn } from '@openslrt/core/contract/duty-queries.ts'
import type { DutyRow } from '@openslrt/core/duty/duty.ts'
import type { OfficeId, StaffId } from '@openslrt/core/kernel/id.ts'
import type { Span } from '@openslrt/core/kernel/span.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { ms, rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { rowOf } from '../../platform/ledger/tables.ts'

export async function selectDuty(client: PoolClient, id: string): Promise<DutyRow | null> {
  const [row] = await rowsOf<DbRow>(client, sql`select * from duty where id = ${id}::uuid`)
  return row ? rowOf('duty', row, null) : null
}

// A turn that was taken back before it began ends where it begins.
const notOver = sql`d.valid_until > now() and d.valid_until > d.valid_from`
const isNow = (table: 'd' | 'l' | 'x'): Fragment =>
  sql.raw(`${table}.valid_from <= now() and ${table}.valid_until > now()`)
const working = (roles: readonly string[]): Fragment =>
  sql`p.role = any(${[...roles]}::text[]) and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now())`

/** The turns of an office that are not over. */
export async function selectTurns(client: PoolClient, office: string): Promise<readonly DutyRow[]> {
  const rows = await rowsOf<DbRow>(client, sql`select d.* from duty d where d.office = ${office}::uuid and ${notOver}`)
  return rows.map((row) => rowOf('duty', row, null))
}

/** Who works on cases at an office now. */
export const selectWorkers = (
  client: PoolClient,
  office: string,
  roles: readonly string[],
): Promise<readonly { id: StaffId; name: string }[]> =>
  rowsOf(
    client,
    sql`select distinct s.id, s.name from post p join staff s on s.id = p.staff
      where p.office = ${office}::uuid and s.active and ${working(roles)} order by s.name, s.id`,
  )

/** The leaves of somebody from an office that are not over. */
export const selectLeaves = (client: PoolClient, office: string, staff: string): Promise<readonly Span[]> =>
  rowsOf(
    client,
    sql`select ${ms('l.valid_from')} as from, ${ms('l.valid_until')} as until from leave l
      where l.office = ${office}::uuid and l.staff = ${staff}::uuid and l.valid_until > now()`,
  )

/** Who takes a red card of this moment. */
export interface OnDuty {
  readonly office: OfficeId
  readonly staff: StaffId
  readonly name: string
  readonly until: number
}

/**
 * DUTY-6 Who is on duty at these offices now: whoever was named, or stands in for them while they are away; nobody who left, is
 * away too, or may not work on such a case.
 */
export const selectOnDuty = (
  client: PoolClient,
  offices: readonly string[],
  roles: readonly string[],
): Promise<readonly OnDuty[]> =>
  rowsOf(
    client,
    sql`select distinct on (d.office) d.office, s.id as staff, s.name, ${ms('least(d.valid_until, l.valid_until)')} as until
      from duty d
      left join leave l on l.office = d.office and l.staff = d.staff and ${isNow('l')}
      join staff s on s.id = case when l.id is null then d.staff else l.stand_in end and s.active
      join post p on p.office = d.office and p.staff = s.id and ${working(roles)}
      where d.office = any(${[...offices]}::uuid[]) and ${isNow('d')}
        and not exists (select 1 from leave x where x.office = d.office and x.staff = s.id and ${isNow('x')})
      order by d.office, s.name, s.id`,
  )

/** The turns of an office that are not over, the next first, with what keeps somebody from theirs. */
export const selectRoster = (
  client: PoolClient,
  office: string,
  roles: readonly string[],
): Promise<readonly DutyTurn[]> =>
  rowsOf(
    client,
    sql`select d.id, d.version, d.staff, s.name, ${ms('d.valid_from')} as from, ${ms('d.valid_until')} as until,
        s.active and exists (select 1 from post p where p.office = d.office and p.staff = d.staff and ${working(roles)}) as here,
        coalesce((select jsonb_agg(jsonb_build_object('from', ${ms('l.valid_from')}, 'until', ${ms('l.valid_until')}, 'standInName', w.name) order by l.valid_from)
          from leave l left join staff w on w.id = l.stand_in
          where l.office = d.office and l.staff = d.staff and l.valid_from < d.valid_until and l.valid_until > greatest(d.valid_from, now())), '[]') as leaves
      from duty d join staff s on s.id = d.staff where d.office = ${office}::uuid and ${notOver} order by d.valid_from, d.id`,
  )

/** The next turn of somebody at an office that has not begun. */
export async function selectNextTurn(client: PoolClient, office: string, staff: string): Promise<Span | null> {
  const rows = await rowsOf<Span>(
    client,
    sql`select ${ms('d.valid_from')} as from, ${ms('d.valid_until')} as until from duty d
      where d.office = ${office}::uuid and d.staff = ${staff}::uuid and d.valid_from > now() and ${notOver} order by d.valid_from limit 1`,
  )
  return rows[0] ?? null
}
