import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { AssessmentRow } from '@openslrt/core/independence/assessment.ts'
import type { Instrument } from '@openslrt/core/independence/instrument.ts'
import { instrumentOf } from '@openslrt/core/independence/instrument.ts'
import { shippedInstrument } from '@openslrt/core/independence/shipped.ts'
import type { Pool, PoolClient } from 'pg'
import { rowOf } from '../../platform/ledger/tables.ts'
import { selectAssessment, selectInstruments, selectOfYear } from './queries.ts'

/** An assessment as far as the reader sees it; one that they don't is not told from one that does not exist. */
export async function findAssessment(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<AssessmentRow | null> {
  const row = await selectAssessment(client, actor, district, id)
  return row ? rowOf('independence', row, null) : null
}

export async function assessmentOfYear(
  client: PoolClient,
  district: string,
  year: number,
): Promise<AssessmentRow | null> {
  const row = await selectOfYear(client, district, year)
  return row ? rowOf('independence', row, null) : null
}

/** INDEP-2 Every version of the instrument: what ships with this release, and what the nation has said since. */
export const instrumentsOf = async (client: Pool | PoolClient): Promise<readonly Instrument[]> => [
  shippedInstrument,
  ...(await selectInstruments(client)).map((row) => instrumentOf(rowOf('independenceInstrument', row, null))),
]

export const instrumentFrom = (all: readonly Instrument[], from: string): Instrument =>
  all.find((one) => one.from === from) ?? shippedInstrument
