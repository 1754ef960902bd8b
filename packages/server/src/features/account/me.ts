import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { ledgerOf } from '@openslrt/core/place/code.ts'
import type { Person } from '../../platform/http/route.ts'
import type { AccountParts } from './parts.ts'

/** Who somebody is to their own screen: the offices they may act from, with what they may do at each. */
export function meOf({ reference, keys, sessions, isDemo }: AccountParts, person: Person): Me {
  const offices = [...new Set(person.posts.map(({ office }) => office))]
  const posts = offices.flatMap((id) => {
    const office = reference.offices().get(officeId.parse(id))
    const actor = sessions.actorAt(person, id)
    if (!office || !actor) return []
    const district = ledgerOf(office.place)
    const roles = person.posts.filter((post) => post.office === id).map(({ role }) => role)
    return [
      {
        office: office.id,
        officeName: office.name,
        kind: office.kind,
        level: office.level,
        place: office.place,
        placeName: reference.placeName(office.place),
        district,
        zone: reference.zoneOf(district),
        roles,
        roleNames: roles.flatMap((role) => reference.role(role, office.place)?.names ?? []),
        permissions: [...actor.permissions],
      },
    ]
  })
  return {
    staff: person.staff,
    name: person.name,
    outboxKey: keys.derive('outbox', person.staff).toString('base64url'),
    demo: isDemo(),
    posts,
  }
}
