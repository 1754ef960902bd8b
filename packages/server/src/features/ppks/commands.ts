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
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase, grantsOf, seesWhole } from '../case/index.ts'
import { findFamily, findPerson } from '../registry/index.ts'
import { codesOn, typesOn } from './lists.ts'
import { isLookedAfter, selectPpks, selectServices } from './queries.ts'

/** Answers every command whose kind begins with `ppks.`. The subject is the PPKS, of their services too. */
export function ppksHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff'
        ? decide(parts, client, order, actor, receivedAt)
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights })),
    )
}

async function decide(
  parts: CaseParts,
  client: PoolClient,
  order: Order,
  actor: StaffActor,
  receivedAt: number,
): Promise<Result<Plan, Refusal>> {
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
  const around = await surroundings(parts, client, district, move, actor)
  const decided = decidePpks(move, actor, {
    now,
    day,
    offices,
    ppks,
    services,
    ...listsOf(parts, district, day),
    ...around,
  })
  if (!decided.ok) return decided
  return ok({
    decision: decided.value,
    place: ppks?.place ?? place ?? district,
    before: [...(ppks ? [ppks] : []), ...services],
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

/** What is named beside the PPKS, as far as it is there for whoever names it. */
async function surroundings(
  parts: CaseParts,
  client: PoolClient,
  district: string,
  { kind, data }: PpksMove,
  actor: StaffActor,
): Promise<Pick<PpksLook, 'knowsVillage' | 'knows' | 'person' | 'twin' | 'client'>> {
  const knowsVillage = 'village' in data && (await parts.reference.knowsVillage(data.village))
  const nobody = { knowsVillage, knows: { family: false, case: false }, person: null, twin: false, client: null }
  if (kind !== 'ppks.receive') return nobody
  const { person, family, case: of, type } = data
  const keys = await parts.ledger.keys.forDistrict(district)
  const kase = of === null ? null : await wholeCase(parts, client, district, of, actor)
  // PPKS-15 Of two that begin beside each other neither is a row that the other could find moved.
  if (person !== null) await holdLedger(client, district)
  return {
    knowsVillage,
    knows: {
      family: family !== null && (await findFamily(client, actor, district, family, keys)) !== null,
      case: kase !== null,
    },
    person: person === null ? null : await findPerson(client, actor, district, person, keys),
    twin: person !== null && (await isLookedAfter(client, district, person, type)),
    client: kase && { name: kase.clientName, nik: kase.clientNik },
  }
}

/** A case that its reader sees whole: of one that was shown in part nobody is taken down. */
async function wholeCase({ ledger }: CaseParts, client: PoolClient, district: string, id: string, actor: StaffActor) {
  const kase = await findCase(client, actor, district, id, await ledger.keys.forDistrict(district))
  return kase && seesWhole(kase, actor, await grantsOf(client, district, id, null)) ? kase : null
}
