import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { psksShows } from '@openslrt/core/contract/psks-queries.ts'
import { nameKey } from '@openslrt/core/person/name-key.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import { dueBefore } from '@openslrt/core/psks/due.ts'
import { openPsks, servingPsks } from '@openslrt/core/psks/moves.ts'
import { psksStatuses } from '@openslrt/core/psks/psks.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { withinScope } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** PSKS `p` that sit in a place or serve any part of it. */
function near(place: PlaceCode): Fragment {
  const { from, to } = rangeOf(place)
  return sql`((p.place >= ${from} and p.place < ${to}) or psks_serves_range(p.serves, ${from}, ${to}))`
}

/** PSKS-10 The first wall: PSKS that sit in or serve the reader's places. Row-level security says the same again. */
const seen = (actor: StaffActor): Fragment =>
  actor.permissions.has('registry.read') && actor.sees === 'place' ? near(actor.place) : sql`false`

export async function selectPsks(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select p.* from psks p where p.district = ${district} and p.id = ${id}::uuid and ${seen(actor)}`,
  )
  return rows[0] ?? null
}

/** Ten years of reports, and as many trainings and postings as anybody reads. */
const most = 200
type Part = 'psks_report' | 'psks_event' | 'psks_posting'
const orders = { psks_report: 'month desc', psks_event: 'on_day desc', psks_posting: 'made_at desc' } as const

export const selectParts = (
  client: PoolClient,
  part: Part,
  district: string,
  psks: string,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from ${sql.raw(part)} where district = ${district} and psks = ${psks}::uuid order by ${sql.raw(orders[part])}, id limit ${most}`,
  )

export interface PsksQuery {
  readonly show: (typeof psksShows)[number]
  readonly kind?: string | undefined
  readonly place?: PlaceCode | undefined
  readonly q?: string | undefined
  readonly today: string
}

function asked(actor: StaffActor, { show, kind, place, q, today }: PsksQuery): Fragment {
  const statuses = { active: openPsks, due: [servingPsks] }[String(show)] ?? psksStatuses.filter((one) => one === show)
  return allOf([
    seen(actor),
    sql`p.status = any(${[...statuses]}::text[])`,
    ...(show === 'due' ? [sql`p.checked_on <= ${dueBefore(today)}::date`] : []),
    ...(kind === undefined ? [] : [sql`p.kind = ${kind}`]),
    ...(place === undefined ? [] : [near(place)]),
    ...(q ? [sql`p.name_key like ${`%${nameKey(q)}%`}`] : []),
  ])
}

export const selectList = (
  client: PoolClient,
  actor: StaffActor,
  query: PsksQuery,
  limit: number,
  offset: number,
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from psks p where ${asked(actor, query)}
      order by ${query.show === 'due' ? sql`p.checked_on,` : sql``} p.name_key, p.id limit ${limit} offset ${offset}`,
  )

export async function countList(client: PoolClient, actor: StaffActor, query: PsksQuery): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from psks p where ${asked(actor, query)}`,
  )
  return rows[0]?.n ?? 0
}

/** PSKS-6 How many are due to be asked again. */
export const countDue = (client: PoolClient, actor: StaffActor, today: string): Promise<number> =>
  countList(client, actor, { show: 'due', today })

/** Everybody whom a file may mean: more than any district has. */
export const selectAll = (client: PoolClient, actor: StaffActor, district: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from psks p where p.district = ${district} and ${seen(actor)} order by p.kind, p.name_key limit 20000`,
  )

/** PSKS-7 Who is verified and sits in or serves a place: these may be asked to look after something there. */
export const selectVerified = (client: PoolClient, actor: StaffActor, place: PlaceCode): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from psks p where ${seen(actor)} and p.status = ${servingPsks} and ${near(place)} order by p.kind, p.name_key, p.id limit 200`,
  )

/** PSKS-8 Who is verified and serves any part of a place. */
export const selectServing = (
  client: PoolClient,
  actor: StaffActor,
  place: PlaceCode,
): Promise<readonly { kind: string; serves: PlaceCode[] }[]> =>
  rowsOf<{ kind: string; serves: PlaceCode[] }>(
    client,
    sql`select p.kind, p.serves from psks p where ${seen(actor)} and p.status = ${servingPsks} and ${near(place)}`,
  )

/** PSKS-7 Who was asked to look after a case, a visit or a village: those who still do first. */
export const selectPosted = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  target: { readonly case: string } | { readonly visit: string } | { readonly village: string },
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.*, a.id as posting_id, a.task as posting_task, a.from_day as posting_from, a.until_day as posting_until, a.ended_on as posting_ended
      from psks_posting a join psks p on p.district = a.district and p.id = a.psks
      where a.district = ${district} and ${isFor(target)} and ${seen(actor)}
      order by a.ended_on is not null, a.made_at desc limit 50`,
  )

function isFor(
  target: { readonly case: string } | { readonly visit: string } | { readonly village: string },
): Fragment {
  if ('case' in target) return sql`a.case_id = ${target.case}::uuid`
  return 'visit' in target ? sql`a.visit = ${target.visit}::uuid` : sql`a.village = ${target.village}`
}

/** Whether somebody works at an office now. */
export async function worksAt(client: PoolClient, office: string, staff: string): Promise<boolean> {
  const rows = await rowsOf(
    client,
    sql`select 1 from post p join staff s on s.id = p.staff where p.office = ${office}::uuid and p.staff = ${staff}::uuid
      and s.active and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now()) limit 1`,
  )
  return rows.length > 0
}

/** Which of these cases the reader sees. */
export async function seenCases(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ id: string }>(
    client,
    sql`select c.id from cases c where c.district = ${district} and c.id = any(${[...ids]}::uuid[]) and ${withinScope(actor)}`,
  )
  return new Set(rows.map(({ id }) => id))
}

export const selectPlaces = (
  client: PoolClient,
  under: PlaceCode,
): Promise<readonly { code: string; name: string; level: string }[]> => {
  const { from, to } = rangeOf(under)
  return rowsOf<{ code: string; name: string; level: string }>(
    client,
    sql`select code, name, level from place where code >= ${from} and code < ${to} order by code`,
  )
}
