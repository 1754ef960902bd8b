import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import type { Policy } from '@openslrt/core/case/policy.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { VisitMove } from '@openslrt/core/contract/visit.ts'
import { visitId } from '@openslrt/core/kernel/id.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { VisitLook } from '@openslrt/core/visit/decide.ts'
import { decideVisit, decideVisitAsClock, noVisit } from '@openslrt/core/visit/decide.ts'
import type { VisitRow } from '@openslrt/core/visit/visit.ts'
import type { PoolClient } from 'pg'
import { admitVisit } from '../../platform/db/scope.ts'
import type { Handler, Order } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, holdBlob } from '../case/index.ts'
import { findNamed } from '../registry/index.ts'
import { findVisit, visitorsAt } from './load.ts'
import { selectVisitOfClock } from './queries.ts'

/** Answers every command whose kind begins with `visit.`. */
export function visitHandler(parts: CaseParts): Handler {
  return async (order, actor, receivedAt) => {
    const move = actOf<VisitMove>(order)
    // Asked before the transaction: inside it, it would wait for a second connection.
    const isVillage = move.action !== 'plan' || (await parts.reference.knowsVillage(move.data.place))
    return execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      isVillage
        ? plan({ parts, client, order, receivedAt }, move, actor)
        : Promise.resolve(no({ code: 'unknown-place' } as const)),
    )
  }
}

interface Asked {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly order: Order
  readonly receivedAt: number
}
type Answer = Result<Plan, Refusal>

async function plan(asked: Asked, move: VisitMove, actor: Actor): Promise<Answer> {
  const { parts, order, receivedAt } = asked
  const { district, doneAt } = order.envelope
  const policy = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  if (actor.kind === 'clock') return asClock(asked, policy)
  if (actor.kind !== 'staff') return no({ code: 'not-permitted', needs: order.row.rights })
  return asStaff(asked, move, actor, policy)
}

const mayGive = ({ rights }: Asked['order']['row'], { permissions }: StaffActor): boolean =>
  rights.some((right) => right !== 'citizen' && right !== 'clock' && permissions.has(right))

// Pictures are added beside each other: none of them takes anything away.
const isStale = ({ version }: VisitRow, { action }: VisitMove, base: number | null): boolean =>
  action !== 'photo' && base !== null && base !== version

async function asStaff(
  { parts, client, order: { envelope, row } }: Asked,
  move: VisitMove,
  actor: StaffActor,
  policy: Policy,
): Promise<Answer> {
  const { district, subject, base } = envelope
  if (!mayGive(row, actor)) return no({ code: 'not-permitted', needs: row.rights })
  const keys = await parts.ledger.keys.forDistrict(district)
  const visit = await findVisit(client, actor, district, subject, keys)
  if (!visit && move.action !== 'plan') return no({ code: 'not-found' })
  if (visit && isStale(visit, move, base)) return no({ code: 'stale' })
  if (move.action === 'plan' && ledgerOf(move.data.place) !== district) return no({ code: 'wrong-district' })
  const looked = await lookFor({ parts, client }, move, actor, { visit, district })
  if (!looked) return no({ code: 'not-found' })
  const { relies, ...look } = looked
  const decided = decideVisit(visitId.parse(subject), move, actor, look, policy)
  if (!decided.ok) return decided
  if (move.action === 'assign') await admitVisit(client, subject)
  return ok({
    decision: decided.value,
    place: placeOf(visit, move),
    before: visit ? [visit] : [],
    relies,
  })
}

const placeOf = (visit: VisitRow | null, move: VisitMove): string =>
  visit?.place ?? (move.action === 'plan' ? move.data.place : '')

/** What a decision looks at; null where whoever is named is not there for whoever names them. */
async function lookFor(
  { client, parts: { reference } }: Pick<Asked, 'client' | 'parts'>,
  move: VisitMove,
  actor: StaffActor,
  { visit, district }: { readonly visit: VisitRow | null; readonly district: string },
): Promise<(VisitLook & { readonly relies: readonly Relied[] }) | null> {
  const look = { ...noVisit, visit, relies: [] }
  switch (move.action) {
    case 'plan': {
      const named = await findNamed(client, actor, district, move.data)
      if (!named) return null
      const kase = move.data.case && (await findCase(client, actor, district, move.data.case, null))
      const visitors = await visitorsAt(client, reference, move.data.office, move.data.place)
      return { ...look, kase, visitors, relies: [...named, ...relied('case', kase)] }
    }
    case 'assign':
      return visit ? { ...look, visitors: await visitorsAt(client, reference, move.data.office, visit.place) } : look
    case 'photo':
      return { ...look, blob: await holdBlob(client, district, move.data.sha256) }
    default:
      return look
  }
}

async function asClock({ client, order }: Asked, policy: Policy): Promise<Answer> {
  const { district, subject } = order.envelope
  const row = await selectVisitOfClock(client, district, subject)
  if (!row) return no({ code: 'not-found' })
  const visit = rowOf('visit', row, null)
  const decided = decideVisitAsClock(visit, policy)
  return decided.ok ? ok({ decision: decided.value, place: visit.place, before: [visit], relies: [] }) : decided
}
