import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { networkGrowthRoutes } from '@openslrt/core/contract/network-growth.ts'
import type { NetworkShow } from '@openslrt/core/contract/network-queries.ts'
import { networkRoutes, networkShows } from '@openslrt/core/contract/network-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers } from '@openslrt/core/place/code.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { placeOf } from '../reference/index.ts'
import { growthOf } from './growth.ts'
import { cardOf, lineOf } from './lines.ts'
import { countStates, selectCard, selectLines, selectPosts, selectTold } from './queries.ts'

/** How many lines of a file are asked for at once. */
const partSize = 2_000

/** The doors to the network of offices. */
export function networkRoutesOf(parts: CaseParts): readonly Route[] {
  const { reference } = parts
  const { pool } = parts.ledger
  return [
    route(networkRoutes.list, async ({ query: { page, place: asked, ...query }, actor }) => {
      const reader = actor()
      const place = placeFor(reader, asked)
      if (!place) return no({ code: 'wrong-place' })
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const offset = (page - 1) * pageSize
        const items = (await selectLines(client, place, query, { limit: pageSize, offset })).map(lineOf)
        const found = new Map((await countStates(client, place, query)).map(({ show, n }) => [show, n]))
        const counts = tableOf(networkShows, (show) => found.get(show) ?? 0)
        const shown: readonly NetworkShow[] = query.show === undefined ? networkShows : [query.show]
        const total = shown.reduce((sum, show) => sum + counts[show], 0)
        const placeName = (await placeOf(client, place))?.name ?? place
        return ok({ items, total, page, size: pageSize, place, placeName, counts })
      })
    }),
    route(networkRoutes.one, async ({ query, actor }) => {
      const reader = actor()
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const row = await selectCard(client, reader.place, query)
        if (!row) return no({ code: 'not-found' })
        const told = await selectTold(client, row.district, row.id)
        return ok(cardOf(reference, reader, row, { told, posts: await selectPosts(client, row.id) }))
      })
    }),
    route(networkGrowthRoutes.growth, async ({ query, actor }) => {
      const reader = actor()
      const place = placeFor(reader, query.place)
      if (!place) return no({ code: 'wrong-place' })
      return inScope(pool, scopeOf(reader, null), async (client) => ok(await growthOf(parts, client, reader, place)))
    }),
    route(networkRoutes.table, async ({ query: { after, place: asked, ...query }, actor }) => {
      const reader = actor()
      const place = placeFor(reader, asked)
      if (!place) return no({ code: 'wrong-place' })
      return inScope(pool, scopeOf(reader, null), async (client) => {
        const rows = await selectLines(client, place, query, { limit: partSize + 1, after })
        const items = rows.slice(0, partSize).map(lineOf)
        const last = rows.length > partSize ? items.at(-1) : undefined
        return ok({ items, next: last ? officeId.parse(last.id) : null })
      })
    }),
  ]
}

/** NETWORK-7 The place that is looked at: one's own, or one in it. */
function placeFor({ place }: StaffActor, asked: PlaceCode | undefined): PlaceCode | null {
  if (asked === undefined) return place
  return covers(place, asked) ? asked : null
}
