import type { Holder } from './registry.ts'

/** The questions as people ask them: a few at a time, what belongs together beside each other. */
export const valueGroups = {
  identity: [
    'nama',
    'nomor_induk_kependudukan',
    'jenis_kelamin',
    'tempat_lahir',
    'tanggal_lahir',
    'agama',
    'nama_ibu_kandung',
    'nomor_telepon',
    'alamat',
  ],
  standing: ['status_hubungan_keluarga', 'status_kawin'],
  work: [
    'partisipasi_sekolah',
    'ijazah_tertinggi',
    'status_pekerjaan',
    'lapangan_usaha',
    'jumlah_usaha',
    'lapangan_usaha_sendiri',
    'penghasilan',
    'aparatur_negara',
  ],
  health: [
    'penyandang_disabilitas',
    'penglihatan',
    'pendengaran',
    'berjalan',
    'mengingat',
    'mengurus_diri',
    'komunikasi',
    'penyakit_kronis',
    'hamil',
    'gizi_balita',
  ],
  papers: ['akta_kelahiran', 'rekam_ktp_el'],
  home: ['nomor_kartu_keluarga', 'alamat', 'lokasi', 'keluarga_dalam_rumah'],
  house: [
    'status_kepemilikan_rumah',
    'status_lahan',
    'luas_lantai',
    'jenis_lantai_terluas',
    'jenis_dinding_terluas',
    'jenis_atap_terluas',
  ],
  supply: [
    'sumber_air_minum_utama',
    'sumber_air_mandi',
    'jarak_sumur_tinja',
    'sumber_penerangan_utama',
    'daya_terpasang',
    'id_meteran_PLN',
    'pemakaian_listrik',
    'bahan_bakar_utama_memasak',
    'fasilitas_bab',
    'jenis_kloset',
    'pembuangan_akhir_tinja',
  ],
  assets: [
    'tabung_gas',
    'lemari_es',
    'AC',
    'pemanas_air',
    'telepon_rumah',
    'tv_datar',
    'emas_perhiasan',
    'komputer_laptop_tablet',
    'smartphone',
    'sepeda',
    'sepeda_motor',
    'mobil',
    'perahu',
    'kapal_perahu_motor',
    'sawah_kebun',
    'lahan_lainnya',
    'rumah_lainnya',
    'ternak_besar',
    'ternak_kecil',
  ],
} as const
export type NamedGroup = keyof typeof valueGroups
/** What a place asks beside comes last. */
export type ValueGroup = NamedGroup | 'local'

export const groupsOf: Readonly<Record<Holder, readonly NamedGroup[]>> = {
  person: ['identity', 'standing', 'work', 'health', 'papers'],
  family: ['home', 'house', 'supply', 'assets'],
}

/** The variables of a group, in the order in which they are asked. */
export const namesIn = (group: NamedGroup): readonly string[] => valueGroups[group]
