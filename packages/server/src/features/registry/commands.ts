import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { holds } from '@openslrt/core/access/can.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { recordId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, villageCode } from '@openslrt/core/place/code.ts'
import { statementsOf } from '@openslrt/core/programme/programme.ts'
import type { RegistryFile, RegistryMove } from '@openslrt/core/registry/decide.ts'
import { decideRegistry } from '@openslrt/core/registry/decide.ts'
import { indicatorList, localVariables } from '@openslrt/core/registry/indicators.ts'
import type { Values } from '@openslrt/core/registry/registry.ts'
import { givenSince, villagesIn, withNames } from '@openslrt/core/registry/since.ts'
import { statementIn } from '@openslrt/core/registry/statements.ts'
import type { PoolClient } from 'pg'
import { placeNames } from '../../platform/db/names.ts'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import type { CaseParts } from '../case/index.ts'
import { programmesAt } from '../programme/index.ts'
import { findFamily, findPerson, membersOf } from './load.ts'
import { selectSince } from './queries.ts'

/** Answers every command whose kind begins with `registry.`. The subject is the person, or the family. */
export function registryHandler(parts: CaseParts): Handler {
  return async (order, actor, receivedAt) => {
    // Asked before the transaction: inside it, it would wait for a second connection.
    const knownVillage = await villageIn(parts, order)
    return execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff' && holds(actor, 'registry.edit')
        ? decide({ parts, client, order, actor, knownVillage }, receivedAt)
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights })),
    )
  }
}

interface Asked {
  readonly parts: CaseParts
  readonly client: PoolClient
  readonly order: Order
  readonly actor: StaffActor
  /** The village that the command names, where there is one of its district. */
  readonly knownVillage: PlaceCode | null
}

async function decide(asked: Asked, receivedAt: number): Promise<Result<Plan, Refusal>> {
  const { parts, client, order, actor } = asked
  const { id, district, base, doneAt } = order.envelope
  const move = moveOf<RegistryMove>(order)
  // LEDGER-24 Who comes to a family while it moves is no row that could be found moved.
  if (movesFamily(move)) await holdLedger(client, district)
  if ('place' in move.data && ledgerOf(move.data.place) !== district) return no({ code: 'wrong-district' })
  const { day, now } = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const seen = await fileOf(asked, move, day)
  const looked = await sinceOf(client, move, seen, base)
  if (!looked.ok) return looked
  const file = { ...seen, since: looked.value }
  const decided = decideRegistry(move, file, actor, { record: recordId.parse(id), day, now })
  const place = file.family?.place ?? file.person?.place ?? actor.place
  const before = [file.person, file.family, ...file.members].filter((row) => row !== null)
  return decided.ok
    ? ok({ decision: decided.value, place, before, relies: reliedIn(file) })
    : no(await named(client, decided.error))
}

/** REGISTRY-21 Two villages that clash are told by their names. */
async function named(client: PoolClient, refusal: Refusal): Promise<Refusal> {
  if (refusal.code !== 'registry-clash') return refusal
  const villages = villagesIn(refusal.clashes)
  if (villages.length === 0) return refusal
  return { ...refusal, clashes: withNames(refusal.clashes, await placeNames(client, villages)) }
}

const reliedIn = ({ person, family, left, members }: Seen): readonly Relied[] => [
  ...relied('person', person, ...members),
  ...relied('family', family, left),
]

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

/** What a command touches, as far as the actor sees it. */
async function fileOf(
  { parts: { ledger, reference }, client, order, actor, knownVillage }: Asked,
  move: RegistryMove,
  day: Day,
): Promise<Seen> {
  const { subject } = move
  const { district } = order.envelope
  const keys = await ledger.keys.forDistrict(district)
  const person = isAboutFamily(move) ? null : await findPerson(client, actor, district, subject, keys)
  const familyOf = familyIn(move, subject, person)
  const family = familyOf === null ? null : await findFamily(client, actor, district, familyOf, keys)
  const from = move.kind === 'registry.join-family' ? (move.data.from ?? null) : null
  return {
    person,
    family,
    left: from === null ? null : await findFamily(client, actor, district, from, keys),
    members: family !== null && movesFamily(move) ? await membersOf(client, actor, family, keys) : [],
    knowsVillage: (code) => code === family?.place || code === knownVillage,
    knowsCode: (list, code) => reference.list(list, district, day).some((item) => item.code === code),
    local: localVariables(reference.list(indicatorList, district, day)),
    asks: await asksOf(client, day, move, person ?? family),
  }
}

/** PROG-21 What programmes at somebody's place rest on, where statements are answered at all. */
async function asksOf(
  client: PoolClient,
  day: Day,
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

/** Values of a family that name a village: its members go with it. */
const movesFamily = ({ kind, data }: RegistryMove): boolean =>
  kind === 'registry.record' && data.of === 'family' && villageVariable in data.values

const villageVariable = 'kode_kelurahan_desa'

/** The village that a command names, of somebody new or to which a family moves, where the district has it. */
async function villageIn({ reference }: CaseParts, order: Order): Promise<PlaceCode | null> {
  const { data } = moveOf<RegistryMove>(order)
  const said = 'values' in data ? villageCode.safeParse(data.values[villageVariable]).data : undefined
  const village = 'place' in data ? data.place : said
  if (village === undefined || ledgerOf(village) !== order.envelope.district) return null
  return (await reference.knowsVillage(village)) ? village : null
}
