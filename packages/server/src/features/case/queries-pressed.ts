import type { CaseStatus, Priority, ReviewState } from '@openslrt/core/case/case.ts'
import type { Pressed } from '@openslrt/core/case/pressing.ts'
import type { CaseId, OfficeId, StaffId } from '@openslrt/core/kernel/id.ts'
import type { Pool, PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'

// In the words of the index `cases_pressed`.
const pressed = (now: Date): Fragment =>
  sql`least(c.remind_at, c.hop_due_at) <= ${now}::timestamptz and c.hop_due_at is not null and c.overdue_since is null`

/** Districts in which the clock has something to do now. */
export async function pressedDistricts(pool: Pool, now: Date): Promise<readonly string[]> {
  const rows = await rowsOf<{ district: string }>(
    pool,
    sql`select h.district from district_head h where h.seq > 0 and exists (select 1 from cases c where c.district = h.district and ${pressed(now)}) order by 1`,
  )
  return rows.map(({ district }) => district)
}

interface PressedRow {
  readonly id: CaseId
  readonly category: string
  readonly priority: Priority
  readonly status: CaseStatus
  readonly office: OfficeId
  readonly open_referrals: number
  readonly hop_started_at: Date
  readonly hop_due_at: Date
  readonly remind_at: Date | null
  readonly review: ReviewState | null
}

/** Cases of a district for which a moment of the clock has come, the longest waiting first. */
export async function selectPressed(
  pool: Pool,
  district: string,
  now: Date,
  most: number,
): Promise<readonly (Pressed & { readonly id: CaseId })[]> {
  const rows = await rowsOf<PressedRow>(
    pool,
    sql`select c.id, c.category, c.priority, c.status, c.office, c.open_referrals, c.hop_started_at, c.hop_due_at, c.remind_at, c.review from cases c
      where c.district = ${district} and ${pressed(now)} order by least(c.remind_at, c.hop_due_at), c.id limit ${most}`,
  )
  return rows.map(
    ({ open_referrals: openReferrals, hop_started_at: started, hop_due_at: due, remind_at: at, ...row }) => ({
      ...row,
      openReferrals,
      hop: { startedAt: started.getTime(), dueAt: due.getTime(), left: null },
      remindAt: at?.getTime() ?? null,
      overdueSince: null,
    }),
  )
}

/** OFFICE-1, OFFICE-3 Which of these offices have somebody now who works on cases: in a post with such a role, and not away. */
export async function selectStaffed(
  client: PoolClient,
  offices: readonly OfficeId[],
  roles: readonly string[],
): Promise<ReadonlySet<OfficeId>> {
  const rows = await rowsOf<{ office: OfficeId }>(client, sql`select distinct p.office ${atWork(offices, roles)}`)
  return new Set(rows.map(({ office }) => office))
}

/** CASE-41 Who works on cases at an office now: in a post with such a role, and not away from it. */
export async function selectPresent(
  client: PoolClient,
  office: OfficeId,
  roles: readonly string[],
): Promise<ReadonlySet<StaffId>> {
  const rows = await rowsOf<{ staff: StaffId }>(client, sql`select distinct p.staff ${atWork([office], roles)}`)
  return new Set(rows.map(({ staff }) => staff))
}

const atWork = (offices: readonly OfficeId[], roles: readonly string[]): Fragment =>
  sql`from post p join staff s on s.id = p.staff
      where p.office = any(${[...offices]}::uuid[]) and p.role = any(${[...roles]}::text[]) and s.active
        and p.valid_from <= now() and (p.valid_until is null or p.valid_until > now())
        and not exists (select 1 from leave l where l.post = p.id and l.valid_from <= now() and l.valid_until > now())`
