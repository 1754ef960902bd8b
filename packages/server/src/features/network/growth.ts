import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { NetworkTargetMove } from '@openslrt/core/contract/network.ts'
import type { NetworkGrowth } from '@openslrt/core/contract/network-growth.ts'
import { networkGrowth } from '@openslrt/core/contract/network-growth.ts'
import { networkShows } from '@openslrt/core/contract/network-queries.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { networkTargetId } from '@openslrt/core/kernel/id.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { GrowthRow } from '@openslrt/core/network/growth.ts'
import { grownByYear, kindOf, reached, undated, workingNow } from '@openslrt/core/network/growth.ts'
import { firstCohort, networkKind, networkState, targetOf } from '@openslrt/core/network/kinds.ts'
import { decideTarget } from '@openslrt/core/network/target.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { isRegion, ledgerOf, nation, parentOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Order } from '../../platform/http/order.ts'
import { actOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { placeOf, todayIn } from '../reference/index.ts'
import type { TargetRow } from './queries-growth.ts'
import { countGrown, selectLastTarget, selectTargets } from './queries-growth.ts'

/** NETWORK-10 A target is said in the ledger of the place whose it is. */
export async function planTarget(
  { reference }: CaseParts,
  client: PoolClient,
  order: Order,
  actor: StaffActor,
  receivedAt: number,
): Promise<Result<Plan, Refusal>> {
  const { district, subject, doneAt } = order.envelope
  if (ledgerOf(actor.place) !== district) return no({ code: 'wrong-district' })
  const { data } = actOf<NetworkTargetMove>(order)
  const found = await selectLastTarget(client, { district, year: data.year, of: data.of })
  const last = found && rowOf('networkTarget', found, null)
  const { now, day } = reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const decided = decideTarget(networkTargetId.parse(subject), data, actor, { now, day, last })
  return decided.ok ? ok({ decision: decided.value, place: district, before: [], relies: [] }) : decided
}

/** NETWORK-12 Targets, what there is, and since when, of the reader's place or one in it. */
export async function growthOf(
  { reference }: CaseParts,
  client: PoolClient,
  reader: StaffActor,
  place: PlaceCode,
): Promise<NetworkGrowth> {
  const today = todayIn(reference, ledgerOf(place))
  const thisYear = Number(today.slice(0, 4))
  const rows = (await countGrown(client, place)).map(({ kind, state, grown_year, n }) => ({
    kind: networkKind.parse(kind),
    state: networkState.nullable().parse(state),
    grownYear: grown_year,
    n,
  }))
  const said = await selectTargets(client, ledgersOver(place))
  return networkGrowth.parse({
    place,
    placeName: (await placeOf(client, place))?.name ?? place,
    today,
    ...countedOf(rows, thisYear),
    targets: said.map((row, nth) =>
      targetLineOf(row, said[nth - 1], place, (of, year) => reached(rows, of, year, thisYear)),
    ),
    sets: reader.permissions.has('network.target') && isRegion(reader.place) && reader.place === place,
  })
}

/** The ledgers whose targets count for a place: its own and those above, as far as targets are set there. */
function ledgersOver(place: PlaceCode): readonly string[] {
  const above: string[] = [nation]
  for (let at: PlaceCode | null = place; at !== null; at = parentOf(at)) if (isRegion(at)) above.push(ledgerOf(at))
  return [...new Set(above)]
}

function countedOf(rows: readonly GrowthRow[], thisYear: number) {
  const years = Array.from({ length: thisYear - firstCohort + 1 }, (_, nth) => firstCohort + nth)
  return {
    now: tableOf(targetOf, (of) => workingNow(rows, of)),
    undated: tableOf(targetOf, (of) => undated(rows, of)),
    states: tableOf(targetOf, (of) =>
      tableOf(networkShows, (show) =>
        rows
          .filter(({ kind, state }) => kind === kindOf[of] && (state ?? 'unsaid') === show)
          .reduce((all, { n }) => all + n, 0),
      ),
    ),
    years: years.map((year) => ({ year, ...tableOf(targetOf, (of) => grownByYear(rows, of, year)) })),
  }
}

type Reached = (of: (typeof targetOf)[number], year: number) => number

/** One word about a target. Only for the place that is looked at it is told what is reached of it. */
function targetLineOf(row: TargetRow, before: TargetRow | undefined, place: PlaceCode, is: Reached) {
  const { district, year, place_name, from_day, said_by, said_at, ...said } = row
  const of = targetOf.find((one) => one === row.of) ?? 'district'
  const last = before?.district !== district || before.year !== year || before.of !== row.of
  const own = ledgerOf(place) === district && isRegion(place)
  return {
    ...said,
    of,
    district,
    year,
    placeName: place_name,
    fromDay: from_day,
    saidBy: said_by,
    saidAt: said_at,
    own,
    last,
    reached: own && last ? is(of, year) : null,
  }
}
