import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { caseRule } from '@openslrt/core/case/moves.ts'
import type { Retention } from '@openslrt/core/case/policy.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { allOf, rowsOf, sql } from '../../platform/db/sql.ts'
import { withinScope } from '../../platform/db/within-scope.ts'

/** Lets nobody add to a ledger until this transaction ends. */
export async function holdLedger(client: PoolClient, district: string): Promise<void> {
  await rowsOf(client, sql`select seq from district_head where district = ${district} for update`)
}

/** Takes the words out of every entry of a case, in the ledger's own transaction. Gives how many there were. */
export async function eraseEntries(client: PoolClient, district: string, caseId: string): Promise<number> {
  const rows = await rowsOf<{ n: number }>(client, sql`select erase_entries(${district}, ${caseId}::uuid) as n`)
  return rows[0]?.n ?? 0
}

/** Forgets the files among these that no case names any more, and gives their digests. */
export async function deleteUnnamedBlobs(
  pool: Pool,
  district: string,
  digests: readonly string[],
): Promise<readonly string[]> {
  const rows = await rowsOf<{ sha256: string }>(
    pool,
    sql`delete from file_blob b where b.district = ${district} and b.sha256 = any(${[...digests]}::text[])
      and not exists (select 1 from attachment a where a.district = b.district and a.sha256 = b.sha256) returning b.sha256`,
  )
  return rows.map(({ sha256 }) => sha256)
}

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
        on conflict do nothing)
      select count(*)::int as n from cases c where c.district = ${district} and ${ended} and ${until} <= ${now}::timestamptz`,
  )
  return rows[0]?.n ?? 0
}

export interface DueRow {
  readonly district: string
  readonly id: string
  readonly asked_name: string | null
}

/** Cases within scope whose years are over, or whose erasure was asked for; the longest kept first. */
export async function selectDue(
  client: PoolClient,
  actor: StaffActor,
  show: 'due' | 'asked',
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly DueRow[]; total: number; asked: number }> {
  const asked = sql`c.erasure_asked_by is not null and c.erasure_asked_at >= c.changed_at and ${ended}`
  const due = sql`exists (select 1 from retention_due d where d.district = c.district and d.case_id = c.id) and ${ended}`
  const condition: Fragment = show === 'asked' ? asked : due
  const rows = await rowsOf<DueRow>(
    client,
    sql`select c.district, c.id, s.name as asked_name from cases c left join staff s on s.id = c.erasure_asked_by
      where ${allOf([condition, withinScope(actor)])} order by ${endedAt}, c.id limit ${page.limit} offset ${page.offset}`,
  )
  const counts = await rowsOf<{ total: number; asked: number }>(
    client,
    sql`select count(*) filter (where ${condition})::int as total, count(*) filter (where ${asked})::int as asked
      from cases c where ${withinScope(actor)} and (${asked} or ${due})`,
  )
  return { rows, total: counts[0]?.total ?? 0, asked: counts[0]?.asked ?? 0 }
}
