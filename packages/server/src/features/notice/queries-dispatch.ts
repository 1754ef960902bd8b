import type { NoticeSubject } from '@openslrt/core/notice/subject.ts'
import type { Pool, PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** Ledgers whose entries are ahead of what was told. */
export async function districtsToTell(pool: Pool): Promise<readonly string[]> {
  const rows = await rowsOf<{ district: string }>(
    pool,
    sql`select h.district from district_head h left join notice_cursor c on c.district = h.district
      where h.seq > coalesce(c.seq, 0) order by 1`,
  )
  return rows.map(({ district }) => district)
}

/** Up to which entry everybody was told; held until the transaction ends, so that two workers tell nothing twice. */
export async function holdCursor(client: PoolClient, district: string): Promise<number> {
  await rowsOf(client, sql`insert into notice_cursor (district, seq) values (${district}, 0) on conflict do nothing`)
  const rows = await rowsOf<{ seq: number }>(
    client,
    sql`select seq from notice_cursor where district = ${district} for update`,
  )
  return rows[0]?.seq ?? 0
}

export const moveCursor = (client: PoolClient, district: string, seq: number): Promise<unknown> =>
  rowsOf(client, sql`update notice_cursor set seq = ${seq} where district = ${district}`)

/** An entry with what notices read of it. Without a payload it was erased. */
export interface EntryRow {
  readonly seq: number
  readonly command_id: string
  readonly kind: string
  readonly subject: string
  readonly office: string | null
  readonly actor: string
  readonly received_at: Date
  readonly payload: Buffer | null
}

const columns = sql`seq, command_id, kind, subject, office, actor, received_at, payload`

export const selectEntries = (
  client: PoolClient,
  district: string,
  after: number,
  most: number,
): Promise<readonly EntryRow[]> =>
  rowsOf<EntryRow>(
    client,
    sql`select ${columns} from ledger where district = ${district} and seq > ${after} order by seq limit ${most}`,
  )

/** What happened to these cases before and with those entries, in its order. */
export const selectHistories = (
  client: PoolClient,
  district: string,
  cases: readonly string[],
  until: number,
): Promise<readonly EntryRow[]> =>
  rowsOf<EntryRow>(
    client,
    sql`select ${columns} from ledger where district = ${district} and subject = any(${[...cases]}::uuid[]) and seq <= ${until} order by seq`,
  )

export const selectCases = (
  client: PoolClient,
  district: string,
  cases: readonly string[],
): Promise<readonly (DbRow & { readonly id: string })[]> =>
  rowsOf<DbRow & { readonly id: string }>(
    client,
    sql`select * from cases where district = ${district} and id = any(${[...cases]}::uuid[])`,
  )

/** Applications to programmes as they are now. */
export const selectApplications = (
  client: PoolClient,
  district: string,
  ids: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from application where district = ${district} and id = any(${[...ids]}::uuid[])`)

/** Meetings, and what they decided, as they are now. */
export const selectMeetings = (
  client: PoolClient,
  district: string,
  ids: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from meeting where district = ${district} and id = any(${[...ids]}::uuid[])`)

export const selectMeetingTasks = (
  client: PoolClient,
  district: string,
  meetings: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select * from meeting_task where district = ${district} and meeting = any(${[...meetings]}::uuid[])`,
  )

/** Visits as they are now. */
export const selectVisits = (client: PoolClient, district: string, ids: readonly string[]): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from visit where district = ${district} and id = any(${[...ids]}::uuid[])`)

/** Proposals that an entry changed, as they are now. */
export const selectProposals = (
  client: PoolClient,
  district: string,
  ids: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from proposal where district = ${district} and id = any(${[...ids]}::uuid[])`)

/** Challenges as they are now. */
export const selectChallenges = (
  client: PoolClient,
  district: string,
  ids: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from challenge where district = ${district} and id = any(${[...ids]}::uuid[])`)

/** PSKS, and what they were asked to look after, as they are now. */
export const selectPsks = (client: PoolClient, district: string, ids: readonly string[]): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from psks where district = ${district} and id = any(${[...ids]}::uuid[])`)

export const selectPostings = (
  client: PoolClient,
  district: string,
  ids: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(client, sql`select * from psks_posting where district = ${district} and id = any(${[...ids]}::uuid[])`)

/** Who holds which role at these offices now. */
export const selectHolders = (
  client: PoolClient,
  offices: readonly string[],
): Promise<readonly { staff: string; office: string; role: string }[]> =>
  rowsOf<{ staff: string; office: string; role: string }>(
    client,
    sql`select distinct p.staff, p.office, p.role from post p join staff s on s.id = p.staff
      where p.office = any(${[...offices]}::uuid[]) and s.active and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now())`,
  )

/** A notice that is to be written down, for one reader. */
export interface NewNotice {
  readonly mark: number
  readonly what: string
  readonly whom: string
  readonly staff: string | null
  readonly office: string | null
  readonly caseId: string | null
  readonly about: NoticeSubject | null
  readonly number: string
  readonly says: object
}

/** NOTICE-7 Writes a notice down once; gives its id, or null where it was there already. */
export async function insertNotice(
  client: PoolClient,
  district: string,
  notice: NewNotice,
  now: Date,
): Promise<string | null> {
  const { mark, what, whom, staff, office, caseId, about, number, says } = notice
  const [meeting, kind, other] = about?.kind === 'meeting' ? [about.id, null, null] : [null, about?.kind, about?.id]
  const rows = await rowsOf<{ id: string }>(
    client,
    sql`insert into notice (district, id, mark, what, whom, staff, office, case_id, meeting, about_kind, about, number, says, made_at)
      values (${district}, gen_random_uuid(), ${mark}, ${what}, ${whom}, ${staff}::uuid, ${office}::uuid, ${caseId}::uuid, ${meeting}::uuid, ${kind ?? null}, ${other ?? null}::uuid, ${number}, ${JSON.stringify(says)}::jsonb, ${now})
      on conflict do nothing returning id`,
  )
  return rows[0]?.id ?? null
}

/** The ways by which an officer wants to be told and can be, beside the desk. */
export async function selectStaffWays(
  client: PoolClient,
  staff: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await rowsOf<{ staff: string; ways: readonly string[] }>(
    client,
    sql`select n.staff, array(select w from unnest(n.ways) w where (w = 'email' and n.email is not null)
        or (w = 'push' and exists (select 1 from push_subscription p where p.staff = n.staff))) as ways
      from staff_notice n where n.staff = any(${[...staff]}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.staff, row.ways]))
}

/** Asks for a notice to go out on a way. */
export const insertDelivery = (
  client: PoolClient,
  district: string,
  notice: { readonly id: string; readonly caseId: string | null },
  way: string,
  now: Date,
): Promise<unknown> =>
  rowsOf(
    client,
    sql`insert into notice_delivery (district, id, notice, case_id, way, state, next_at, made_at, changed_at)
      values (${district}, gen_random_uuid(), ${notice.id}::uuid, ${notice.caseId}::uuid, ${way}, 'waiting', ${now}, ${now}, ${now})
      on conflict (district, notice, way) do nothing`,
  )

/** Whoever goes there tells how the case stands now: what waited to be told by mouth before has become old. */
export const voidTellings = (client: PoolClient, district: string, caseId: string, now: Date): Promise<unknown> =>
  rowsOf(
    client,
    sql`update notice_delivery set state = 'void', changed_at = ${now} where district = ${district} and case_id = ${caseId}::uuid and way = 'tell' and state = 'waiting'`,
  )

/** NOTICE-15 Nothing is told any more of a case that was forgotten, and nothing is left of what was. */
export const forgetNotices = (client: PoolClient, district: string, caseId: string): Promise<unknown> =>
  rowsOf(
    client,
    sql`delete from notice n where n.district = ${district} and (n.case_id = ${caseId}::uuid
      or (n.about_kind = 'visit' and n.about in (select v.id from visit v where v.district = ${district} and v.case_id = ${caseId}::uuid)))`,
  )

/** Districts that keep notices. */
export async function districtsWithNotices(pool: Pool): Promise<readonly string[]> {
  const rows = await rowsOf<{ district: string }>(pool, sql`select distinct district from notice order by 1`)
  return rows.map(({ district }) => district)
}

/** NOTICE-16 Forgets what was told before a moment, but for what still waits to go out. Gives how much it was. */
export async function deleteOldNotices(pool: Pool, district: string, before: Date): Promise<number> {
  const rows = await rowsOf<{ n: number }>(
    pool,
    sql`with gone as (delete from notice n where n.district = ${district} and n.made_at < ${before}
        and not exists (select 1 from notice_delivery d where d.district = n.district and d.notice = n.id and d.state in ('waiting', 'sending'))
        returning 1) select count(*)::int as n from gone`,
  )
  return rows[0]?.n ?? 0
}
