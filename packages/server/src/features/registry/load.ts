import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { selectFamily, selectMembers, selectPerson } from './queries.ts'

/** REGISTRY-3 A family of the reader's place; any other is not told from one that is not there. */
export async function findFamily(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
  keys: DistrictKeys,
): Promise<FamilyRow | null> {
  const row = await selectFamily(client, actor, district, id)
  return row ? rowOf('family', row, keys) : null
}

/** The same of a person. */
export async function findPerson(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
  keys: DistrictKeys,
): Promise<PersonRow | null> {
  const row = await selectPerson(client, actor, district, id)
  return row ? rowOf('person', row, keys) : null
}

/** Who belongs to a family, its head first, the others by their age. */
export async function membersOf(
  client: PoolClient,
  actor: StaffActor,
  family: Pick<FamilyRow, 'district' | 'id'>,
  keys: DistrictKeys,
): Promise<readonly PersonRow[]> {
  return (await selectMembers(client, actor, family)).map((row) => rowOf('person', row, keys))
}
