import type { RestrictedKind } from '@openslrt/core/access/permission.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import type { Reference } from './reference.ts'

/** The roles that work on cases of a place; on restricted ones only those that name the kind. */
export const handlingRoles = (
  reference: Pick<Reference, 'roles'>,
  place: PlaceCode,
  kind: RestrictedKind | null = null,
): readonly string[] =>
  [...reference.roles(place).values()]
    .filter(
      ({ permissions, restricted }) =>
        permissions.includes('case.handle') && (kind === null || restricted.includes(kind)),
    )
    .map(({ code }) => code)
