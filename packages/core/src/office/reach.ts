import type { StaffActor } from '../access/actor.ts'
import type { Permission } from '../access/permission.ts'
import { heldBack } from '../access/role-law.ts'
import type { Role } from '../access/shipped-roles.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Names } from '../lists/item.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers, placeOver } from '../place/code.ts'
import type { OfficeKind, OfficeLevel, Offices } from './office.ts'
import { receptionFor } from './office.ts'

/** A post with the place where its office lies: by these it is judged to whom a person belongs. */
export interface PlacedPost {
  readonly place: PlaceCode
  readonly role: string
  readonly from: Instant
  readonly until: Instant | null
}

export type GivenRole = Pick<Role, 'heldAt' | 'givenFrom' | 'permissions'> & { readonly names?: Names }

/** The roles that hold today for offices of a place, by their codes. */
export type Roles = (place: PlaceCode) => ReadonlyMap<string, GivenRole>

export type RoleRefusal =
  | { readonly code: 'role-not-here'; readonly heldAt: readonly OfficeKind[] }
  | { readonly code: 'role-not-yours'; readonly givenFrom: readonly OfficeLevel[] }
  | { readonly code: 'role-not-held'; readonly permissions: readonly Permission[] }

/** Why a person is out of reach. `office` is the nearest one from which it can be done. */
export type ReachRefusal =
  | { readonly code: 'wrong-place' }
  | { readonly code: 'posts-elsewhere'; readonly office: string | null }

/** OFFICE-10 Why a role can't be given at an office of this kind by somebody who acts from this level. */
export function cannotGive(
  role: Pick<Role, 'heldAt' | 'givenFrom'>,
  at: OfficeKind,
  from: OfficeLevel,
): RoleRefusal | null {
  if (!role.heldAt.includes(at)) return { code: 'role-not-here', heldAt: role.heldAt }
  return role.givenFrom.includes(from) ? null : { code: 'role-not-yours', givenFrom: role.givenFrom }
}

/** OFFICE-12, ROLE-7 Why a role is not somebody's to give or to take: from another level, or with administration that they lack. */
export function notTheirs(
  { givenFrom, permissions }: Pick<Role, 'givenFrom' | 'permissions'>,
  giver: StaffActor,
): RoleRefusal | null {
  if (!givenFrom.includes(giver.level)) return { code: 'role-not-yours', givenFrom }
  const missing = heldBack(permissions, giver)
  return missing.length > 0 ? { code: 'role-not-held', permissions: missing } : null
}

/**
 * OFFICE-11 Whoever covers a person's home and works no lower than any of their posts administers that person. A post
 * that somebody was given in a place beside takes them away from nobody.
 */
export function outOfCare(
  own: PlaceCode,
  posts: readonly PlacedPost[],
  now: Instant,
  offices: Offices,
): ReachRefusal | null {
  const standing = standingPosts(posts, now)
  const above = standing.filter(({ place }) => place !== own && covers(place, own))
  return unreached(own, standing, [...standing.slice(0, 1), ...above], offices)
}

/**
 * ACCOUNT-2 Why somebody can't hand out a link to a person's account: whoever holds the link becomes that person, so
 * it takes an office over all of their posts, and roles that the giver could have given them. Their own is theirs.
 */
export function cannotHandOut(
  giver: StaffActor,
  staff: string,
  posts: readonly PlacedPost[],
  { now, offices, roles }: { readonly now: Instant; readonly offices: Offices; readonly roles: Roles },
): ReachRefusal | RoleRefusal | null {
  const standing = standingPosts(posts, now)
  const refusal = unreached(giver.place, standing, standing, offices)
  if (refusal || staff === giver.staff) return refusal
  const held = standing.flatMap(({ place, role }) => roles(place).get(role) ?? [])
  return held.map((role) => notTheirs(role, giver)).find((beyond) => beyond !== null) ?? null
}

function unreached(
  own: PlaceCode,
  standing: readonly PlacedPost[],
  needed: readonly PlacedPost[],
  offices: Offices,
): ReachRefusal | null {
  const isUnder = ({ place }: PlacedPost): boolean => covers(own, place)
  // Of people who are nowhere under this office, nobody here is told where they are.
  if (!standing.some(isUnder)) return { code: 'wrong-place' }
  if (needed.every(isUnder)) return null
  const over = placeOver(needed.map(({ place }) => place))
  return { code: 'posts-elsewhere', office: receptionFor(over, offices.values())?.name ?? null }
}

/** The posts that say where a person belongs: those held now, the oldest first; of who holds none, the one held last. */
function standingPosts(posts: readonly PlacedPost[], now: Instant): readonly PlacedPost[] {
  const held = posts.filter(({ until }) => until === null || until > now)
  if (held.length > 0) return held.toSorted((one, other) => one.from - other.from)
  return posts.toSorted((one, other) => (one.until ?? 0) - (other.until ?? 0)).slice(-1)
}
