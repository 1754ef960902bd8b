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
