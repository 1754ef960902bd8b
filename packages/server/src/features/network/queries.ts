import type { NetworkShow } from '@openslrt/core/contract/network-queries.ts'
import { networkKinds } from '@openslrt/core/network/kinds.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, beginnings, ms, rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** What is held of one office, for a command. */
export async function selectStanding(client: PoolClient, district: string, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select n.* from network_office n where n.district = ${district} and n.id = ${id}::uuid`,
  )
  return rows[0] ?? null
}

/** What a list asks for. */
export interface NetworkQuery {
  readonly show?: NetworkShow | undefined
  readonly kind?: string | undefined
  readonly cohort?: number | undefined
  readonly initiator?: string | undefined
  readonly connection?: string | undefined
  readonly q?: string | undefined
}

export interface NetworkRow {
  readonly district: string
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly place: string
  readonly place_name: string
  readonly within: string
  readonly state: string | null
  readonly state_on: string | null
  readonly grown_year: number | null
  readonly cohort: number | null
  readonly initiator: string | null
  readonly connection: string | null
}

// Spelled as the index office_network is.
const ofNetwork = sql.raw(`o.kind in (${networkKinds.map((kind) => `'${kind}'`).join(', ')})`)
export const standing = sql`left join network_office n on n.district = o.district and n.id = o.id`

/** NETWORK-7 Offices of the network in a place, but for where they stand. */
export function among(place: PlaceCode, { kind, cohort, initiator, connection, q }: NetworkQuery): Fragment {
  const { from, to } = rangeOf(place)
  return allOf([
    sql`${ofNetwork} and o.place >= ${from} and o.place < ${to}`,
    ...(kind === undefined ? [] : [sql`o.kind = ${kind}`]),
    ...(cohort === undefined ? [] : [sql`n.cohort = ${cohort}`]),
    ...(initiator === undefined ? [] : [sql`n.initiator = ${initiator}`]),
    ...(connection === undefined ? [] : [sql`n.connection = ${connection}`]),
    ...(q ? [sql`o.words @@ to_tsquery('simple', ${beginnings(q)})`] : []),
  ])
}

const shown = (show: NetworkShow | undefined): Fragment => {
  if (show === undefined) return sql`true`
  return show === 'unsaid' ? sql`n.state is null` : sql`n.state = ${show}`
}

const lineOf = (chosen: Fragment): Fragment =>
  sql`select o.district, o.id, o.name, o.kind, o.place, p.name as place_name,
      concat_ws(', ', case when a.level in ('subdistrict', 'district') then a.name end, case when b.level = 'district' then b.name end, case when o.kind = 'secretariat' then v.name end) as within,
      o.state, to_char(o.state_on, 'YYYY-MM-DD') as state_on, o.grown_year, o.cohort, o.initiator, o.connection
    from (${chosen}) o
    join place p on p.code = o.place
    left join place a on a.code = p.parent
    left join place b on b.code = a.parent
    left join place v on v.code = p.parent and v.level = 'province'
    order by o.place, o.id`

const columns = sql`o.district, o.id, o.name, o.kind, o.place, n.state, n.state_on, n.grown_year, n.cohort, n.initiator, n.connection`

export interface Part {
  readonly limit: number
  readonly offset?: number
  /** The office after which the part begins. */
  readonly after?: string | undefined
}

/** NETWORK-7 A part of the list, in the order of places: a district before its villages. */
export function selectLines(
  client: PoolClient,
  place: PlaceCode,
  query: NetworkQuery,
  { limit, offset = 0, after }: Part,
): Promise<readonly NetworkRow[]> {
  const since = after
    ? sql`(o.place, o.id) > ((select f.place from office f where f.id = ${after}::uuid), ${after}::uuid)`
    : sql`true`
  return rowsOf<NetworkRow>(
    client,
    lineOf(
      sql`select ${columns} from office o ${standing} where ${among(place, query)} and ${shown(query.show)} and ${since}
        order by o.place, o.id limit ${limit} offset ${offset}`,
    ),
  )
}

export type StateCount = { readonly show: NetworkShow; readonly n: number }

/** How many there are of each state, by everything else that is asked for. */
export const countStates = (
  client: PoolClient,
  place: PlaceCode,
  query: NetworkQuery,
): Promise<readonly StateCount[]> =>
  rowsOf<StateCount>(
    client,
    sql`select coalesce(n.state, 'unsaid') as show, count(*)::int as n from office o ${standing} where ${among(place, query)} group by 1`,
  )

export interface CardRow extends NetworkRow {
  readonly address: string
  readonly phone: string
  readonly open: boolean
  readonly version: number
  readonly facts: unknown
}

/** One office of the network, as far as it lies in a place. */
export async function selectCard(
  client: PoolClient,
  place: PlaceCode,
  { district, id }: { readonly district: string; readonly id: string },
): Promise<CardRow | null> {
  const one = sql`o.district = ${district} and o.id = ${id}::uuid and ${among(place, {})}`
  const rows = await rowsOf<CardRow>(
    client,
    sql`select l.*, o.address, o.phone, o.active as open, coalesce(n.version, 0) as version, coalesce(n.facts, '[]') as facts
      from (${lineOf(sql`select ${columns} from office o ${standing} where ${one}`)}) l join office o on o.id = l.id ${standing}`,
  )
  return rows[0] ?? null
}

export interface ToldRow {
  readonly id: string
  readonly about: string
  readonly from_day: string
  readonly said: unknown
  readonly state: string | null
  readonly reason: string
  readonly said_by: string
  readonly said_at: number
}

/** More than anybody reads at once. */
export const mostTold = 200

/** All that was said of an office, the last first. */
export const selectTold = (client: PoolClient, district: string, office: string): Promise<readonly ToldRow[]> =>
  rowsOf<ToldRow>(
    client,
    sql`select t.id, t.about, to_char(t.from_day, 'YYYY-MM-DD') as from_day, t.said, t.state, t.reason, coalesce(s.name, '') as said_by, ${ms('t.said_at')} as said_at
      from network_fact t left join staff s on s.id = t.said_by
      where t.district = ${district} and t.office = ${office}::uuid order by t.said_at desc, t.seq desc limit ${mostTold + 1}`,
  )

/** How many people hold each role at an office now. */
export const selectPosts = (
  client: PoolClient,
  office: string,
): Promise<readonly { readonly role: string; readonly people: number }[]> =>
  rowsOf<{ readonly role: string; readonly people: number }>(
    client,
    sql`select t.role, count(distinct t.staff)::int as people from post t join staff s on s.id = t.staff
      where t.office = ${office}::uuid and s.active and t.valid_from <= now() and (t.valid_until is null or t.valid_until > now())
      group by t.role order by t.role`,
  )
