import type { JsonObject } from '@openslrt/core/kernel/json.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import type { PlacedPost } from '@openslrt/core/office/reach.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { DbRow } from '../../platform/ledger/codec.ts'

export interface RoleRow {
  readonly code: string
  readonly permissions: readonly string[]
  readonly restricted: readonly string[]
  readonly sees: string
  readonly held_at: readonly string[] | null
  readonly given_from: readonly string[] | null
  readonly second_factor: boolean | null
}

export interface ListRow {
  readonly list: string
  readonly code: string
  readonly place: string
  readonly names: { readonly id: string; readonly en: string }
  readonly data: JsonObject
  readonly valid_from: string
  readonly valid_to: string | null
}

/** Every office, as core's rows. 84,000 of them are 30 MB and half a second: kept in memory, read anew when one changes. */
export async function allOffices(pool: Pool): Promise<readonly OfficeRow[]> {
  const { rows } = await pool.query<DbRow & { place: string; opened_at: Date }>('select * from office')
  return rows.map((row) => officeOf(row))
}

// Spelled out: `rowOf` takes 230 ms for 84,000 offices where this takes 20, and every refresh waits for it.
function officeOf(row: DbRow & { place: string; opened_at: Date }): OfficeRow {
  const { id, district, version, name, kind, level, parent, active, address, phone } = row
  return {
    id,
    district,
    version,
    name,
    kind,
    level,
    parent,
    active,
    address,
    phone,
    place: placeCode.parse(row.place),
    openedAt: row.opened_at.getTime(),
  } as OfficeRow
}

export async function rolesOn(pool: Pool, day: string): Promise<readonly RoleRow[]> {
  const { rows } = await pool.query<RoleRow>(
    'select code, permissions, restricted, sees, held_at, given_from, second_factor from role where valid_from <= $1 and (valid_to is null or valid_to > $1)',
    [day],
  )
  return rows
}

export async function allLists(pool: Pool): Promise<readonly ListRow[]> {
  const { rows } = await pool.query<ListRow>(
    'select list, code, place, names, data, valid_from::text, valid_to::text from list_item order by list, position, code, place, valid_from',
  )
  return rows
}

/** What offices said of lists since: every word, the oldest first. */
export async function listChanges(pool: Pool): Promise<readonly Said[]> {
  const { rows } = await pool.query<Said>(
    'select list, code, district as place, names, data, valid_from::text as "from", says from list_change order by list, code, valid_from, seq',
  )
  return rows
}

/** Everything that was said of one item: as shipped, then by offices, as the transaction sees it now. */
export async function saidOf(client: PoolClient, list: string, code: string): Promise<readonly Said[]> {
  const { rows: shipped } = await client.query<ListRow>(
    'select list, code, place, names, data, valid_from::text, valid_to::text from list_item where list = $1 and code = $2 order by valid_from',
    [list, code],
  )
  const { rows: changes } = await client.query<Said>(
    'select list, code, district as place, names, data, valid_from::text as "from", says from list_change where list = $1 and code = $2 order by valid_from, seq',
    [list, code],
  )
  return [...shipped.flatMap(saidBy), ...changes]
}

/** A row of the shipped lists, as words: it holds from a day, and from its end on says nothing more. */
export function saidBy({ valid_from, valid_to, ...row }: ListRow): readonly Said[] {
  const words = { list: row.list, code: row.code, place: row.place, names: row.names, data: row.data }
  const holds: Said = { ...words, from: valid_from, says: 'holds' }
  return valid_to === null ? [holds] : [holds, { ...words, from: valid_to, says: 'as-above' }]
}

export interface ClosedDay {
  readonly place: string
  readonly day: string
  readonly closed: boolean
  readonly name: string
  readonly basis: string
}

/** Closed days as shipped, then what offices said of days since: the later row of one place and day counts. */
export async function closedDays(pool: Pool): Promise<readonly ClosedDay[]> {
  const { rows } = await pool.query<ClosedDay>(
    `select place, day::text, closed, name, basis from (
       select 0 as part, place, day, true as closed, name, basis from calendar_day
       union all select 1, district, day, closed, name, basis from calendar_change
     ) d order by day, part`,
  )
  return rows
}

export interface SetWeek {
  readonly place: string
  readonly valid_from: string
  readonly week: readonly ([number, number] | null)[]
  readonly basis: string
}

/** Opening hours as shipped and as set since, the oldest first; of one day and place, what was set counts. */
export async function workingWeeks(pool: Pool): Promise<readonly SetWeek[]> {
  const { rows } = await pool.query<SetWeek>(
    `select place, valid_from::text, week, basis from (
       select 0 as part, place, valid_from, week, basis from working_week
       union all select 1, district, valid_from, week, basis from hours_change
     ) w order by valid_from, part`,
  )
  return rows
}

/** What tells whether the copy in memory is still true, and the number of the nation's ledger that it stands for. */
export async function referenceMark(pool: Pool): Promise<{ mark: string; seq: number }> {
  const { rows } = await pool.query<{ mark: string; seq: number }>(
    `with rows as (
       select 'o' as of, version, seq, district from office
       union all select 'l', version, seq, district from list_change
       union all select 'c', version, seq, district from calendar_change
       union all select 'h', version, seq, district from hours_change
     )
     select concat_ws(':', count(*), sum(version), count(*) filter (where of = 'o'), sum(version) filter (where of = 'o'),
         (select value::text from deployment where name = 'lists')) as mark,
       coalesce(max(seq) filter (where district = '00'), 0) as seq from rows`,
  )
  return rows[0] ?? { mark: '', seq: 0 }
}

export async function placeOf(
  client: Pool | PoolClient,
  code: string,
): Promise<{ code: string; name: string; level: string } | null> {
  const { rows } = await client.query<{ code: string; name: string; level: string }>(
    'select code, name, level from place where code = $1 and valid_to is null',
    [code],
  )
  return rows[0] ?? null
}

/** All posts that a person holds or held, the oldest first, each with the place where its office lies. */
export async function postsOf(client: Pool | PoolClient, staff: string): Promise<readonly PlacedPost[]> {
  const { rows } = await client.query<{ place: string; role: string; valid_from: Date; valid_until: Date | null }>(
    'select o.place, p.role, p.valid_from, p.valid_until from post p join office o on o.id = p.office where p.staff = $1 order by p.valid_from, p.id',
    [staff],
  )
  return rows.map(({ place, role, valid_from, valid_until }) => ({
    place: placeCode.parse(place),
    role,
    from: valid_from.getTime(),
    until: valid_until?.getTime() ?? null,
  }))
}

export async function villagesOf(pool: Pool, district: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ code: string }>(
    "select code from place where code >= $1 || '.' and code < $1 || '/' and level = 'village' and valid_to is null",
    [district],
  )
  return rows.map(({ code }) => code)
}

export async function officePlaceNames(pool: Pool): Promise<readonly { code: string; name: string }[]> {
  const { rows } = await pool.query<{ code: string; name: string }>(
    'select code, name from place where code in (select place from office)',
  )
  return rows
}
