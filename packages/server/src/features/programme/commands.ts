import type { Actor } from '@openslrt/core/access/actor.ts'
import { officeOf } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { Offices } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, nationPlace, placeCode } from '@openslrt/core/place/code.ts'
import type { ProgrammeLook, ProgrammeMove } from '@openslrt/core/programme/decide.ts'
import { decideProgramme } from '@openslrt/core/programme/decide.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { relied } from '../../platform/ledger/relied.ts'
import type { CaseParts } from '../case/index.ts'
import { placeOf } from '../reference/index.ts'
import { catalogueOf, findProgramme } from './load.ts'
import { vocabularyAt } from './vocabulary.ts'

type Parts = Pick<CaseParts, 'ledger' | 'reference'>

/** Answers every command whose kind begins with `programme.`. The subject is the programme. */
export function programmeHandler(parts: Parts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      decide(parts, client, order, actor, receivedAt),
    )
}

async function decide(
  { reference }: Parts,
  client: PoolClient,
  order: Order,
  actor: Actor,
  receivedAt: number,
): Promise<Result<Plan, Refusal>> {
  const { district, subject, base, doneAt } = order.envelope
  const move = moveOf<ProgrammeMove>(order)
  const before = move.kind === 'programme.open' ? null : await findProgramme(client, subject)
  const place = placeOfMove(move, before) ?? district
  // Of what lies in another ledger it is not told here whether it is there.
  if (ledgerOf(placeCode.parse(place)) !== district) return no({ code: 'wrong-district' })
  if (before && base !== null && before.version !== base) return no({ code: 'stale' })
  const policy = reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const look = await lookFor({ reference }, client, { move, actor, place: placeCode.parse(place) }, policy)
  const decided = decideProgramme(before, move, actor, look)
  if (!decided.ok) return decided
  // A programme of the nation may be replaced by a district's own: its row lies in another ledger.
  const relies = relied('programme', look.replaced?.district === district ? look.replaced : null)
  return ok({ decision: decided.value, place, before: before ? [before] : [], relies })
}

const placeOfMove = (move: ProgrammeMove, before: ProgrammeRow | null): string | undefined =>
  move.kind === 'programme.open' ? move.data.place : before?.place

interface Doing {
  readonly move: ProgrammeMove
  readonly actor: Actor
  /** Of the programme. */
  readonly place: PlaceCode
}

async function lookFor(
  parts: Pick<Parts, 'reference'>,
  client: PoolClient,
  { move, actor, place }: Doing,
  { day, now, offices }: Pick<ProgrammeLook, 'day' | 'now'> & { readonly offices: Offices },
): Promise<ProgrammeLook> {
  const office = officeOf(actor)
  const officeKind = office === null ? null : (offices.get(office)?.kind ?? null)
  const knowsPlace = move.kind !== 'programme.open' || (await isPlace(client, move.data.place))
  const vocabulary = vocabularyAt(parts, { place, day, catalogue: await catalogueOf(client, place) })
  const replaced = await replacedBy(client, move)
  return { day, now, vocabulary, officeKind, knowsPlace, officePlace: decidingPlace(move, offices), replaced }
}

/** Where the office lies that a command names to decide: nobody applies to one that has closed. */
function decidingPlace({ data }: ProgrammeMove, offices: Offices): PlaceCode | null {
  const named = 'office' in data && data.office !== null ? offices.get(data.office) : undefined
  return named?.active ? named.place : null
}

const isPlace = async (client: PoolClient, place: PlaceCode): Promise<boolean> =>
  place === nationPlace || (await placeOf(client, place)) !== null

const replacedBy = async (client: PoolClient, move: ProgrammeMove): Promise<ProgrammeRow | null> =>
  move.kind === 'programme.open' && move.data.replaces !== null ? findProgramme(client, move.data.replaces) : null
