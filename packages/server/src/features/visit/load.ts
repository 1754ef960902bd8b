import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { StaffId } from '@openslrt/core/kernel/id.ts'
import { staffId } from '@openslrt/core/kernel/id.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { covers } from '@openslrt/core/place/code.ts'
import type { VisitPhotoRow, VisitRow } from '@openslrt/core/visit/visit.ts'
import type { PoolClient } from 'pg'
import type { DistrictKeys } from '../../platform/ledger/keys.ts'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { Reference } from '../reference/index.ts'
import { selectPhotos, selectVisit, selectVisitors } from './queries.ts'

/** A visit that somebody sees, opened; one that they do not is not told from one that does not exist. */
export async function findVisit(
  client: PoolClient,
  actor: StaffActor,
  district: string,
  id: string,
  keys: DistrictKeys,
): Promise<VisitRow | null> {
  const row = await selectVisit(client, actor, district, id)
  return row ? rowOf('visit', row, keys) : null
}

/** FIELD-14 A picture, and whether it is here: until then it is still on a phone. */
export type ShownPhoto = VisitPhotoRow & { readonly arrived: boolean }

export const photosOf = async (
  client: PoolClient,
  { district, id }: Pick<VisitRow, 'district' | 'id'>,
): Promise<readonly ShownPhoto[]> =>
  (await selectPhotos(client, district, id)).map((row) => ({
    ...rowOf('visitPhoto', row, null),
    arrived: row['arrived'] === true,
  }))

/** The roles that make visits in a place. */
export const visitingRoles = (reference: Reference, place: PlaceCode): readonly string[] =>
  [...reference.roles(place).values()]
    .filter(({ permissions }) => permissions.includes('visit.do'))
    .map(({ code }) => code)

/** SUPER-10 Those of them that only go where others send them: facilitators, surveyors. */
export const goingRoles = (reference: Reference, place: PlaceCode): readonly string[] =>
  [...reference.roles(place).values()]
    .filter(({ permissions }) => permissions.includes('visit.do') && !permissions.includes('visit.plan'))
    .map(({ code }) => code)

/** VISIT-3 Who may be sent from an office. */
export async function visitorsAt(
  client: PoolClient,
  reference: Reference,
  office: string,
  place: PlaceCode,
): Promise<ReadonlySet<StaffId>> {
  const rows = await selectVisitors(client, [office], visitingRoles(reference, place))
  return new Set(rows.map(({ staff }) => staffId.parse(staff)))
}

/** Offices that serve a village, the nearest first, each with whom it could send. */
export async function officesWith(client: PoolClient, reference: Reference, village: PlaceCode) {
  const serving = [...reference.serving(village)].filter(({ active, place }) => active && covers(place, village))
  const people = await selectVisitors(
    client,
    serving.map(({ id }) => id),
    visitingRoles(reference, village),
  )
  return serving
    .map(({ id, name, place }) => ({
      id,
      name,
      near: place.length,
      people: people
        .filter(({ office }) => office === id)
        .map(({ staff, name: called }) => ({ id: staffId.parse(staff), name: called })),
    }))
    .filter((office) => office.people.length > 0)
    .toSorted((one, other) => other.near - one.near)
    .map(({ near: _near, ...office }) => office)
}
