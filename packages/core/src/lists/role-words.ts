import { permissions, restrictedKinds, sights } from '../access/permission.ts'
import { administers } from '../access/role-law.ts'
import type { Role } from '../access/shipped-roles.ts'
import { isMessageKey } from '../i18n/known-key.ts'
import { translate } from '../i18n/translate.ts'
import type { Json, JsonObject } from '../kernel/json.ts'
import { officeKinds, officeLevels } from '../office/office.ts'
import type { Names } from './item.ts'
import type { Said } from './on-day.ts'

/** A role as it is called, and by whom it was made. */
export interface NamedRole extends Role {
  readonly names: Names
  readonly place: string
}

/**
 * ROLE-3 A role as it is said. What this release does not know is no right; a role that administers is held with a second
 * factor, whatever its words say (ROLE-5).
 */
export function roleOf({ code, names, place, data }: Pick<Said, 'code' | 'names' | 'place' | 'data'>): NamedRole {
  const held = listed(permissions, data['permissions'])
  return {
    code,
    names,
    place,
    permissions: held,
    restricted: listed(restrictedKinds, data['restricted']),
    sees: sights.find((sight) => sight === data['sees']) ?? 'none',
    heldAt: listed(officeKinds, data['heldAt']),
    givenFrom: listed(officeLevels, data['givenFrom']),
    secondFactor: data['secondFactor'] === true || administers(held),
  }
}

/** What is said of a role beside its code, as a word of its list. */
export const roleData = ({
  permissions: may,
  restricted,
  sees,
  heldAt,
  givenFrom,
  secondFactor,
}: Role): JsonObject => ({
  permissions: may,
  restricted,
  sees,
  heldAt,
  givenFrom,
  secondFactor,
})

/** What a shipped role is called; any other by its code, until somebody says a name. */
export function shippedRoleNames(code: string): Names {
  const key = `role.${code}`
  return isMessageKey(key) ? { id: translate('id', key), en: translate('en', key) } : { id: code, en: code }
}

const listed = <Word extends string>(known: readonly Word[], said: Json | undefined): readonly Word[] =>
  known.filter((word) => Array.isArray(said) && said.includes(word))
