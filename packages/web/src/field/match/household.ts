import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { SaidHousehold } from '@openslrt/core/programme/match-said.ts'
import { standing } from '@openslrt/core/registry/registry.ts'
import type { Shown } from '../../platform/replica/view.ts'
import { textIn } from '../screens/names.ts'

type Person = ReplicaRow['person']

/** A family of the phone with its people, or somebody who lives alone. */
export interface Household {
  readonly family: ReplicaRow['family'] | null
  readonly members: readonly Person[]
}

/** FIELD-21 Who is matched: those who live there, the oldest first. Nobody who has died or moved away. */
export function householdOf(view: Shown, id: string): Household | null {
  const alone = view.person.get(id)
  const family = view.family.get(alone?.family ?? id) ?? null
  if (!family) return alone ? { family, members: [alone] } : null
  const members = [...view.person.values()].filter((one) => one.family === family.id && one.status === standing.known)
  return { family, members: members.toSorted(byAge) }
}

// A day that nobody knows comes last, as on the server.
const ageKey = ({ said, id }: Person): string => `${textIn(said, 'tanggal_lahir') || '9999'} ${id}`
const byAge = (one: Person, other: Person): number => (ageKey(one) < ageKey(other) ? -1 : 1)

/** The same with what else the phone knows of them, as the law takes it. */
export function saidHousehold(
  view: Shown,
  { family, members }: Household,
  taken: Iterable<ReplicaRow['participation']> = view.participation.values(),
): SaidHousehold {
  const ids = new Set<string>([...(family ? [family.id] : []), ...members.map(({ id }) => id)])
  const theirs = (row: { readonly person: string | null; readonly family: string | null }): boolean =>
    ids.has(row.person ?? '') || ids.has(row.family ?? '')
  return {
    place: placeCode.parse((family ?? members[0])?.place),
    family,
    members,
    taken: [...taken].filter(theirs),
    welfare: [...view.ppks.values()].filter(theirs),
  }
}
