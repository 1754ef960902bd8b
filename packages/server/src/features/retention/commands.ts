import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { ForgetData } from '@openslrt/core/contract/retention.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { decideForget } from '@openslrt/core/retention/decide.ts'
import type { PoolClient } from 'pg'
import { admitDistrict } from '../../platform/db/scope.ts'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { forgetEntries } from '../../platform/ledger/forget.ts'
import type { CaseParts } from '../case/index.ts'
import { gatherOver } from './gather-over.ts'

/** Nobody of staff: the clock sees the district, and no visit of its own. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** PRIVACY-10 Answers what the clock forgets. The subject is the row itself, or of affected people their list. */
export function retentionHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'clock'
        ? plan(parts, client, order, receivedAt)
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights } as const)),
    )
}

async function plan(
  parts: CaseParts,
  client: PoolClient,
  order: Order,
  receivedAt: number,
): Promise<Result<Plan, Refusal>> {
  const { id: command, district, subject, doneAt } = order.envelope
  const data = order.data as ForgetData
  await admitDistrict(client, district, nobody)
  const keys = await parts.ledger.keys.forDistrict(district)
  const file = await gatherOver(client, { district, id: subject }, data, keys)
  const policy = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const decided = decideForget(data, file, { kind: 'clock' }, policy)
  if (!decided.ok) return decided
  await forgetEntries(
    client,
    { district, id: subject },
    {
      command,
      seqs: (decided.value.erases ?? []).map(({ seq }) => seq),
      subjects: file.rows.map(({ id }) => id),
      loads: [],
      surges: data.of === 'affected' ? [subject] : [],
      affected: data.of === 'affected' ? file.rows.map(({ id }) => id) : [],
    },
    keys,
  )
  return ok({ decision: decided.value, place: district, before: [], relies: [] })
}
