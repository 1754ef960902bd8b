import { createHash } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { LoadCommandData } from '@openslrt/core/contract/load.ts'
import { loadId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { headKey } from '@openslrt/core/load/columns.ts'
import { mayLoad, openLoad, stepLoad } from '@openslrt/core/load/decide.ts'
import type { LoadMove } from '@openslrt/core/load/moves.ts'
import { loadRule } from '@openslrt/core/load/moves.ts'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { localsOfLoad } from './locals.ts'
import { selectFile, selectLoad } from './queries.ts'
import { askForWork } from './queries-work.ts'

/** Answers what people do with loads. */
export function loadHandler(parts: CaseParts): Handler {
  return async (order, actor, receivedAt) => {
    const { district } = order.envelope
    const may =
      actor.kind === 'staff'
        ? mayLoad(actor, district)
        : no({ code: 'not-permitted', needs: order.row.rights } as const)
    if (actor.kind !== 'staff' || !may.ok)
      return execute(parts.ledger, commandOf(order, actor, receivedAt), async () =>
        may.ok ? no({ code: 'not-permitted', needs: order.row.rights }) : may,
      )
    return order.row.kind === 'load.open'
      ? open(parts, order, actor, receivedAt)
      : step(parts, order, actor, receivedAt)
  }
}

/** By what a mapping is remembered: the heads themselves may be anything that somebody typed. */
export const headDigestOf = (head: readonly string[]): string =>
  createHash('sha256').update(headKey(head)).digest('hex')

const open = ({ ledger, reference }: CaseParts, order: Order, actor: StaffActor, receivedAt: number) => {
  const { district, subject, doneAt } = order.envelope
  const data = order.data as LoadCommandData['load.open']
  return execute(ledger, commandOf(order, actor, receivedAt), async (client) => {
    const file = await selectFile(client, district, data.file)
    if (!file) return no({ code: 'unknown-file' })
    const locals = localsOfLoad(reference, { district, openedAt: receivedAt })
    const policy = { ...reference.policyFor(district, receivedAt, Date.parse(doneAt)), locals }
    const named = { name: file.name, digest: file.digest, headDigest: headDigestOf(file.head) }
    const decided = openLoad(loadId.parse(subject), named, data, actor, policy)
    if (!decided.ok) return decided
    await askForWork(client, district, subject, actor)
    return ok<Plan>({ decision: decided.value, place: actor.place, before: [], relies: [] })
  })
}

const step = ({ ledger, reference }: CaseParts, order: Order, actor: StaffActor, receivedAt: number) => {
  const { district, subject, base, doneAt } = order.envelope
  const move = order.row.kind.slice('load.'.length) as LoadMove
  return execute(ledger, commandOf(order, actor, receivedAt), async (client) => {
    const row = await selectLoad(client, district, subject)
    const load = row && rowOf('load', row, null)
    if (!load) return no({ code: 'not-found' })
    if (base !== null && base !== load.version) return no({ code: 'stale' })
    const policy = reference.policyFor(district, receivedAt, Date.parse(doneAt))
    const set = move === 'record' ? (order.data as LoadCommandData['load.record']) : {}
    const decided = stepLoad(load, move, set, policy)
    if (!decided.ok) return decided
    if (loadRule(move).to === loadRule('take').to) await askForWork(client, district, subject, actor)
    return ok<Plan>({ decision: decided.value, place: actor.place, before: [load], relies: [] })
  })
}
