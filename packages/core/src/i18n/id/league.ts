import type { LeagueCount } from '../../contract/league.ts'

const counts = {
  'league.received': 'Masuk',
  'league.received.what':
    'Rujukan yang diminta dari kantor itu pada masa ini. Yang salah catat tidak dihitung. Selesai, tidak berhasil, ditolak, dibatalkan, dan masih terbuka berjumlah sama dengan ini.',
  'league.taken': 'Disanggupi',
  'league.taken.what': 'Rujukan yang pernah disanggupi atau mulai dikerjakan kantor itu, apa pun jadinya kemudian.',
  'league.late': 'Lewat tenggat',
  'league.late.what': 'Rujukan yang masih terbuka dan tenggat langkahnya sudah lewat.',
  'league.declined': 'Ditolak',
  'league.declined.what': 'Rujukan yang ditolak kantor itu, dengan alasannya.',
  'league.completed': 'Selesai',
  'league.completed.what': 'Rujukan yang dilaporkan selesai oleh kantor itu, dengan hasilnya.',
  'league.failed': 'Tidak berhasil',
  'league.failed.what': 'Rujukan yang disanggupi tetapi tidak dapat diselesaikan kantor itu, dengan alasannya.',
  'league.called-off': 'Dibatalkan',
  'league.called-off.what': 'Rujukan yang dibatalkan atau dialihkan oleh kantor yang meminta.',
  'league.open': 'Masih terbuka',
  'league.open.what': 'Rujukan yang sekarang masih menunggu kantor itu, atau menunggu kelengkapan.',
} as const satisfies Record<`league.${LeagueCount}` | `league.${LeagueCount}.what`, string>

/** How the offices that were asked answered. */
export const league = {
  ...counts,
  'league.of': 'Rujukan per kantor, {place}',
  'league.office': 'Kantor yang dirujuk',
  'league.by': 'Bandingkan',
  'league.by.offices': 'Tiap kantor',
  'league.by.kinds': 'Tiap jenis kantor',
  'league.category.all': 'Semua kategori',
  'league.all': 'Semua kantor: {received} rujukan masuk, {completed} selesai, {open} masih terbuka.',
  'league.counts': 'Apa jadinya',
  'league.days': 'Berapa hari kerja',
  'league.days.what':
    'Menurut jam kerja daerah. Waktu menunggu kelengkapan tidak dihitung. “–” berarti belum ada yang terukur.',
  'league.reasons': 'Alasan menolak',
  'league.take-half': 'Menyanggupi, separuh',
  'league.take-half.what': 'Separuh dari yang disanggupi, disanggupi dalam sekian hari kerja sejak diminta.',
  'league.take-most': 'Menyanggupi, 9 dari 10',
  'league.take-most.what': 'Sembilan dari sepuluh yang disanggupi, disanggupi dalam sekian hari kerja sejak diminta.',
  'league.work-half': 'Menyelesaikan, separuh',
  'league.work-half.what': 'Separuh dari yang selesai, diselesaikan dalam sekian hari kerja sejak disanggupi.',
  'league.work-most': 'Menyelesaikan, 9 dari 10',
  'league.work-most.what': 'Sembilan dari sepuluh yang selesai, diselesaikan dalam sekian hari kerja sejak disanggupi.',
} as const satisfies Record<string, string>
