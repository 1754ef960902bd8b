import type { Actor } from '@openslrt/core/access/actor.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Rows } from '@openslrt/core/ledger/entry.ts'
import type { CutOff } from '@openslrt/core/proposal/cut-off.ts'
import { cutOffData, cutOffList } from '@openslrt/core/proposal/cut-off.ts'
import type { Target } from '@openslrt/core/proposal/rules.ts'
import { targetData, targetList } from '@openslrt/core/proposal/rules.ts'
import { usualCutOff } from '@openslrt/core/proposal/shipped.ts'
import type { PoolClient } from 'pg'
import type { DbRow } from '../../platform/ledger/codec.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { CaseParts } from '../case/index.ts'
import type { Reference } from '../reference/index.ts'
import { selectByIds } from './queries.ts'

type Own = 'proposal' | 'minutes' | 'proposalBatch'

/** One row that the actor sees, opened; one that they do not is not told from one that does not exist. */
export async function findOne<T extends Own>(
  client: PoolClient,
  actor: Actor,
  table: T,
  at: { readonly district: string; readonly id: string },
  keys: DistrictKeys,
): Promise<Rows[T] | null> {
  const [row] = await selectByIds(client, actor, table, at.district, [at.id])
  return row ? rowOf(table, row, keys) : null
}

/** Several proposals by their ids. */
export async function findProposals(
  client: PoolClient,
  actor: Actor,
  district: string,
  ids: readonly string[],
  keys: DistrictKeys,
): Promise<ReadonlyMap<string, Rows['proposal']>> {
  const rows = ids.length === 0 ? [] : await selectByIds(client, actor, 'proposal', district, ids)
  return new Map(rows.map((row) => [String(row['id']), rowOf('proposal', row, keys)]))
}

/** Rows of several districts, each opened with its district's key. */
export async function openRows<T extends Own>(
  { ledger }: CaseParts,
  table: T,
  rows: readonly DbRow[],
): Promise<readonly Rows[T][]> {
  const opened: Rows[T][] = []
  for (const row of rows) opened.push(rowOf(table, row, await ledger.keys.forDistrict(String(row['district']))))
  return opened
}

/** PROPOSAL-20 What closes when in a district, as its list says on the day of a moment. */
export function cutOffAt(reference: Reference, district: string, at: number): CutOff {
  const [said] = reference.list(cutOffList, district, dayIn(reference.zoneOf(district), at))
  return cutOffData.safeParse(said?.data).data ?? usualCutOff
}

/** The systems that are typed into, as their list says on a day. */
export const targetsOn = (reference: Reference, district: string, day: string) =>
  reference.list(targetList, district, day).flatMap(({ code, names, data }) => {
    const target = targetData.safeParse(data).data
    return target ? [{ code, names: { ...names }, target } satisfies NamedTarget] : []
  })

export interface NamedTarget {
  readonly code: string
  readonly names: { readonly id: string; readonly en: string }
  readonly target: Target
}
