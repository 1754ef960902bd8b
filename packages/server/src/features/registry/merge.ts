import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Permission } from '@openslrt/core/access/permission.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import type { AnyRow } from '@openslrt/core/ledger/entry.ts'
import type { MergeMove } from '@openslrt/core/registry/merge.ts'
import { decideDistinct, decideMerge } from '@openslrt/core/registry/merge.ts'
import type { HolderRow } from '@openslrt/core/registry/merge-fields.ts'
import { homesIn, rememberedMembers } from '@openslrt/core/registry/merge-members.ts'
import type { Naming, Two } from '@openslrt/core/registry/merge-parts.ts'
import { following, namings } from '@openslrt/core/registry/merge-refs.ts'
import type { PairRow } from '@openslrt/core/registry/merge-row.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import { decideUnmerge } from '@openslrt/core/registry/unmerge.ts'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import { admitFollowing } from '../../platform/db/scope.ts'
import type { Handler, Order } from '../../platform/http/order.ts'
import { commandOf, moveOf } from '../../platform/http/order.ts'
import type { Plan } from '../../platform/ledger/execute.ts'
import { execute } from '../../platform/ledger/execute.ts'
import { holdLedger } from '../../platform/ledger/hold.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { decideLink, isLinkMove } from './link.ts'
import { selectHolder, selectHomes, selectLaterPairs, selectNaming, selectPair } from './queries-merge.ts'
import type { FindParts } from './search-routes.ts'

/** Answers the commands about two who look like one. The subject is the pair. */
export function doubleHandler(parts: FindParts): Handler {
  return (order, actor, receivedAt) =>
    execute(parts.ledger, commandOf(order, actor, receivedAt), (client) =>
      actor.kind === 'staff' && actor.permissions.has(rightFor(order))
        ? decide(parts, client, order, actor, receivedAt)
        : Promise.resolve(no({ code: 'not-permitted', needs: order.row.rights })),
    )
}

/** Whoever writes people down may ask elsewhere; that two are one, anywhere, is said by those who judge it. */
const rightFor = ({ row }: Order): Permission => (row.kind === 'registry.ask-link' ? 'registry.edit' : 'registry.merge')

async function decide(
  parts: FindParts,
  client: PoolClient,
  order: Order,
  actor: StaffActor,
  receivedAt: number,
): Promise<Result<Plan, Refusal>> {
  const { district, subject, doneAt } = order.envelope
  const keys = await parts.ledger.keys.forDistrict(district)
  const { day, now } = parts.reference.policyFor(district, receivedAt, Date.parse(doneAt))
  const look = { now, day, actor }
  const desk: Desk = { client, actor, district, keys }
  const move = moveOf<MergeMove>(order)
  if (isLinkMove(move)) return decideLink(parts, desk, subject, move, look)
  // LEDGER-24 Whatever names the two, and whoever lives with them, is no row that could be found moved.
  if (move.kind !== 'registry.not-same') await holdLedger(client, district)
  if (move.kind === 'registry.unmerge') return undo(desk, subject, look)
  const two = await twoOf(desk, move.data.of, move.data.kept, move.data.gone)
  if (!two) return no({ code: 'not-found' })
  if (move.kind === 'registry.not-same') return planned(decideDistinct(subject, two, look), two)
  if (two.kept.version !== move.data.keptVersion || two.gone.version !== move.data.goneVersion)
    return no({ code: 'stale' })
  await admitFollowing(client, [two.kept.id, two.gone.id])
  const whole = { ...two, named: await namedBy(desk, two), members: await membersOf(desk, two, move.data.take) }
  return planned(decideMerge(subject, whole, move.data.take, look), whole)
}

/** Who looks at which ledger, with its keys: what is taken over may be sealed. */
export interface Desk {
  readonly client: PoolClient
  readonly actor: StaffActor
  readonly district: string
  readonly keys: DistrictKeys
}

async function undo(
  desk: Desk,
  subject: string,
  look: Parameters<typeof decideUnmerge>[2],
): Promise<Result<Plan, Refusal>> {
  const row = await selectPair(desk.client, desk.district, subject)
  const pair: PairRow | null = row ? rowOf('registryPair', row, desk.keys) : null
  const two = pair && (await twoOf(desk, pair.of, pair.kept, pair.gone))
  if (!pair || !two) return no({ code: 'not-found' })
  const later = await laterThan(desk, pair, two)
  const named = await comingBack(desk, pair)
  const came = named.map(({ row }) => row.id)
  const members =
    pair.of === 'family'
      ? (await rowsNaming(desk, familyOfPerson, pair.kept, null)).filter(({ id }) => !came.includes(id))
      : []
  const homes = (await selectHomes(desk.client, desk.district, homesIn(pair))).map((home) =>
    rowOf('family', home, null),
  )
  const whole = { ...two, named, members, homes, later }
  return planned(decideUnmerge(pair, whole, look), whole, pair)
}

/** DOUBLE-13 Merges that touched the same people since and still stand, the oldest first. */
async function laterThan(desk: Desk, pair: PairRow, { kept }: Two): Promise<readonly PairRow[]> {
  const home = 'family' in kept && kept.family !== null ? [kept.family] : []
  await admitFollowing(desk.client, [pair.kept, pair.gone, ...rememberedMembers(pair), ...homesIn(pair), ...home])
  const siblings = await laterPairs(desk, pair, [pair.kept], [])
  const people = [pair, ...siblings].flatMap(rememberedMembers)
  await admitFollowing(desk.client, [pair.kept, pair.gone, ...people, ...homesIn(pair), ...home])
  return laterPairs(desk, pair, [pair.kept, ...homesIn(pair), ...home], people)
}

const laterPairs = async (
  { client, district, keys }: Desk,
  pair: PairRow,
  kept: readonly string[],
  either: readonly string[],
): Promise<readonly PairRow[]> =>
  (await selectLaterPairs(client, district, pair, kept, either)).map((row) => rowOf('registryPair', row, keys))

const familyOfPerson = { table: 'person', field: 'family' } as const

/** Who belongs to the family that stands on, where they move with it. */
const membersOf = async (desk: Desk, { of, kept }: Two, take: readonly string[]): Promise<readonly AnyRow[]> =>
  of === 'family' && take.includes('place') ? rowsNaming(desk, familyOfPerson, kept.id, null) : []

function planned(decided: ReturnType<typeof decideMerge>, two: Two, pair?: PairRow): Result<Plan, Refusal> {
  if (!decided.ok) return decided
  const rows = [
    two.kept,
    two.gone,
    ...two.named.map(({ row }) => row),
    ...(two.members ?? []),
    ...(two.later ?? []),
    ...(pair ? [pair] : []),
  ]
  const relies = relied(two.of, two.kept, two.gone)
  return ok({ decision: decided.value, place: two.kept.place, before: rows as readonly AnyRow[], relies })
}

/** Two holders within scope, the numbers open; null where one is out of sight. */
export async function twoOf(desk: Desk, of: Holder, kept: string, gone: string): Promise<Two | null> {
  const [one, other] = [await holderOf(desk, of, kept), await holderOf(desk, of, gone)]
  return one && other ? { of, kept: one, gone: other, named: [] } : null
}

async function holderOf({ client, actor, district, keys }: Desk, of: Holder, id: string): Promise<HolderRow | null> {
  const row = await selectHolder(client, actor, of, district, id)
  return row ? rowOf(of, row, keys) : null
}

/** DOUBLE-7 Everything that names the one who goes and follows, as far as the transaction sees it. */
export async function namedBy(desk: Desk, { of, kept, gone }: Two): Promise<readonly Naming[]> {
  const found: Naming[] = []
  for (const naming of namings.filter((one) => one.of === of)) {
    const { table, field, oncePer } = naming
    const rows = await rowsNaming(desk, naming, gone.id, null)
    const others = oncePer === undefined ? [] : await rowsNaming(desk, naming, kept.id, null)
    found.push(...following(naming, rows, others).map((row) => ({ table, field, row })))
  }
  return found
}

const rowsNaming = async (
  { client, district }: Desk,
  { table, field }: Pick<Naming, 'table' | 'field'>,
  id: string,
  among: readonly string[] | null,
): Promise<readonly AnyRow[]> =>
  among?.length === 0
    ? []
    : (await selectNaming(client, { table, field }, district, id, among)).map(
        (row) => rowOf(table, row, null) as AnyRow,
      )

const movedRows = z.array(z.object({ table: z.string(), field: z.string(), id: z.string() }))

/** Of what followed, what still names whoever stands on. */
async function comingBack(desk: Desk, pair: PairRow): Promise<readonly Naming[]> {
  const moved = movedRows.parse(pair.moved)
  const found: Naming[] = []
  for (const { table, field } of namings.filter((one) => one.of === pair.of)) {
    const ids = moved.filter((one) => one.table === table && one.field === field).map(({ id }) => id)
    for (const row of await rowsNaming(desk, { table, field }, pair.kept, ids)) found.push({ table, field, row })
  }
  return found
}
