import { isLocalName } from '../registry/indicators.ts'
import type { Variable } from '../registry/variables.ts'
import { familyVariables, personVariables } from '../registry/variables.ts'

/** What a column of an extract may be: a variable of a person, one of a family, or the family's desil. */
export interface Target {
  /** `person.nama`, `family.alamat`: the address of a person is not that of the family. */
  readonly key: string
  readonly name: string
  readonly of: Variable['of']
  readonly kind: Variable['kind']
}

const targetOf = ({ name, of, kind }: Pick<Variable, 'name' | 'of' | 'kind'>): Target => ({
  key: `${of}.${name}`,
  name,
  of,
  kind,
})

// The number of the family card stands in both lists and is one column; the names of places are read for their codes.
const isTwice = ({ of, name }: Variable): boolean => of === 'person' && name === 'nomor_kartu_keluarga'

/** LOAD-1 Everything that a column may be mapped to, in the order in which a screen offers it. */
export const targets: readonly Target[] = [
  ...personVariables.filter((one) => !isTwice(one)).map(targetOf),
  ...familyVariables.map(targetOf),
  targetOf({ name: 'desil', of: 'family', kind: 'count' }),
]
export const targetKeys: ReadonlySet<string> = new Set(targets.map(({ key }) => key))

/** LOAD-23 What a district asks beside the official variables, as columns of its files. */
export type Locals = readonly Pick<Variable, 'name' | 'of' | 'kind'>[]
export const localTargets = (locals: Locals): readonly Target[] => locals.map(targetOf)
const localKey = /^(?:person|family)\.(.+)$/
/** Whether a mapping could say so: which indicators a district has is not known where words are only read. */
export const isTargetKey = (key: string): boolean => targetKeys.has(key) || isLocalName(localKey.exec(key)?.[1] ?? '')

/** A mapping without what its district no longer asks. */
export const knownIn = (mapping: Mapping, locals: Locals): Mapping => {
  const known = new Set([...targetKeys, ...localTargets(locals).map(({ key }) => key)])
  return Object.fromEntries(Object.entries(mapping).filter(([key]) => known.has(key)))
}

/** Which column of the file is which target: by its place in the row, from 0. */
export type Mapping = { readonly [target: string]: number }

/** Other names under which columns were seen in real extracts of DTSEN and DTKS. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  'person.nomor_induk_kependudukan': ['nik', 'no_nik', 'nomor_nik', 'no_ktp', 'nomor_ktp'],
  'person.nama': ['nama_lengkap', 'nama_art', 'nama_anggota_keluarga', 'nama_penduduk'],
  'person.tanggal_lahir': ['tgl_lahir', 'tanggallahir', 'tgl_lhr'],
  'person.jenis_kelamin': ['jk', 'id_jenis_kelamin', 'kelamin', 'jns_kelamin'],
  'person.nomor_telepon': ['telepon', 'no_telepon', 'no_hp', 'nomor_hp', 'hp', 'telp'],
  'person.status_hubungan_keluarga': ['id_hub_kepala_keluarga', 'hubungan_keluarga', 'hub_keluarga', 'shdk', 'hub_krt'],
  'person.status_kawin': ['id_status_perkawinan', 'status_perkawinan', 'sta_kawin'],
  'person.gizi_balita': ['id_kondisi_gizi', 'kondisi_gizi'],
  'person.penyakit_kronis': ['id_penyakit_menahun', 'penyakit_menahun'],
  'person.penglihatan': ['id_penglihatan'],
  'person.pendengaran': ['id_pendengaran'],
  'person.berjalan': ['id_berjalan_atau_naik_tangga'],
  'person.mengingat': ['id_mengingat_berkonsentrasi'],
  'person.mengurus_diri': ['id_mengurus_diri'],
  'person.komunikasi': ['id_berbicara_komunikasi'],
  'person.nama_ibu_kandung': ['nama_ibu', 'ibu_kandung'],
  'person.tempat_lahir': ['tmp_lahir', 'tmpt_lahir'],
  'family.nomor_kartu_keluarga': ['no_kk', 'nokk', 'nomor_kk', 'kk', 'no_kartu_keluarga'],
  'family.alamat': ['alamat_keluarga', 'alamat_domisili'],
  'family.nama_kepala_keluarga': ['kepala_keluarga', 'nama_krt', 'nama_kk'],
  'family.provinsi': ['nama_provinsi', 'propinsi'],
  'family.kabupaten_kota': ['kabupaten', 'kab_kota', 'nama_kabupaten', 'nama_kabupaten_kota'],
  'family.kecamatan': ['nama_kecamatan'],
  'family.kelurahan_desa': [
    'kelurahan',
    'desa',
    'desa_kelurahan',
    'nama_desa',
    'nama_kelurahan',
    'nama_kelurahan_desa',
  ],
  'family.kode_kelurahan_desa': [
    'kode_desa',
    'kode_kelurahan',
    'kode_wilayah',
    'kdkel',
    'id_desa',
    'kode_desa_kelurahan',
  ],
  'family.kode_kecamatan': ['kdkec'],
  'family.kode_kabupaten_kota': ['kdkab', 'kode_kabupaten', 'kode_kab'],
  'family.kode_provinsi': ['kdprop', 'kode_prop'],
  'family.desil': ['desil_nasional', 'desil_kesejahteraan', 'desil_keluarga', 'decile'],
}

/** The letters and digits of a head: its spaces, dots and capitals are written in many ways. */
const plain = (head: string): string => head.toLowerCase().replace(/[^a-z0-9]/g, '')

/** LOAD-1 Finds the columns by the official names, by those seen in real extracts, and by those of the district's own questions. */
export function suggestMapping(head: readonly string[], locals: Locals = []): Mapping {
  const at = new Map<string, number>()
  const names = head.map(plain)
  for (const { key, name, of } of targets) {
    const taken = of === 'family' ? new Set(at.values()) : null
    const nth = names.findIndex((said, column) => said !== '' && !taken?.has(column) && isCalled(said, key, name))
    if (nth >= 0) at.set(key, nth)
  }
  for (const { key, name } of localTargets(locals)) {
    const nth = head.findIndex((said, column) => isLocal(said, name) && ![...at.values()].includes(column))
    if (nth >= 0) at.set(key, nth)
  }
  return addressed(Object.fromEntries(at))
}

/** One address in a file with cards is the family's; people have one of their own only beside it. */
function addressed(found: Mapping): Mapping {
  const { 'person.alamat': address, ...rest } = found
  if (address === undefined || 'family.alamat' in rest || !('family.nomor_kartu_keluarga' in rest)) return found
  return { ...rest, 'family.alamat': address }
}

const isCalled = (said: string, key: string, name: string): boolean =>
  said === plain(name) || said === plain(key) || (aliases[key] ?? []).some((known) => plain(known) === said)

// Its dashes are all that tells one from another, however a spreadsheet writes them.
const isLocal = (said: string, name: string): boolean =>
  said.trim().toLowerCase().replace(/[\s_]/g, '-') === name.toLowerCase().replaceAll('_', '-')

/** LOAD-2 By what a mapping is remembered: the same heads in the same order, however they are spelt. */
export const headKey = (head: readonly string[]): string => head.map(plain).join('\n')

export type MappingProblem = 'nothing-mapped' | 'no-key' | 'no-name' | 'unknown-target' | 'column-twice'

/** What a mapping lacks: a key of a person with a name, or of a family; and each column means one thing. */
export function mappingProblem(mapping: Mapping, locals: Locals = []): MappingProblem | null {
  const keys = Object.keys(mapping)
  if (keys.length === 0) return 'nothing-mapped'
  if (Object.keys(knownIn(mapping, locals)).length < keys.length) return 'unknown-target'
  if (new Set(Object.values(mapping)).size !== keys.length) return 'column-twice'
  const hasNik = 'person.nomor_induk_kependudukan' in mapping
  const hasKk = 'family.nomor_kartu_keluarga' in mapping
  if (!hasNik && !hasKk) return 'no-key'
  return hasNik && !('person.nama' in mapping) ? 'no-name' : null
}
