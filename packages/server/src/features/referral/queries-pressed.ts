import type { CaseId } from '@openslrt/core/kernel/id.ts'
import type { PressedReferral } from '@openslrt/core/referral/deadlines.ts'
import type { Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** A referral for which a moment of the clock has come. */
export type PressedRow = PressedReferral & { readonly district: string; readonly id: string; readonly caseId: CaseId }

interface Row {
  readonly district: string
  readonly id: string
  readonly case_id: CaseId
  readonly due_at: Date
  readonly remind_at: Date | null
}

/** Referrals for which a moment of the clock has come, in the words of the index `referral_pressed`. */
export async function selectPressedReferrals(pool: Pool, now: Date, most: number): Promise<readonly PressedRow[]> {
  const rows = await rowsOf<Row>(
    pool,
    sql`select r.district, r.id, r.case_id, r.due_at, r.remind_at from referral r
      where least(r.remind_at, r.due_at) <= ${now}::timestamptz and r.due_at is not null and r.overdue_since is null
      order by least(r.remind_at, r.due_at), r.id limit ${most}`,
  )
  return rows.map(({ district, id, case_id: caseId, due_at: due, remind_at: remind }) => ({
    district,
    id,
    caseId,
    dueAt: due.getTime(),
    remindAt: remind?.getTime() ?? null,
    overdueSince: null,
  }))
}
