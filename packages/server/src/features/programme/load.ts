import type { Day } from '@openslrt/core/kernel/instant.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import { offeredAt } from '@openslrt/core/programme/programme.ts'
import type { Pool, PoolClient } from 'pg'
import { rowOf } from '../../platform/ledger/tables.ts'
import { selectProgramme, selectProgrammesAt } from './queries.ts'

/** A programme, wherever it is given: nothing of it is secret. */
export async function findProgramme(client: Pool | PoolClient, id: string): Promise<ProgrammeRow | null> {
  const row = await selectProgramme(client, id)
  return row ? rowOf('programme', row, null) : null
}

/** Every programme that people of a place can have, could, or will be able to. */
export const catalogueOf = async (client: Pool | PoolClient, place: PlaceCode): Promise<readonly ProgrammeRow[]> =>
  (await selectProgrammesAt(client, place)).map((row) => rowOf('programme', row, null))

/** PROG-11 What people of a place can have on a day. */
export const programmesAt = async (
  client: Pool | PoolClient,
  place: PlaceCode,
  day: Day,
): Promise<readonly ProgrammeRow[]> => offeredAt(place, await catalogueOf(client, place), day)
