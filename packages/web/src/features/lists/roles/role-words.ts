import {
  type Permission,
  permissionGroups,
  permissions,
  type RestrictedKind,
  restrictedKinds,
} from '@openslrt/core/access/permission.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'
import { keysOf } from '@openslrt/core/kernel/keys.ts'

/** A right or a restricted kind as people say it. */
export const sayRight = (t: Say, one: Permission | RestrictedKind): string => {
  const right = permissions.find((known) => known === one)
  const kind = restrictedKinds.find((known) => known === one)
  if (right) return t(`permission.${right}`)
  return kind ? t(`restricted.${kind}`) : one
}

/** Rights by group, without the groups of which there are none. */
export const grouped = (held: readonly Permission[]) =>
  keysOf(permissionGroups).flatMap((group) => {
    const rights = held.filter((one) => permissionGroups[group].some((known) => known === one))
    return rights.length > 0 ? [{ group, rights }] : []
  })

/** As people look for them: by name. */
export const byName = <Role extends { readonly names: Readonly<Record<Lang, string>> }>(
  roles: readonly Role[],
  lang: Lang,
): readonly Role[] => roles.toSorted((one, other) => one.names[lang].localeCompare(other.names[lang], lang))
