import type { Actor } from '@openslrt/core/access/actor.ts'
import type { AttachmentRow, CaseRow, GrantRow } from '@openslrt/core/case/case.ts'
import type { ReferralRow } from '@openslrt/core/referral/referral.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { selectAttachments, selectCase, selectGrants, selectReferrals } from './queries.ts'

/** A case as the actor may see it, or nothing: one that is out of scope is not told from one that does not exist. */
export async function findCase(
  client: PoolClient,
  actor: Actor,
  district: string,
  id: string,
  keys: DistrictKeys | null,
): Promise<CaseRow | null> {
  const row = await selectCase(client, actor, district, id)
  return row ? rowOf('case', row, keys) : null
}

export async function referralsOf(
  client: PoolClient,
  district: string,
  caseId: string,
  keys: DistrictKeys | null,
): Promise<readonly ReferralRow[]> {
  const rows = await selectReferrals(client, district, caseId)
  return rows.map((row) => rowOf('referral', row, keys))
}

export async function grantsOf(
  client: PoolClient,
  district: string,
  caseId: string,
  keys: DistrictKeys | null,
): Promise<readonly GrantRow[]> {
  const rows = await selectGrants(client, district, caseId)
  return rows.map((row) => rowOf('grant', row, keys))
}

export async function attachmentsOf(
  client: PoolClient,
  district: string,
  caseId: string,
  keys: DistrictKeys | null,
): Promise<readonly AttachmentRow[]> {
  const rows = await selectAttachments(client, district, caseId)
  return rows.map((row) => rowOf('attachment', row, keys))
}
