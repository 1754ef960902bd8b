import type { Result } from '../../kernel/result.ts'
import { no, ok } from '../../kernel/result.ts'
import type { PlaceCode, PlaceLevel } from '../../place/code.ts'
import { covers, levelOf, placeCode } from '../../place/code.ts'
import { plain } from './columns.ts'

/** A place as far as a file names it. */
export interface NamedPlace {
  readonly code: string
  readonly province: string
  readonly district: string
  readonly subdistrict: string
  readonly village: string
}

export interface PlaceBook {
  readonly nameOf: (code: PlaceCode) => string | null
  /** The places of a level whose names have these letters, without the word for what they are. */
  readonly named: (level: PlaceLevel, letters: string) => readonly PlaceCode[]
}

export type PlaceProblem =
  | { readonly code: 'place-missing' }
  | { readonly code: 'place-unknown'; readonly column: PlaceColumn; readonly said: string }
  | { readonly code: 'place-differs'; readonly column: PlaceColumn; readonly said: string; readonly place: string }
  | {
      readonly code: 'place-ambiguous'
      readonly column: PlaceColumn
      readonly said: string
      readonly candidates: readonly string[]
    }
export type PlaceColumn = keyof NamedPlace

const columns = ['village', 'subdistrict', 'district', 'province'] as const
type NameColumn = (typeof columns)[number]

/**
 * IMPORT-3 The place that a row names, by its code or by names. Names above narrow it down; of places that are called
 * the same, those under the reader's own place come first.
 */
export function findPlace(named: NamedPlace, book: PlaceBook, home: PlaceCode): Result<PlaceCode, PlaceProblem> {
  const coded = named.code.trim()
  if (coded !== '') return placeByCode(coded, named, book)
  const column = columns.find((one) => named[one].trim() !== '')
  if (!column) return no({ code: 'place-missing' })
  const said = named[column].trim()
  const code = codeIn(said)
  const all = code && book.nameOf(code) !== null ? [code] : placesCalled(column, said, book)
  const fitting = all.filter((place) => columns.every((above) => fits(above, named[above], place, book)))
  const near = fitting.filter((place) => covers(home, place))
  const [first, ...others] = near.length > 0 ? near : fitting
  if (!first) return no({ code: 'place-unknown', column, said })
  if (others.length === 0) return ok(first)
  return no({
    code: 'place-ambiguous',
    column,
    said,
    candidates: [first, ...others].map((place) => sayPlace(place, book)),
  })
}

/** "Caturtunggal, Depok, Kabupaten Sleman (34.04.07.2001)". */
export function sayPlace(place: PlaceCode, book: PlaceBook): string {
  const names = waysUp(place).map((code) => book.nameOf(code) ?? code)
  return `${names.slice(0, 3).join(', ')} (${place})`
}

function placeByCode(said: string, named: NamedPlace, book: PlaceBook): Result<PlaceCode, PlaceProblem> {
  const code = codeIn(said)
  if (!code || book.nameOf(code) === null) return no({ code: 'place-unknown', column: 'code', said })
  const differs = columns.find((column) => !fits(column, named[column], code, book))
  if (differs)
    return no({ code: 'place-differs', column: differs, said: named[differs].trim(), place: sayPlace(code, book) })
  return ok(code)
}

/** Whether a place lies in, or is, what a cell says of one level. An empty cell says nothing. */
function fits(column: NameColumn, said: string, place: PlaceCode, book: PlaceBook): boolean {
  if (said.trim() === '') return true
  const at = waysUp(place).find((code) => levelOf(code) === column)
  if (!at) return false
  return codeIn(said) === at || placesCalled(column, said, book).includes(at)
}

function placesCalled(column: NameColumn, said: string, book: PlaceBook): readonly PlaceCode[] {
  const called = book.named(column, lettersOf(said))
  const exact = called.filter((code) => plain(book.nameOf(code) ?? '') === plain(said))
  const found = exact.length > 0 ? exact : called
  const kind = /^\s*(kota|kabupaten|kab)\b/i.exec(said)?.[1]?.toLowerCase()
  if (column !== 'district' || !kind) return found
  const isTown = (code: PlaceCode): boolean => /^kota /i.test(book.nameOf(code) ?? '')
  return found.filter((code) => isTown(code) === (kind === 'kota'))
}

/** The letters of a name by which places are looked up: "Kab. Sleman" and "SLEMAN" are the same. */
export const lettersOf = (said: string): string =>
  plain(said.replace(whatItIs, '').replace(/\bkep(\.\s*|\s+)/i, 'kepulauan '))
const whatItIs =
  /^(\s*(provinsi|prov|daerah istimewa|daerah khusus ibukota|daerah khusus|d\.?i|dki|kabupaten|kab|kota|administrasi|adm|kecamatan|kec|kapanewon|kemantren|distrik|desa|kelurahan|kalurahan|kel|nagari|gampong)(\.\s*|\s+))+/i

/** A code as people write it: with dots, without, or as a spreadsheet turned it into a number (34.1 was 34.10). */
export function codeIn(said: string): PlaceCode | null {
  const text = said.trim()
  const digits = /^\d{4}$|^\d{6}$|^\d{10}$/.test(text) ? text.replace(/^(\d\d)(\d\d)(\d\d)?(\d{4})?$/, dotted) : text
  const read = placeCode.safeParse(/^\d\d\.\d$/.test(digits) ? `${digits}0` : digits)
  return read.success ? read.data : null
}
const dotted = (_: string, ...parts: readonly (string | undefined)[]): string =>
  parts
    .slice(0, 4)
    .filter((part) => part !== undefined)
    .join('.')

/** A place and those that it lies in, the lowest first. */
function waysUp(place: PlaceCode): readonly PlaceCode[] {
  const parts = place.split('.')
  return parts.map((_, nth) => placeCode.parse(parts.slice(0, parts.length - nth).join('.')))
}
