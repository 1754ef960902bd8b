import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { figureRoutes } from '@openslrt/core/contract/figures.ts'
import { indicatorRoutes } from '@openslrt/core/contract/indicators.ts'
import { leagueRoutes } from '@openslrt/core/contract/league.ts'
import { minutesOfDay } from '@openslrt/core/kernel/calendar.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { isRegion, ledgerOf } from '@openslrt/core/place/code.ts'
import { countingScope, indicatorScope, inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { goingRoles } from '../visit/index.ts'
import { conditionRoute } from './condition-route.ts'
import { districtFigures } from './district.ts'
import type { FrameQuery } from './frame.ts'
import { frameOf } from './frame.ts'
import { indicatorsOf } from './indicators.ts'
import { leagueOf } from './league.ts'
import { regionFigures } from './region.ts'

/** The doors to figures. */
export function figureRoutesOf({ ledger, reference }: CaseParts): readonly Route[] {
  const { pool } = ledger
  const frame = (reader: StaffActor, query: FrameQuery) => frameOf(pool, reference, reader, query, Date.now())
  return [
    route(figureRoutes.district, async ({ query, actor }) => {
      const reader = actor()
      const framed = await frame(reader, query)
      if (!framed.ok) return framed
      // Cases are counted for those who work in their district; above it, counters are all there is to see.
      if (isRegion(reader.place)) return no({ code: 'wrong-place' })
      const opens = seesPlace(reader)
      const scope = opens ? scopeOf(reader, null) : countingScope(framed.value.place.code)
      return ok(await inScope(pool, scope, (client) => districtFigures(client, framed.value, opens ? reader : null)))
    }),
    route(leagueRoutes.referrals, async ({ query: { category = null, ...query }, actor }) => {
      const reader = actor()
      const framed = await frame(reader, query)
      if (!framed.ok) return framed
      if (isRegion(reader.place)) return no({ code: 'wrong-place' })
      const { place, at } = framed.value
      const opens = seesPlace(reader)
      const look = {
        frame: framed.value,
        reader: opens ? reader : null,
        category,
        offices: reference.offices(),
        dayMinutes: minutesOfDay(reference.policyFor(ledgerOf(place.code), at, at).calendar),
      }
      const scope = opens ? scopeOf(reader, null) : countingScope(place.code)
      return ok(await inScope(pool, scope, (client) => leagueOf(client, look)))
    }),
    conditionRoute({ ledger, reference }),
    route(indicatorRoutes.indicators, async ({ query, actor }) => {
      const reader = actor()
      const framed = await frame(reader, query)
      if (!framed.ok) return framed
      if (isRegion(reader.place)) return no({ code: 'wrong-place' })
      const { place, at } = framed.value
      const opens = seesPlace(reader)
      const look = {
        frame: framed.value,
        reader: opens ? reader : null,
        whole: opens && reader.permissions.has('registry.read'),
        dayMinutes: minutesOfDay(reference.policyFor(ledgerOf(place.code), at, at).calendar),
        going: goingRoles(reference, place.code),
      }
      const scope = indicatorScope(opens ? scopeOf(reader, null) : countingScope(place.code), reader, place.code)
      return ok(await inScope(pool, scope, (client) => indicatorsOf(client, look)))
    }),
    route(figureRoutes.region, async ({ query, actor }) => {
      const reader = actor()
      const framed = await frame(reader, query)
      if (!framed.ok) return framed
      if (!isRegion(framed.value.place.code)) return no({ code: 'wrong-place' })
      return ok(await inScope(pool, scopeOf(reader, null), (client) => regionFigures(client, framed.value)))
    }),
  ]
}

const seesPlace = (reader: StaffActor): boolean => reader.permissions.has('case.read') && reader.sees === 'place'
