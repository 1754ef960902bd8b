import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { holds } from '@openslrt/core/access/can.ts'
import { blankSeed } from '@openslrt/core/blank/blank.ts'
import type { BlankAct, Sheet } from '@openslrt/core/blank/decide.ts'
import { decideBlank, issueBlanks } from '@openslrt/core/blank/decide.ts'
import type { BlankCommandData } from '@openslrt/core/contract/blank.ts'
import { batchId, blankId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Handled, Handler, Order } from '../../platform/http/order.ts'
import { commandOf } from '../../platform/http/order.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { type CaseParts, doorOf } from '../case/index.ts'
import { selectBlank } from './queries.ts'

/** Answers every command about paper forms. */
export function blankHandler(parts: CaseParts): Handler {
  return async (order, actor, receivedAt) => {
    // Asked before the form is: whoever may not, learns nothing of it.
    if (actor.kind !== 'staff' || !holds(actor, 'case.register'))
      return execute(parts.ledger, commandOf(order, actor, receivedAt), async () =>
        no({ code: 'not-permitted', needs: order.row.rights }),
      )
    return order.row.kind === 'blank.issue'
      ? issue(parts, order, actor, receivedAt)
      : change(parts, order, actor, receivedAt)
  }
}

/** BLANK-2 Issues a batch: its sheets follow from its id, so that they can be printed once more. */
function issue(parts: CaseParts, order: Order, actor: StaffActor, receivedAt: number): Promise<Handled> {
  const { ledger, reference } = parts
  const { district, subject, doneAt } = order.envelope
  const batch = batchId.parse(subject)
  const { size } = order.data as BlankCommandData['blank.issue']
  return execute(ledger, commandOf(order, actor, receivedAt), async () => {
    const sheets = Array.from({ length: size }, (_, at): Sheet => {
      const { digests } = doorOf(ledger.keys, district, blankSeed({ batch, sheet: at + 1 }))
      return { id: blankId.parse(randomUUID()), ...digests }
    })
    const policy = reference.policyFor(district, receivedAt, Date.parse(doneAt))
    const decided = issueBlanks(batch, sheets, actor, policy, district)
    return decided.ok ? ok({ decision: decided.value, place: actor.place, before: [], relies: [] }) : decided
  })
}

function change(parts: CaseParts, order: Order, actor: StaffActor, receivedAt: number): Promise<Handled> {
  const { ledger, reference } = parts
  const { district, subject, base, doneAt } = order.envelope
  const act = { move: order.row.kind.slice('blank.'.length), data: order.data } as BlankAct
  return execute(ledger, commandOf(order, actor, receivedAt), async (client) => {
    const row = await selectBlank(client, district, subject)
    if (!row) return no({ code: 'not-found' })
    const form = rowOf('blank', row, null)
    // Numbers of another office's forms are nobody's business here.
    if (form.office !== actor.office) return no({ code: 'not-found' })
    if (base !== null && base !== form.version) return no({ code: 'stale' })
    const policy = reference.policyFor(district, receivedAt, Date.parse(doneAt))
    const decided = decideBlank(form, act, actor, policy)
    return decided.ok ? ok({ decision: decided.value, place: actor.place, before: [form], relies: [] }) : decided
  })
}
