import type { Day, Instant } from '../kernel/instant.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import { placeCode } from '../place/code.ts'
import { completenessOf } from './complete.ts'
import type { FamilyRow, PersonRow, Values } from './registry.ts'
import { saidOfFamily, saidOfPerson, sexOfCode } from './said.ts'

export type Person = Omit<PersonRow, 'id' | 'version'>
export type Family = Omit<FamilyRow, 'id' | 'version'>
interface When {
  readonly day: Day
  readonly now: Instant
}

/** A person of whom nothing is said yet but where they live. */
export const newPerson = (place: PlaceCode, district: LedgerCode, now: Instant): Person => ({
  district,
  place,
  family: null,
  name: '',
  nik: null,
  birthDate: null,
  sex: null,
  phone: null,
  values: {},
  status: 'known',
  mergedInto: null,
  complete: 0,
  load: null,
  addedAt: now,
  changedAt: now,
})

/** A family of which nothing is said yet. */
export const newFamily = (place: PlaceCode, district: LedgerCode, now: Instant): Family => ({
  district,
  place,
  kk: null,
  address: '',
  values: {},
  desil: null,
  desilOn: null,
  desilSource: '',
  status: 'known',
  mergedInto: null,
  complete: 0,
  load: null,
  addedAt: now,
  changedAt: now,
})

/** REGISTRY-9 What of a person becomes another by these values, under official names; with how much is known now. */
export function personSet(before: Person, given: Values, { day, now }: When): Partial<Person> {
  const { rest, take } = taken(given)
  const columns: Partial<Person> = {
    ...take('nama', (value) => ({ name: textOf(value) })),
    ...take('nomor_induk_kependudukan', (value) => ({ nik: textOf(value) || null })),
    ...take('tanggal_lahir', (value) => ({ birthDate: textOf(value) || null })),
    ...take('jenis_kelamin', (value) => ({ sex: sexOfCode(value) })),
    ...take('nomor_telepon', (value) => ({ phone: textOf(value) || null })),
  }
  const set = { ...columns, ...valuesWith(before, rest()), changedAt: now }
  return { ...set, complete: completenessOf('person', saidOfPerson({ ...before, ...set }), day).percent }
}

/** The same of a family. */
export function familySet(before: Family, given: Values, { day, now }: When): Partial<Family> {
  const { rest, take } = taken(given)
  const columns: Partial<Family> = {
    ...take('nomor_kartu_keluarga', (value) => ({ kk: textOf(value) || null })),
    ...take('alamat', (value) => ({ address: textOf(value) })),
    ...take('kode_kelurahan_desa', (value) => ({ place: placeCode.parse(value) })),
    ...take('desil', (value) => ({ desil: typeof value === 'number' ? value : null })),
    ...take('desil_on', (value) => ({ desilOn: textOf(value) || null })),
    ...take('desil_source', (value) => ({ desilSource: textOf(value) })),
  }
  const set = { ...columns, ...valuesWith(before, rest()), changedAt: now }
  return { ...set, complete: completenessOf('family', saidOfFamily({ ...before, ...set }), day).percent }
}

const valuesWith = ({ values }: { readonly values: Values }, given: Values): { readonly values?: Values } =>
  Object.keys(given).length === 0 ? {} : { values: { ...values, ...given } }

/** Takes values that have a column of their own out of those that have none. */
function taken(given: Values) {
  const left = new Map(Object.entries(given))
  return {
    take<Columns extends object>(name: string, column: (value: unknown) => Columns): Columns | Record<never, never> {
      const value = left.get(name)
      return left.delete(name) ? column(value) : {}
    },
    rest: (): Values => Object.fromEntries(left),
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
