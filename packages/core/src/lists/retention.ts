import type { Names } from './item.ts'

interface Kept {
  readonly years: number
  readonly names: Names
  readonly basis: string
}

/** How long records are kept after their end, as a new installation holds it. People and cases are never erased by themselves. */
export const retention = {
  case: {
    years: 5,
    names: { id: 'Kasus yang sudah berakhir', en: 'Cases that have ended' },
    basis: 'Usulan; daerah menetapkan menurut Jadwal Retensi Arsip (UU 43/2009) dan UU 27/2022',
  },
  restricted: {
    years: 10,
    names: { id: 'Kasus terbatas yang sudah berakhir', en: 'Restricted cases that have ended' },
    basis: 'Usulan; perkara anak dan kekerasan dapat dibuka kembali lama sesudahnya',
  },
  'access-log': {
    years: 5,
    names: { id: 'Riwayat siapa membuka data', en: 'Record of who opened data' },
    basis: 'Usulan; sama dengan kasus, agar pertanyaan warga selalu dapat dijawab',
  },
  registry: {
    years: 5,
    names: {
      id: 'Warga dan keluarga yang pindah, meninggal, atau tidak ada lagi',
      en: 'People and families who moved, died or are no more',
    },
    basis: 'Usulan; daerah menetapkan menurut Jadwal Retensi Arsip (UU 43/2009) dan UU 27/2022',
  },
  ppks: {
    years: 5,
    names: {
      id: 'PPKS yang selesai tanpa warga terdata atau kasus',
      en: 'PPKS that ended, with nobody of the registry and no case',
    },
    basis: 'Usulan; daerah menetapkan menurut Jadwal Retensi Arsip (UU 43/2009) dan UU 27/2022',
  },
  visit: {
    years: 5,
    names: { id: 'Kunjungan tanpa warga terdata atau kasus', en: 'Visits to nobody of the registry, without a case' },
    basis: 'Usulan; sama dengan kasus: laporan kunjungan menjadi dasar bantuan',
  },
  psks: {
    years: 5,
    names: { id: 'PSKS dan relawan yang sudah berhenti', en: 'PSKS and volunteers who left' },
    basis: 'Usulan; laporan kegiatan menjadi bukti tali asih, yang diperiksa sampai 5 tahun',
  },
  affected: {
    years: 2,
    names: {
      id: 'Nama di daftar terdampak yang tidak cocok dengan siapa pun',
      en: 'Names on affected lists that were matched to nobody',
    },
    basis: 'Usulan; cukup untuk pertanggungjawaban daftar setelah ditutup; dapat diubah daerah',
  },
} as const satisfies Record<string, Kept>
