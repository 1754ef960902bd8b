import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { SurgeMove } from '@openslrt/core/contract/surge.ts'
import { mostInSlice } from '@openslrt/core/contract/surge.ts'
import { familyId, officeId, personId, surgeId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { Match, SurgeLook } from '@openslrt/core/surge/decide.ts'
import { decideSurge, noSurge } from '@openslrt/core/surge/decide.ts'
import { heldOf, slotKey } from '@openslrt/core/surge/slots.ts'
import type { SurgeRow } from '@openslrt/core/surge/surge.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { actOf, commandOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import type { PersonFound } from './queries.ts'
import {
  selectCases,
  selectKnown,
  selectNext,
  selectPeople,
  selectRows,
  selectStranded,
  selectSurge,
  selectTaken,
} from './queries.ts'

/** Answers every command whose kind begins with `surge.`. The subject is the event, of its people too. */
export function surgeHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff'
        ? plan({ parts, client, order, receivedAt, actor })
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights } as const)),
    )
}

interface Asked {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly order: Order
  readonly receivedAt: number
  readonly actor: StaffActor
}

async function plan(asked: Asked): Promise<Result<Plan, Refusal>> {
  const { parts, client, order, receivedAt, actor } = asked
  const { district, subject, doneAt } = order.envelope
  if (!order.row.rights.some((right) => right !== 'citizen' && right !== 'clock' && actor.permissions.has(right)))
    return no({ code: 'not-permitted', needs: order.row.rights })
  const move = actOf<SurgeMove>(order)
  const found = await selectSurge(client, district, subject)
  const surge = found ? rowOf('surge', found, null) : null
  const unfit = unfitFor(move, surge, order.envelope)
  if (unfit) return no(unfit)
  const policy = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const { relies, ...look } = await lookFor(asked, move, surge, policy.day)
  const decided = decideSurge(surgeId.parse(subject), move, actor, look, policy)
  if (!decided.ok) return decided
  const place = surge?.place ?? (move.action === 'start' ? move.data.place : district)
  return ok({ decision: decided.value, place, before: [...(surge ? [anyOf(surge)] : []), ...look.rows], relies })
}

/** SURGE-17 A base counts what forms about an event change: slots that were given meanwhile make none of them stale. */
function unfitFor(move: SurgeMove, surge: SurgeRow | null, { base, district }: Order['envelope']): Refusal | null {
  if (move.action === 'start') return ledgerOf(move.data.place) === district ? null : { code: 'wrong-district' }
  if (!surge) return { code: 'not-found' }
  return base !== null && base !== surge.edition ? { code: 'stale' } : null
}

const anyOf = (surge: SurgeRow): Plan['before'][number] => ({
  ...surge,
  rules: surge.rules.map((rule) => ({ ...rule })),
})

type Looked = SurgeLook & { readonly relies: readonly Relied[] }

async function lookFor(asked: Asked, move: SurgeMove, surge: SurgeRow | null, today: Day): Promise<Looked> {
  const look = { ...noSurge, surge, relies: relied('surge', surge) }
  if (!surge) return look
  const { client, actor } = asked
  const { district, id } = surge
  switch (move.action) {
    case 'list': {
      const ids = move.data.rows.map((row) => row.id)
      const niks = move.data.rows.flatMap(({ nik }) => nik ?? [])
      const { people, found } = await peopleOf(asked, district, niks)
      const relies = [...look.relies, ...relied('person', ...found)]
      return { ...look, known: await selectKnown(client, district, ids), people, relies }
    }
    case 'arrange':
      return { ...look, ...(await queueOf(asked, surge, today)) }
    case 'open': {
      const rows = await selectRows(client, actor, district, id, move.data.rows)
      const affected = rows.map((row) => rowOf('affected', row, null))
      const cases = await selectCases(
        client,
        district,
        affected.map(({ caseId }) => caseId),
      )
      const relies = [...look.relies, ...relied('case', ...cases)]
      return { ...look, rows: affected, cases: new Set(cases.map((one) => one.id)), relies }
    }
    case 'done':
    case 'absent':
    case 'again':
    case 'drop': {
      const rows = await selectRows(client, actor, district, id, [move.data.row])
      return { ...look, rows: rows.map((row) => rowOf('affected', row, null)) }
    }
    default:
      return look
  }
}

/** SURGE-12 Whose slot is to be given back; where there is none, who comes next and what is given already. */
async function queueOf(
  { client, actor }: Asked,
  surge: SurgeRow,
  today: Day,
): Promise<Pick<SurgeLook, 'rows' | 'taken'>> {
  const { district, id } = surge
  const stranded = await selectStranded(client, actor, surge, today, mostInSlice)
  const rows = stranded.length > 0 ? stranded : await selectNext(client, actor, district, id, mostInSlice)
  const taken = await selectTaken(client, district, id, today)
  return {
    rows: rows.map((row) => rowOf('affected', row, null)),
    taken: new Map(
      taken.map(({ office, day, last, given }) => [
        slotKey(officeId.parse(office), day),
        given ? heldOf(given) : { last, free: [] },
      ]),
    ),
  }
}

/** SURGE-3 Whom the NIKs of some rows name, by NIK. */
async function peopleOf(
  { parts, client, actor }: Asked,
  district: string,
  niks: readonly string[],
): Promise<{ readonly people: ReadonlyMap<string, Match>; readonly found: readonly PersonFound[] }> {
  const keys = await parts.ledger.keys.forDistrict(district)
  const digests = new Map(niks.map((nik) => [keys.index('nik', nik).toString('hex'), nik]))
  const found = await selectPeople(
    client,
    actor,
    district,
    [...digests.keys()].map((digest) => Buffer.from(digest, 'hex')),
  )
  const people = new Map(
    found.map(({ nik, id, family, birth_date: birthDate, said }) => [
      digests.get(nik) ?? '',
      { id: personId.parse(id), family: family === null ? null : familyId.parse(family), birthDate, values: said },
    ]),
  )
  return { people, found }
}
