import type { Measure } from '../../case/counts.ts'

/** Figures on dashboards, each with the definition that stands beside it. */
export const measureWords = {
  'measure.registered': 'Tercatat',
  'measure.registered.what': 'Banyaknya kasus yang didaftarkan pada hari itu, dari semua jalur masuk.',
  'measure.answered': 'Dijawab',
  'measure.answered.what':
    'Berapa kali petugas menjawab warga atau menyatakan tidak dikabulkan. Kasus yang dibuka kembali dapat dihitung lagi.',
  'measure.confirmed': 'Dikonfirmasi warga',
  'measure.confirmed.what':
    'Berapa kali warga menyatakan sendiri, atau lewat petugas yang mencatat caranya, bahwa masalahnya selesai.',
  'measure.settled': 'Selesai di meja depan',
  'measure.settled.what': 'Banyaknya layanan dan pertanyaan yang diselesaikan petugas depan saat itu juga.',
  'measure.no-word': 'Tanpa kabar warga',
  'measure.no-word.what': 'Kasus yang dijawab lalu ditutup karena warga tidak memberi kabar sampai batas waktunya.',
  'measure.escalated': 'Dinaikkan',
  'measure.escalated.what':
    'Berapa kali kasus naik ke kantor di atas: oleh petugas, karena waktunya habis, atau karena warga berkeberatan.',
  'measure.disputed': 'Belum selesai menurut warga',
  'measure.disputed.what': 'Berapa kali warga menyatakan jawaban belum menyelesaikan masalahnya.',
  'measure.referred': 'Dirujuk',
  'measure.referred.what': 'Banyaknya rujukan yang dikirim ke kantor lain, termasuk yang dialihkan.',
  'measure.referral-completed': 'Rujukan selesai',
  'measure.referral-completed.what':
    'Banyaknya rujukan yang dilaporkan selesai, dengan hasil, oleh kantor yang dirujuk.',
} as const satisfies Record<`measure.${Measure}` | `measure.${Measure}.what`, string>
