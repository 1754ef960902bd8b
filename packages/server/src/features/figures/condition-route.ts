import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { conditionRoutes } from '@openslrt/core/contract/conditions.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { CaseParts } from '../case/index.ts'
import { cellLimitOn, todayIn } from '../reference/index.ts'
import { conditionsAt } from './conditions.ts'
import { frameOf } from './frame.ts'

/** The door to how people live: exact for who may open them, rounded for everybody else. */
export function conditionRoute({ ledger: { pool }, reference }: CaseParts): Route {
  return route(conditionRoutes.read, async ({ query: { face, place }, actor }) => {
    const reader = actor()
    const framed = await frameOf(pool, reference, reader, { place }, Date.now())
    if (!framed.ok) return framed
    const home = ledgerOf(framed.value.place.code)
    const base = cellLimitOn(reference, 'need', home, todayIn(reference, home))
    const look = { frame: framed.value, face, opens: opensPeople(reader), base }
    return ok(await inScope(pool, scopeOf(reader, null), (client) => conditionsAt(client, look)))
  })
}

const opensPeople = ({ permissions, sees }: StaffActor): boolean => permissions.has('registry.read') && sees === 'place'
