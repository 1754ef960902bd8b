import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { JointPartnerRow, JointRow, JointTargetRow, JointTaskRow } from '@openslrt/core/joint/joint.ts'
import type { PoolClient } from 'pg'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { fieldAbout } from '../../platform/ledger/codec.ts'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Person } from './queries.ts'
import { selectJoint, selectPartners, selectPeople, selectTasks } from './queries.ts'

/** JOINT-11 A programme that the acting office leads or takes part in; any other is not told from one that is not there. */
export async function findJoint(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
): Promise<JointRow | null> {
  const row = await selectJoint(client, actor.office, district, id)
  return row ? rowOf('joint', row, null) : null
}

export async function partnersOf(
  client: PoolClient,
  joint: JointRow,
  keys: DistrictKeys | null,
): Promise<readonly JointPartnerRow[]> {
  return (await selectPartners(client, joint)).map((row) => rowOf('jointPartner', row, keys))
}

export async function tasksOf(
  client: PoolClient,
  joint: JointRow,
  keys: DistrictKeys,
): Promise<readonly JointTaskRow[]> {
  return (await selectTasks(client, joint)).map((row) => rowOf('jointTask', row, keys))
}

/** The partner that the acting office is, while it takes part. */
export const ownPartner = (partners: readonly JointPartnerRow[], { office }: StaffActor): JointPartnerRow | null =>
  partners.find((partner) => partner.office === office && partner.leftAt === null) ?? null

/** A target opened, with what its case says of the person where it is one. */
export type Opened = Pick<
  JointTargetRow,
  | 'id'
  | 'version'
  | 'caseId'
  | 'place'
  | 'status'
  | 'partner'
  | 'name'
  | 'nik'
  | 'phone'
  | 'address'
  | 'need'
  | 'result'
>

/** Opens targets. Whom a case is about is asked of the database once, for all of them. */
export async function openTargets(
  client: PoolClient,
  joint: JointRow,
  rows: readonly DbRow[],
  keys: DistrictKeys,
): Promise<readonly Opened[]> {
  const targets = rows.map((row) => rowOf('jointTarget', row, keys))
  const ofCases = targets.some(({ caseId }) => caseId !== null)
  const people = new Map((ofCases ? await selectPeople(client, joint) : []).map((person) => [person.target, person]))
  return targets.map((target) => {
    const person = people.get(target.id)
    return target.caseId !== null && person ? { ...target, ...personOf(person, keys) } : target
  })
}

function personOf(person: Person, keys: DistrictKeys): Pick<JointTargetRow, 'name' | 'nik' | 'phone' | 'address'> {
  const opened = (sealed: Buffer | null): string | null => (sealed ? keys.open(sealed, fieldAbout).toString() : null)
  return {
    name: person.client_name,
    nik: opened(person.client_nik),
    phone: opened(person.client_phone),
    address: person.client_address,
  }
}
