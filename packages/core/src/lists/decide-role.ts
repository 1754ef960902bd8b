import type { Actor } from '../access/actor.ts'
import type { Permission, RestrictedKind, Sight } from '../access/permission.ts'
import { type BundleRefusal, beyondRoles, bundleFault, heldBack } from '../access/role-law.ts'
import type { ListCommandData } from '../contract/lists.ts'
import type { Day } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'
import { nation } from '../place/code.ts'
import type { Said } from './on-day.ts'
import { countsIn, itemOn } from './on-day.ts'
import { type NamedRole, roleOf } from './role-words.ts'

export type RoleWordsRefusal =
  | BundleRefusal
  | { readonly code: 'role-of-above'; readonly place: string }
  | { readonly code: 'role-not-held'; readonly permissions: readonly Permission[] }
  | {
      readonly code: 'role-beyond'
      readonly permissions: readonly Permission[]
      readonly restricted: readonly RestrictedKind[]
      readonly sees: Sight | null
    }
  | { readonly code: 'last-administration'; readonly day: Day }

/** What a decision about a role looks at beside what was said of it. */
export interface RoleLook {
  /** Everything that was said of every role, by whomever. */
  readonly said: ReadonlyMap<string, readonly Said[]>
  /** The roles that people hold now at offices of this very place. */
  readonly heldHere: readonly string[]
}

type Words = Extract<ListCommandData['list.add'], { list: 'role' }>

/** ROLE-8 A role is changed and ended by the place that made it: what the nation has made is the same everywhere. */
export function madeAbove(said: readonly Said[], place: LedgerCode): RoleWordsRefusal | null {
  const here = said.filter((one) => countsIn(one.place, place))
  const maker = here.some((one) => one.place === place) ? place : here.at(-1)?.place
  return maker === undefined || maker === place ? null : { code: 'role-of-above', place: maker }
}

/** ROLE-4 to ROLE-7 Why somebody can't make a role of this bundle at a place. */
export function roleUnfit(
  { data, code, from }: Words,
  actor: Actor,
  { roles, place }: { readonly roles: RoleLook; readonly place: LedgerCode },
): RoleWordsRefusal | null {
  const fault = bundleFault(data)
  if (fault) return fault
  // The set-up stands outside: nobody could have given it what it passes on.
  if (actor.kind !== 'staff') return null
  const missing = heldBack(data.permissions, actor)
  if (missing.length > 0) return { code: 'role-not-held', permissions: missing }
  // Above the nation is nobody whose roles could be the bound.
  if (place === nation) return null
  const beyond = beyondRoles(data, rolesAbove(roles, place, from, code))
  return beyond && { code: 'role-beyond', ...beyond }
}

const rolesAbove = ({ said }: RoleLook, place: LedgerCode, day: Day, but: string): readonly NamedRole[] =>
  rolesOn(said, place, day).filter((role) => role.place !== place && role.code !== but)

/** ROLE-3 The roles that hold at a place on a day. */
export const rolesOn = (said: ReadonlyMap<string, readonly Said[]>, place: string, day: Day): readonly NamedRole[] =>
  [...said.values()].flatMap((words) => {
    const word = itemOn(words, place, day)
    return word ? [roleOf(word)] : []
  })

/**
 * ROLE-9 Whether nobody of a place would manage its people any more from some day on: then there is nobody left who could
 * put it right. `after` is what will have been said of the role once the change is written.
 */
export function endsAdministration(
  code: string,
  after: readonly Said[],
  from: Day,
  { roles, place }: { readonly roles: RoleLook; readonly place: LedgerCode },
): RoleWordsRefusal | null {
  const then = new Map([...roles.said, [code, after]])
  // Also on the days of what is planned: another role may be about to end.
  const turns = [...then.values()].flatMap((words) => words.map((word) => word.from)).filter((day) => day > from)
  for (const day of [from, ...new Set(turns.toSorted())])
    if (isManaged(roles.said, day, roles, place) && !isManaged(then, day, roles, place))
      return { code: 'last-administration', day }
  return null
}

const isManaged = (
  said: ReadonlyMap<string, readonly Said[]>,
  day: Day,
  { heldHere }: RoleLook,
  place: LedgerCode,
): boolean =>
  heldHere.some((code) => {
    const word = itemOn(said.get(code) ?? [], place, day)
    return word !== null && roleOf(word).permissions.includes('staff.manage')
  })
