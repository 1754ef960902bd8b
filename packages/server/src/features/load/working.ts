import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { actorName } from '@openslrt/core/access/actor.ts'
import { loadId } from '@openslrt/core/kernel/id.ts'
import type { Reading } from '@openslrt/core/load/check-row.ts'
import type { LoadCounts, LoadRow } from '@openslrt/core/load/load.ts'
import type { Loading } from '@openslrt/core/load/plan-chunk.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { LoadParts } from './parts.ts'
import { selectLoad } from './queries.ts'
import type { Held, WrongRow } from './queries-work.ts'
import type { Kept } from './read-file.ts'

/** What one load is worked on with. */
export interface Working {
  readonly parts: LoadParts
  readonly held: Held
  readonly actor: StaffActor
  readonly kept: Kept
  readonly reading: Reading
}

/** The load as it stands now. */
export async function loadOf(
  { worker }: LoadParts,
  { district, load }: Pick<Held, 'district' | 'load'>,
): Promise<LoadRow | null> {
  const row = await selectLoad(worker, district, load)
  return row && rowOf('load', row, null)
}

/** What rows are held against beside what stands: whose extract it is, of which day. */
export const loadingOf = (
  { actor, reading }: Pick<Working, 'actor'> & { readonly reading: Pick<Reading, 'today'> },
  { id, district, source, snapshot, office }: LoadRow,
  now: number,
): Loading => ({
  id: loadId.parse(id),
  district,
  source,
  snapshot,
  office,
  by: actorName(actor),
  now,
  day: reading.today,
})

export const countsWith = (counts: LoadCounts, { wrong }: { readonly wrong: readonly WrongRow[] }): LoadCounts => ({
  ...counts,
  rows: counts.rows + wrong.length,
  wrong: counts.wrong + wrong.length,
})
