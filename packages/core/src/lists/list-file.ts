import type { CaseKind } from '../case/case.ts'
import { caseKinds } from '../case/case.ts'
import { zoneNames } from '../i18n/when.ts'
import type { Day } from '../kernel/instant.ts'
import { zones } from '../kernel/instant.ts'
import type { Json, JsonObject } from '../kernel/json.ts'
import { officeLevels } from '../office/office.ts'
import type { Names } from './item.ts'
import type { RuledList } from './list-law.ts'

/** One line of a list's file: an item with what is said of it from a day, and the day from which it is used no more. */
export interface FileItem {
  readonly code: string
  readonly names: Names
  readonly data: JsonObject
  /** Empty: from the day that is chosen when the file is read. */
  readonly from: Day | ''
  readonly ends: Day | ''
}

/** A column of a file: its head, which field it holds, how it is written, and what it says of the item's data. */
interface Column {
  readonly head: string
  readonly field: string
  readonly write: (item: FileItem) => string
  readonly read?: (cell: string) => Json | undefined
}

const kindWords: Readonly<Record<CaseKind, string>> = {
  service: 'layanan',
  complaint: 'pengaduan',
  question: 'pertanyaan',
  suggestion: 'saran',
}
const levelWords = {
  village: 'desa',
  subdistrict: 'kecamatan',
  district: 'kabupaten',
  province: 'provinsi',
  nation: 'pusat',
}

const base: readonly Column[] = [
  { head: 'kode', field: 'code', write: ({ code }) => code },
  { head: 'nama', field: 'names.id', write: ({ names }) => names.id },
  { head: 'nama_inggris', field: 'names.en', write: ({ names }) => names.en },
  { head: 'mulai', field: 'from', write: ({ from }) => from },
  { head: 'berhenti', field: 'ends', write: ({ ends }) => ends },
]

const textColumn = (head: string, field: string): Column => ({
  head,
  field: `data.${field}`,
  write: ({ data }) => sayText(data[field]),
  read: (cell) => cell,
})
const numberColumn = (head: string, field: string): Column => ({ ...textColumn(head, field), read: numberOf })
const percentColumn = (head: string, field: string): Column => ({
  ...textColumn(head, field),
  read: (cell) => (cell === '' ? undefined : numberOf(cell)),
})
const risesColumn: Column = {
  head: 'naik_sendiri',
  field: 'data.rises',
  write: ({ data }) => Object.keys(yesOrNo).find((word) => yesOrNo[word] === data['rises']) ?? '',
  // Another word stays as it is written: the schema then names the column.
  read: (cell) => (cell === '' ? undefined : (yesOrNo[cell.toLowerCase()] ?? cell)),
}
const yesOrNo: Readonly<Record<string, boolean | undefined>> = { ya: true, tidak: false }
// Empty: whatever the desil is.
const desilColumn: Column = {
  ...textColumn('desil_tertinggi', 'maxDesil'),
  read: (cell) => (cell === '' ? null : numberOf(cell)),
}
const wordsColumn = (head: string, field: string): Column => ({
  head,
  field: `data.${field}`,
  write: ({ data }) => [data[field] ?? []].flat().join(' '),
  read: (cell) => (cell === '' ? [] : cell.split(/[\s,]+/)),
})
const kindsColumn: Column = {
  head: 'jenis',
  field: 'data.kinds',
  write: ({ data }) => kindsIn(data['kinds']).join(' '),
  read: (cell) => (cell === '' ? undefined : cell.split(/[\s,]+/).map(kindOf)),
}
const limitColumns = officeLevels.map(
  (level): Column => ({
    head: `hari_${levelWords[level]}`,
    field: `data.hopDays.${level}`,
    write: ({ data }) => sayText(partsOf(data['hopDays'])[level]),
    read: numberOf,
  }),
)

// WIB, WITA, WIT: nobody writes the names that computers have for them.
const zoneColumn: Column = {
  head: 'zona',
  field: 'data.zone',
  write: ({ data }) => zones.flatMap((zone) => (zone === data['zone'] ? (zoneNames[zone] ?? zone) : []))[0] ?? '',
  read: (cell) => zones.find((zone) => zoneNames[zone] === cell.toUpperCase()) ?? cell,
}

// Empty: open to everybody who sees the rest.
const restrictedColumn: Column = {
  ...textColumn('terbatas', 'restricted'),
  read: (cell) => (cell === '' ? null : cell),
}
const whoWords: Readonly<Record<string, string | undefined>> = { orang: 'person', lembaga: 'institution' }
const whoColumn: Column = {
  head: 'siapa',
  field: 'data.who',
  write: ({ data }) => Object.keys(whoWords).find((word) => whoWords[word] === data['who']) ?? '',
  read: (cell) => whoWords[cell.toLowerCase()] ?? cell,
}
/** What a kind of PSKS is asked for: code, kind, Indonesian and English of each, parted by signs that no name has. */
const fieldsColumn: Column = {
  head: 'isian',
  field: 'data.fields',
  write: ({ data }) =>
    [data['fields'] ?? []]
      .flat()
      .map(partsOf)
      .map(({ code, kind, id, en }) => [code, kind, id, en].map(sayText).join(' = '))
      .join(' | '),
  read: (cell) =>
    cell.trim() === ''
      ? []
      : cell.split('|').map((one) => {
          const [code = '', kind = '', id = '', en = ''] = one.split('=').map((part) => part.trim())
          return { code, kind, id, en }
        }),
}

const columnsOf: Readonly<Partial<Record<RuledList, readonly Column[]>>> = {
  category: [
    textColumn('bidang', 'sector'),
    kindsColumn,
    ...limitColumns,
    numberColumn('hari_seluruhnya', 'totalDays'),
    percentColumn('persen_terima', 'takePercent'),
    percentColumn('persen_putus', 'decidePercent'),
    risesColumn,
    textColumn('dasar', 'basis'),
    restrictedColumn,
  ],
  outcome: [kindsColumn],
  window: [numberColumn('hari', 'days'), textColumn('dasar', 'basis')],
  retention: [numberColumn('tahun', 'years'), textColumn('dasar', 'basis')],
  zone: [zoneColumn, textColumn('dasar', 'basis')],
  'letter-purpose': [desilColumn, textColumn('dasar', 'basis')],
  'ppks-type': [numberColumn('nomor', 'number'), restrictedColumn],
  'cell-limit': [numberColumn('terkecil', 'least'), textColumn('dasar', 'basis')],
  'psks-kind': [numberColumn('nomor', 'number'), whoColumn, fieldsColumn],
  indicator: [textColumn('tentang', 'of'), textColumn('jawaban', 'kind'), textColumn('alasan', 'why')],
  role: [
    wordsColumn('hak', 'permissions'),
    wordsColumn('terbatas', 'restricted'),
    textColumn('melihat', 'sees'),
    wordsColumn('jenis_kantor', 'heldAt'),
    wordsColumn('diberikan_dari', 'givenFrom'),
    {
      ...textColumn('faktor_kedua', 'secondFactor'),
      write: ({ data }) => (data['secondFactor'] === true ? 'ya' : 'tidak'),
      read: (cell) => ({ ya: true, tidak: false })[cell.toLowerCase()] ?? cell,
    },
  ],
}
const columns = (list: RuledList): readonly Column[] => [...base, ...(columnsOf[list] ?? [])]

/** The heads of a list's file, in their order. */
export const headsOf = (list: RuledList): readonly string[] => columns(list).map(({ head }) => head)

/** LISTS-16 A list as the rows of a table, its heads first. */
export const listTable = (list: RuledList, items: readonly FileItem[]): readonly (readonly string[])[] => [
  headsOf(list),
  ...items.map((item) => columns(list).map(({ write }) => write(item))),
]

/** The head of the column that holds a field of an item: what a person is told when it is wrong. */
export const headOf = (list: RuledList, field: string): string =>
  columns(list).find((column) => field === column.field || field.startsWith(`${column.field}.`))?.head ?? field

/** Reads one line; `cell` gives the text under a head. */
export function itemOf(list: RuledList, cell: (head: string) => string): FileItem {
  const parts: Record<string, Json> = {}
  const limits: Record<string, Json> = {}
  for (const { head, field, read } of columnsOf[list] ?? []) {
    const [, part = '', level] = field.split('.')
    const value = read?.(cell(head))
    if (value === undefined) continue
    if (level) limits[level] = value
    else parts[part] = value
  }
  const data = list === 'category' ? { ...parts, hopDays: limits } : parts
  const names = { id: cell('nama'), en: cell('nama_inggris') }
  return { code: cell('kode'), names, data, from: dayOf(cell('mulai')), ends: dayOf(cell('berhenti')) }
}

/** A day as it is written here or by a spreadsheet that took it for a date: 2027-01-31, 31/01/2027, 31-1-2027. */
export function dayOf(cell: string): string {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell)
  if (!local) return cell
  const [, day = '', month = '', year = ''] = local
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const sayText = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
// What is no number stays as it is written: the schema then names the column.
function numberOf(cell: string): Json {
  return /^\d{1,4}$/.test(cell) ? Number(cell) : cell
}
const kindsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? caseKinds.filter((kind) => value.includes(kind)).map((kind) => kindWords[kind]) : []
const kindOf = (word: string): string => caseKinds.find((kind) => kindWords[kind] === word.toLowerCase()) ?? word
const partsOf = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
