import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { challengeNoticesOf } from '@openslrt/core/notice/tell-challenge.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { NoticeParts } from './parts.ts'
import type { EntryRow } from './queries-dispatch.ts'
import { selectChallenges } from './queries-dispatch.ts'
import { openEntry, staleDays } from './told-of.ts'
import { writeNotices } from './write.ts'

interface Batch {
  readonly district: string
  readonly entries: readonly EntryRow[]
  readonly keys: DistrictKeys
  readonly now: number
}

/** CHALLENGE-10 Tells whoever has a challenge, and whoever reported it, what becomes of it. */
export async function tellOfChallenges(
  parts: NoticeParts,
  client: PoolClient,
  { district, entries, keys, now }: Batch,
): Promise<void> {
  const toTell = entries.filter(
    ({ kind, received_at: at }) => kind.startsWith('challenge.') && now - at.getTime() <= staleDays * dayMs,
  )
  if (toTell.length === 0) return
  const ids = [...new Set(toTell.map(({ subject }) => subject))]
  const rows = (await selectChallenges(client, district, ids)).map((row) => rowOf('challenge', row, null))
  for (const entry of toTell) {
    const challenge = rows.find(({ id }) => id === entry.subject)
    if (!challenge) continue
    const { id, place } = challenge
    const of = { kind: 'challenge', id } as const
    const about = { district: challenge.district, id: null, about: of, number: '', place, restricted: null }
    const change = openEntry(entry, keys)?.changes.find(({ table }) => table === 'challenge')
    const wentTo = change?.table === 'challenge' ? (change.set.office ?? null) : null
    const notices = challengeNoticesOf(entry, challenge, wentTo)
    await writeNotices(parts, client, { kase: about, contact: null, notices, mark: entry.seq, actor: entry.actor, now })
  }
}
