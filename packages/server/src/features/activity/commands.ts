import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { decidePay } from '@openslrt/core/activity/decide.ts'
import type { ActivityPayRow } from '@openslrt/core/activity/pay.ts'
import type { PayMove } from '@openslrt/core/contract/activity-pay.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { activityPayId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { selectPay, selectPayOf } from './queries-pay.ts'

/** Answers every command whose kind begins with `activity.`. The subject is the payment for a month. */
export function activityHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff'
        ? decide(parts, client, order, actor, receivedAt)
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
  const move = actOf<PayMove>(order)
  if (move.action === 'send' && ledgerOf(actor.place) !== district) return no({ code: 'wrong-district' })
  const row = await selectPay(client, actor, district, subject)
  const pay = row && rowOf('activityPay', row, null)
  if (isStale(pay, base)) return no({ code: 'stale' })
  const ofMonth = await ownMonth(client, actor, district, move)
  const { now, day } = reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const decided = decidePay(activityPayId.parse(subject), move, actor, { now, day, pay, ofMonth })
  if (!decided.ok) return decided
  return ok({ decision: decided.value, place: pay?.place ?? actor.place, before: pay ? [pay] : [], relies: [] })
}

const isStale = (pay: ActivityPayRow | null, base: number | null): boolean =>
  base !== null && pay !== null && pay.version !== base

/** Whatever there is of the sender's month, under whichever number. */
async function ownMonth(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  move: PayMove,
): Promise<ActivityPayRow | null> {
  if (move.action !== 'send') return null
  const row = await selectPayOf(client, actor, { district, staff: actor.staff, month: move.data.month })
  return row && rowOf('activityPay', row, null)
}
