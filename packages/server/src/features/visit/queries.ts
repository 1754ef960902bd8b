import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { rangeOf } from '@openslrt/core/place/code.ts'
import { openVisit } from '@openslrt/core/visit/moves.ts'
import type { VisitStatus } from '@openslrt/core/visit/visit.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, rowsOfKnown, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/**
 * VISIT-10 Visits that somebody sees: those that they are sent on; of their office and of the place whose people they read,
 * all but those for a case that they may not see. It stands in every query over `visit v`; row-level security says it again.
 */
export function withinVisits({ staff, office, place, permissions, sees }: StaffActor): Fragment {
  const here = permissions.has('case.read') && sees !== 'none' ? sql`v.office = ${office}::uuid` : sql`false`
  const { from, to } = rangeOf(place)
  const there =
    permissions.has('registry.read') && sees === 'place' ? sql`(v.place >= ${from} and v.place < ${to})` : sql`false`
  return sql`(v.assignee = ${staff}::uuid or ((${here} or ${there}) and (v.case_id is null or visit_open(v.district, v.case_id))))`
}

/** One visit that somebody sees. */
export async function selectVisit(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<DbRow | null> {
  const rows = await rowsOfKnown<DbRow>(
    client,
    sql`select v.* from visit v where v.district = ${district} and v.id = ${id}::uuid and ${withinVisits(actor)}`,
  )
  return rows[0] ?? null
}

/** The one visit that the clock was let into. */
export async function selectVisitOfClock(client: PoolClient, district: string, id: string): Promise<DbRow | null> {
  const rows = await rowsOf<DbRow>(
    client,
    sql`select v.* from visit v where v.district = ${district} and v.id = ${id}::uuid`,
  )
  return rows[0] ?? null
}

/** Which visits a list holds. */
export interface VisitQuery {
  readonly statuses: readonly VisitStatus[]
  /** Of one person, of one office, or whatever is seen. */
  readonly assignee: string | null
  readonly office: string | null
  /** Only what was due before this moment. */
  readonly before: Date | null
  readonly village: string | null
  readonly newest: boolean
}

export type VisitListRow = DbRow & { readonly district: string; readonly place_name: string }

const orAny = (value: unknown, condition: Fragment): Fragment => (value === null ? sql`true` : condition)

const asked = (actor: StaffActor, { statuses, assignee, office, before, village }: VisitQuery): Fragment =>
  sql`${withinVisits(actor)} and v.status = any(${[...statuses]}::text[])
    and ${orAny(assignee, sql`v.assignee = ${assignee}::uuid`)} and ${orAny(office, sql`v.office = ${office}::uuid`)}
    and ${orAny(before, sql`v.due_at <= ${before}`)} and ${orAny(village, sql`v.place = ${village}`)}`

/** A page of visits: what is to be made first, or what was last. */
export async function selectVisits(
  client: PoolClient,
  actor: StaffActor,
  query: VisitQuery,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly VisitListRow[]; readonly total: number }> {
  const where = asked(actor, query)
  const rows = await rowsOf<VisitListRow>(
    client,
    sql`select v.*, coalesce(p.name, v.place) as place_name from visit v left join place p on p.code = v.place and p.valid_to is null where ${where}
      order by ${query.newest ? sql`v.changed_at desc` : sql`v.planned_for, v.planned_at`}, v.id limit ${limit} offset ${offset}`,
  )
  return { rows, total: await countVisits(client, actor, query) }
}

export async function countVisits(client: PoolClient, actor: StaffActor, query: VisitQuery): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from visit v where ${asked(actor, query)}`,
  )
  return rows[0]?.n ?? 0
}

/** What visits are about: any of these that is named. */
export interface Subject {
  readonly case?: string | undefined
  readonly family?: string | undefined
  readonly person?: string | undefined
}

const mostAbout = 50

/** Visits of a case, a family or a person, the newest first. */
export const selectAbout = (
  client: PoolClient,
  actor: StaffActor,
  district: string,
  subject: Subject,
): Promise<readonly VisitListRow[]> =>
  rowsOf<VisitListRow>(
    client,
    sql`select v.*, coalesce(p.name, v.place) as place_name from visit v left join place p on p.code = v.place and p.valid_to is null
      where v.district = ${district} and ${withinVisits(actor)}
        and (v.case_id = ${subject.case ?? null}::uuid or v.family = ${subject.family ?? null}::uuid or v.person = ${subject.person ?? null}::uuid)
      order by v.planned_for desc, v.planned_at desc limit ${mostAbout}`,
  )

export const selectPhotos = (client: PoolClient, district: string, visit: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.*, exists (select 1 from file_blob b where b.district = p.district and b.sha256 = p.sha256) as arrived
      from visit_photo p where p.district = ${district} and p.visit = ${visit}::uuid order by p.captured_at, p.id`,
  )

export interface Visitor {
  readonly office: string
  readonly staff: string
  readonly name: string
}

/** Who may be sent from these offices: in a post there now with a role that makes visits. */
export const selectVisitors = (
  client: PoolClient,
  offices: readonly string[],
  roles: readonly string[],
): Promise<readonly Visitor[]> =>
  rowsOf<Visitor>(
    client,
    sql`select distinct p.office, s.id as staff, s.name from post p join staff s on s.id = p.staff
      where p.office = any(${[...offices]}::uuid[]) and p.role = any(${[...roles]}::text[]) and s.active
        and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now())
      order by s.name, s.id limit 2000`,
  )

/** What members of staff are called. */
export async function selectNames(
  client: PoolClient,
  staff: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(
    client,
    sql`select id, name from staff where id = any(${staff.filter((one) => one !== null)}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** VISIT-9 Visits whose day is over and that nobody knows of yet, in the words of the index `visit_late`. */
export const selectLateVisits = (pool: Pool, now: Date, most: number): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    pool,
    sql`select v.* from visit v where v.due_at <= ${now}::timestamptz and v.status = any(${[...openVisit]}::text[]) and v.overdue_since is null
      order by v.due_at, v.id limit ${most}`,
  )
