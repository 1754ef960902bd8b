import type { Line, ShippedItem } from '../lists/item.ts'
import { itemsOf, sinceTheStart } from '../lists/item.ts'
import type { CutOff } from './cut-off.ts'
import { cutOffList, monthly } from './cut-off.ts'
import type { ProposalKind } from './kinds.ts'
import { proposalKinds } from './kinds.ts'
import { targetList } from './rules.ts'
import type { ReasonList } from './scene.ts'

/** What holds where a list says nothing that can be read. */
export const usualCutOff: CutOff = { closes: 17, pulled: 18, finalised: 25 }

const reasons: Readonly<Record<ReasonList, readonly Line[]>> = {
  'proposal-reason': [
    ['not-registered', 'Belum terdaftar dalam DTSEN', 'Not registered in DTSEN'],
    ['data-differs', 'Data tidak sesuai keadaan', 'Data does not agree with how things are'],
    ['identity-differs', 'NIK, KK atau nama tidak cocok dengan Dukcapil', 'NIK, KK or name does not match Dukcapil'],
    ['needs-aid', 'Memerlukan bantuan sosial', 'Needs social aid'],
    ['well-off', 'Sudah mampu', 'Is well off by now'],
    ['moved', 'Pindah domisili', 'Moved away'],
    ['died', 'Meninggal dunia', 'Died'],
    ['twice', 'Tercatat lebih dari satu kali', 'Registered more than once'],
    ['unknown-here', 'Tidak dikenal di alamatnya', 'Not known at the address'],
    ['contested', 'Warga menyanggah', 'Contested by a citizen'],
    ['own-wish', 'Mengundurkan diri', 'Withdraws by own wish'],
  ],
  'proposal-return': [
    ['papers-missing', 'Berkas belum lengkap', 'Papers are missing'],
    ['identity-invalid', 'NIK atau KK belum benar', 'NIK or KK is not right yet'],
    ['values-unclear', 'Isian belum jelas', 'Values are not clear'],
    ['backing-unclear', 'Berita acara atau SPTJM tidak terbaca', 'Minutes or statement cannot be read'],
    ['visit-needed', 'Perlu kunjungan rumah', 'A home visit is needed'],
    ['not-agreed', 'Tidak sesuai hasil musyawarah', 'Does not agree with the meeting'],
  ],
  'proposal-answer': [
    ['identity-invalid', 'NIK atau KK tidak valid di Dukcapil', 'NIK or KK not valid at Dukcapil'],
    ['registered-already', 'Sudah terdaftar', 'Registered already'],
    ['not-eligible', 'Tidak memenuhi syarat', 'Conditions are not met'],
    ['desil-above', 'Desil di atas batas program', 'Desil is above the limit of the programme'],
    ['state-employee', 'Tercatat ASN, TNI, Polri atau keluarganya', 'Recorded as state employee or their family'],
    ['quota-full', 'Kuota penuh', 'Quota is used up'],
    ['not-verified', 'Tidak diverifikasi sampai batas waktu', 'Not verified in time'],
    ['other', 'Alasan lain', 'Another reason'],
  ],
}

type Target = readonly [...line: Line, kinds: readonly ProposalKind[], fields: readonly string[]]
const identity = ['nomor_kartu_keluarga', 'nomor_induk_kependudukan', 'nama']
const inFamily = ['status_hubungan_keluarga', 'tanggal_lahir', 'jenis_kelamin', 'status_kawin', 'alamat']
const place = ['kode_provinsi', 'kode_kabupaten_kota', 'kode_kecamatan', 'kode_kelurahan_desa']
const means = [
  'partisipasi_sekolah',
  'ijazah_tertinggi',
  'status_pekerjaan',
  'lapangan_usaha',
  'penyandang_disabilitas',
  'penyakit_kronis',
]
const dwelling = [
  'status_kepemilikan_rumah',
  'jenis_lantai_terluas',
  'jenis_dinding_terluas',
  'jenis_atap_terluas',
  'sumber_air_minum_utama',
  'sumber_penerangan_utama',
  'daya_terpasang',
  'id_meteran_PLN',
  'bahan_bakar_utama_memasak',
  'fasilitas_bab',
  'jenis_kloset',
  'pembuangan_akhir_tinja',
]
const said = ['kelayakan', 'tanggal_meninggal', 'tanggal_pindah', 'nik_ganda', 'program', 'keterangan']
const targets: readonly Target[] = [
  [
    'siks-ng',
    'SIKS-NG',
    'SIKS-NG',
    proposalKinds,
    [...identity, ...inFamily, ...place, ...means, ...dwelling, ...said],
  ],
  [
    'cek-bansos',
    'Cek Bansos',
    'Cek Bansos',
    ['programme', 'objection', 'eligibility', 'withdrawal'],
    [...identity, 'alamat', ...place, 'program', 'kelayakan', 'keterangan'],
  ],
]

/** What a new installation holds of proposals; each place may have its own from a day on. */
export const shippedProposalItems: readonly ShippedItem[] = [
  ...itemsOf('proposal-reason', reasons['proposal-reason']),
  ...itemsOf('proposal-return', reasons['proposal-return']),
  ...itemsOf('proposal-answer', reasons['proposal-answer']),
  {
    list: cutOffList,
    code: monthly,
    names: { id: 'Batas bulanan', en: 'Monthly cut-off' },
    data: {
      ...usualCutOff,
      basis: 'SIKS-NG: data sampai tanggal 17 ditarik tanggal 18; operator finalisasi paling lambat tanggal 25',
    },
    ...sinceTheStart,
  },
  ...targets.map(
    ([code, id, en, kinds, fields]): ShippedItem => ({
      list: targetList,
      code,
      names: { id, en },
      data: { takes: [...kinds], fields: [...fields] },
      ...sinceTheStart,
    }),
  ),
]
