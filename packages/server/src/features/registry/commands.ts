import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { holds } from '@openslrt/core/access/can.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { recordId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { LedgerCode, PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { statementsOf } from '@openslrt/core/programme/programme.ts'
import type { RegistryFile, RegistryMove } from '@openslrt/core/registry/decide.ts'
import { decideRegistry } from '@openslrt/core/registry/decide.ts'
import { indicatorList, localVariables } from '@openslrt/core/registry/indicators.ts'
import type { Values } from '@openslrt/core/registry/registry.ts'
import { givenSince } from '@openslrt/core/registry/since.ts'
import { statementIn } from '@openslrt/core/registry/statements.ts'
import type { PoolClient } from 'pg'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import type { CaseParts } from '../case/index.ts'
import { programmesAt } from '../programme/index.ts'
import { findFamily, findPerson, membersOf } from './load.ts'
import { selectSince } from './queries.ts'

/** Answers every command whose kind begins with `registry.`. The subject is the person, or the family. */
export function registryHandler(parts: CaseParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff' && holds(actor, 'registry.edit')
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
  const { id, district, base, doneAt } = order.envelope
  const move = moveOf<RegistryMove>(order)
  if ('place' in move.data && ledgerOf(move.data.place) !== district) return no({ code: 'wrong-district' })
  const { day, now } = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const seen = await fileOf({ ...parts, client, actor, day }, district, move)
  const looked = await sinceOf(client, move, seen, base)
  if (!looked.ok) return looked
  const file = { ...seen, since: looked.value }
  const decided = decideRegistry(move, file, actor, { record: recordId.parse(id), day, now })
  const place = file.family?.place ?? file.person?.place ?? actor.place
  const before = [file.person, file.family, ...file.members].filter((row) => row !== null)
  return decided.ok ? ok({ decision: decided.value, place, before }) : decided
}

/** REGISTRY-21 Whoever is out of sight is not there. Of whoever is: what was given since it was looked at. */
async function sinceOf(
  client: PoolClient,
  move: RegistryMove,
  file: Seen,
  base: number | null,
): Promise<Result<readonly Values[], Refusal>> {
  const own = isAboutFamily(move) ? file.family : file.person
  if (own === null) return isNew(move) ? ok([]) : no({ code: 'not-found' })
  if (base === null || own.version === base) return ok([])
  const given = givenSince({ seen: base, now: own.version }, await selectSince(client, own, base))
  return given ? ok(given) : no({ code: 'stale' })
}

type Seen = Omit<RegistryFile, 'since'>

const isNew = ({ kind }: RegistryMove): boolean => kind === 'registry.add-family' || kind === 'registry.add-person'

const isAboutFamily = (move: RegistryMove): boolean =>
  move.kind === 'registry.add-family' || ('of' in move.data && move.data.of === 'family')

interface Looking extends CaseParts {
  readonly client: PoolClient
  readonly actor: StaffActor
  readonly day: Day
}

/** What a command touches, as far as the actor sees it. */
async function fileOf(
  { ledger, reference, client, actor, day }: Looking,
  district: LedgerCode,
  move: RegistryMove,
): Promise<Seen> {
  const { subject } = move
  const keys = await ledger.keys.forDistrict(district)
  const person = isAboutFamily(move) ? null : await findPerson(client, actor, district, subject, keys)
  const familyOf = familyIn(move, subject, person)
  const family = familyOf === null ? null : await findFamily(client, actor, district, familyOf, keys)
  const from = move.kind === 'registry.join-family' ? (move.data.from ?? null) : null
  const moves = move.kind === 'registry.record' && family !== null && person === null
  const village = villageIn(move)
  const isKnown = village !== null && ledgerOf(village) === district && (await reference.knowsVillage(village))
  return {
    person,
    family,
    left: from === null ? null : await findFamily(client, actor, district, from, keys),
    members: moves ? await membersOf(client, actor, family, keys) : [],
    knowsVillage: (code) => code === family?.place || (isKnown && code === village),
    knowsCode: (list, code) => reference.list(list, district, day).some((item) => item.code === code),
    local: localVariables(reference.list(indicatorList, district, day)),
    asks: await asksOf({ client, day }, move, person ?? family),
  }
}

/** PROG-21 What programmes at somebody's place rest on, where statements are answered at all. */
async function asksOf(
  { client, day }: Pick<Looking, 'client' | 'day'>,
  { data }: RegistryMove,
  holder: { readonly place: PlaceCode } | null,
): Promise<readonly string[]> {
  const answers = 'values' in data && Object.keys(data.values).some((name) => statementIn(name) !== null)
  return answers && holder ? statementsOf(await programmesAt(client, holder.place, day), day) : []
}

function familyIn(move: RegistryMove, subject: string, person: RegistryFile['person']): string | null {
  if (isAboutFamily(move)) return subject
  return 'family' in move.data ? move.data.family : (person?.family ?? null)
}

/** The village that a command names: of somebody new, or to which a family moves. */
function villageIn({ data }: RegistryMove): PlaceCode | null {
  if ('place' in data) return data.place
  const named = 'values' in data ? villageCode.safeParse(data.values['kode_kelurahan_desa']) : null
  return named?.success ? named.data : null
}
