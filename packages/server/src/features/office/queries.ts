import { activeStatuses } from '@openslrt/core/case/moves.ts'
import type { OfficeLine, referenceRoutes, StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { nationPlace, rangeOf } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { z } from 'zod'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, beginnings, ms, rowsOf, sql, withoutWildcards } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { guestKinds } from '../reference/index.ts'

export async function selectOffice(client: PoolClient, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(client, sql`select * from office where id = ${id}::uuid`)
  return rows[0] ?? null
}

export async function selectStaff(client: PoolClient, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(client, sql`select * from staff where id = ${id}::uuid`)
  return rows[0] ?? null
}

export async function selectPost(client: PoolClient, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(client, sql`select * from post where id = ${id}::uuid`)
  return rows[0] ?? null
}

export type OfficeListRow = Omit<OfficeLine, 'placeName'> & { readonly place_name: string }

const under = (place: PlaceCode): Fragment => {
  const { from, to } = rangeOf(place)
  return sql`o.place >= ${from} and o.place < ${to}`
}

const named = (q: string | undefined, words: Fragment): readonly Fragment[] =>
  q === undefined ? [] : [sql`${words} @@ to_tsquery('simple', ${beginnings(q)})`]

/** So many are counted and no more: whoever looks for one among more of them types another word. */
const mostCounted = 1_000

/** How many of a search there are. In an order that an index has: then the planner reads no further than it must. */
async function counted(pool: Pool, from: Fragment, order: Fragment): Promise<Counted> {
  const rows = await rowsOf<{ n: number }>(
    pool,
    sql`select count(*)::int as n from (select 1 from ${from} order by ${order} limit ${mostCounted + 1}) s`,
  )
  const n = rows[0]?.n ?? 0
  return { total: Math.min(n, mostCounted), more: n > mostCounted }
}

/** How many there are, as far as they were counted. */
export interface Counted {
  readonly total: number
  readonly more: boolean
}

/** Addresses of the two lists. */
export type OfficeQuery = z.output<typeof referenceRoutes.offices.query>
export type StaffQuery = z.output<typeof referenceRoutes.staff.query>

const officesFound = (place: PlaceCode, { q, kind, id }: OfficeQuery): Fragment =>
  sql`office o where ${allOf([
    under(place),
    ...named(q, sql`o.words`),
    ...(kind ? [sql`o.kind = ${kind}`] : []),
    ...(id ? [sql`o.id = ${id}::uuid`] : []),
  ])}`

/** Offices under a place, in the order of the tree: a place's own before those below it. */
export function selectOffices(pool: Pool, place: PlaceCode, query: OfficeQuery): Promise<readonly OfficeListRow[]> {
  return officesShown(pool, officesFound(place, query), query.page)
}

/**
 * OFFICE-18 The ministries that come with every installation stand behind the offices that somebody opened. Spelled as the
 * index office_in_order is.
 */
const nationalLast = sql`(o.place = '00' and o.kind in ('agency', 'provider'))`

function officesShown(pool: Pool, found: Fragment, page: number): Promise<readonly OfficeListRow[]> {
  return rowsOf<OfficeListRow>(
    pool,
    sql`select o.*, p.name as place_name,
        (select count(distinct t.staff) from post t join staff s on s.id = t.staff where t.office = o.id and s.active and (t.valid_until is null or t.valid_until > now()))::int as staff
      from (select * from ${found} order by ${nationalLast}, o.place, o.kind, o.name limit ${pageSize} offset ${(page - 1) * pageSize}) o
      join place p on p.code = o.place order by ${nationalLast}, o.place, o.kind, o.name`,
  )
}

/** Which offices stand right below one: those that name it, and where it is the host of a place, the guests there. */
export interface Twigs {
  readonly parent: string
  readonly host: PlaceCode | null
}

const isGuest = sql`o.parent is null and o.kind = any(${[...guestKinds]}::text[])`

/** OFFICE-16 A branch of the tree: the offices right below one; without one, those that have nothing above them there. */
const branchOf = (place: PlaceCode, twigs: Twigs | null): Fragment =>
  sql`office o where ${under(place)} and ${twigs ? belowOf(twigs) : highestIn(place)}`

function belowOf({ parent, host }: Twigs): Fragment {
  const named = sql`o.parent = ${parent}::uuid`
  return host === null ? named : sql`(${named} or (o.place = ${host} and ${isGuest}))`
}

function highestIn(place: PlaceCode): Fragment {
  const { from, to } = rangeOf(place)
  const hosted = sql`${isGuest} and exists (select 1 from office h where h.place = o.place and h.kind <> all(${[...guestKinds]}::text[]))`
  const named = sql`exists (select 1 from office a where a.id = o.parent and a.place >= ${from} and a.place < ${to})`
  return place === nationPlace ? sql`o.parent is null and not (${hosted})` : sql`not (${named}) and not (${hosted})`
}

/** One page of a branch. */
export const selectBranch = (
  pool: Pool,
  place: PlaceCode,
  twigs: Twigs | null,
  page: number,
): Promise<readonly OfficeListRow[]> => officesShown(pool, branchOf(place, twigs), page)

export async function countBranch(pool: Pool, place: PlaceCode, twigs: Twigs | null): Promise<number> {
  const rows = await rowsOf<{ n: number }>(pool, sql`select count(*)::int as n from ${branchOf(place, twigs)}`)
  return rows[0]?.n ?? 0
}

/** Offices of a place and a kind are counted exactly: that is a walk along an index. */
export async function countOffices(pool: Pool, place: PlaceCode, query: OfficeQuery): Promise<Counted> {
  if (query.q !== undefined) return counted(pool, officesFound(place, query), sql`o.place`)
  const rows = await rowsOf<{ n: number }>(pool, sql`select count(*)::int as n from ${officesFound(place, query)}`)
  return { total: rows[0]?.n ?? 0, more: false }
}

export interface StaffListRow {
  readonly id: string
  readonly district: string
  readonly version: number
  readonly name: string
  readonly active: boolean
  readonly sign_in_name: string | null
  readonly service: boolean
  readonly posts: readonly {
    id: string
    district: string
    version: number
    office: string
    officeName: string
    officePlace: string
    role: string
    from: number
    until: number | null
    leave: StaffLine['posts'][number]['leave']
    standsInFor: string | null
    area: { version: number; villages: { code: string; name: string }[] } | null
  }[]
}

/** A post as the list of staff shows it, with what is dated about it. */
const postShown = sql`jsonb_build_object('id', t.id, 'district', t.district, 'version', t.version, 'office', t.office, 'officeName', o.name,
  'officePlace', o.place, 'role', t.role, 'from', ${ms('t.valid_from')}, 'until', ${ms('t.valid_until')},
  'leave', (select jsonb_build_object('id', l.id, 'version', l.version, 'from', ${ms('l.valid_from')}, 'until', ${ms('l.valid_until')}, 'standInName', w.name)
    from leave l left join staff w on w.id = l.stand_in where l.post = t.id and l.valid_until > greatest(now(), l.valid_from) order by l.valid_from limit 1),
  'standsInFor', (select w.name from leave l join staff w on w.id = l.staff where l.stand_in = t.staff and l.stand_in_post = t.id limit 1),
  'area', (select jsonb_build_object('version', a.version, 'villages', (select coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name) order by p.name, p.code), '[]')
    from place p where p.code = any (a.villages))) from post_area a where a.district = t.district and a.id = t.id))`

/** Whether somebody holds, or held, a post under a place. A post lies in the ledger of its office: above a sub-district that tells enough. */
function holdsPost(place: PlaceCode, office: string | undefined): Fragment {
  const { from, to } = rangeOf(place)
  if (!office && place.length <= 5)
    return sql`exists (select 1 from post t where t.staff = s.id and t.district >= ${from} and t.district < ${to})`
  return sql`exists (select 1 from post t join office o on o.id = t.office where t.staff = s.id and ${under(place)} ${office ? sql`and o.id = ${office}::uuid` : sql``})`
}

const staffFound = (place: PlaceCode, { q, office }: Omit<StaffQuery, 'page'>): Fragment =>
  sql`staff s where ${allOf([holdsPost(place, office), ...named(q, sql`s.words`)])}`

/** People who hold, or held, a post under a place, with the posts that they hold now. */
export function selectStaffList(
  pool: Pool,
  place: PlaceCode,
  { q, office, page }: StaffQuery,
): Promise<readonly StaffListRow[]> {
  return rowsOf<StaffListRow>(
    pool,
    sql`select s.id, s.district, s.version, s.name, s.active, c.name as sign_in_name, exists (select 1 from service_key k where k.staff = s.id) as service,
        coalesce((select jsonb_agg(${postShown} order by o.name)
          from post t join office o on o.id = t.office where t.staff = s.id and (t.valid_until is null or t.valid_until > now())), '[]') as posts
      from (select * from ${staffFound(place, { q, office })} order by s.name, s.id limit ${pageSize} offset ${(page - 1) * pageSize}) s
      left join credential c on c.staff = s.id order by s.name, s.id`,
  )
}

export const countStaff = (pool: Pool, place: PlaceCode, query: StaffQuery): Promise<Counted> =>
  counted(pool, staffFound(place, query), sql`s.name, s.id`)

export interface ColleagueRow {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly open: number
  readonly away: { readonly until: number; readonly standIn: string | null; readonly standInName: string | null } | null
}

/** People of one office with how many open cases each has there, and who of them is away. */
export function selectColleagues(client: PoolClient, office: string): Promise<readonly ColleagueRow[]> {
  return rowsOf<ColleagueRow>(
    client,
    sql`select s.id, s.name, array_agg(distinct t.role) as roles,
        (select count(*) from cases c where c.office = ${office}::uuid and c.assignee = s.id and c.closed_at is null and c.status = any(${[...activeStatuses]}::text[]))::int as open,
        (select jsonb_build_object('until', ${ms('l.valid_until')}, 'standIn', l.stand_in, 'standInName', w.name) from leave l left join staff w on w.id = l.stand_in
          where l.office = ${office}::uuid and l.staff = s.id and l.valid_from <= now() and l.valid_until > now() order by l.valid_until desc limit 1) as away
      from post t join staff s on s.id = t.staff
      where t.office = ${office}::uuid and s.active and t.valid_from <= now() and (t.valid_until is null or t.valid_until > now())
      group by s.id, s.name order by s.name`,
  )
}

export interface PlaceListRow {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly path: string
}

/** Places by the beginning of a name or by the place above, with the names of what they lie in. */
export function selectPlaces(
  pool: Pool,
  q: string | undefined,
  parent: PlaceCode | undefined,
  level: string | undefined,
): Promise<readonly PlaceListRow[]> {
  const range = parent ? rangeOf(parent) : null
  const name = q === undefined ? null : withoutWildcards(q.toLowerCase())
  if (name === '') return Promise.resolve([])
  const where = allOf([
    sql`p.valid_to is null and p.level <> 'nation'`,
    ...(name ? [sql`p.search_name like ${`${name}%`}`] : [sql`p.parent = ${parent ?? '00'}`]),
    ...(range && name ? [sql`p.code >= ${range.from} and p.code < ${range.to}`] : []),
    ...(level ? [sql`p.level = ${level}`] : []),
  ])
  return rowsOf<PlaceListRow>(
    pool,
    sql`select p.code, p.name, p.level, concat_ws(', ', a.name, b.name, case when d.level <> 'nation' then d.name end) as path
      from (select * from place p where ${where} order by p.name, p.code limit 100) p
      left join place a on a.code = p.parent and a.level <> 'nation'
      left join place b on b.code = a.parent and b.level <> 'nation'
      left join place d on d.code = b.parent order by p.name, p.code`,
  )
}
