import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { holds } from '@openslrt/core/access/can.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { erasureId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import type { ErasureFile, ErasureMove } from '@openslrt/core/registry/erasure.ts'
import { decideErasure } from '@openslrt/core/registry/erasure.ts'
import type { ErasureRow } from '@openslrt/core/registry/erasure-row.ts'
import type { FamilyRow, Holder, PersonRow } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import { admitDistrict } from '../../platform/db/scope.ts'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { forgetEntries } from '../../platform/ledger/forget.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { gatherAbout } from './gather-about.ts'
import { findFamily, findPerson } from './load.ts'
import { isErasureAsked, selectErasure } from './queries-erase.ts'

/** PRIVACY-3 Answers the commands by which people and families are forgotten. The subject is the wish. */
export function erasureHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff' && mayAskAtAll(actor, order)
        ? decide({ parts, client, actor, district: order.envelope.district }, order, receivedAt)
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights } as const)),
    )
}

const mayAskAtAll = (actor: StaffActor, { row }: Order): boolean =>
  row.rights.some((right) => right !== 'citizen' && right !== 'clock' && holds(actor, right))

/** Who decides in which ledger. */
interface Desk {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly actor: StaffActor
  readonly district: LedgerCode
}

async function decide(desk: Desk, order: Order, receivedAt: number): Promise<Result<Plan, Refusal>> {
  const { parts, client, actor, district } = desk
  const { subject, base, doneAt } = order.envelope
  const keys = await parts.ledger.keys.forDistrict(district)
  const move = moveOf<ErasureMove>(order)
  // LEDGER-24 What hangs on somebody is no row that could be found moved.
  if (move.kind === 'registry.erase') await holdLedger(client, district)
  const found = await selectErasure(client, actor, district, subject)
  const erasure = found ? rowOf('registryErasure', found, keys) : null
  const asked = move.kind === 'registry.ask-erasure' ? { of: move.data.of, holder: move.data.who } : erasure
  if (!asked) return no({ code: 'not-found' })
  if (erasure && base !== null && base !== erasure.version) return no({ code: 'stale' })
  const holder = await findHolder(desk, asked.of, asked.holder, keys)
  if (!holder) return no({ code: 'not-found' })
  const file = await fileOf(desk, move, erasure, holder, keys)
  const { day, now, retention } = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const decided = decideErasure(move, file, actor, { id: erasureId.parse(subject), day, now, retention })
  if (!decided.ok) return decided
  if (decided.value.erases && file.hangings) {
    const seqs = decided.value.erases.map(({ seq }) => seq)
    const subjects = file.hangings.rows.map(({ id }) => id)
    const { loads, surges } = file.hangings
    const affected = file.hangings.rows.flatMap(({ table, id }) => (table === 'affected' ? [id] : []))
    await forgetEntries(
      client,
      { district, id: subject },
      { command: order.envelope.id, seqs, subjects, loads, surges, affected },
      keys,
    )
  }
  return ok({ decision: decided.value, place: holder.place, before: [], relies: relied(asked.of, holder) })
}

const findHolder = (
  { client, actor, district }: Desk,
  of: Holder,
  id: string,
  keys: DistrictKeys,
): Promise<PersonRow | FamilyRow | null> =>
  of === 'person' ? findPerson(client, actor, district, id, keys) : findFamily(client, actor, district, id, keys)

/** PRIVACY-6 All that hangs on somebody is gathered in the whole district, once it is sure that the actor may ask for it. */
async function fileOf(
  { client, actor, district }: Desk,
  move: ErasureMove,
  erasure: ErasureRow | null,
  holder: PersonRow | FamilyRow,
  keys: DistrictKeys,
): Promise<Omit<ErasureFile, 'hangings'> & { readonly hangings: Awaited<ReturnType<typeof gatherAbout>> | null }> {
  const isAsked = await isErasureAsked(client, district, holder.id)
  const erases = move.kind === 'registry.erase' && erasure !== null && erasure.askedBy !== actor.staff
  if (!erases) return { erasure, holder, isAsked, hangings: null }
  await admitDistrict(client, district, actor.staff)
  return { erasure, holder, isAsked, hangings: await gatherAbout(client, erasure, keys) }
}
