import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { PsksLook, PsksMove } from '@openslrt/core/psks/decide.ts'
import { decidePsks } from '@openslrt/core/psks/decide.ts'
import type { PsksRow } from '@openslrt/core/psks/psks.ts'
import type { PoolClient } from 'pg'
import { placeNames } from '../../platform/db/names.ts'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import { findCase } from '../case/index.ts'
import { findVisit } from '../visit/index.ts'
import { kindsOn } from './lists.ts'
import { selectParts, selectPsks, worksAt } from './queries.ts'

/** Answers every command whose kind begins with `psks.`. The subject is the PSKS, of their reports and postings too. */
export function psksHandler(parts: CaseParts): Handler {
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
  const move = moveOf<PsksMove>(order)
  if ('place' in move.data && ledgerOf(move.data.place) !== district) return no({ code: 'wrong-district' })
  const row = await selectPsks(client, actor, district, subject)
  const psks = row ? rowOf('psks', row, null) : null
  if (base !== null && psks && psks.version !== base) return no({ code: 'stale' })
  const { now, day } = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const { relies, ...beside } = await around(parts, client, move, psks, { actor, district, day })
  const look = { now, day, psks, ...beside }
  const decided = decidePsks(move, actor, look)
  if (!decided.ok) return decided
  const place = psks?.place ?? ('place' in move.data ? move.data.place : district)
  return ok({
    decision: decided.value,
    place,
    before: [...(psks ? [psks] : []), ...look.reports, ...look.postings],
    relies,
  })
}

interface Where {
  readonly actor: StaffActor
  readonly district: string
  readonly day: string
}

interface Resting {
  readonly relies: readonly Relied[]
}

async function around(
  { reference, ledger }: CaseParts,
  client: PoolClient,
  move: PsksMove,
  psks: PsksRow | null,
  { actor, district, day }: Where,
): Promise<Omit<PsksLook, 'now' | 'day' | 'psks'> & Resting> {
  const kinds = new Map(kindsOn(reference, district, day).map((kind) => [kind.code, kind]))
  const named = placesIn(move)
  const known = named.length > 0 ? await placeNames(client, named) : new Map<string, string>()
  const parts = async (table: 'psks_report' | 'psks_posting') =>
    psks ? selectParts(client, table, district, psks.id) : []
  const { kind: of } = move
  return {
    kind: (code) => kinds.get(code) ?? null,
    knowsPlace: (place) => known.has(place),
    reports: of.endsWith('report') ? (await parts('psks_report')).map((row) => rowOf('psksReport', row, null)) : [],
    postings: /post(ing)?$/.test(of) ? (await parts('psks_posting')).map((row) => rowOf('psksPosting', row, null)) : [],
    knowsStaff:
      of === 'psks.set-user' && move.data.staff !== null && (await worksAt(client, actor.office, move.data.staff)),
    ...(await targetOf(client, move, actor, district, await ledger.keys.forDistrict(district))),
  }
}

const placesIn = ({ kind, data }: PsksMove): readonly string[] => {
  if (kind === 'psks.post') return data.village === null ? [] : [data.village]
  return 'serves' in data ? [data.place, ...data.serves] : []
}

/** The case or the visit that somebody is posted to, as far as whoever posts them sees it. */
async function targetOf(
  client: PoolClient,
  { kind, data }: PsksMove,
  actor: StaffActor,
  district: string,
  keys: DistrictKeys,
): Promise<Pick<PsksLook, 'caseNumber' | 'knowsVisit'> & Resting> {
  if (kind !== 'psks.post') return { caseNumber: null, knowsVisit: false, relies: [] }
  const kase = data.case === null ? null : await findCase(client, actor, district, data.case, null)
  const visit = data.visit === null ? null : await findVisit(client, actor, district, data.visit, keys)
  const relies = [...relied('case', kase), ...relied('visit', visit)]
  return { caseNumber: kase?.number ?? null, knowsVisit: visit !== null, relies }
}
