import type { Role } from '../../access/shipped-roles.ts'
import { shippedRoles } from '../../access/shipped-roles.ts'
import { translate } from '../../i18n/translate.ts'
import type { Names } from '../../lists/item.ts'
import type { OfficeKind } from '../office.ts'
import { officeKinds } from '../office.ts'
import { plain } from './columns.ts'

/** The kind of office that a cell means: its name in either language, or its code. */
export function kindMeant(said: string): OfficeKind | null {
  const word = plain(said)
  return officeKinds.find((kind) => namesOf(kind, `office-kind.${kind}`).some((name) => plain(name) === word)) ?? null
}

/** The role that a cell means: its name in either language, what stands in brackets behind it, or its code. */
export function roleMeant(said: string, roles: ReadonlyMap<string, { readonly names?: Names }>): string | null {
  const word = plain(said)
  const shipped = shippedRoles.find(({ code }) => namesOf(code, `role.${code}`).some((name) => plain(name) === word))
  const own = [...roles].find(([code, { names }]) =>
    [code, ...Object.values(names ?? {})].some((name) => plain(name) === word),
  )
  const code = shipped?.code ?? own?.[0]
  return code !== undefined && roles.has(code) ? code : null
}

/** What a shipped role is called; another by its code, where nobody knows its name. */
export function roleName(code: string, lang: 'id' | 'en'): string {
  const shipped = shippedRoles.find((role: Pick<Role, 'code'>) => role.code === code)
  return shipped ? translate(lang, `role.${shipped.code}`) : code
}

const yes = new Set(['ya', 'y', 'yes', 'true', '1', 'aktif', 'active'])
const not = new Set(['tidak', 't', 'no', 'n', 'false', '0', 'tidakaktif', 'inactive'])

/** Yes or no; null for an empty cell, undefined for any other word. */
export function yesOrNo(said: string): boolean | null | undefined {
  const word = plain(said)
  if (word === '') return null
  if (yes.has(word)) return true
  return not.has(word) ? false : undefined
}

/** Yes or no as a cell says it. */
export function sayYesOrNo(value: boolean, lang: 'id' | 'en'): string {
  if (lang === 'en') return value ? 'yes' : 'no'
  return value ? 'ya' : 'tidak'
}

function namesOf(code: string, key: Parameters<typeof translate>[1]): readonly string[] {
  return (['id', 'en'] as const).flatMap((lang) => {
    const name = translate(lang, key)
    const short = /\(([^)]+)\)/.exec(name)?.[1]
    return [code, name, name.replace(/\s*\([^)]*\)/, ''), ...(short ? [short] : [])]
  })
}
