import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { compareCases, worthShowing } from '@openslrt/core/case/likeness.ts'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import { phoneKey } from '@openslrt/core/person/mask.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { lineOf } from './lines.ts'
import { selectCandidates } from './queries.ts'
import type { Typed } from './queries-search.ts'
import { candidateConditions } from './queries-search.ts'

/**
 * Cases within the reader's scope that may be about the same need, the likeliest first. Of a case that was granted, only
 * what the grant names is compared.
 */
export async function similarTo(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  typed: Typed,
  keys: DistrictKeys,
) {
  const index = (purpose: string, value: string | null): Buffer | null =>
    value === null ? null : keys.index(purpose, value)
  const digests = {
    nik: index('nik', typed.nik),
    kk: index('kk', typed.kk),
    phone: index('phone', typed.phone === null ? null : phoneKey(typed.phone)),
  }
  const by = candidateConditions(typed, digests, actor)
  if (by.length === 0) return []
  const hex = (bytes: Buffer | null): string | null => bytes?.toString('hex') ?? null
  const mine = {
    nik: hex(digests.nik),
    kk: hex(digests.kk),
    phone: hex(digests.phone),
    name: typed.name,
    category: typed.category,
    place: typed.place,
  }
  const candidates = await selectCandidates(client, actor, district, by)
  return candidates
    .map((row) => {
      const there = {
        nik: hex(row.client_nik_index),
        kk: hex(row.client_kk_index),
        phone: hex(row.client_phone_index),
        name: row.shown_name,
        category: row.category,
        place: row.place,
        registeredAt: row.registered_at.getTime(),
      }
      return { line: lineOf(row) satisfies CaseLine, ...compareCases(mine, there, Date.now()) }
    })
    .filter(({ score }) => score >= worthShowing)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, 10)
    .map((item) => ({ ...item, reasons: [...item.reasons] }))
}
