import type { RestrictedKind } from '@openslrt/core/access/permission.ts'
import { isForgotten } from '@openslrt/core/case/erasure.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import type { VisitStanding } from '@openslrt/core/notice/tell-visit.ts'
import { tellsOfVisits, unplanned, visitAfter, visitNoticesOf } from '@openslrt/core/notice/tell-visit.ts'
import type { VisitRow } from '@openslrt/core/visit/visit.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { NoticeParts } from './parts.ts'
import type { EntryRow } from './queries-dispatch.ts'
import { selectCases, selectHistories, selectVisits } from './queries-dispatch.ts'
import { openEntry, staleDays, toldOf } from './told-of.ts'
import { writeNotices } from './write.ts'

interface Batch {
  readonly district: string
  readonly entries: readonly EntryRow[]
  readonly keys: DistrictKeys
  readonly now: number
}

/** VISIT-14 Tells those who go on visits, who no longer do, and who planned what is late. */
export async function tellOfVisits(parts: NoticeParts, client: PoolClient, batch: Batch): Promise<void> {
  const { district, entries, keys, now } = batch
  const toTell = entries.filter(
    ({ kind, received_at: at }) => tellsOfVisits(kind) && now - at.getTime() <= staleDays * dayMs,
  )
  const last = toTell.at(-1)
  if (!last) return
  const ids = [...new Set(toTell.map(({ subject }) => subject))]
  const visits = new Map((await selectVisits(client, district, ids)).map((row) => [String(row['id']), row]))
  const before = await standings(client, district, ids, last.seq, keys)
  for (const entry of toTell) {
    const row = visits.get(entry.subject)
    const said = openEntry(entry, keys)
    if (!row || !said) continue
    const about = await aboutOf(client, rowOf('visit', row, null))
    if (about === null) continue
    const notices = visitNoticesOf(toldOf(entry, said), before.get(entry.seq) ?? unplanned)
    await writeNotices(parts, client, { kase: about, contact: null, notices, mark: entry.seq, actor: entry.actor, now })
  }
}

/** How each visit stood before each of its entries, by the entry's number. */
async function standings(
  client: PoolClient,
  district: string,
  visits: readonly string[],
  until: number,
  keys: DistrictKeys,
): Promise<ReadonlyMap<number, VisitStanding>> {
  const now = new Map<string, VisitStanding>()
  const before = new Map<number, VisitStanding>()
  for (const entry of await selectHistories(client, district, visits, until)) {
    const standing = now.get(entry.subject) ?? unplanned
    before.set(entry.seq, standing)
    const said = openEntry(entry, keys)
    if (said) now.set(entry.subject, visitAfter(standing, said))
  }
  return before
}

/** What is told of: of a restricted case only to who may see its kind, of an erased one to nobody. */
async function aboutOf(client: PoolClient, visit: VisitRow) {
  const { district, id, place, caseId, caseNumber } = visit
  const [row] = caseId === null ? [] : await selectCases(client, district, [caseId])
  const kase = row ? rowOf('case', row, null) : null
  if (kase && isForgotten(kase)) return null
  const restricted: RestrictedKind | null = kase?.restricted ?? null
  return { district, id: null, about: { kind: 'visit' as const, id }, number: caseNumber ?? '', place, restricted }
}
