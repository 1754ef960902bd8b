import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import { helped, placed, unplaced } from '@openslrt/core/surge/moves.ts'
import type { AffectedStatus, SurgeRow } from '@openslrt/core/surge/surge.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, rowsOfKnown, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import { withinScope } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** SURGE-8 People whom somebody sees on a list; row-level security says it again. Over `affected a`. */
export function withinAffected({ office, place, permissions, sees }: StaffActor): Fragment {
  const here = permissions.has('case.read') && sees !== 'none' ? sql`a.office = ${office}::uuid` : sql`false`
  if (!permissions.has('surge.manage') || !permissions.has('registry.read') || sees !== 'place') return here
  const { from, to } = rangeOf(place)
  return sql`(${here} or (a.place >= ${from} and a.place < ${to}))`
}

export async function selectSurge(client: PoolClient, district: string, id: string): Promise<DbRow | null> {
  const rows = await rowsOfKnown<DbRow>(
    client,
    sql`select s.* from surge s where s.district = ${district} and s.id = ${id}::uuid`,
  )
  return rows[0] ?? null
}

const isOn = sql`a.district = s.district and a.surge = s.id and a.status <> 'dropped'`
export type SurgeListRow = DbRow & { readonly place_name: string; readonly total: number; readonly done: number }

/** Lists whose place lies under somebody's, or over it. What they count is what this person sees. */
export async function selectSurges(
  client: PoolClient,
  actor: StaffActor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly SurgeListRow[]; readonly total: number }> {
  const { from, to } = rangeOf(actor.place)
  const where = sql`((s.place >= ${from} and s.place < ${to}) or starts_with(${actor.place}, s.place))`
  const counted = (more: Fragment): Fragment =>
    sql`(select count(*)::int from affected a where ${isOn} and ${withinAffected(actor)} ${more})`
  const rows = await rowsOf<SurgeListRow>(
    client,
    sql`select s.*, coalesce(p.name, s.place) as place_name, ${counted(sql``)} as total,
        ${counted(sql`and a.status = ${helped}`)} as done
      from surge s left join place p on p.code = s.place and p.valid_to is null where ${where}
      order by s.status = 'open' desc, s.started_at desc, s.id limit ${limit} offset ${offset}`,
  )
  const [count] = await rowsOf<{ n: number }>(client, sql`select count(*)::int as n from surge s where ${where}`)
  return { rows, total: count?.n ?? 0 }
}

export interface Counts {
  readonly total: number
  readonly listed: number
  readonly queued: number
  readonly done: number
  readonly absent: number
  readonly opened: number
  readonly matched: number
}

/** How a list stands, as far as somebody sees it. */
export async function countAffected(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<Counts> {
  const of = (status: AffectedStatus): Fragment => sql`count(*) filter (where a.status = ${status})::int`
  const rows = await rowsOf<Counts>(
    client,
    sql`select count(*) filter (where a.status <> 'dropped')::int as total, ${of('listed')} as listed, ${of('queued')} as queued,
        ${of('done')} as done, ${of('absent')} as absent, count(a.opened_at)::int as opened, count(a.person)::int as matched
      from affected a where a.district = ${district} and a.surge = ${id}::uuid and ${withinAffected(actor)}`,
  )
  return rows[0] ?? { total: 0, listed: 0, queued: 0, done: 0, absent: 0, opened: 0, matched: 0 }
}

/** Which rows a part of the list holds. */
export interface RowQuery {
  readonly status: AffectedStatus
  /** Of one office and one day: those who are called now. */
  readonly slot: { readonly office: string; readonly day: string } | null
  readonly newest: boolean
}
export type AffectedListRow = DbRow & {
  readonly district: string
  readonly place_name: string
  readonly case_number: string | null
}

export async function selectAffected(
  client: PoolClient,
  actor: StaffActor,
  surge: { readonly district: string; readonly id: string },
  query: RowQuery,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly AffectedListRow[]; readonly total: number }> {
  const where = partOf(actor, surge, query)
  const rows = await rowsOf<AffectedListRow>(
    client,
    // Names and numbers are looked up for the page alone: for the 62,000 of a long list it took half a second.
    sql`select a.*, coalesce(p.name, a.place) as place_name, c.number as case_number from (
        select a.* from affected a where ${where} order by ${orderOf(query)}, a.id limit ${limit} offset ${offset}) a
      left join place p on p.code = a.place and p.valid_to is null
      left join cases c on c.district = a.district and c.id = a.case_id
      order by ${orderOf(query)}, a.id`,
  )
  const [count] = await rowsOf<{ n: number }>(client, sql`select count(*)::int as n from affected a where ${where}`)
  return { rows, total: count?.n ?? 0 }
}

const partOf = (
  actor: StaffActor,
  { district, id }: { readonly district: string; readonly id: string },
  { status, slot }: RowQuery,
): Fragment =>
  sql`a.district = ${district} and a.surge = ${id}::uuid and a.status = ${status} and ${withinAffected(actor)}
    and ${slot ? sql`a.office = ${slot.office}::uuid and a.slot_day = ${slot.day}::date` : sql`true`}`
const orderOf = ({ newest }: RowQuery): Fragment =>
  newest ? sql`a.changed_at desc` : sql`a.slot_day, a.slot_nth, a.rank, a.listed_at, a.line`

/** SURGE-15 Cases of the people of one part of a list that somebody sees, in its order. */
export async function selectCasesOf(
  client: PoolClient,
  actor: StaffActor,
  surge: { readonly district: string; readonly id: string },
  query: RowQuery,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly { readonly id: string; readonly number: string }[]; readonly total: number }> {
  const from = sql`from affected a join cases c on c.district = a.district and c.id = a.case_id
    where ${partOf(actor, surge, query)} and ${withinScope(actor)}`
  const rows = await rowsOf<{ id: string; number: string }>(
    client,
    sql`select c.id, c.number ${from} order by ${orderOf(query)}, a.id limit ${limit} offset ${offset}`,
  )
  const [count] = await rowsOf<{ n: number }>(client, sql`select count(*)::int as n ${from}`)
  return { rows, total: count?.n ?? 0 }
}

const inSurge = (district: string, id: string): Fragment => sql`a.district = ${district} and a.surge = ${id}::uuid`

/** Rows of a list by their ids. */
export const selectRows = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
  rows: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select a.* from affected a where ${inSurge(district, id)} and a.id = any(${[...rows]}::uuid[]) and ${withinAffected(actor)}`,
  )

/** Which of these ids are on some list already. */
export async function selectKnown(
  client: PoolClient,
  district: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ id: string }>(
    client,
    sql`select a.id from affected a where a.district = ${district} and a.id = any(${[...ids]}::uuid[])`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** SURGE-5 Who comes next: by class, then as they came on the list. */
export const selectNext = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
  most: number,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select a.* from affected a where ${inSurge(district, id)} and a.status = ${unplaced} and ${withinAffected(actor)}
      order by a.rank, a.listed_at, a.line, a.id limit ${most}`,
  )

/** SURGE-12 Who has a slot to come that the event has no more, in the order of the queue. */
export const selectStranded = (
  client: PoolClient,
  actor: StaffActor,
  { district, id, offices, days, perDay }: Pick<SurgeRow, 'district' | 'id' | 'offices' | 'days' | 'perDay'>,
  today: Day,
  most: number,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select a.* from affected a where ${inSurge(district, id)} and a.status = ${placed} and a.slot_day >= ${today}::date and ${withinAffected(actor)}
        and not (a.office = any(${[...offices]}::uuid[]) and a.slot_day = any(${[...days]}::date[]) and a.slot_nth <= ${perDay})
      order by a.rank, a.listed_at, a.line, a.id limit ${most}`,
  )

/** What is given at each office on each day to come; one by one only where something between was given back. */
export const selectTaken = (
  client: PoolClient,
  district: string,
  id: string,
  today: Day,
): Promise<readonly { office: string; day: string; last: number; given: readonly number[] | null }[]> =>
  rowsOf(
    client,
    sql`select a.office, a.slot_day::text as day, max(a.slot_nth)::int as last,
        case when count(*) < max(a.slot_nth) then array_agg(a.slot_nth) end as given
      from affected a where ${inSurge(district, id)} and a.slot_day >= ${today}::date group by 1, 2`,
  )

export const selectCases = (
  client: PoolClient,
  district: string,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly version: number }[]> =>
  rowsOf(
    client,
    sql`select c.id, c.version from cases c where c.district = ${district} and c.id = any(${[...ids]}::uuid[])`,
  )

export interface PersonFound {
  readonly nik: string
  readonly id: string
  readonly version: number
  readonly family: string | null
  readonly birth_date: string | null
  readonly said: Readonly<Record<string, never>>
}

/** SURGE-3 People of the registry by the digests of their NIK, as far as somebody sees them. */
export const selectPeople = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  digests: readonly Buffer[],
): Promise<readonly PersonFound[]> =>
  rowsOf<PersonFound>(
    client,
    sql`select encode(p.nik_index, 'hex') as nik, p.id, p.version, p.family, p.birth_date::text as birth_date, p.said from person p
      where p.district = ${district} and p.nik_index = any(${[...digests]}::bytea[]) and p.status = 'known' and ${withinRegistry(actor)}`,
  )

/** Villages under a place, with what they lie in: how files name them. */
export const selectVillages = (
  client: PoolClient,
  place: Parameters<typeof rangeOf>[0],
): Promise<readonly { code: string; name: string; within: string }[]> => {
  const { from, to } = rangeOf(place)
  return rowsOf(
    client,
    sql`select v.code, v.name, coalesce(u.name, '') as within from place v left join place u on u.code = v.parent and u.valid_to is null
      where v.level = 'village' and v.valid_to is null and v.code >= ${from} and v.code < ${to}`,
  )
}
