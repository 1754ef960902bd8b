import { familyId, personId } from '@openslrt/core/kernel/id.ts'
import type { Shown } from '../../platform/replica/view.ts'
import { type Household, householdOf } from '../match/household.ts'
import { textIn } from '../screens/names.ts'

/** Whom something is recorded of: the family as a whole, or one of its people. */
export interface Who {
  readonly id: string
  readonly name: string
}

/** FIELD-23 The family first, then each of its people; whoever has no family stands alone. */
export const whoIn = ({ family, members }: Household, wholeFamily: string): readonly Who[] => [
  ...(family ? [{ id: family.id, name: wholeFamily }] : []),
  ...members.map(({ id, said }) => ({ id, name: textIn(said, 'nama') })),
]

/** As a command names them. */
export const holderOf = (view: Shown, id: string) =>
  view.family.has(id)
    ? { person: null, family: familyId.parse(id), case: null }
    : { person: personId.parse(id), family: null, case: null }

/** The household of a page's address, with whom it may be about. */
export function whoAt(view: Shown, id: string, wholeFamily: string) {
  const household = householdOf(view, id)
  return household && { household, who: whoIn(household, wholeFamily) }
}

/** The page that somebody came from: that of the family, where there is one. */
export const backOf = (view: Shown, id: string): string => view.person.get(id)?.family ?? id
