import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { JointFile, JointMove } from '@openslrt/core/joint/decide.ts'
import { decideJoint } from '@openslrt/core/joint/decide.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, grantsOf, seesWhole } from '../case/index.ts'
import { findJoint, partnersOf } from './load.ts'
import { isListed, selectTarget, selectTask } from './queries.ts'

/** Answers every command whose kind begins with `joint.`. The subject is the row that is changed. */
export function jointHandler(parts: CaseParts): Handler {
  return async (order, actor, receivedAt) => {
    const move = moveOf<JointMove>(order)
    const village = move.kind === 'joint.list-target' ? move.data.village : null
    // Asked before the transaction: inside it, it would wait for a second connection.
    const knowsVillage = village !== null && (await parts.reference.knowsVillage(village))
    return execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff'
        ? decide({ parts, client, order, actor, knowsVillage }, receivedAt)
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights })),
    )
  }
}

interface Asked {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly order: Order
  readonly actor: StaffActor
  /** The village of somebody who is listed without a case. */
  readonly knowsVillage: boolean
}

async function decide(asked: Asked, receivedAt: number): Promise<Result<Plan, Refusal>> {
  const { parts, order, actor } = asked
  const { district, base, doneAt } = order.envelope
  const move = moveOf<JointMove>(order)
  if (move.kind === 'joint.start' && ledgerOf(actor.place) !== district) return no({ code: 'wrong-district' })
  const file = await fileOf(asked, move)
  const rows = [file.joint, ...file.partners, file.task, file.target].filter((row) => row !== null)
  const own = rows.find(({ id }) => id === move.subject)
  if (base !== null && own && own.version !== base) return no({ code: 'stale' })
  const { day, now, offices } = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const decided = decideJoint(file, move, actor, { day, now, offices })
  if (!decided.ok) return decided
  const relies = [...relied('joint', file.joint), ...relied('jointPartner', ...file.partners), ...file.relies]
  return ok({ decision: decided.value, place: district, before: rows, relies })
}

type Loaded = JointFile & { readonly relies: readonly Relied[] }

const nothing: Loaded = {
  joint: null,
  partners: [],
  task: null,
  target: null,
  case: null,
  listed: false,
  knowsVillage: false,
  relies: [],
}

/** What a command touches, as far as the acting office may see it. */
async function fileOf(asked: Asked, move: JointMove): Promise<Loaded> {
  const { client, order, actor } = asked
  const { district, subject } = order.envelope
  if (move.kind === 'joint.start') return nothing
  const joint = await findJoint(client, actor, district, 'joint' in move.data ? move.data.joint : subject)
  if (!joint) return nothing
  const partners = await partnersOf(client, joint, null)
  const file = { ...nothing, joint, partners }
  if (move.kind === 'joint.list-target') return { ...file, ...(await aroundTarget(asked, move, joint)) }
  if (move.kind.endsWith('-task'))
    return { ...file, task: rowIn('jointTask', await selectTask(client, joint, subject)) }
  if (move.kind.endsWith('-target'))
    return { ...file, target: rowIn('jointTarget', await selectTarget(client, joint, subject)) }
  return file
}

const rowIn = <T extends 'jointTask' | 'jointTarget'>(table: T, row: DbRow | null) =>
  row ? rowOf(table, row, null) : null

type ListTarget = Extract<JointMove, { kind: 'joint.list-target' }>

/** JOINT-5, JOINT-6 The case that is to be a target, as far as its lead sees it whole; and whether it is on the list already. */
async function aroundTarget(
  { parts, client, actor, knowsVillage }: Asked,
  { data }: ListTarget,
  joint: NonNullable<JointFile['joint']>,
): Promise<Pick<Loaded, 'case' | 'listed' | 'knowsVillage' | 'relies'>> {
  const { district } = joint
  const keys = await parts.ledger.keys.forDistrict(district)
  const kase = data.case === null ? null : await findCase(client, actor, district, data.case, null)
  // Of a case nothing else is kept, so nothing else that was said of its person is asked about.
  const nik = data.case === null && data.nik !== null ? keys.index('nik', data.nik) : null
  const whole = kase !== null && seesWhole(kase, actor, await grantsOf(client, district, kase.id, null))
  return {
    case: whole ? { place: kase.place, restricted: kase.restricted } : null,
    listed: await isListed(client, joint, data.case, nik),
    knowsVillage,
    relies: relied('case', kase),
  }
}
