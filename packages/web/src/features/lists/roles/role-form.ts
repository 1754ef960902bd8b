import {
  type Permission,
  permissions,
  type RestrictedKind,
  restrictedKinds,
  type Sight,
  sights,
} from '@openslrt/core/access/permission.ts'
import { administers } from '@openslrt/core/access/role-law.ts'
import { type ItemWords, itemWords } from '@openslrt/core/contract/lists.ts'
import type { RoleLine } from '@openslrt/core/contract/role-queries.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { itemOn } from '@openslrt/core/lists/on-day.ts'
import { roleOf } from '@openslrt/core/lists/role-words.ts'
import { levelsOf, type OfficeKind, type OfficeLevel, officeKinds, officeLevels } from '@openslrt/core/office/office.ts'
import { type PlaceLevel, placeLevels } from '@openslrt/core/place/code.ts'
import { codeFrom } from '../item-form.ts'

/** A role as its form holds it: text only, so that a draft of it can be kept and read back. Several words stand in one line. */
export type RoleValues = Readonly<
  Record<
    'id' | 'en' | 'from' | 'copied' | 'permissions' | 'restricted' | 'sees' | 'heldAt' | 'givenFrom' | 'secondFactor',
    string
  >
>

/** The words of a line that are known, in their own order. */
const wordsIn = <Word extends string>(known: readonly Word[], line: string): readonly Word[] => {
  const said = new Set(line.split(' '))
  return known.filter((word) => said.has(word))
}

export interface Bundle {
  readonly permissions: readonly Permission[]
  readonly restricted: readonly RestrictedKind[]
  readonly sees: Sight
  readonly heldAt: readonly OfficeKind[]
  readonly givenFrom: readonly OfficeLevel[]
  readonly secondFactor: boolean
}

/** What a role gives, as it is said of it. */
export function bundleOf({ code, names, data }: Pick<RoleLine, 'code' | 'names' | 'data'>): Bundle {
  const said = data as Parameters<typeof roleOf>[0]['data']
  const {
    permissions: held,
    restricted,
    sees,
    heldAt,
    givenFrom,
    secondFactor,
  } = roleOf({ code, names, place: '', data: said })
  return { permissions: held, restricted, sees, heldAt, givenFrom, secondFactor }
}

/** What a role gives as it stands in the form: what makes no sense without another choice is left out by itself. */
export function bundleIn(values: RoleValues): Bundle {
  const held = wordsIn(permissions, values.permissions)
  const reads = held.includes('case.read')
  const sees = sights.find((sight) => sight === values.sees && sight !== 'none') ?? 'office'
  return {
    permissions: held,
    restricted: reads ? wordsIn(restrictedKinds, values.restricted) : [],
    sees: reads ? sees : 'none',
    heldAt: wordsIn(officeKinds, values.heldAt),
    givenFrom: wordsIn(officeLevels, values.givenFrom),
    secondFactor: values.secondFactor === 'yes' || administers(held),
  }
}

/** The kinds of offices that can stand in a place: no district has a provincial office. */
export const kindsUnder = (place: PlaceLevel): readonly OfficeKind[] =>
  officeKinds.filter((kind) => levelsOf[kind].some((level) => placeLevels.indexOf(level) >= placeLevels.indexOf(place)))

/** What is copied of a role at a place: without the kinds of offices that there are none of. */
export const copiedTo = (place: PlaceLevel, bundle: Bundle): Bundle => ({
  ...bundle,
  heldAt: bundle.heldAt.filter((kind) => kindsUnder(place).includes(kind)),
})

/** The part of a form that says what a role gives. */
export const bundleValues = (bundle: Bundle) => ({
  permissions: bundle.permissions.join(' '),
  restricted: bundle.restricted.join(' '),
  sees: bundle.sees,
  heldAt: bundle.heldAt.join(' '),
  givenFrom: bundle.givenFrom.join(' '),
  secondFactor: bundle.secondFactor ? 'yes' : '',
})

const nothing: Bundle = {
  permissions: [],
  restricted: [],
  sees: 'none',
  heldAt: [],
  givenFrom: [],
  secondFactor: false,
}

/** The form of a role as it stands today; of a copy, whose names are given, or of none. */
export const valuesOf = (
  role: RoleLine | null,
  today: string,
  names: RoleLine['names'] = role?.names ?? { id: '', en: '' },
): RoleValues => ({
  ...names,
  from: today,
  copied: role?.code ?? '',
  ...bundleValues(role ? bundleOf(role) : nothing),
})

/** What is missing, as far as this page can tell; the rest is the law's to say. */
export function roleFaults(values: RoleValues, today: string): Partial<Record<keyof RoleValues, MessageKey>> {
  const { permissions: held, heldAt, givenFrom } = bundleIn(values)
  return {
    ...(codeFrom(values.id) === '' && { id: 'lists.form.name.missing' }),
    ...(values.en.trim() === '' && { en: 'lists.form.name.missing' }),
    ...(held.length === 0 && { permissions: 'roles.form.permissions.missing' }),
    ...(heldAt.length === 0 && { heldAt: 'roles.form.offices.missing' }),
    ...(givenFrom.length === 0 && { givenFrom: 'roles.form.offices.missing' }),
    ...(values.from < today && { from: 'lists.form.from.missing' }),
  }
}

/** What the command carries; null where the wire would not take it. */
export function roleWords(values: RoleValues, code: string): ItemWords | null {
  const { id, en, from } = values
  const said = { list: 'role', code, names: { id: id.trim(), en: en.trim() }, from, data: bundleIn(values) }
  return itemWords.safeParse(said).data ?? null
}

/** A code of its own for a new role, made from its name. */
export function newCode(name: string, roles: readonly Pick<RoleLine, 'code'>[]): string {
  const taken = new Set(roles.map(({ code }) => code))
  const code = codeFrom(name).slice(0, 50)
  let nth = 2
  while (taken.has(`${code}-${nth}`)) nth++
  return taken.has(code) ? `${code}-${nth}` : code
}

/** ROLE-10 What a change gives and takes, whoever holds the role. */
export interface Impact {
  readonly gets: readonly (Permission | RestrictedKind)[]
  readonly loses: readonly (Permission | RestrictedKind)[]
  readonly sees: { readonly from: Sight; readonly to: Sight } | null
}

export function impactOf(before: Bundle, after: Bundle): Impact {
  const all = (bundle: Bundle) => [...bundle.permissions, ...bundle.restricted]
  return {
    gets: all(after).filter((one) => !all(before).includes(one)),
    loses: all(before).filter((one) => !all(after).includes(one)),
    sees: before.sees === after.sees ? null : { from: before.sees, to: after.sees },
  }
}

/** What a role gives on a day: a plan may have changed it by then. */
export function bundleOn(role: RoleLine, district: string, day: string): Bundle {
  const said = role.said.map((one) => ({ ...one, list: 'role', code: role.code, data: one.data as never }))
  const then = itemOn(said, district, day)
  return then ? bundleOf(then) : nothing
}
