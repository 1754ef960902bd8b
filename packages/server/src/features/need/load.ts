import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { HolderData } from '@openslrt/core/contract/need.ts'
import type { FamilyId } from '@openslrt/core/kernel/id.ts'
import { familyId } from '@openslrt/core/kernel/id.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'
import type { ApplicationRow, NeedRow } from '@openslrt/core/need/need.ts'
import type { HolderFacts } from '@openslrt/core/need/scene.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { standsAlone } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import type { Relied } from '../../platform/ledger/relied.ts'
import { relied } from '../../platform/ledger/relied.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import { findCase, grantsOf, seesWhole } from '../case/index.ts'
import { selectApplication, selectFamily, selectGrantedNeeds, selectNeed, selectPerson } from './queries.ts'

export async function findNeed(
  client: PoolClient,
  district: string,
  id: string,
  keys: DistrictKeys | null,
): Promise<NeedRow | null> {
  const row = await selectNeed(client, district, id)
  return row && rowOf('need', row, keys)
}

export async function findApplication(
  client: PoolClient,
  district: string,
  id: string,
  keys: DistrictKeys | null,
): Promise<ApplicationRow | null> {
  const row = await selectApplication(client, district, id)
  return row && rowOf('application', row, keys)
}

/** Whose something is, and the rows that say so. */
export interface FoundHolder {
  readonly holder: HolderFacts
  readonly relies: readonly Relied[]
}

/**
 * NEED-1 Whose something is, where all that was named is there and within the actor's reach; nothing otherwise. A person
 * brings their family along, a case is one that the actor sees whole. Nobody who lives on in another row is there.
 */
export async function findHolder(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  named: HolderData,
): Promise<FoundHolder | null> {
  const person = named.person && alone(await selectPerson(client, actor, district, named.person))
  const family = named.family && alone(await selectFamily(client, actor, district, named.family))
  const kase = named.case && (await wholeCase(client, actor, district, named.case))
  const all = { person, family, case: kase }
  if (keysOf(all).some((part) => named[part] !== null && !all[part])) return null
  const found = person || family || kase
  if (!found || isOfAnother(person, named.family)) return null
  const holder = {
    person: named.person,
    family: named.family ?? familyOf(found),
    caseId: named.case,
    place: placeCode.parse(found.place),
    name: found.name ?? '',
    restricted: isRestricted(kase),
  }
  return {
    holder,
    relies: [...relied('person', person), ...relied('family', family), ...relied('case', kase)],
  }
}

const alone = <Row extends { readonly status: string }>(row: Row | null): Row | null =>
  row && standsAlone(row) ? row : null

type Member = { readonly family: string | null } | null
const isOfAnother = (person: Member, family: string | null): boolean =>
  person !== null && family !== null && person.family !== family
const familyOf = ({ family }: { readonly family: string | null }): FamilyId | null =>
  family === null ? null : familyId.parse(family)
const isRestricted = (kase: { readonly restricted: string | null } | null): boolean => Boolean(kase?.restricted)

async function wholeCase(client: PoolClient, actor: StaffActor, district: string, id: string) {
  const kase = await findCase(client, actor, district, id, null)
  if (kase === null || !seesWhole(kase, actor, await grantsOf(client, district, id, null))) return null
  const { version, place, clientName: name, restricted } = kase
  return { id, version, place, family: null, name, restricted }
}

/** Whose a need is, as it stands now. */
export const holderOf = (
  client: PoolClient,
  actor: StaffActor,
  { district, person, family, caseId }: NeedRow,
): Promise<FoundHolder | null> => findHolder(client, actor, district, { person, family, case: caseId })

/** NEED-8 A need that is named, where it is the same person's, family's or case's. */
export async function ownNeed(
  client: PoolClient,
  district: string,
  id: string | null,
  holder: HolderFacts | null,
): Promise<NeedRow | null> {
  const need = id === null ? null : await findNeed(client, district, id, null)
  return need && holder && isOf(need, holder) ? need : null
}

const isOf = (need: NeedRow, { person, family, caseId }: HolderFacts): boolean =>
  [
    [need.person, person],
    [need.family, family],
    [need.caseId, caseId],
  ].some(([a, b]) => a !== null && a === b)

/** NEED-8 Needs of somebody for which a programme was granted. */
export const grantedNeeds = async (
  client: PoolClient,
  district: string,
  holder: HolderFacts,
  programme: string,
): Promise<readonly NeedRow[]> =>
  (await selectGrantedNeeds(client, district, holder, programme)).map((row) => rowOf('need', row, null))
