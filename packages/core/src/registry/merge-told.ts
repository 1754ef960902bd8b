import type { Json } from '../kernel/json.ts'
import { isColumn } from './merge-fields.ts'
import type { Holder, Values } from './registry.ts'
import { sexes } from './registry.ts'
import { codeOfSex, masked } from './said.ts'

/** What a merge calls columns, and what histories call them. A family is nobody's value: who belongs to it is told by coming and leaving. */
const officialNames: Readonly<Record<Holder, Readonly<Record<string, string>>>> = {
  person: {
    name: 'nama',
    nik: 'nomor_induk_kependudukan',
    birthDate: 'tanggal_lahir',
    sex: 'jenis_kelamin',
    phone: 'nomor_telepon',
    place: 'kode_kelurahan_desa',
  },
  family: {
    kk: 'nomor_kartu_keluarga',
    address: 'alamat',
    place: 'kode_kelurahan_desa',
    desil: 'desil',
    desilOn: 'desil_on',
    desilSource: 'desil_source',
  },
}

/** DOUBLE-6 What a merge changed, as the history of whoever stands on tells it: under official names, numbers masked. */
export function toldOf(of: Holder, changed: Values): Values {
  const told = Object.entries(changed).flatMap(([field, value]): [string, Json][] => {
    if (!isColumn(of, field)) return [[field, value]]
    const name = officialNames[of][field]
    return name === undefined
      ? []
      : [[name, field === 'sex' ? codeOfSex(sexes.find((one) => one === value) ?? null) : value]]
  })
  return masked(Object.fromEntries(told))
}
