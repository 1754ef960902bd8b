import { unguarded } from '../kernel/csv.ts'
import type { Day } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { PlaceCode } from '../place/code.ts'
import { isLocalName } from '../registry/indicators.ts'
import type { Sex, Values } from '../registry/registry.ts'
import type { Locals, Mapping, Target } from './columns.ts'
import { localTargets, targets } from './columns.ts'
import type { CellProblem } from './read-cell.ts'
import {
  isFormula,
  readAmount,
  readCount,
  readDay,
  readNik,
  readNumber,
  readPoint,
  readSex,
  readYes,
} from './read-cell.ts'

/** Why a row can't be taken. */
export type RowProblemCode =
  | CellProblem
  | 'nik-missing'
  | 'kk-missing'
  | 'name-missing'
  | 'place-missing'
  | 'place-unknown'
  | 'place-outside'

/** What is wrong with a row, and in which column: its place from 0, null where it is the row as a whole. */
export interface RowProblem {
  readonly code: RowProblemCode
  readonly column: number | null
}

/** A person as a row says. What the row leaves empty is not there: it was not said. */
export interface PersonSaid {
  readonly nik: string
  readonly name: string
  readonly birthDate: Day | null
  readonly sex: Sex | null
  readonly phone: string | null
  readonly values: Values
}

/** A family as a row says. */
export interface FamilySaid {
  readonly kk: string
  readonly address: string
  readonly desil: number | null
  readonly values: Values
}

/** A row of an extract that can be taken. */
export interface SaidRow {
  readonly line: number
  readonly place: PlaceCode | null
  readonly person: PersonSaid | null
  readonly family: FamilySaid | null
}

/** How places are named in the file and which of them may be loaded. */
export type FindPlace = (said: {
  readonly code: string
  readonly village: string
  readonly subdistrict: string
}) => Result<PlaceCode, RowProblemCode>

interface Column extends Target {
  readonly at: number
}

/** What one load knows of the cells of its file. */
export interface Reading {
  readonly columns: Readonly<Record<Target['of'], readonly Column[]>>
  readonly at: Mapping
  readonly today: Day
  /** The village of all rows that name none. */
  readonly place: PlaceCode | null
  readonly findPlace: FindPlace
}

const codeColumns = ['person.nomor_induk_kependudukan', 'family.nomor_kartu_keluarga'] as const
const [nikKey, kkKey] = codeColumns
const own = new Set<string>([
  ...codeColumns,
  'person.nama',
  'person.tanggal_lahir',
  'person.jenis_kelamin',
  'person.nomor_telepon',
  'family.alamat',
  'family.desil',
  'family.kode_provinsi',
  'family.provinsi',
  'family.kode_kabupaten_kota',
  'family.kabupaten_kota',
  'family.kode_kecamatan',
  'family.kecamatan',
  'family.kode_kelurahan_desa',
  'family.kelurahan_desa',
])
const longest = 500
const lastDay = '9999-12-31'

/** Makes ready to read rows under a mapping: which cells are values is asked once, not for each of five million rows. */
export function readingOf(mapping: Mapping, rest: Omit<Reading, 'columns' | 'at'>, locals: Locals = []): Reading {
  const columns = [...targets, ...localTargets(locals)].flatMap((target) => {
    const at = mapping[target.key]
    return at === undefined || own.has(target.key) ? [] : [{ ...target, at }]
  })
  // In the order in which an entry spells them.
  const ordered = columns.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const of = (whose: Target['of']) => ordered.filter((column) => column.of === whose)
  return { ...rest, at: mapping, columns: { person: of('person'), family: of('family') } }
}

/** LOAD-5 Reads one row, or says what is wrong with it and where. Nothing is guessed, and nothing is taken in part. */
export function checkRow(cells: readonly string[], line: number, reading: Reading): Result<SaidRow, RowProblem> {
  const odd = cells.findIndex((cell) => cell.length > longest || isFormula(cell))
  if (odd >= 0) return no({ code: isFormula(cells[odd] ?? '') ? 'formula' : 'too-long', column: odd })
  const person = nikKey in reading.at ? checkPerson(cells, reading) : ok(null)
  if (!person.ok) return person
  const family = kkKey in reading.at ? checkFamily(cells, reading) : ok(null)
  if (!family.ok) return family
  const place = placeOf(cells, reading)
  return place.ok ? ok({ line, place: place.value, person: person.value, family: family.value }) : place
}

const cellAt = (cells: readonly string[], { at }: Reading, key: string): string => {
  const nth = at[key]
  return nth === undefined ? '' : unguarded((cells[nth] ?? '').trim())
}

const wrong = (reading: Reading, key: string, code: RowProblemCode) => no({ code, column: reading.at[key] ?? null })

function checkPerson(cells: readonly string[], reading: Reading): Result<PersonSaid, RowProblem> {
  const said = cellAt(cells, reading, nikKey)
  if (said === '') return wrong(reading, nikKey, 'nik-missing')
  const nik = readNik(said)
  if (!nik.ok) return wrong(reading, nikKey, nik.error)
  const name = cellAt(cells, reading, 'person.nama').replace(/\s+/g, ' ')
  if (!/\p{L}/u.test(name)) return wrong(reading, 'person.nama', 'name-missing')
  const born = optional(cells, reading, 'person.tanggal_lahir', (cell) => readDay(cell, reading.today))
  if (!born.ok) return born
  const sex = optional(cells, reading, 'person.jenis_kelamin', readSex)
  if (!sex.ok) return sex
  const values = readValues(cells, reading, 'person')
  if (!values.ok) return values
  const phone = cellAt(cells, reading, 'person.nomor_telepon') || null
  return ok({ nik: nik.value, name, birthDate: born.value, sex: sex.value, phone, values: values.value })
}

function checkFamily(cells: readonly string[], reading: Reading): Result<FamilySaid | null, RowProblem> {
  const said = cellAt(cells, reading, kkKey)
  // A person without a card is a person; a row of families without one is nothing.
  if (said === '') return nikKey in reading.at ? ok(null) : wrong(reading, kkKey, 'kk-missing')
  const kk = readNumber(said)
  if (!kk.ok) return wrong(reading, kkKey, kk.error)
  const desil = optional(cells, reading, 'family.desil', readDesil)
  if (!desil.ok) return desil
  const values = readValues(cells, reading, 'family')
  if (!values.ok) return values
  const address = cellAt(cells, reading, 'family.alamat')
  return ok({ kk: kk.value, address, desil: desil.value, values: values.value })
}

function readDesil(cell: string): Result<number, CellProblem> {
  const said = /^(?:desil\s*)?(\d{1,2})(?:[.,]0+)?$/i.exec(cell)?.[1]
  const desil = Number(said ?? Number.NaN)
  return desil >= 1 && desil <= 10 ? ok(desil) : no('desil-range')
}

function optional<T>(
  cells: readonly string[],
  reading: Reading,
  key: string,
  read: (cell: string) => Result<T, CellProblem>,
): Result<T | null, RowProblem> {
  const cell = cellAt(cells, reading, key)
  if (isEmpty(cell)) return ok(null)
  const value = read(cell)
  return value.ok ? value : wrong(reading, key, value.error)
}

const isEmpty = (cell: string): boolean => cell === '' || cell === '-' || cell === 'NULL'

function readValues(
  cells: readonly string[],
  { columns, today }: Reading,
  of: Target['of'],
): Result<Values, RowProblem> {
  const values: Record<string, Json> = {}
  for (const column of columns[of]) {
    const cell = unguarded((cells[column.at] ?? '').trim())
    if (isEmpty(cell)) continue
    const value = valueOf(column, cell, today)
    if (!value.ok) return no({ code: value.error, column: column.at })
    values[column.name] = value.value
  }
  return ok(values)
}

function valueOf({ kind, name }: Column, cell: string, today: Day): Result<Json, CellProblem> {
  switch (kind) {
    case 'count':
      return readCount(cell)
    case 'quantity':
      return readAmount(cell)
    case 'day':
      // Of what a district asks itself, a day may be one to come.
      return readDay(cell, isLocalName(name) ? lastDay : today)
    case 'yes-no':
      return ok(readYes(cell))
    case 'codes':
      return ok(codesOf(cell))
    case 'code':
      return ok(codeOf(cell))
    case 'point':
      return readPoint(cell)
    case 'text':
      return ok(cell)
  }
}

/** Each code once, however often a cell says it. */
const codesOf = (cell: string): readonly string[] => {
  const codes = cell.split(/[,;|]/).map(codeOf)
  return [...new Set(codes)].filter((code) => code !== '')
}

/** The code alone where its word stands beside it: `2 Kawin`, `2. Kawin`. A spreadsheet's 2.0 is 2. */
const codeOf = (cell: string): string => (/^\d$/.test(cell) ? cell : codeBeside(cell))

const codeBeside = (cell: string): string =>
  /^0*(\d{1,2})(?:[.,]0+)?(?:[\s.)\-:].*)?$/.exec(cell.trim())?.[1] ?? cell.trim()

function placeOf(cells: readonly string[], reading: Reading): Result<PlaceCode | null, RowProblem> {
  const code = cellAt(cells, reading, 'family.kode_kelurahan_desa')
  const village = cellAt(cells, reading, 'family.kelurahan_desa')
  if (code === '' && village === '') return ok(reading.place)
  const found = reading.findPlace({ code, village, subdistrict: cellAt(cells, reading, 'family.kecamatan') })
  return found.ok
    ? found
    : wrong(reading, code === '' ? 'family.kelurahan_desa' : 'family.kode_kelurahan_desa', found.error)
}
