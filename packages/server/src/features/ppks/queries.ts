import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ppksShows } from '@openslrt/core/contract/ppks-queries.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { placeCode, rangeOf } from '@openslrt/core/place/code.ts'
import type { PpksCount } from '@openslrt/core/ppks/counts.ts'
import { openPpks } from '@openslrt/core/ppks/moves.ts'
import { ppksStatuses } from '@openslrt/core/ppks/ppks.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** PPKS-10 The first wall: PPKS `p` of the reader's places, those of restricted types for roles that name them alone. */
const seen = (actor: StaffActor): Fragment =>
  sql`${withinRegistry(actor)} and (p.restricted is null or p.restricted = any(${[...actor.restricted]}::text[]))`

export async function selectPpks(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select p.* from ppks p where p.district = ${district} and p.id = ${id}::uuid and ${seen(actor)}`,
  )
  return rows[0] ?? null
}

export const selectServices = (client: PoolClient, district: string, ppks: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from ppks_service where district = ${district} and ppks = ${ppks}::uuid order by from_day, id limit 200`,
  )

export const selectOfCase = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from ppks p where p.district = ${district} and p.case_id = ${id}::uuid and ${seen(actor)} order by p.added_at limit 20`,
  )

/** PPKS-14 Those of a family: whoever belongs to it now, and who is known by the family alone. Each half by its own index. */
export const selectOfFamily = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select o.* from (
        select p.* from ppks p where p.district = ${district} and p.family = ${id}::uuid and p.person is null and ${seen(actor)}
        union all
        select p.* from ppks p where p.district = ${district} and ${seen(actor)}
          and p.person in (select m.id from person m where m.district = ${district} and m.family = ${id}::uuid)
      ) o order by o.added_at desc, o.id limit 50`,
  )

/** PPKS-15 Whether somebody is looked after as one of a type already. */
export async function isLookedAfter(
  client: PoolClient,
  district: string,
  person: string,
  type: string,
): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`select 1 from ppks p where p.district = ${district} and p.person = ${person}::uuid and p.type = ${type}
      and p.status = any(${[...openPpks]}::text[]) limit 1`,
  )
  return rows.length > 0
}

export interface PpksQuery {
  readonly show: (typeof ppksShows)[number]
  readonly type?: string | undefined
  readonly place?: PlaceCode | undefined
  readonly year?: number | undefined
}

const within = (place: PlaceCode): Fragment => {
  const { from, to } = rangeOf(place)
  return sql`p.place >= ${from} and p.place < ${to}`
}

function asked(actor: StaffActor, { show, type, place, year }: PpksQuery): Fragment {
  const statuses = show === 'open' ? openPpks : ppksStatuses.filter((one) => one === show)
  return allOf([
    seen(actor),
    ...(show === 'all' ? [] : [sql`p.status = any(${[...statuses]}::text[])`]),
    ...(type === undefined ? [] : [sql`p.type = ${type}`]),
    ...(place === undefined ? [] : [within(place)]),
    ...(year === undefined ? [] : [sql`extract(year from p.since) = ${year}`]),
  ])
}

export const selectList = (
  client: PoolClient,
  actor: StaffActor,
  query: PpksQuery,
  limit: number,
  offset: number,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from ppks p where ${asked(actor, query)} order by p.added_at desc, p.id limit ${limit} offset ${offset}`,
  )

export async function countList(client: PoolClient, actor: StaffActor, query: PpksQuery): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from ppks p where ${asked(actor, query)}`,
  )
  return rows[0]?.n ?? 0
}

/** PPKS-9 How many of each type were recorded in each village of a district in a year. Only in a scope that counts. */
export async function countByVillage(
  client: PoolClient,
  district: string,
  year: number,
): Promise<readonly PpksCount[]> {
  const rows = await rowsOf<{ type: string; place: string; n: number }>(
    client,
    sql`select p.type, p.place, count(*)::int as n from ppks p
      where p.district = ${district} and extract(year from p.since) = ${year} group by p.type, p.place`,
  )
  return rows.map(({ type, place, n }) => ({ type, place: placeCode.parse(place), n }))
}

/** PPKS-16 The same district by district, for a province or the nation. */
export async function countByDistrict(client: PoolClient, at: PlaceCode, year: number): Promise<readonly PpksCount[]> {
  const rows = await rowsOf<{ type: string; district: string; n: number }>(
    client,
    sql`select p.type, p.district, count(*)::int as n from ppks p
      where ${within(at)} and extract(year from p.since) = ${year} group by p.type, p.district`,
  )
  return rows.map(({ type, district, n }) => ({ type, place: placeCode.parse(district), n }))
}

/** The places right below a province or the nation. */
export const placesUnder = (
  client: PoolClient,
  parent: PlaceCode,
): Promise<readonly { code: string; name: string }[]> =>
  rowsOf<{ code: string; name: string }>(
    client,
    sql`select code, name from place where parent = ${parent} order by code`,
  )

/** How many there were in each year at a place, of types whose numbers the reader may know whole. */
export const countByYear = (
  client: PoolClient,
  place: PlaceCode,
  types: readonly string[],
): Promise<readonly { year: number; n: number }[]> =>
  rowsOf<{ year: number; n: number }>(
    client,
    sql`select extract(year from p.since)::int as year, count(*)::int as n from ppks p
      where ${within(place)} and p.type = any(${[...types]}::text[]) group by 1 order by 1 desc limit 10`,
  )

export const selectPlaces = (
  client: PoolClient,
  district: string,
): Promise<readonly { code: string; name: string }[]> =>
  rowsOf<{ code: string; name: string }>(
    client,
    sql`select code, name from place where code >= ${district} and code < ${`${district}/`} order by code`,
  )
