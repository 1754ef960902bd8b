import type { CaseStatus } from '../../case/case.ts'
import type { Ahead } from '../../case/citizen-acts.ts'

type ShortWord = `short.${CaseStatus}` | `short.step.${Ahead}`

/** Where a case stands in one SMS, and its next step. */
export const short = {
  'short.number': 'Laporan {number} {where}.',
  'short.registered': 'menunggu diperiksa {office} sejak {since}',
  'short.handling': 'ditangani {office} sejak {since}',
  'short.waiting': 'sedang di {office}',
  'short.returned': 'menunggu keterangan dari Anda',
  'short.recommended': 'menunggu keputusan {office}',
  'short.answered': 'sudah dijawab {office}',
  'short.closed': 'sudah ditutup',
  'short.duplicate': 'digabung dengan laporan lain',
  'short.cancelled': 'dibatalkan',
  'short.erased': 'sudah dihapus',
  'short.in-time': 'Jawaban paling lambat {date}.',
  'short.at-risk': 'Janji jawaban {date}, kemungkinan besar terlambat.',
  'short.late': 'Janji jawaban {date} sudah lewat, kami mohon maaf.',
  'short.behind': 'Terlambat, kami mohon maaf. Janji jawaban {date}.',
  'short.ask.complete': 'Mohon lengkapi.',
  'short.ask.complete.until': 'Mohon lengkapi sampai {date}.',
  'short.ask.confirm': 'Sudah beres atau belum? Mohon kabari.',
  'short.ask.confirm.until': 'Sudah beres atau belum? Kabari sampai {date}.',
  'short.next': 'Langkah berikutnya: {step}.',
  'short.next.by': 'Langkah berikutnya: {step}, paling lambat {date}.',
  'short.step.complete': 'Anda melengkapi keterangan',
  'short.step.check': 'petugas memeriksa laporan',
  'short.step.handle': 'petugas menangani laporan',
  'short.step.decide': 'pimpinan kantor memutuskan',
  'short.step.answer': 'jawaban untuk Anda',
  'short.step.confirm': 'Anda mengabari sudah selesai atau belum',
  'short.title': 'Kabar singkat untuk warga',
  'short.copy': 'Salin kabar',
  'short.copied': 'Sudah disalin',
} as const satisfies Readonly<Record<ShortWord, string>> & Record<string, string>
