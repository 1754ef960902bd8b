import type { CaseMeasure } from '../../case/measures.ts'

/** Figures that count cases, each with its exact definition: what `measureCondition` in the server asks, in words. */
export const measureWords = {
  'measure.registered': 'Tercatat',
  'measure.registered.what':
    'Kasus yang didaftarkan pada masa ini dari semua jalur, termasuk yang kemudian digabung atau dibatalkan.',
  'measure.responded': 'Sudah ditanggapi',
  'measure.responded.what':
    'Kasus yang didaftarkan pada masa ini dan sudah ditanggapi petugas: diambil, dikembalikan untuk dilengkapi, atau langsung diselesaikan. Catatan saja tidak dihitung.',
  'measure.handled': 'Ditangani',
  'measure.handled.what':
    'Kasus yang jawabannya diberikan pada masa ini dan masih berlaku: dijawab, tidak dikabulkan, atau selesai di meja depan. Yang digabung atau dibatalkan tidak dihitung.',
  'measure.on-time': 'Tepat waktu',
  'measure.on-time.what':
    'Kasus yang ditangani pada masa ini sebelum batas waktu keseluruhannya lewat, dari semua yang ditangani pada masa ini.',
  'measure.answered': 'Dijawab',
  'measure.answered.what':
    'Kasus yang dijawab petugas atau dinyatakan tidak dikabulkan pada masa ini dan jawabannya masih berlaku, di luar yang selesai di meja depan.',
  'measure.settled': 'Selesai di meja depan',
  'measure.settled.what': 'Layanan dan pertanyaan yang diselesaikan petugas depan pada masa ini saat itu juga.',
  'measure.confirmed': 'Dikonfirmasi warga',
  'measure.confirmed.what':
    'Kasus yang ditutup pada masa ini karena warga menyatakan masalahnya selesai, sendiri atau lewat petugas yang mencatat caranya.',
  'measure.no-word': 'Tanpa kabar warga',
  'measure.no-word.what':
    'Kasus yang ditutup pada masa ini karena sudah dijawab, tetapi warga tidak memberi kabar sampai batas waktunya.',
  'measure.disputed': 'Belum selesai menurut warga',
  'measure.disputed.what':
    'Kasus yang pada masa ini dinyatakan warga belum selesai walau sudah dijawab, sekali atau lebih.',
  'measure.escalated': 'Dinaikkan',
  'measure.escalated.what':
    'Kasus yang pada masa ini naik ke kantor di atas, sekali atau lebih: oleh petugas, karena waktunya habis, atau karena warga berkeberatan.',
  'measure.returned': 'Dikembalikan ke warga',
  'measure.returned.what': 'Kasus yang pada masa ini dikembalikan kepada warga untuk dilengkapi, sekali atau lebih.',
  'measure.reopened': 'Dibuka lagi',
  'measure.reopened.what':
    'Kasus yang sudah dijawab dan pada masa ini dikerjakan lagi: warga menyatakan belum selesai, berkeberatan, atau kasusnya dibuka lagi.',
  'measure.referred': 'Dirujuk',
  'measure.referred.what':
    'Kasus yang pada masa ini dirujuk ke kantor lain, sekali atau lebih. Rujukan yang salah catat tidak dihitung.',
  'measure.referral-accepted': 'Rujukan diterima',
  'measure.referral-accepted.what': 'Kasus dengan rujukan dari masa ini yang diterima kantor yang dirujuk.',
  'measure.referral-completed': 'Rujukan selesai',
  'measure.referral-completed.what':
    'Kasus dengan rujukan dari masa ini yang dilaporkan selesai, dengan hasil, oleh kantor yang dirujuk.',
  'measure.referral-declined': 'Rujukan ditolak',
  'measure.referral-declined.what': 'Kasus dengan rujukan dari masa ini yang ditolak kantor yang dirujuk.',
  'measure.satisfied': 'Warga puas',
  'measure.satisfied.what': 'Kasus yang pada masa ini dinyatakan selesai oleh warga dengan nilai 4 atau 5.',
  'measure.visited': 'Dikunjungi lagi',
  'measure.visited.what':
    'Kasus yang kunjungan lanjutan terakhirnya berlangsung pada masa ini dan bertemu keluarganya.',
  'measure.better': 'Keadaan membaik',
  'measure.better.what':
    'Kasus yang kunjungan lanjutan terakhirnya pada masa ini menemukan keluarga lebih baik, juga bila masih perlu bantuan lain.',
  'measure.visit-late': 'Kunjungan terlambat',
  'measure.visit-late.what': 'Kasus yang kunjungan lanjutannya sekarang sudah lewat tanggalnya.',
  'measure.open': 'Belum selesai',
  'measure.open.what': 'Kasus yang sekarang masih harus dikerjakan petugas atau dilengkapi warga.',
  'measure.late': 'Macet',
  'measure.late.what':
    'Kasus yang sekarang masih harus dikerjakan dan sudah melewati batas waktu di kantornya atau batas waktu keseluruhannya.',
  'measure.at-risk': 'Hampir terlambat',
  'measure.at-risk.what':
    'Kasus yang masih dalam batas waktu kantornya, tetapi langkahnya sekarang sudah memakai lebih dari bagiannya: besar kemungkinan akan terlambat.',
  'measure.stale': 'Diam',
  'measure.stale.what':
    'Kasus yang menunggu kantor dan sudah beberapa hari kerja tidak berubah sama sekali; berapa hari ditetapkan daerah di daftar batas waktu.',
} as const satisfies Record<`measure.${CaseMeasure}` | `measure.${CaseMeasure}.what`, string>
