import type { CodeList } from './code-lists.ts'

/** What a value may be: an item of a code list, several of them, a whole number, a measure, words, a day, yes or no, a point on earth. */
export const kinds = ['code', 'codes', 'count', 'quantity', 'text', 'day', 'yes-no', 'point'] as const
export type Kind = (typeof kinds)[number]

/** One variable of the registry, under the name by which it is exchanged (annex of the draft regulation of BPS on DTSEN). */
export interface Variable {
  readonly name: string
  readonly of: 'person' | 'family'
  readonly kind: Kind
  /** The list of its codes. */
  readonly list?: CodeList
  /** In what it is measured. */
  readonly unit?: string
  /** One of the official variables, one of the counts of assets, added because programmes ask for it, or by a place for itself. */
  readonly from: 'official' | 'asset' | 'enrichment' | 'local'
  /** A column of the row, not one of its `values`. */
  readonly column?: true
}

type Short = Omit<Variable, 'of' | 'from'>
const variablesOf = (of: Variable['of'], from: Variable['from'], lines: readonly Short[]): readonly Variable[] =>
  lines.map((line) => ({ ...line, of, from }))

const ofPerson = variablesOf('person', 'official', [
  { name: 'nomor_induk_kependudukan', kind: 'text', column: true },
  { name: 'nama', kind: 'text', column: true },
  { name: 'nomor_kartu_keluarga', kind: 'text', column: true },
  { name: 'tanggal_lahir', kind: 'day', column: true },
  { name: 'jenis_kelamin', kind: 'code', list: 'jenis_kelamin', column: true },
  { name: 'alamat', kind: 'text' },
  { name: 'status_hubungan_keluarga', kind: 'code', list: 'status_hubungan_keluarga' },
  { name: 'status_kawin', kind: 'code', list: 'status_kawin' },
  // The official variable joins participation and highest diploma: both parts are kept apart.
  { name: 'partisipasi_sekolah', kind: 'code', list: 'partisipasi_sekolah' },
  { name: 'ijazah_tertinggi', kind: 'code', list: 'ijazah_tertinggi' },
  // The same for work: status and sector.
  { name: 'status_pekerjaan', kind: 'code', list: 'status_pekerjaan' },
  { name: 'lapangan_usaha', kind: 'code', list: 'lapangan_usaha' },
  { name: 'jumlah_usaha', kind: 'count' },
  { name: 'lapangan_usaha_sendiri', kind: 'code', list: 'lapangan_usaha' },
  { name: 'penyandang_disabilitas', kind: 'codes', list: 'ragam_disabilitas' },
  { name: 'penyakit_kronis', kind: 'codes', list: 'penyakit_kronis' },
])

const personBeside = variablesOf('person', 'enrichment', [
  { name: 'penglihatan', kind: 'code', list: 'tingkat_kesulitan' },
  { name: 'pendengaran', kind: 'code', list: 'tingkat_kesulitan' },
  { name: 'berjalan', kind: 'code', list: 'tingkat_kesulitan' },
  { name: 'mengingat', kind: 'code', list: 'tingkat_kesulitan' },
  { name: 'mengurus_diri', kind: 'code', list: 'tingkat_kesulitan' },
  { name: 'komunikasi', kind: 'code', list: 'tingkat_kesulitan' },
  { name: 'hamil', kind: 'yes-no' },
  { name: 'gizi_balita', kind: 'code', list: 'gizi_balita' },
  { name: 'akta_kelahiran', kind: 'yes-no' },
  { name: 'rekam_ktp_el', kind: 'yes-no' },
  { name: 'nama_ibu_kandung', kind: 'text' },
  { name: 'agama', kind: 'code', list: 'agama' },
  { name: 'tempat_lahir', kind: 'text' },
  { name: 'penghasilan', kind: 'code', list: 'golongan_penghasilan' },
  { name: 'aparatur_negara', kind: 'yes-no' },
  { name: 'nomor_telepon', kind: 'text', column: true },
])

const ofFamily = variablesOf('family', 'official', [
  { name: 'kode_provinsi', kind: 'text', column: true },
  { name: 'provinsi', kind: 'text', column: true },
  { name: 'kode_kabupaten_kota', kind: 'text', column: true },
  { name: 'kabupaten_kota', kind: 'text', column: true },
  { name: 'kode_kecamatan', kind: 'text', column: true },
  { name: 'kecamatan', kind: 'text', column: true },
  { name: 'kode_kelurahan_desa', kind: 'text', column: true },
  { name: 'kelurahan_desa', kind: 'text', column: true },
  { name: 'alamat', kind: 'text', column: true },
  { name: 'lokasi', kind: 'point' },
  { name: 'nomor_kartu_keluarga', kind: 'text', column: true },
  { name: 'nama_kepala_keluarga', kind: 'text' },
  { name: 'keluarga_dalam_rumah', kind: 'count' },
  { name: 'status_kepemilikan_rumah', kind: 'code', list: 'status_kepemilikan_rumah' },
  { name: 'jenis_lantai_terluas', kind: 'code', list: 'jenis_lantai' },
  { name: 'jenis_dinding_terluas', kind: 'code', list: 'jenis_dinding' },
  { name: 'jenis_atap_terluas', kind: 'code', list: 'jenis_atap' },
  { name: 'sumber_air_minum_utama', kind: 'code', list: 'sumber_air_minum' },
  { name: 'sumber_penerangan_utama', kind: 'code', list: 'sumber_penerangan' },
  { name: 'daya_terpasang', kind: 'code', list: 'daya_terpasang' },
  { name: 'id_meteran_PLN', kind: 'text' },
  { name: 'bahan_bakar_utama_memasak', kind: 'code', list: 'bahan_bakar' },
  { name: 'fasilitas_bab', kind: 'code', list: 'fasilitas_bab' },
  { name: 'jenis_kloset', kind: 'code', list: 'jenis_kloset' },
  { name: 'pembuangan_akhir_tinja', kind: 'code', list: 'pembuangan_akhir_tinja' },
])

const familyBeside = variablesOf('family', 'enrichment', [
  { name: 'luas_lantai', kind: 'quantity', unit: 'm2' },
  { name: 'sumber_air_mandi', kind: 'code', list: 'sumber_air_minum' },
  { name: 'jarak_sumur_tinja', kind: 'quantity', unit: 'm' },
  { name: 'status_lahan', kind: 'code', list: 'status_lahan' },
  { name: 'pemakaian_listrik', kind: 'quantity', unit: 'kWh' },
])

/** Counts or measures, never yes or no: a form that asks whether there is a bicycle can't feed DTSEN. */
const assets = variablesOf('family', 'asset', [
  { name: 'tabung_gas', kind: 'count' },
  { name: 'lemari_es', kind: 'count' },
  { name: 'AC', kind: 'count' },
  { name: 'pemanas_air', kind: 'count' },
  { name: 'telepon_rumah', kind: 'count' },
  { name: 'tv_datar', kind: 'count' },
  { name: 'emas_perhiasan', kind: 'quantity', unit: 'gram' },
  { name: 'komputer_laptop_tablet', kind: 'count' },
  { name: 'sepeda_motor', kind: 'count' },
  { name: 'sepeda', kind: 'count' },
  { name: 'mobil', kind: 'count' },
  { name: 'perahu', kind: 'count' },
  { name: 'kapal_perahu_motor', kind: 'count' },
  { name: 'smartphone', kind: 'count' },
  { name: 'sawah_kebun', kind: 'quantity', unit: 'ha' },
  { name: 'lahan_lainnya', kind: 'count' },
  { name: 'rumah_lainnya', kind: 'count' },
  { name: 'ternak_besar', kind: 'count' },
  { name: 'ternak_kecil', kind: 'count' },
])

export const personVariables = [...ofPerson, ...personBeside]
export const familyVariables = [...ofFamily, ...assets, ...familyBeside]

/** Every variable of people and of families. */
export const variables: readonly Variable[] = [...personVariables, ...familyVariables]

const byName = {
  person: new Map(personVariables.map((variable) => [variable.name, variable])),
  family: new Map(familyVariables.map((variable) => [variable.name, variable])),
} as const

/** The variable of that name, if people (or families) have one. */
export const variableOf = (of: Variable['of'], name: string): Variable | undefined => byName[of].get(name)
