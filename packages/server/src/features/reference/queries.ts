import type { JsonObject } from '@openslrt/core/kernel/json.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import { shippedRoleNames } from '@openslrt/core/lists/role-words.ts'
import type { OfficeRow, OfficeWeekRow } from '@openslrt/core/office/office.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import type { PlacedPost } from '@openslrt/core/office/reach.ts'
import { nation, placeCode } from '@openslrt/core/place/code.ts'
import type { Pool, PoolClient } from 'pg'
import type { ReadSoFar, Written } from './followed.ts'

interface RoleRow {
  readonly code: string
  readonly permissions: readonly string[]
  readonly restricted: readonly string[]
  readonly sees: string
  readonly held_at: readonly string[] | null
  readonly given_from: readonly string[] | null
  readonly second_factor: boolean | null
  readonly valid_from: string
  readonly valid_to: string | null
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

/** The ledgers that there can be: districts, provinces and the nation. */
export async function ledgerCodes(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ code: string }>(
    "select code from place where level in ('nation', 'province', 'district')",
  )
  return rows.map(({ code }) => code)
}

/**
 * The rows of a table that ledgers wrote after what was read of them. For each ledger a look at the index (district,
 * seq), whatever the planner thinks of how many there may be; rows of one number are never parted.
 */
const writtenSince = (table: string, columns: string, around = ''): string =>
  `select ${columns} from unnest($1::text[], $2::bigint[]) as k (ledger, known),
    lateral (select * from ${table} where district = k.ledger and seq > k.known order by seq fetch first 1000 rows with ties) w ${around}`

const officesSince = writtenSince(
  'office',
  'w.id, w.district, w.version, w.seq::int as seq, w.name, w.kind, w.level, w.place, w.parent, w.active, w.address, w.phone, w.opened_at, p.name as place_name',
  'join place p on p.code = w.place',
)

export type ReadOffice = Written & { readonly office: OfficeRow; readonly placeName: string }
type StoredOffice = Written &
  Omit<OfficeRow, 'openedAt' | 'place'> & { place: string; place_name: string; opened_at: Date }

/** Offices that were opened or changed since. */
export async function newOffices(pool: Pool, { ledgers, seqs }: ReadSoFar): Promise<readonly ReadOffice[]> {
  const { rows } = await pool.query<StoredOffice>(officesSince, [ledgers, seqs])
  return rows.map((row) => ({ district: row.district, seq: row.seq, office: officeOf(row), placeName: row.place_name }))
}

// Words that thousands of offices share are kept once: 84,000 offices are then a third lighter.
function keptOnce<Word>(): (word: Word) => Word {
  const words = new Map<Word, Word>()
  return (word) => words.get(word) ?? (words.set(word, word), word)
}
const once = {
  district: keptOnce<OfficeRow['district']>(),
  kind: keptOnce<OfficeRow['kind']>(),
  level: keptOnce<OfficeRow['level']>(),
  parent: keptOnce<OfficeRow['parent']>(),
}

// Spelled out: `rowOf` takes 230 ms for 84,000 offices where this takes 20.
function officeOf(row: StoredOffice): OfficeRow {
  const { id, district, version, name, kind, level, parent, active, address, phone } = row
  return {
    id,
    district: once.district(district),
    version,
    name,
    kind: once.kind(kind),
    level: once.level(level),
    parent: once.parent(parent),
    active,
    address,
    phone,
    place: placeCode.parse(row.place),
    openedAt: row.opened_at.getTime(),
  }
}

/** Shipped roles as the rows of a list: of the nation, dated like any other word. Of one code, or all. */
export async function shippedRoleRows(client: Pool | PoolClient, code: string | null): Promise<readonly ListRow[]> {
  const { rows } = await client.query<RoleRow>(
    'select code, permissions, restricted, sees, held_at, given_from, second_factor, valid_from::text, valid_to::text from role where $1::text is null or code = $1 order by code, valid_from',
    [code],
  )
  return rows.map(({ code: called, valid_from, valid_to, ...row }) => ({
    list: 'role',
    code: called,
    place: nation,
    names: shippedRoleNames(called),
    data: {
      permissions: row.permissions,
      restricted: row.restricted,
      sees: row.sees,
      // A role that nobody has said more of is held anywhere, and given by the nation only.
      heldAt: row.held_at ?? officeKinds,
      givenFrom: row.given_from ?? ['nation'],
      secondFactor: row.second_factor ?? false,
    },
    valid_from,
    valid_to,
  }))
}

export async function allLists(pool: Pool): Promise<readonly ListRow[]> {
  const { rows } = await pool.query<ListRow>(
    'select list, code, place, names, data, valid_from::text, valid_to::text from list_item order by list, position, code, place, valid_from',
  )
  return rows
}

export type ChangedItem = Written & Said & { readonly id: string }

const itemsSince = writtenSince(
  'list_change',
  'w.id, w.district, w.seq::int as seq, w.list, w.code, w.district as place, w.names, w.data, w.valid_from::text as "from", w.says',
)

/** What offices said of lists since. */
export async function newItems(pool: Pool, { ledgers, seqs }: ReadSoFar): Promise<readonly ChangedItem[]> {
  const { rows } = await pool.query<ChangedItem>(itemsSince, [ledgers, seqs])
  return rows
}

/** Everything that was said of one item: as shipped, then by offices, as the transaction sees it now. */
export async function saidOf(client: PoolClient, list: string, code: string): Promise<readonly Said[]> {
  const shipped = list === 'role' ? await shippedRoleRows(client, code) : await shippedItem(client, list, code)
  const { rows: changes } = await client.query<Said>(
    'select list, code, district as place, names, data, valid_from::text as "from", says from list_change where list = $1 and code = $2 order by valid_from, seq',
    [list, code],
  )
  return [...shipped.flatMap(saidBy), ...changes]
}

/** ROLE-9 Everything that was said of every role, as the transaction sees it now: one may be about to end as another does. */
export async function saidOfRoles(client: PoolClient): Promise<ReadonlyMap<string, readonly Said[]>> {
  const shipped = await shippedRoleRows(client, null)
  const { rows: changes } = await client.query<Said>(
    `select list, code, district as place, names, data, valid_from::text as "from", says from list_change where list = 'role' order by valid_from, seq`,
  )
  return Map.groupBy([...shipped.flatMap(saidBy), ...changes], ({ code }) => code)
}

async function shippedItem(client: PoolClient, list: string, code: string): Promise<readonly ListRow[]> {
  const { rows } = await client.query<ListRow>(
    'select list, code, place, names, data, valid_from::text, valid_to::text from list_item where list = $1 and code = $2 order by valid_from',
    [list, code],
  )
  return rows
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

export type ChangedDay = Written & ClosedDay & { readonly id: string }

const daysSince = writtenSince(
  'calendar_change',
  'w.id, w.district, w.seq::int as seq, w.district as place, w.day::text as day, w.closed, w.name, w.basis',
)

/** What offices said of days since. */
export async function newDays(pool: Pool, { ledgers, seqs }: ReadSoFar): Promise<readonly ChangedDay[]> {
  const { rows } = await pool.query<ChangedDay>(daysSince, [ledgers, seqs])
  return rows
}

/** Closed days as shipped. */
export async function shippedDays(pool: Pool): Promise<readonly ClosedDay[]> {
  const { rows } = await pool.query<ClosedDay>(
    'select place, day::text, true as closed, name, basis from calendar_day order by day',
  )
  return rows
}

export interface SetWeek {
  readonly place: string
  readonly valid_from: string
  readonly week: readonly ([number, number] | null)[]
  readonly basis: string
  readonly version: number
}

export type ChangedWeek = Written & SetWeek & { readonly id: string }

const weeksSince = writtenSince(
  'hours_change',
  'w.id, w.district, w.seq::int as seq, w.district as place, w.valid_from::text as valid_from, w.week, w.basis, w.version',
)

/** Opening hours that places have set since. */
export async function newWeeks(pool: Pool, { ledgers, seqs }: ReadSoFar): Promise<readonly ChangedWeek[]> {
  const { rows } = await pool.query<ChangedWeek>(weeksSince, [ledgers, seqs])
  return rows
}

export type ChangedOwnWeek = Written & Pick<OfficeWeekRow, 'id' | 'office' | 'from' | 'week' | 'version'>

const ownWeeksSince = writtenSince(
  'office_week',
  'w.id, w.district, w.seq::int as seq, w.version, w.office, w.valid_from::text as "from", w.week',
)

/** What single offices said of their hours since. */
export async function newOwnWeeks(pool: Pool, { ledgers, seqs }: ReadSoFar): Promise<readonly ChangedOwnWeek[]> {
  const { rows } = await pool.query<ChangedOwnWeek>(ownWeeksSince, [ledgers, seqs])
  return rows
}

/** Opening hours as shipped. */
export async function shippedWeeks(pool: Pool): Promise<readonly SetWeek[]> {
  const { rows } = await pool.query<SetWeek>(
    'select place, valid_from::text, week, basis, 0 as version from working_week order by valid_from',
  )
  return rows
}

/**
 * What tells whether that which no ledger writes was loaded anew: roles, shipped lists and calendars. Each of
 * these tables has some hundred rows at most; xmin names the transaction that wrote a row.
 */
export async function shippedMark(pool: Pool): Promise<string> {
  const written = (table: string): string => `(select count(*) || '/' || sum(xmin::text::bigint) from ${table})`
  const tables = ['role', 'list_item', 'calendar_day', 'working_week', 'deployment']
  const { rows } = await pool.query<{ mark: string }>(
    `select concat_ws(':', ${tables.map(written).join(', ')}) as mark`,
  )
  return rows[0]?.mark ?? ''
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
