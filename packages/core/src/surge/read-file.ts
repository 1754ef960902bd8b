import type { Day } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { numberTyped } from '../registry/identity.ts'
import type { AffectedFact } from './surge.ts'
import { affectedFacts } from './surge.ts'

/** Why a row of a file can't be taken. */
export const fileFaults = ['no-name', 'nik', 'nik-rounded', 'birth', 'village', 'village-twice', 'twice'] as const
export type FileFault = (typeof fileFaults)[number]

type Column = AffectedFact | 'name' | 'nik' | 'birth' | 'village' | 'subdistrict' | 'address' | 'phone'
/** What columns are called in the files that come; letters and digits alone count. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  name: ['nama', 'namapeserta', 'namalengkap', 'name'],
  nik: ['nik', 'nomorindukkependudukan', 'noktp', 'nonik'],
  birth: ['tanggallahir', 'tgllahir', 'lahir', 'birthdate'],
  village: ['desa', 'kelurahan', 'desakelurahan', 'kelurahandesa', 'kodedesa', 'kodekelurahandesa', 'village'],
  subdistrict: ['kecamatan', 'kapanewon', 'kec', 'subdistrict'],
  address: ['alamat', 'address'],
  phone: ['telepon', 'nohp', 'hp', 'nomorhp', 'notelp', 'nomortelepon', 'phone'],
  emergency: ['darurat', 'gawatdarurat', 'emergency'],
  chronic: ['kronis', 'penyakitkronis', 'katastropik', 'chronic'],
  pregnant: ['hamil', 'ibuhamil', 'pregnant'],
  disabled: ['disabilitas', 'penyandangdisabilitas', 'disabled'],
}
const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

export type Head = Readonly<Partial<Record<Column, number>>>
/** Without these a row names nobody, or nowhere. */
const needed = ['name', 'village'] as const

/** SURGE-3 Which column of a file says what, and what is missing of what is needed. */
export function readHead(cells: readonly string[]): { readonly head: Head; readonly missing: readonly Column[] } {
  const head: { [Name in Column]?: number } = {}
  for (const [at, cell] of cells.entries())
    for (const [column, names] of columns)
      if (names.includes(plain(cell)) && head[column] === undefined) head[column] = at
  return { head, missing: needed.filter((column) => head[column] === undefined) }
}
const columns = keysOf(heads).map((column) => [column, heads[column]] as const)

/** A village as it is looked up: by its code, or by its name and that of its sub-district. */
export type FindVillage = (village: string, subdistrict: string) => string | 'village' | 'village-twice'

export interface FileRow {
  readonly place: string
  readonly name: string
  readonly nik: string | null
  readonly phone: string | null
  readonly address: string
  readonly birthDate: Day | null
  readonly facts: readonly AffectedFact[]
}

/** SURGE-3 One row of a file as it comes on the list, or why it can't. */
export function readRow(cells: readonly string[], head: Head, findVillage: FindVillage): FileRow | FileFault {
  const cell = (column: Column): string => cells[head[column] ?? -1]?.trim() ?? ''
  const name = cell('name').slice(0, 200)
  if (name === '') return 'no-name'
  const nik = numberTyped(cell('nik'))
  if (/^\d[.,]?\d*e\+?\d+$/i.test(cell('nik'))) return 'nik-rounded'
  if (nik !== '' && !/^\d{16}$/.test(nik)) return 'nik'
  const birthDate = cell('birth') === '' ? null : readDay(cell('birth'))
  if (cell('birth') !== '' && birthDate === null) return 'birth'
  const place = findVillage(cell('village'), cell('subdistrict'))
  if (place === 'village' || place === 'village-twice') return place
  const phone = cell('phone').replace(/[^\d+ ()-]/g, '')
  return {
    place,
    name,
    nik: nik === '' ? null : nik,
    phone: /^\+?[0-9 ()-]{6,20}$/.test(phone) ? phone : null,
    address: cell('address').slice(0, 300),
    birthDate,
    facts: affectedFacts.filter((fact) => isYes(cell(fact))),
  }
}

const isYes = (text: string): boolean => /^(ya|y|yes|true|1|x|v|ada)$/i.test(text)

/** A day as files write it: 1960-03-12, 12/03/1960, 12-3-1960. */
export function readDay(text: string): Day | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text)
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const [year, month, date] = iso ? [iso[1], iso[2], iso[3]] : [local?.[3], local?.[2], local?.[1]]
  if (!year || !month || !date) return null
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const read = new Date(`${day}T00:00:00Z`)
  return Number(year) >= 1900 && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : null
}

/** How villages are looked up by name: the kinds before a name say nothing. */
export const villageKey = (name: string): string =>
  plain(name.replace(/^(desa|kelurahan|kel\.?|kalurahan|kecamatan|kec\.?|kapanewon)\s+/i, ''))
