import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import type { CaseId, OfficeId } from '@openslrt/core/kernel/id.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import type { ConsentBasis } from '@openslrt/core/referral/consent.ts'
import { openReferral } from '@openslrt/core/referral/moves.ts'
import type { ReferralStatus } from '@openslrt/core/referral/referral.ts'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'

export interface InboxRow {
  readonly id: string
  readonly district: LedgerCode
  readonly version: number
  readonly case_id: CaseId
  readonly case_version: number | null
  readonly number: string | null
  readonly summary: string | null
  readonly from_office: OfficeId
  readonly to_office: OfficeId
  readonly status: ReferralStatus
  readonly asked: string
  readonly reason: string | null
  readonly outcome: string | null
  readonly result: string | null
  readonly requested_at: Date
  readonly due_at: Date | null
  readonly changed_at: Date
  readonly ended_at: Date | null
  readonly consent: ConsentBasis | null
  readonly consent_words: string | null
  readonly part_of: string | null
  readonly link_until: Date | null
}

type Side = 'in' | 'out'
/** The address of an inbox: which side, which states, which page. */
export type InboxQuery = z.output<typeof caseRoutes.inbox.query>
const open = sql`r.status = any(${[...openReferral]}::text[])`

/** Referrals to or from an office; open ones first, then what is due first. Reads across districts, by the office alone. */
export function selectInbox(
  client: PoolClient,
  actor: StaffActor,
  { side, status, page }: InboxQuery,
): Promise<readonly InboxRow[]> {
  return rowsOf<InboxRow>(
    client,
    sql`select r.*, c.number, c.summary, c.version as case_version
      from referral r left join cases c on c.district = r.district and c.id = r.case_id
      where ${ownSide(actor, side)} and ${inStatus(status)}
      order by (not ${open}), coalesce(r.due_at, r.requested_at), r.id limit ${pageSize} offset ${(page - 1) * pageSize}`,
  )
}

export async function countInbox(
  client: PoolClient,
  actor: StaffActor,
  { side, status }: InboxQuery,
): Promise<{ total: number; open: number }> {
  const rows = await rowsOf<{ total: number; open: number }>(
    client,
    sql`select count(*) filter (where ${inStatus(status)}) as total, count(*) filter (where ${open}) as open from referral r where ${ownSide(actor, side)}`,
  )
  return rows[0] ?? { total: 0, open: 0 }
}

const ownSide = (actor: StaffActor, side: Side): Fragment =>
  side === 'in' ? sql`r.to_office = ${actor.office}::uuid` : sql`r.from_office = ${actor.office}::uuid`

function inStatus(status: string | undefined): Fragment {
  if (status === undefined) return sql`true`
  return status === 'open' ? open : sql`r.status = ${status}`
}

/** The office that a case waits for besides the one whose reply link is open, if any. */
export async function selectOtherWait(client: PoolClient, district: string, caseId: string): Promise<OfficeId | null> {
  const rows = await rowsOf<{ office: OfficeId | null }>(
    client,
    sql`select reply_waits(${district}, ${caseId}::uuid) as office`,
  )
  return rows[0]?.office ?? null
}
