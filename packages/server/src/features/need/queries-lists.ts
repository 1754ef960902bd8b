import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ApplicationShow, NeedState } from '@openslrt/core/contract/need-queries.ts'
import type { NeedCell } from '@openslrt/core/need/face.ts'
import { decidedApplication, inLine, metNeed, openNeed, toDecide, unmetNeed } from '@openslrt/core/need/moves.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

export interface Shown {
  readonly limit: number
  readonly offset: number
}
type Found = DbRow & { readonly district: string; readonly id: string }
export type NamedRow = Found & { readonly name: string | null }
interface Whose {
  readonly person?: string | undefined
  readonly family?: string | undefined
  readonly case?: string | undefined
}

/** NEED-10 The first wall: what is needed where the reader may read people, or was recorded from their office. */
const seen = (actor: StaffActor): Fragment => sql`(${withinRegistry(actor)} or p.office = ${actor.office}::uuid)`

/** Of a person those who were found to be the same as well, of a family its members. */
function whose(district: string, { person, family, case: kase }: Whose): Fragment {
  const merged = (id: string) =>
    sql`array(select m.id from person m where m.district = ${district} and m.merged_into = ${id}::uuid)`
  const conditions = [
    ...(person ? [sql`(p.person = ${person}::uuid or p.person = any(${merged(person)}))`] : []),
    ...(family
      ? [
          sql`(p.family = ${family}::uuid or p.person in (select m.id from person m where m.district = ${district} and m.family = ${family}::uuid))`,
        ]
      : []),
    ...(kase ? [sql`p.case_id = ${kase}::uuid`] : []),
  ]
  return conditions.length === 0 ? sql`false` : allOf([sql`p.district = ${district}`, ...conditions])
}

const name = sql`(select m.name from person m where m.district = p.district and m.id = p.person)`

/** What somebody needs, the newest first. */
export const selectNeedsOf = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  of: Whose,
): Promise<readonly NamedRow[]> =>
  rowsOf<NamedRow>(
    client,
    sql`select p.*, ${name} as name from need p where ${whose(district, of)} and ${seen(actor)} order by p.recorded_at desc, p.id limit 200`,
  )

/** What somebody has of programmes. */
export const selectParticipationOf = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  of: Whose,
): Promise<readonly Found[]> =>
  rowsOf<Found>(
    client,
    sql`select p.* from participation p where ${whose(district, of)} and ${withinRegistry(actor)} order by p.programme_name, p.id limit 200`,
  )

export const selectApplicationsOf = (
  client: PoolClient,
  district: string,
  needs: readonly string[],
): Promise<readonly Found[]> =>
  rowsOf<Found>(
    client,
    sql`select * from application where district = ${district} and need = any(${[...needs]}::uuid[]) order by drafted_at desc, id limit 500`,
  )

const shows: Readonly<Record<ApplicationShow, (now: Date) => Fragment>> = {
  'to-decide': () => sql`a.status = any(${[...toDecide]}::text[])`,
  late: (now) => sql`a.status = any(${[...toDecide]}::text[]) and a.due_at < ${now}`,
  waiting: () => sql`a.status = any(${[...inLine]}::text[])`,
  decided: () => sql`a.status = any(${[...decidedApplication]}::text[]) and a.sent_at is not null`,
}
const decidedHere = (actor: StaffActor, show: ApplicationShow, now: Date): Fragment =>
  sql`a.office = ${actor.office}::uuid and ${shows[show](now)}`

/** NEED-10 A page of the applications that an office decides on: what is due first, or who waited longest, or what was last. */
export const selectToDecide = (
  client: PoolClient,
  actor: StaffActor,
  show: ApplicationShow,
  now: Date,
  { limit, offset }: Shown,
): Promise<readonly Found[]> =>
  rowsOf<Found>(
    client,
    sql`select a.* from application a where ${decidedHere(actor, show, now)}
      order by ${orders[show]}, a.id limit ${limit} offset ${offset}`,
  )
const orders: Readonly<Record<ApplicationShow, Fragment>> = {
  'to-decide': sql`a.due_at`,
  late: sql`a.due_at`,
  waiting: sql`a.programme_name, a.decided_at, a.ticket`,
  decided: sql`a.decided_at desc`,
}

export const countToDecide = (
  client: PoolClient,
  actor: StaffActor,
  show: ApplicationShow,
  now: Date,
): Promise<number> => countOf(client, sql`application a where ${decidedHere(actor, show, now)}`)

async function countOf(client: PoolClient, from: Fragment): Promise<number> {
  const rows = await rowsOf<{ n: number }>(client, sql`select count(*)::int as n from ${from}`)
  return rows[0]?.n ?? 0
}

/** What an office has asked for. */
export const selectAsked = (
  client: PoolClient,
  actor: StaffActor,
  { limit, offset }: Shown,
): Promise<readonly Found[]> =>
  rowsOf<Found>(
    client,
    sql`select a.* from application a where a.from_office = ${actor.office}::uuid order by a.changed_at desc, a.id limit ${limit} offset ${offset}`,
  )
export const countAsked = (client: PoolClient, actor: StaffActor): Promise<number> =>
  countOf(client, sql`application a where a.from_office = ${actor.office}::uuid`)

/** Who waits for a quota, the first in front, as far as an office decides on them. */
export const selectWaiting = (
  client: PoolClient,
  actor: StaffActor,
  { district, quota }: { readonly district: string; readonly quota: string },
  { limit, offset }: Shown,
): Promise<readonly Found[]> =>
  rowsOf<Found>(
    client,
    sql`select a.* from application a where ${waitingFor(actor, district, quota)} order by a.decided_at, a.ticket limit ${limit} offset ${offset}`,
  )
export const countWaiting = (client: PoolClient, actor: StaffActor, district: string, quota: string): Promise<number> =>
  countOf(client, sql`application a where ${waitingFor(actor, district, quota)}`)

const waitingFor = (actor: StaffActor, district: string, quota: string): Fragment =>
  sql`a.district = ${district} and a.quota = ${quota}::uuid and a.ticket is not null and ${shows.waiting(new Date())} and a.office = ${actor.office}::uuid`

/** How many stand in the line of a quota up to each of these; the scope has been opened for it. */
export async function positionsIn(
  client: PoolClient,
  district: string,
  quota: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf<{ id: string; n: number }>(
    client,
    sql`select t.id, (select count(*)::int from application a where a.district = ${district} and a.quota = ${quota}::uuid
        and (a.decided_at, a.ticket) <= (t.decided_at, t.ticket) and a.status = any(${[...inLine]}::text[])) as n
      from application t where t.district = ${district} and t.quota = ${quota}::uuid and t.id = any(${[...ids]}::uuid[])`,
  )
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** Quotas for places under or over a place, the newest time first. */
function quotasAt(place: PlaceCode, programme: string | undefined): Fragment {
  const { from, to } = rangeOf(place)
  const near = sql`((q.place >= ${from} and q.place < ${to}) or ${place} like q.place || '.%')`
  return programme ? sql`${near} and q.programme = ${programme}::uuid` : near
}
export const selectQuotasAt = (
  client: PoolClient,
  place: PlaceCode,
  programme: string | undefined,
  { limit, offset }: Shown,
): Promise<readonly Found[]> =>
  rowsOf<Found>(
    client,
    sql`select q.* from quota q where ${quotasAt(place, programme)} order by q.programme_name, q.valid_from desc, q.place, q.id limit ${limit} offset ${offset}`,
  )
export const countQuotasAt = (client: PoolClient, place: PlaceCode, programme: string | undefined): Promise<number> =>
  countOf(client, sql`quota q where ${quotasAt(place, programme)}`)

export interface TableQuery {
  readonly place: PlaceCode
  readonly year: number
  readonly kind: string | undefined
}
const counted = ({ place, year, kind }: TableQuery): Fragment => {
  const { from, to } = rangeOf(place)
  return allOf([
    sql`p.place >= ${from} and p.place < ${to}`,
    sql`p.day >= ${`${year}-01-01`}::date and p.day <= ${`${year}-12-31`}::date`,
    ...(kind === undefined ? [] : [sql`p.kind = ${kind}`]),
  ])
}
const states: Readonly<Record<NeedState, Fragment>> = {
  total: sql`true`,
  met: sql`p.status = ${metNeed}`,
  going: sql`p.status = any(${[...openNeed]}::text[])`,
  unmet: sql`p.status = ${unmetNeed}`,
}
const sums = sql`count(*)::int as total, (count(*) filter (where ${states.met}))::int as met,
  (count(*) filter (where ${states.going}))::int as going, (count(*) filter (where ${states.unmet}))::int as unmet`

/** NEED-9 How many needs stand how, by kind and the first signs of their place, so many of them. */
export const countCells = (client: PoolClient, query: TableQuery, signs: number): Promise<readonly NeedCell[]> =>
  rowsOf<NeedCell & DbRow>(
    client,
    sql`select left(p.place, ${signs}) as place, p.kind, ${sums} from need p where ${counted(query)} group by 1, 2 order by 1, 2`,
  )

/** NEED-9 The needs behind a number, the newest first. */
export const selectNeeds = (
  client: PoolClient,
  actor: StaffActor,
  query: TableQuery & { readonly state: NeedState },
  { limit, offset }: Shown,
): Promise<readonly NamedRow[]> =>
  rowsOf<NamedRow>(
    client,
    sql`select p.*, ${name} as name from need p where ${counted(query)} and ${states[query.state]} and ${withinRegistry(actor)}
      order by p.recorded_at desc, p.id limit ${limit} offset ${offset}`,
  )
export const countListed = (
  client: PoolClient,
  actor: StaffActor,
  query: TableQuery & { readonly state: NeedState },
): Promise<number> =>
  countOf(client, sql`need p where ${counted(query)} and ${states[query.state]} and ${withinRegistry(actor)}`)

/** What places are called. */
export async function placeNames(client: PoolClient, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ code: string; name: string }>(
    client,
    sql`select code, name from place where code = any(${[...codes]}::text[])`,
  )
  return new Map(rows.map(({ code, name: called }) => [code, called]))
}
