import type { Json } from '../kernel/json.ts'
import type { PlaceCode } from '../place/code.ts'
import type { FamilyRow, PersonRow, Values } from '../registry/registry.ts'
import { masked, saidOfFamily, saidOfPerson } from '../registry/said.ts'
import type { Variable } from '../registry/variables.ts'
import { familyVariables, personVariables } from '../registry/variables.ts'
import type { ExportSubject } from './export.ts'

/** LOAD-23 The questions of a district itself, as columns. */
export type ExportLocals = readonly Pick<Variable, 'name' | 'of'>[]

/** Where a cell of an export comes from: what is said of the person or the family, the village, or the mark. */
interface Column {
  readonly head: string
  readonly of: 'person' | 'family' | 'place' | 'mark'
  readonly name: string
}

/** What a village is part of, and how all of it is called. */
export interface PlaceNames {
  readonly province: string
  readonly district: string
  readonly subdistrict: string
  readonly village: string
}

const codeOf = (place: PlaceCode, digits: number): string => place.replaceAll('.', '').slice(0, digits)
const placeCells: Readonly<Record<string, (place: PlaceCode, names: PlaceNames) => string>> = {
  kode_provinsi: (place) => codeOf(place, 2),
  provinsi: (_place, names) => names.province,
  kode_kabupaten_kota: (place) => codeOf(place, 4),
  kabupaten_kota: (_place, names) => names.district,
  kode_kecamatan: (place) => codeOf(place, 6),
  kecamatan: (_place, names) => names.subdistrict,
  kode_kelurahan_desa: (place) => codeOf(place, 10),
  kelurahan_desa: (_place, names) => names.village,
}

const kk = 'nomor_kartu_keluarga'
const evidence = ['desil', 'desil_on', 'desil_source'] as const
/** By which every row can be followed to whoever took it out. */
export const markHead = 'tanda_ekspor'

const ofPerson: readonly Column[] = personVariables.map(({ name }) =>
  name === kk ? { head: name, of: 'family', name } : { head: name, of: 'person', name },
)
const ofFamily: readonly Column[] = [
  ...familyVariables.map(({ name }): Column => ({ head: name, of: name in placeCells ? 'place' : 'family', name })),
  ...evidence.map((name): Column => ({ head: name, of: 'family', name })),
]
const mark: Column = { head: markHead, of: 'mark', name: '' }
/** A person has an address of their own, and the same word means the family's: only there it says whose. */
const besidePerson = ofFamily
  .filter(({ name }) => name !== kk)
  .map((column) => ({
    ...column,
    head: column.name === 'alamat' ? 'alamat_keluarga' : column.head,
  }))

/** What a district asks itself stands behind the official names, under a name that no official variable has. */
const localOf = (locals: ExportLocals, subject: ExportSubject): readonly Column[] =>
  locals.filter(({ of }) => subject === 'people' || of === 'family').map(({ name, of }) => ({ head: name, of, name }))

const columns: Readonly<Record<ExportSubject, (locals: ExportLocals) => readonly Column[]>> = {
  people: (locals) => [...ofPerson, ...besidePerson, ...localOf(locals, 'people'), mark],
  families: (locals) => [...ofFamily, ...localOf(locals, 'families'), mark],
}

/** LOAD-16 The heads of an export: the official names, under which our own import knows them again. */
export const exportHead = (subject: ExportSubject, locals: ExportLocals = []): readonly string[] =>
  columns[subject](locals).map(({ head }) => head)

/** Somebody of the registry with their family, or a family alone. */
export interface Exported {
  readonly person: PersonRow | null
  readonly family: FamilyRow | null
  readonly place: PlaceCode
}

/** How an export tells it. */
export interface Telling {
  readonly names: PlaceNames
  /** Whether numbers by which people could be found stand in the open. */
  readonly numbers: boolean
  readonly mark: string
  /** The district's own questions when the export was asked for: all its pieces have the same columns. */
  readonly locals?: ExportLocals
}

/** LOAD-16 One row of an export, cell by cell as `exportHead` names them. */
export function exportRow(
  subject: ExportSubject,
  { person, family, place }: Exported,
  { names, numbers, mark: own, locals = [] }: Telling,
): readonly string[] {
  const shown = (said: Values): Values => (numbers ? said : masked(said))
  const said = {
    person: person ? shown(saidOfPerson(person)) : {},
    family: family ? shown(saidOfFamily(family)) : {},
  }
  return columns[subject](locals).map(({ of, name }) => {
    if (of === 'mark') return own
    return of === 'place' ? (placeCells[name]?.(place, names) ?? '') : cellOf(said[of][name])
  })
}

/** A value as a cell says it, so that `readCell` reads it back. What was said to be unknown is left empty, like what nobody said. */
export function cellOf(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? '1' : '2'
  if (typeof value === 'number') return amountText(value)
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'string' ? value : ''
}

// A dot before three digits parts thousands in Indonesia: decimals have their comma.
const amountText = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/0+$/, '').replace(/\.$/, '').replace('.', ',')
