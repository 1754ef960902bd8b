import { roleRoutes } from '@openslrt/core/contract/role-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { covers, placeCode } from '@openslrt/core/place/code.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { ListParts } from './commands.ts'
import { itemLines } from './item-lines.ts'
import { countHolders, selectHeld, selectHolders } from './queries-roles.ts'

/** The doors through which administrators look at roles and at who holds them. */
export function roleRoutesOf({ ledger: { pool }, reference }: ListParts): readonly Route[] {
  return [
    route(roleRoutes.items, async ({ query: { district }, actor }) => {
      const place = placeCode.parse(district)
      const today = dayIn(reference.zoneOf(district), Date.now())
      // Roles are no secret; who holds them is for those whose people they are.
      const held = await selectHeld(pool, covers(actor().place, place) ? place : actor().place)
      const counts = new Map(held.map((row) => [row.role, row]))
      const items = itemLines(reference.said('role'), null, { list: 'role', place: district, today })
      return ok({
        today,
        items: items.map(({ uses: _, ...item }) => ({
          ...item,
          own: item.said.some(({ own }) => own),
          people: counts.get(item.code)?.people ?? 0,
          offices: counts.get(item.code)?.offices ?? 0,
        })),
      })
    }),
    route(roleRoutes.holders, async ({ query: { district, code, page }, actor }) => {
      const place = placeCode.parse(district)
      const within = covers(actor().place, place) ? place : actor().place
      if (within !== place && !covers(place, within)) return no({ code: 'wrong-place' })
      return ok({
        items: [...(await selectHolders(pool, within, code, page))],
        total: await countHolders(pool, within, code),
        page,
        size: pageSize,
      })
    }),
  ]
}
