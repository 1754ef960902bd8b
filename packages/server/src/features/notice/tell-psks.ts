import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { psksNoticesOf, tellsOfPsks } from '@openslrt/core/notice/tell-psks.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { NoticeParts } from './parts.ts'
import type { EntryRow } from './queries-dispatch.ts'
import { selectPostings, selectPsks } from './queries-dispatch.ts'
import { openEntry, staleDays, toldOf } from './told-of.ts'
import { writeNotices } from './write.ts'

interface Batch {
  readonly district: string
  readonly entries: readonly EntryRow[]
  readonly keys: DistrictKeys
  readonly now: number
}

/** PSKS-13 Tells those who help what they were asked to look after, and those who asked that it is done. */
export async function tellOfPsks(
  parts: NoticeParts,
  client: PoolClient,
  { district, entries, keys, now }: Batch,
): Promise<void> {
  for (const entry of entries) {
    if (!tellsOfPsks(entry.kind) || now - entry.received_at.getTime() > staleDays * dayMs) continue
    const said = openEntry(entry, keys)
    const ids = said?.changes.filter(({ table }) => table === 'psksPosting').map(({ id }) => id) ?? []
    const [psks] = (await selectPsks(client, district, [entry.subject])).map((row) => rowOf('psks', row, null))
    const [posting] = (await selectPostings(client, district, ids)).map((row) => rowOf('psksPosting', row, null))
    if (!said || !psks || !posting) continue
    // Of a case nothing is said here: who opens it sees what they may.
    const about = {
      district: psks.district,
      id: null,
      about: { kind: 'psks' as const, id: psks.id },
      number: '',
      place: psks.place,
      restricted: null,
    }
    const notices = psksNoticesOf(toldOf(entry, said), psks, posting)
    await writeNotices(parts, client, { kase: about, contact: null, notices, mark: entry.seq, actor: entry.actor, now })
  }
}
