import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { StaffId } from '@openslrt/core/kernel/id.ts'
import type { LetterStatus } from '@openslrt/core/letter/letter.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, rowsOfKnown, sql } from '../../platform/db/sql.ts'
import { withinScope } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

export async function selectPlaceNames(
  client: PoolClient,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOfKnown<{ code: string; name: string }>(
    client,
    sql`select code, name from place where code = any(${[...codes]}::text[])`,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What members of staff are called. */
export async function selectStaffNames(
  client: PoolClient,
  staff: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOfKnown<{ id: string; name: string }>(
    client,
    sql`select id, name from staff where id = any(${[...staff]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** People who hold a post that signs at an office of a place now. */
export const selectSigners = (
  client: PoolClient,
  district: string,
  roles: readonly string[],
): Promise<readonly { staff: StaffId; name: string }[]> =>
  rowsOf(
    client,
    sql`select distinct s.id as staff, s.name from post p join staff s on s.id = p.staff join office o on o.id = p.office
      where o.district = ${district} and p.role = any(${[...roles]}::text[]) and s.active and o.active
        and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now()) order by s.name limit 500`,
  )

/** One letter whose case lies within the reader's scope. */
export async function selectLetter(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOfKnown<DbRow>(
    client,
    sql`select l.* from letter l join cases c on c.district = l.district and c.id = l.case_id
      where l.district = ${district} and l.id = ${id}::uuid and ${withinScope(actor)}`,
  )
  return rows[0] ?? null
}

export interface InboxRow {
  readonly id: string
  readonly district: string
  readonly version: number
  readonly kind: string
  readonly status: LetterStatus
  readonly number: string | null
  readonly case_id: string
  readonly case_number: string
  readonly client_name: string
  readonly place_name: string
  readonly drafter: string
  readonly drafter_name: string | null
  readonly chain: readonly { readonly act: 'initial' | 'sign'; readonly post: string }[]
  readonly marks: readonly { readonly staff: string; readonly at: number }[]
  readonly drafted_at: Date
  readonly changed_at: Date
}

export interface InboxQuery {
  readonly statuses: readonly LetterStatus[]
  /** Which act comes next; null: any. */
  readonly next: 'initial' | 'sign' | null
  readonly limit: number
  readonly offset: number
}

const nextAct = sql`l.chain -> jsonb_array_length(l.marks) ->> 'act'`

const inboxWhere = (actor: StaffActor, { statuses, next }: InboxQuery): Fragment =>
  allOf([
    sql`l.office = ${actor.office}::uuid and l.status = any(${[...statuses]}::text[])`,
    // Only what the reader may do: nobody initials or signs what they drafted or initialled.
    ...(next
      ? [
          sql`${nextAct} = ${next} and l.drafter <> ${actor.staff}::uuid and not l.marks @> ${JSON.stringify([{ staff: actor.staff }])}::jsonb`,
        ]
      : []),
    withinScope(actor),
  ])

/** A page of an office's letters, what has waited longest first; with how many there are. */
export async function selectInbox(
  client: PoolClient,
  actor: StaffActor,
  query: InboxQuery,
): Promise<{ readonly rows: readonly InboxRow[]; readonly total: number }> {
  const from = sql`from letter l join cases c on c.district = l.district and c.id = l.case_id`
  const where = inboxWhere(actor, query)
  const rows = await rowsOf<InboxRow>(
    client,
    sql`select l.id, l.district, l.version, l.kind, l.status, l.number, l.case_id, c.number as case_number, c.client_name, p.name as place_name,
        l.drafter, s.name as drafter_name, l.chain, l.marks, l.drafted_at, l.changed_at
      ${from} join place p on p.code = c.place left join staff s on s.id = l.drafter
      where ${where} order by l.changed_at, l.id limit ${query.limit} offset ${query.offset}`,
  )
  const [count] = await rowsOf<{ n: number }>(client, sql`select count(*)::int as n ${from} where ${where}`)
  return { rows, total: count?.n ?? 0 }
}

/** What kind of picture a file is that was sent to stand over letters; null for any other file. */
export async function selectPicture(pool: Pool, district: string, file: string): Promise<string | null> {
  const rows = await rowsOf<{ type: string }>(
    pool,
    sql`select type from file_blob where district = ${district} and sha256 = ${file} and letterhead`,
  )
  return rows[0]?.type ?? null
}

export interface SeriesRow {
  readonly office: string
  readonly last: number
}

/** How many numbers each office has given in a year, as far as it gave any. */
export const selectSeries = (client: PoolClient, district: string, year: string): Promise<readonly SeriesRow[]> =>
  rowsOf<SeriesRow>(
    client,
    sql`select split_part(year, '/', 1) as office, last from number_series where district = ${district} and year like ${`%/${year}`}`,
  )
