import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PpksLook, PpksMove } from '@openslrt/core/ppks/decide.ts'
import { decidePpks } from '@openslrt/core/ppks/decide.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, grantsOf, seesWhole } from '../case/index.ts'
import { findFamily, findPerson } from '../registry/index.ts'
import { codesOn, typesOn } from './lists.ts'
import { isLookedAfter, selectPpks, selectServices } from './queries.ts'

/** Answers every command whose kind begins with `ppks.`. The subject is the PPKS, of their services too. */
export function ppksHandler(parts: CaseParts): Handler {
  return async (order, actor, receivedAt) => {
    const place = placeOf(moveOf<PpksMove>(order))
    // Asked before the transaction: inside it, it would wait for a second connection.
    const knowsVillage = place !== null && (await parts.reference.knowsVillage(place))
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
  /** The village that the command names. */
  readonly knowsVillage: boolean
}

async function decide(asked: Asked, receivedAt: number): Promise<Result<Plan, Refusal>> {
  const { parts, client, order, actor, knowsVillage } = asked
  const { district, subject, base, doneAt } = order.envelope
  const move = moveOf<PpksMove>(order)
  const place = placeOf(move)
  if (place !== null && ledgerOf(place) !== district) return no({ code: 'wrong-district' })
  const keys = await parts.ledger.keys.forDistrict(district)
  const row = await selectPpks(client, actor, district, subject)
  const ppks = row ? rowOf('ppks', row, keys) : null
  if (isStale(ppks, base)) return no({ code: 'stale' })
  const rows = ppks ? await selectServices(client, district, subject) : []
  const services = rows.map((one) => rowOf('ppksService', one, keys))
  const { now, day, offices } = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const { relies, ...around } = await surroundings(asked, move)
  const decided = decidePpks(move, actor, {
    now,
    day,
    offices,
    ppks,
    services,
    ...listsOf(parts, district, day),
    knowsVillage,
    ...around,
  })
  if (!decided.ok) return decided
  return ok({
    decision: decided.value,
    place: ppks?.place ?? place ?? district,
    before: [...(ppks ? [ppks] : []), ...services],
    relies,
  })
}

const placeOf = ({ data }: PpksMove) => ('village' in data ? data.village : null)
const isStale = (row: { readonly version: number } | null, base: number | null): boolean =>
  base !== null && row !== null && row.version !== base

function listsOf(
  { reference }: CaseParts,
  district: string,
  day: string,
): Pick<PpksLook, 'type' | 'risks' | 'endings'> {
  const types = new Map(typesOn(reference, district, day).map((type) => [type.code, type]))
  return {
    type: (code) => types.get(code) ?? null,
    risks: codesOn(reference, 'ppks-risk', district, day),
    endings: codesOn(reference, 'ppks-ending', district, day),
  }
}

type Around = Pick<PpksLook, 'knows' | 'person' | 'twin' | 'client'> & { readonly relies: readonly Relied[] }
const nobody: Around = { knows: { family: false, case: false }, person: null, twin: false, client: null, relies: [] }

/** What is named beside the PPKS, as far as it is there for whoever names it. */
async function surroundings({ parts, client, order, actor }: Asked, { kind, data }: PpksMove): Promise<Around> {
  if (kind !== 'ppks.receive') return nobody
  const { district } = order.envelope
  const { person, family, case: of, type } = data
  const keys = await parts.ledger.keys.forDistrict(district)
  const kase = of === null ? null : await wholeCase(parts, client, district, of, actor)
  // PPKS-15 Of two that begin beside each other neither is a row that the other could find moved.
  if (person !== null) await holdLedger(client, district)
  const home = family === null ? null : await findFamily(client, actor, district, family, keys)
  const found = person === null ? null : await findPerson(client, actor, district, person, keys)
  return {
    knows: { family: home !== null, case: kase !== null },
    person: found,
    twin: person !== null && (await isLookedAfter(client, district, person, type)),
    client: kase && { name: kase.clientName, nik: kase.clientNik },
    relies: [...relied('person', found), ...relied('family', home), ...relied('case', kase)],
  }
}

/** A case that its reader sees whole: of one that was shown in part nobody is taken down. */
async function wholeCase({ ledger }: CaseParts, client: PoolClient, district: string, id: string, actor: StaffActor) {
  const kase = await findCase(client, actor, district, id, await ledger.keys.forDistrict(district))
  return kase && seesWhole(kase, actor, await grantsOf(client, district, id, null)) ? kase : null
}
