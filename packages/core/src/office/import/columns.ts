import { keysOf } from '../../kernel/keys.ts'

/** What can be read from a file of an administrator's. */
export const importKinds = ['offices', 'staff'] as const
export type ImportKind = (typeof importKinds)[number]

/** A column of such a file: what it may be called, the Indonesian and the English name first, and an example of it. */
interface Column {
  readonly heads: readonly [id: string, en: string, ...others: string[]]
  readonly example: string
}

const places = {
  code: { heads: ['kode wilayah', 'place code', 'kode', 'code', 'kode kemendagri'], example: '34.04.07.2003' },
  province: { heads: ['provinsi', 'province'], example: 'DI Yogyakarta' },
  district: { heads: ['kabupaten', 'district', 'kabupaten/kota', 'kab/kota', 'kota'], example: 'Kabupaten Sleman' },
  subdistrict: { heads: ['kecamatan', 'subdistrict', 'kapanewon', 'distrik'], example: 'Depok' },
  village: {
    heads: ['desa', 'village', 'desa/kelurahan', 'kelurahan', 'kalurahan', 'nagari'],
    example: 'Condongcatur',
  },
} as const satisfies Record<string, Column>

const office = {
  name: { heads: ['nama kantor', 'office name', 'nama', 'name', 'kantor', 'office'], example: 'Puskesos Condongcatur' },
  kind: { heads: ['jenis kantor', 'office kind', 'jenis', 'kind', 'type'], example: 'Puskesos' },
  ...places,
  parent: { heads: ['kantor induk', 'parent office', 'induk', 'parent'], example: '' },
  parentPlace: { heads: ['wilayah induk', 'parent place', 'kode wilayah induk', 'parent place code'], example: '' },
  address: { heads: ['alamat', 'address'], example: 'Jl. Candi Gebang 1' },
  phone: { heads: ['telepon', 'phone', 'nomor telepon', 'no telepon', 'telp'], example: '0274 880001' },
  active: { heads: ['aktif', 'active'], example: 'ya' },
  id: { heads: ['id', 'office id'], example: '' },
} as const satisfies Record<string, Column>

const staff = {
  name: { heads: ['nama petugas', 'staff name', 'nama', 'name', 'nama lengkap', 'full name'], example: 'Rina Astuti' },
  role: { heads: ['peran', 'role', 'jabatan', 'position'], example: 'Petugas belakang (BO)' },
  office: { heads: ['kantor', 'office', 'nama kantor', 'office name'], example: 'Puskesos Condongcatur' },
  ...places,
  ends: { heads: ['berakhir', 'ended', 'berhenti', 'ends'], example: '' },
  id: { heads: ['id', 'id petugas', 'staff id'], example: '' },
} as const satisfies Record<string, Column>

export type OfficeColumn = keyof typeof office
export type StaffColumn = keyof typeof staff
export type ImportColumn = OfficeColumn | StaffColumn

const columnsOf: Readonly<Record<ImportKind, Readonly<Partial<Record<ImportColumn, Column>>>>> = {
  offices: office,
  staff,
}

/** Columns that a file can't do without. The place is asked for apart: by its code, or by any of its names. */
const needed: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  offices: ['name', 'kind'],
  staff: ['name', 'role', 'office'],
}
const placeColumns: readonly ImportColumn[] = ['code', 'province', 'district', 'subdistrict', 'village']

/** Columns that our own answers add to a file: what was wrong is not read when it is sent again. */
const ours: ReadonlySet<string> = new Set(['sebab', 'reason', 'kolom', 'column', 'baris', 'line'])

export interface Head {
  readonly at: ReadonlyMap<ImportColumn, number>
  /** As they are called in the reader's language. */
  readonly missing: readonly ImportColumn[]
  /** Heads that nobody knows, as written. Their cells are not read. */
  readonly unknown: readonly string[]
  /** Columns that stand in the file more than once: which of them counts can't be known. */
  readonly twice: readonly ImportColumn[]
}

/** IMPORT-1 Finds the columns by their names, in either language and in any order. */
export function readHead(kind: ImportKind, cells: readonly string[]): Head {
  const found = cells.map((cell) => columnNamed(kind, cell))
  const at = new Map<ImportColumn, number>()
  const twice: ImportColumn[] = []
  for (const [nth, column] of found.entries()) {
    if (column === null) continue
    if (at.has(column)) twice.push(column)
    else at.set(column, nth)
  }
  const lacking = needed[kind].filter((column) => !at.has(column))
  const placeless = kind === 'offices' && !placeColumns.some((column) => at.has(column))
  return {
    at,
    twice,
    missing: placeless ? [...lacking, 'code'] : lacking,
    unknown: cells.filter((cell, nth) => found[nth] === null && cell.trim() !== '' && !ours.has(cell.toLowerCase())),
  }
}

/** What a column is called in a language. */
export function headOf(kind: ImportKind, column: ImportColumn, lang: 'id' | 'en'): string {
  return columnsOf[kind][column]?.heads[lang === 'id' ? 0 : 1] ?? column
}

/** IMPORT-2 The file to begin with: all columns in a language, and one line that shows how they are filled. */
export function importTemplate(kind: ImportKind, lang: 'id' | 'en'): readonly (readonly string[])[] {
  const columns = Object.values(columnsOf[kind])
  return [columns.map(({ heads }) => heads[lang === 'id' ? 0 : 1]), columns.map(({ example }) => example)]
}

/** The letters and digits of a name: spaces, dots and capitals are written in many ways. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function columnNamed(kind: ImportKind, head: string): ImportColumn | null {
  const name = plain(head)
  const columns = columnsOf[kind]
  return keysOf(columns).find((column) => columns[column]?.heads.some((known) => plain(known) === name)) ?? null
}
