import { createHash } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { selectArea, selectOwnVillage } from './queries.ts'

export interface Village {
  readonly code: PlaceCode
  readonly name: string
}

/** Of which places somebody's phone holds rows, and a word that changes with them. */
export interface Reach {
  readonly villages: readonly Village[]
  readonly mark: string
}

/**
 * SYNC-10 The villages that were named for somebody's post; without any, the one of a village office. Whoever has a whole
 * sub-district and no villages of their own holds what they were sent on, and no registry: it would not fit.
 */
export async function reachOf(client: PoolClient, actor: StaffActor): Promise<Reach> {
  const named = await selectArea(client, actor)
  const villages = named.length > 0 || actor.level !== 'village' ? named : await selectOwnVillage(client, actor.place)
  const told = [
    actor.staff,
    actor.office,
    actor.place,
    actor.sees,
    ...[...actor.permissions].toSorted(),
    ...[...actor.restricted].toSorted(),
    ...villages.map(({ code }) => code),
  ]
  return { villages, mark: createHash('sha256').update(told.join('\n')).digest('hex').slice(0, 32) }
}
