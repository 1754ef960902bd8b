import type { Actor, StaffActor } from '@openslrt/core/access/actor.ts'
import type { FamilyRow, PersonRow } from '@openslrt/core/registry/registry.ts'
import { holders, standsAlone } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { selectFamily, selectMembers, selectPerson } from './queries.ts'
import { selectHolder } from './queries-merge.ts'

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

/** Whom something may be about: a person, a family, both or neither. */
interface Named {
  readonly person: string | null
  readonly family: string | null
}

/**
 * REGISTRY-3 The rows of whoever is named, where the actor sees all of them and each stands for themself; null otherwise.
 * Nobody is named who lives on in another row.
 */
export async function findNamed(
  client: PoolClient,
  actor: Actor,
  district: string,
  named: Named,
): Promise<readonly Relied[] | null> {
  const found: Relied[] = []
  for (const of of holders) {
    const id = named[of]
    if (id === null) continue
    const row = await selectHolder(client, actor, of, district, id)
    const holder = row ? rowOf(of, row, null) : null
    if (!holder || !standsAlone(holder)) return null
    found.push(...relied(of, holder))
  }
  return found
}
