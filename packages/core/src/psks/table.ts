import { plain } from '../office/import/columns.ts'
import type { PlaceColumn } from '../office/import/find-place.ts'
import type { PsksField, PsksKind } from './kinds.ts'

export interface NamedKind extends PsksKind {
  readonly code: string
  readonly names: { readonly id: string; readonly en: string }
}

const base = {
  kind: { heads: ['jenis psks', 'kind of psks', 'jenis', 'kind'], example: 'Pekerja sosial masyarakat (PSM)' },
  name: { heads: ['nama', 'name', 'nama lengkap', 'nama lembaga'], example: 'Sri Wahyuni' },
  nik: { heads: ['nik', 'identity number'], example: '' },
  phone: { heads: ['telepon', 'phone', 'no hp', 'nomor telepon', 'telp'], example: '081234567890' },
  email: { heads: ['e-mail', 'email', 'surel'], example: '' },
  address: { heads: ['alamat', 'address'], example: 'Jl. Candi Gebang 1' },
  code: { heads: ['kode wilayah', 'place code', 'kode', 'kode kemendagri'], example: '34.04.07.2001' },
  subdistrict: { heads: ['kecamatan', 'subdistrict', 'kapanewon'], example: '' },
  village: { heads: ['desa', 'village', 'desa/kelurahan', 'kelurahan', 'kalurahan'], example: '' },
  serves: { heads: ['wilayah layanan', 'places served', 'melayani'], example: '34.04.07.2001; 34.04.07.2002' },
} as const satisfies Readonly<Record<string, { heads: readonly string[]; example: string }>>

export type PsksBaseColumn = keyof typeof base
/** A column of the table: one that every kind has, or a field that some have. */
export type PsksColumn = PsksBaseColumn | `field:${string}`

export interface PsksHead {
  readonly at: ReadonlyMap<PsksColumn, number>
  readonly missing: readonly PsksColumn[]
  readonly unknown: readonly string[]
  readonly twice: readonly PsksColumn[]
}

const needed: readonly PsksBaseColumn[] = ['kind', 'name']
export const placeColumns = ['code', 'subdistrict', 'village'] as const satisfies readonly PlaceColumn[]
/** Columns that our own answers add to a file. */
const ours: ReadonlySet<string> = new Set(['sebab', 'reason', 'kolom', 'column', 'baris', 'line'])

/** The fields that any kind has, each once: those of the same code say the same. */
export const fieldsIn = (kinds: readonly NamedKind[]): readonly PsksField[] => [
  ...new Map(kinds.flatMap(({ fields }) => fields.map((field) => [field.code, field] as const))).values(),
]

/** All columns of the table with their names in a language. */
export const headsOf = (
  kinds: readonly NamedKind[],
  lang: 'id' | 'en',
): readonly (readonly [column: PsksColumn, head: string])[] => [
  ...baseColumns.map((column) => [column, base[column].heads[lang === 'id' ? 0 : 1] ?? column] as const),
  ...fieldsIn(kinds).map((field) => [`field:${field.code}`, field[lang]] as const),
]
export const baseColumns = Object.keys(base).filter((name): name is PsksBaseColumn => name in base)

/** PSKS-9 The file to begin with: all columns in a language, and one line that shows how they are filled. */
export const psksTemplate = (kinds: readonly NamedKind[], lang: 'id' | 'en'): readonly (readonly string[])[] => {
  const heads = headsOf(kinds, lang)
  return [heads.map(([, head]) => head), heads.map(([column]) => (column in base ? exampleOf(column) : ''))]
}
const exampleOf = (column: PsksColumn): string =>
  baseColumns.flatMap((one) => (one === column ? base[one].example : []))[0] ?? ''

/** PSKS-9 Finds the columns by their names, in either language and in any order. */
export function readPsksHead(cells: readonly string[], kinds: readonly NamedKind[]): PsksHead {
  const found = cells.map((cell) => columnNamed(cell, kinds))
  const at = new Map<PsksColumn, number>()
  const twice: PsksColumn[] = []
  for (const [nth, column] of found.entries()) {
    if (column === null) continue
    if (at.has(column)) twice.push(column)
    else at.set(column, nth)
  }
  const lacking = needed.filter((column) => !at.has(column))
  const placeless = !placeColumns.some((column) => at.has(column))
  return {
    at,
    twice,
    missing: placeless ? [...lacking, 'code'] : lacking,
    unknown: cells.filter((cell, nth) => found[nth] === null && cell.trim() !== '' && !ours.has(cell.toLowerCase())),
  }
}

function columnNamed(head: string, kinds: readonly NamedKind[]): PsksColumn | null {
  const name = plain(head)
  const own = baseColumns.find((column) => base[column].heads.some((known) => plain(known) === name))
  if (own) return own
  const field = fieldsIn(kinds).find(({ id, en }) => plain(id) === name || plain(en) === name)
  return field ? `field:${field.code}` : null
}
