import type { Names } from './item.ts'

interface Kept {
  readonly years: number
  readonly names: Names
  readonly basis: string
}

/** How long records are kept after their end, as a new installation holds it. Nothing is ever erased by itself. */
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
} as const satisfies Record<string, Kept>
