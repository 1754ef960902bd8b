import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { DeviceLine } from '@openslrt/core/contract/device.ts'
import { deviceRoutes } from '@openslrt/core/contract/device.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { Scope } from '../../platform/db/scope.ts'
import { inScope } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import type { DeviceRow } from './queries-devices.ts'
import { countDevices, orderDevice, selectDevices } from './queries-devices.ts'

/** SYNC-13 The doors through which the phones of a place are looked after. */
export const deviceRoutesOf = ({ ledger: { pool } }: CaseParts): readonly Route[] => [
  route(deviceRoutes.list, ({ query: { page }, actor }) =>
    inScope(pool, phonesOf(actor()), async (client) => {
      const rows = await selectDevices(client, { limit: pageSize, offset: (page - 1) * pageSize })
      return ok({ items: rows.map(lineOf), total: await countDevices(client), page, size: pageSize })
    }),
  ),
  route(deviceRoutes.order, ({ body, actor }) =>
    inScope(pool, phonesOf(actor()), async (client) =>
      (await orderDevice(client, actor(), body)) ? ok({}) : no({ code: 'not-found' }),
    ),
  ),
]

/** The phones of those who work at or below an office. */
function phonesOf({ place }: StaffActor): Scope {
  const { from, to } = rangeOf(place)
  return { devicesFrom: from, devicesTo: to }
}

const lineOf = (row: DeviceRow): DeviceLine => ({
  id: row.id,
  name: row.name,
  app: row.app,
  staff: row.staff,
  staffName: row.staff_name,
  officeName: row.office_name,
  waiting: row.waiting,
  held: row.held,
  madeAt: row.made_at.getTime(),
  seenAt: row.seen_at.getTime(),
  order: row.ordered,
  orderedByName: row.ordered_name,
  orderedAt: row.ordered_at?.getTime() ?? null,
  why: row.why,
  toldAt: row.told_at?.getTime() ?? null,
})
