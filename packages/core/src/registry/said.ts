import type { Day } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import { maskNumber, maskPhone } from '../person/mask.ts'
import type { FamilyRow, Holder, PersonRow, Sex, Values } from './registry.ts'
import { sexes } from './registry.ts'

const sexCodes = { L: '1', P: '2' } as const satisfies Record<Sex, string>

/** A sex as its official code says it, and back. */
export const codeOfSex = (sex: Sex | null): string | null => (sex === null ? null : sexCodes[sex])
export const sexOfCode = (code: unknown): Sex | null => sexes.find((sex) => sexCodes[sex] === code) ?? null

/** All that is known of a person under official names, columns and values alike. What nobody said is not there. */
export const saidOfPerson = (person: Omit<PersonRow, 'id' | 'version'>): Values => ({
  ...person.values,
  ...known({
    nama: person.name || null,
    nomor_induk_kependudukan: person.nik,
    tanggal_lahir: person.birthDate,
    jenis_kelamin: codeOfSex(person.sex),
    nomor_telepon: person.phone,
  }),
})

/** The same of a family. */
export const saidOfFamily = (family: Omit<FamilyRow, 'id' | 'version'>): Values => ({
  ...family.values,
  ...known({
    nomor_kartu_keluarga: family.kk,
    alamat: family.address || null,
    kode_kelurahan_desa: family.place,
    desil: family.desil,
    desil_on: family.desilOn,
    desil_source: family.desilSource || null,
  }),
})

/** What stands in fields of a row and not among its values. */
const columnsOf: Readonly<Record<Holder, ReadonlySet<string>>> = {
  person: new Set(['nama', 'nomor_induk_kependudukan', 'tanggal_lahir', 'jenis_kelamin', 'nomor_telepon']),
  family: new Set(['nomor_kartu_keluarga', 'alamat', 'kode_kelurahan_desa', 'desil', 'desil_on', 'desil_source']),
}

/** The values alone of all that is known of a holder. */
export const valuesIn = (of: Holder, said: Values): Values =>
  Object.fromEntries(Object.entries(said).filter(([name]) => !columnsOf[of].has(name)))

// A column always has something in it: null there means that nobody said it.
function known(columns: Values): Values {
  const said: Record<string, Json> = {}
  for (const name in columns) {
    const value = columns[name]
    if (value !== null && value !== undefined) said[name] = value
  }
  return said
}

/** How old somebody is on a day, in whole years; null where the birth is not known, or lies ahead. */
export function ageOn(birthDate: Day | null, day: Day): number | null {
  if (birthDate === null || birthDate > day) return null
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const masks: Readonly<Record<string, (value: string) => string | null>> = {
  nomor_induk_kependudukan: maskNumber,
  nomor_kartu_keluarga: maskNumber,
  nomor_telepon: maskPhone,
}

/** REGISTRY-1 Values as records keep them and screens show them: numbers by which people could be found are masked. */
export const masked = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const mask = masks[name]
      return [name, mask && typeof value === 'string' ? mask(value) : value]
    }),
  )
