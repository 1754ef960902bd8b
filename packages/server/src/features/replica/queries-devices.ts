import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { DeviceOrder } from '@openslrt/core/contract/replica.ts'
import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** What a phone says of itself when it asks. */
export interface Heard {
  readonly device: string
  readonly app: string
  readonly name: string
  readonly waiting: number
  readonly held: number
}

/**
 * SYNC-13 Writes down that a phone was heard, and gives what it is ordered; null where the id is another person's: two people
 * on one phone have an id each.
 */
export async function hearDevice(
  client: PoolClient,
  { staff, place, office }: StaffActor,
  { device, app, name, waiting, held }: Heard,
): Promise<DeviceOrder | null> {
  const rows = await rowsOf<{ ordered: DeviceOrder }>(
    client,
    sql`insert into device (id, staff, place, office, name, app, waiting, held, made_at, seen_at)
      values (${device}::uuid, ${staff}::uuid, ${place}, ${office}::uuid, ${name}, ${app}, ${waiting}, ${held}, now(), now())
      on conflict (id) do update set place = excluded.place, office = excluded.office, name = excluded.name, app = excluded.app,
        waiting = excluded.waiting, held = excluded.held, seen_at = now(),
        told_at = case when device.ordered = 'none' then device.told_at else coalesce(device.told_at, now()) end
      where device.staff = excluded.staff
      returning ordered`,
  )
  return rows[0]?.ordered ?? null
}

/** A phone as its list shows it. */
export interface DeviceRow {
  readonly [column: string]: unknown
  readonly id: string
  readonly name: string
  readonly app: string
  readonly staff: string
  readonly staff_name: string
  readonly office_name: string
  readonly waiting: number
  readonly held: number
  readonly made_at: Date
  readonly seen_at: Date
  readonly ordered: DeviceOrder
  readonly ordered_name: string | null
  readonly ordered_at: Date | null
  readonly why: string
  readonly told_at: Date | null
}

/** SYNC-13 A page of the phones of a place, as far as the wall shows them: who was not heard for longest comes first. */
export const selectDevices = (
  client: PoolClient,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly DeviceRow[]> =>
  rowsOf<DeviceRow>(
    client,
    sql`select d.*, s.name as staff_name, o.name as office_name, b.name as ordered_name from device d
      join staff s on s.id = d.staff join office o on o.id = d.office left join staff b on b.id = d.ordered_by
      order by d.told_at is not null and d.ordered = 'wipe', d.seen_at, d.id limit ${limit} offset ${offset}`,
  )

export async function countDevices(client: PoolClient): Promise<number> {
  const rows = await rowsOf<{ n: number }>(client, sql`select count(*)::int as n from device`)
  return rows[0]?.n ?? 0
}

/** SYNC-13 Orders a phone to forget all, or takes that back; false where no phone of the place waits for it. */
export async function orderDevice(
  client: PoolClient,
  { staff }: StaffActor,
  { id, order, why }: { readonly id: string; readonly order: DeviceOrder; readonly why: string },
): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`update device set ordered = ${order}, why = ${why}, ordered_by = ${staff}::uuid, ordered_at = now()
      where id = ${id}::uuid and (ordered = 'none' or told_at is null) returning id`,
  )
  return rows.length > 0
}
