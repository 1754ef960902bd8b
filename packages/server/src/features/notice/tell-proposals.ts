import type { CaseRow } from '@openslrt/core/case/case.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { proposalNoticesOf, proposalStaffNoticesOf, tellsOfProposals } from '@openslrt/core/notice/tell-proposal.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { NoticeParts } from './parts.ts'
import type { EntryRow } from './queries-dispatch.ts'
import { selectCases, selectProposals } from './queries-dispatch.ts'
import { openEntry, staleDays, toldOf } from './told-of.ts'
import { writeNotices } from './write.ts'

interface Batch {
  readonly district: string
  readonly entries: readonly EntryRow[]
  readonly keys: DistrictKeys
  readonly now: number
}

/** PROPOSAL-19, PROPOSAL-26 Tells officers, and the citizens of cases, what becomes of proposals. */
export async function tellOfProposals(parts: NoticeParts, client: PoolClient, batch: Batch): Promise<void> {
  const { district, entries, keys, now } = batch
  for (const entry of entries) {
    if (!tellsOfProposals(entry.kind) || now - entry.received_at.getTime() > staleDays * dayMs) continue
    const said = openEntry(entry, keys)
    const ids = said?.changes.filter(({ table }) => table === 'proposal').map(({ id }) => id) ?? []
    if (!said || ids.length === 0) continue
    const proposals = (await selectProposals(client, district, ids)).map((row) => rowOf('proposal', row, null))
    const cases = await casesOf(
      client,
      district,
      proposals.flatMap(({ caseId }) => caseId ?? []),
      keys,
    )
    const told = toldOf(entry, said)
    const own = { mark: entry.seq, actor: entry.actor, now }
    for (const proposal of proposals) {
      const { id, place, caseId, office } = proposal
      const notices = proposalStaffNoticesOf(told, proposal)
      // Of the matter it says nothing: whoever may see the proposal opens it.
      const of = { kind: 'proposal', id } as const
      const about = { district: proposal.district, id: null, about: of, number: '', place, restricted: null }
      await writeNotices(parts, client, { kase: about, contact: null, notices, ...own })
      const kase = caseId === null ? undefined : cases.get(caseId)
      if (kase)
        await writeNotices(parts, client, { kase, contact: kase, notices: proposalNoticesOf(told, office), ...own })
    }
  }
}

async function casesOf(
  client: PoolClient,
  district: string,
  ids: readonly string[],
  keys: DistrictKeys,
): Promise<ReadonlyMap<string, CaseRow>> {
  const rows = ids.length === 0 ? [] : await selectCases(client, district, ids)
  return new Map(rows.map((row) => [row.id, rowOf('case', row, keys)]))
}
