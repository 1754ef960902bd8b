import type { Actor } from '@openslrt/core/access/actor.ts'
import type { AttachmentRow, CaseRow, GrantRow } from '@openslrt/core/case/case.ts'
import type { Hangings } from '@openslrt/core/case/erasure.ts'
import { payload } from '@openslrt/core/ledger/payload.ts'
import type { LetterRow } from '@openslrt/core/letter/letter.ts'
import type { ReferralRow } from '@openslrt/core/referral/referral.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys, Keys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import {
  selectAttachments,
  selectCase,
  selectGrants,
  selectHistory,
  selectLetters,
  selectReferrals,
} from './queries.ts'
import { holdLedger } from './queries-erase.ts'

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

/** Everything that hangs on a case, with its ledger held still: what is erased must be all that there is. */
export async function hangingsOf(client: PoolClient, { district, id }: CaseRow, keys: Keys): Promise<Hangings> {
  await holdLedger(client, district)
  const districtKeys = await keys.forDistrict(district)
  const entries = (await selectHistory(client, district, id)).flatMap((entry) =>
    entry.payload
      ? [
          {
            seq: entry.seq,
            payload: payload(JSON.parse(districtKeys.open(entry.payload, `entry ${entry.command_id}`).toString())),
          },
        ]
      : [],
  )
  return {
    referrals: await referralsOf(client, district, id, null),
    attachments: await attachmentsOf(client, district, id, null),
    letters: await lettersOf(client, district, id, null),
    entries,
  }
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

export async function lettersOf(
  client: PoolClient,
  district: string,
  caseId: string,
  keys: DistrictKeys | null,
): Promise<readonly LetterRow[]> {
  const rows = await selectLetters(client, district, caseId)
  return rows.map((row) => rowOf('letter', row, keys))
}
