import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { Beside } from '@openslrt/core/programme/beside-facts.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import type { Room } from '@openslrt/core/programme/room.ts'
import { roomsAt } from '@openslrt/core/programme/room.ts'
import type { PoolClient } from 'pg'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Households } from './queries-people.ts'
import { selectQuotas, selectTaken, selectWelfare } from './queries-people.ts'

/** PROG-17 What other registers know of households: two questions, however many these are. */
export async function besideOf(
  client: PoolClient,
  actor: StaffActor,
  households: Households,
  programmes: readonly ProgrammeRow[],
): Promise<Beside> {
  const taken = await selectTaken(client, actor, households)
  const welfare = await selectWelfare(client, actor, households)
  return { taken, welfare, programmes }
}

/** MATCH-7 How much room programmes have for somebody who lives at a place. */
export async function roomsFor(
  client: PoolClient,
  district: string,
  place: string,
  { day, programmes }: { readonly day: string; readonly programmes: readonly ProgrammeRow[] },
): Promise<ReadonlyMap<string, Room>> {
  const rows = await selectQuotas(
    client,
    district,
    programmes.map(({ id }) => id),
  )
  return roomsAt(
    rows.map((row) => rowOf('quota', row, null)),
    placeCode.parse(place),
    day,
  )
}
