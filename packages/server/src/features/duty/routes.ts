import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Roster } from '@openslrt/core/contract/duty-queries.ts'
import { dutyRoutes } from '@openslrt/core/contract/duty-queries.ts'
import { unmanned } from '@openslrt/core/duty/duty.ts'
import { dayIn, dayMs, startOfDay } from '@openslrt/core/kernel/instant.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import { covers, ledgerOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { Reference } from '../reference/index.ts'
import { handlingRoles } from '../reference/index.ts'
import { selectNextTurn, selectOnDuty, selectRoster, selectWorkers } from './queries.ts'

interface Parts {
  readonly pool: Pool
  readonly reference: Reference
}

/** How many days ahead gaps are told: four weeks, as rosters are made for a month. */
const daysAhead = 28

/** The doors to who is on duty. */
export function dutyRoutesOf({ pool, reference }: Parts): readonly Route[] {
  const within = <T>(actor: StaffActor, run: (client: PoolClient) => Promise<T>): Promise<T> =>
    inScope(pool, scopeOf(actor, null), run)
  const rosterOf = (actor: StaffActor, office: OfficeRow): Promise<Roster> =>
    within(actor, (client) => readRoster(client, reference, office, Date.now()))
  return [
    route(dutyRoutes.own, async ({ actor }) => {
      const office = reference.offices().get(actor().office)
      return office ? ok(await rosterOf(actor(), office)) : no({ code: 'not-found' })
    }),
    route(dutyRoutes.of, async ({ query, actor }) => {
      const office = reference.offices().get(query.office)
      return office && covers(actor().place, office.place)
        ? ok(await rosterOf(actor(), office))
        : no({ code: 'not-found' })
    }),
    route(dutyRoutes.mine, async ({ actor }) => {
      const { office, place, staff } = actor()
      return within(actor(), async (client) => {
        const [onDuty] = await selectOnDuty(client, [office], handlingRoles(reference, place))
        const until = onDuty?.staff === staff ? onDuty.until : null
        return ok({ until, next: await selectNextTurn(client, office, staff) })
      })
    }),
  ]
}

async function readRoster(
  client: PoolClient,
  reference: Reference,
  { id, name, place }: OfficeRow,
  now: number,
): Promise<Roster> {
  const roles = handlingRoles(reference, place)
  const turns = await selectRoster(client, id, roles)
  const [current] = await selectOnDuty(client, [id], roles)
  const zone = reference.zoneOf(ledgerOf(place))
  const until = startOfDay(zone, dayIn(zone, now)) + daysAhead * dayMs
  const spans = turns.map((turn) => ({
    ...turn,
    leaves: turn.leaves.map((leave) => ({ ...leave, covered: leave.standInName !== null })),
  }))
  return {
    office: id,
    officeName: name,
    district: ledgerOf(place),
    now,
    until,
    current: current ?? null,
    turns: [...turns],
    gaps: [...unmanned(spans, { from: now, until })],
    people: [...(await selectWorkers(client, id, roles))],
  }
}
