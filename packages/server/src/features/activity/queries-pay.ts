import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Month } from '@openslrt/core/figures/month.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, rowsOfKnown, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** SUPER-19 The first wall: payments `y` of oneself, and of the place for whoever gives work to others there. */
export function withinPay({ staff, permissions, place, sees }: StaffActor): Fragment {
  const { from, to } = rangeOf(place)
  const leads = permissions.has('case.assign') && sees === 'place'
  return leads
    ? sql`(y.staff = ${staff}::uuid or (y.place >= ${from} and y.place < ${to}))`
    : sql`y.staff = ${staff}::uuid`
}

export async function selectPay(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOfKnown<DbRow>(
    client,
    sql`select y.* from activity_pay y where y.district = ${district} and y.id = ${id}::uuid and ${withinPay(actor)}`,
  )
  return rows[0] ?? null
}

export type NamedPay = DbRow & { readonly judged_by_name: string | null }

/** Whatever there is of one person's month, with who judged it. */
export async function selectPayOf(
  client: PoolClient,
  actor: StaffActor,
  { district, staff, month }: { readonly district: string; readonly staff: string; readonly month: Month },
): Promise<NamedPay | null> {
  const rows = await rowsOf<NamedPay>(
    client,
    sql`select y.*, (select s.name from staff s where s.id = y.judged_by) as judged_by_name from activity_pay y
      where y.district = ${district} and y.staff = ${staff}::uuid and y.month = ${month} and ${withinPay(actor)}`,
  )
  return rows[0] ?? null
}
