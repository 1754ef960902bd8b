import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { caseRule } from '@openslrt/core/case/moves.ts'
import type { Retention } from '@openslrt/core/case/policy.ts'
import { startedSurge } from '@openslrt/core/surge/moves.ts'
import type { Pool, PoolClient } from 'pg'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { withinScope } from '../../platform/db/within-scope.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { Wish } from '../../platform/ledger/forget.ts'
import type { StoredEntry } from '../../platform/ledger/queries.ts'
import type { LineRow } from './queries.ts'
import { selectLines } from './queries.ts'

/** Takes the words out of every entry of a case, in the ledger's own transaction. Gives how many there were. */
export async function eraseEntries(client: PoolClient, district: string, caseId: string): Promise<number> {
  const rows = await rowsOf<{ n: number }>(client, sql`select erase_entries(${district}, ${caseId}::uuid) as n`)
  return rows[0]?.n ?? 0
}

/** VISIT-15 Visits for a case, and their pictures, while it is being erased. */
export const selectVisitsOf = (client: PoolClient, district: string, caseId: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select v.* from visit v where v.district = ${district} and v.case_id = ${caseId}::uuid order by v.id`,
  )
export const selectPhotosOf = (client: PoolClient, district: string, caseId: string): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from visit_photo p join visit v on v.district = p.district and v.id = p.visit
      where v.district = ${district} and v.case_id = ${caseId}::uuid order by p.id`,
  )

/** A row of what was asked for a case. */
export interface HelpRow extends DbRow {
  readonly of: 'need' | 'application'
  readonly id: string
  readonly version: number
  readonly status: string
}

/** PRIVACY-5 The needs and applications of a case. */
export const selectHelp = (client: PoolClient, district: string, caseId: string): Promise<readonly HelpRow[]> =>
  rowsOf<HelpRow>(
    client,
    sql`select 'need' as of, n.id, n.version, n.status from need n where n.district = ${district} and n.case_id = ${caseId}::uuid
      union all select 'application', a.id, a.version, a.status from application a where a.district = ${district} and a.case_id = ${caseId}::uuid`,
  )

/** Every entry about one of these subjects, for a wish that somebody asked; none without one. */
export const selectEntriesOf = (
  client: PoolClient,
  { district, id }: Wish,
  subjects: readonly string[],
): Promise<readonly StoredEntry[]> =>
  rowsOf<StoredEntry & DbRow>(
    client,
    sql`select * from entries_to_forget(${district}, ${id}::uuid, ${[...subjects]}::uuid[])`,
  )

/** Entries that put people on these affected lists, or said what became of one: all that hold words of theirs. */
export const selectSurgeEntries = (
  client: PoolClient,
  { district, id }: Wish,
  surges: readonly string[],
): Promise<readonly StoredEntry[]> =>
  rowsOf<StoredEntry & DbRow>(
    client,
    sql`select * from entries_to_forget(${district}, ${id}::uuid, ${[...surges]}::uuid[])
      where kind in ('surge.list', 'surge.done', 'surge.absent', 'surge.again', 'surge.drop')`,
  )

/** PRIVACY-12 Whoever stands on an affected list with this case; those who still wait, while the list is worked on, with their status. */
export const selectListed = (
  client: PoolClient,
  district: string,
  caseId: string,
): Promise<readonly (DbRow & { readonly surge: string })[]> =>
  rowsOf(
    client,
    sql`select a.id, a.version, a.surge, case when s.status = ${startedSurge} then a.status end as status
      from affected a join surge s on s.district = a.district and s.id = a.surge
      where a.district = ${district} and a.case_id = ${caseId}::uuid order by a.id`,
  )

/** What a member of staff is called. */
export async function staffName(client: PoolClient, staff: string): Promise<string> {
  const rows = await rowsOf<{ name: string }>(client, sql`select name from staff where id = ${staff}::uuid`)
  return rows[0]?.name ?? ''
}

const ended = sql`c.status = any(${[...caseRule('erase').from]}::text[])`
const endedAt = sql`coalesce(c.closed_at, c.changed_at)`

/** Districts that have cases of their own. */
export async function districtsWithCases(pool: Pool): Promise<readonly string[]> {
  const rows = await rowsOf<{ district: string }>(
    pool,
    sql`select distinct district from case_state_count where n > 0 order by 1`,
  )
  return rows.map(({ district }) => district)
}

/** Writes down anew which cases of a district have outlived their years (CASE-33, a test binds the two). Gives how many. */
export async function listDue(pool: Pool, district: string, retention: Retention, now: Date): Promise<number> {
  const years = sql`case when c.restricted is null then ${retention.case}::int else ${retention.restricted}::int end`
  const until = sql`(${endedAt} at time zone 'utc' + make_interval(years => ${years})) at time zone 'utc'`
  const rows = await rowsOf<{ n: number }>(
    pool,
    sql`with gone as (delete from retention_due d where d.district = ${district}
        and not exists (select 1 from cases c where c.district = d.district and c.id = d.case_id and ${ended} and ${until} <= ${now}::timestamptz)),
      found as (insert into retention_due (district, case_id, kept_until)
        select c.district, c.id, ${until} from cases c where c.district = ${district} and ${ended} and ${until} <= ${now}::timestamptz
        on conflict (district, case_id) do update set kept_until = excluded.kept_until where retention_due.kept_until <> excluded.kept_until)
      select count(*)::int as n from cases c where c.district = ${district} and ${ended} and ${until} <= ${now}::timestamptz`,
  )
  return rows[0]?.n ?? 0
}

/** A case as a list of what is to be forgotten needs it; everything else is on its line. */
export interface DueRow {
  readonly district: string
  readonly id: string
  readonly restricted: string | null
  readonly closed_at: Date | null
  readonly changed_at: Date
  readonly erasure_asked_by: string | null
  readonly erasure_asked_at: Date | null
  readonly erasure_basis: string | null
  readonly asked_name: string | null
}

const asked = sql`c.erasure_asked_by is not null and c.erasure_asked_at >= c.changed_at and ${ended}`
const sources = {
  due: { from: sql`retention_due d join cases c on c.district = d.district and c.id = d.case_id`, where: ended },
  asked: { from: sql`cases c`, where: asked },
} as const

/** Cases within scope whose years are over, or whose erasure was asked for; the longest ended first. */
export function selectDue(
  client: PoolClient,
  actor: StaffActor,
  show: keyof typeof sources,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly DueRow[]> {
  const { from, where } = sources[show]
  return rowsOf<DueRow>(
    client,
    sql`select c.district, c.id, c.restricted, c.closed_at, c.changed_at, c.erasure_asked_by, c.erasure_asked_at, c.erasure_basis, s.name as asked_name
      from ${from} left join staff s on s.id = c.erasure_asked_by
      where ${allOf([where, withinScope(actor)])} order by ${endedAt}, c.id limit ${page.limit} offset ${page.offset}`,
  )
}

/** Those cases as lists show them. */
export function selectDueLines(
  client: PoolClient,
  actor: StaffActor,
  rows: readonly DueRow[],
): Promise<readonly LineRow[]> {
  const districts = rows.map(({ district }) => district)
  const ids = rows.map(({ id }) => id)
  const where = [sql`(c.district, c.id) in (select * from unnest(${districts}::text[], ${ids}::uuid[]))`]
  return selectLines(client, actor, { where, order: sql`c.id`, limit: rows.length, offset: 0 })
}

/** How many there are. */
export async function countDue(client: PoolClient, actor: StaffActor, show: keyof typeof sources): Promise<number> {
  const { from, where } = sources[show]
  const rows = await rowsOf<{ n: number }>(
    client,
    sql`select count(*)::int as n from ${from} where ${allOf([where, withinScope(actor)])}`,
  )
  return rows[0]?.n ?? 0
}
