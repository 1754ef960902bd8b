import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { NetworkMove } from '@openslrt/core/contract/network.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { decideNetwork } from '@openslrt/core/network/decide.ts'
import type { NetworkOfficeRow } from '@openslrt/core/network/network.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { planTarget } from './growth.ts'
import { selectStanding } from './queries.ts'

/** Answers every command whose kind begins with `network.`. The subject is the office. */
export function networkHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff'
        ? (order.row.kind === 'network.target' ? planTarget : decide)(parts, client, order, actor, receivedAt)
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights })),
    )
}

async function decide(
  { reference }: CaseParts,
  client: PoolClient,
  order: Order,
  actor: StaffActor,
  receivedAt: number,
): Promise<Result<Plan, Refusal>> {
  const { district, subject, base, doneAt } = order.envelope
  const office = reference.offices().get(officeId.parse(subject)) ?? null
  if (office && office.district !== district) return no({ code: 'wrong-district' })
  const row = await standingOf(client, district, subject)
  if (isStale(row, base)) return no({ code: 'stale' })
  const { now, day } = reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const decided = decideNetwork(actOf<NetworkMove>(order), actor, { now, day, office, row })
  if (!decided.ok) return decided
  return ok({ decision: decided.value, place: office?.place ?? district, before: row ? [row] : [], relies: [] })
}

async function standingOf(client: PoolClient, district: string, id: string): Promise<NetworkOfficeRow | null> {
  const found = await selectStanding(client, district, id)
  return found && rowOf('networkOffice', found, null)
}

const isStale = (row: NetworkOfficeRow | null, base: number | null): boolean =>
  base !== null && base !== (row?.version ?? 0)
