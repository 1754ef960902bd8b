import type { CaseKind, CaseStatus, Closure, contactWays, GrantField, relations } from '../../case/case.ts'
import type { ReferralStatus } from '../../referral/referral.ts'

type CaseWord =
  | `status.${CaseStatus}`
  | `referral-status.${ReferralStatus}`
  | `kind.${CaseKind}`
  | `closure.${Closure}`
  | `relation.${(typeof relations)[number]}`
  | `contact.${(typeof contactWays)[number]}`
  | `grant-field.${GrantField}`

/** What stands on a case and a referral, in the words of the field. */
export const caseWords = {
  'status.registered': 'Terdaftar',
  'status.handling': 'Ditangani',
  'status.returned': 'Menunggu kelengkapan',
  'status.recommended': 'Menunggu keputusan',
  'status.answered': 'Dijawab',
  'status.closed': 'Selesai',
  'status.duplicate': 'Kasus ganda',
  'status.cancelled': 'Dibatalkan',
  'status.erased': 'Data dihapus',
  'referral-status.requested': 'Diminta',
  'referral-status.accepted': 'Diterima',
  'referral-status.rejected': 'Ditolak',
  'referral-status.in-progress': 'Dikerjakan',
  'referral-status.on-hold': 'Ditunda',
  'referral-status.completed': 'Selesai',
  'referral-status.failed': 'Tidak terpenuhi',
  'referral-status.cancelled': 'Dibatalkan',
  'referral-status.entered-in-error': 'Salah catat',
  'kind.service': 'Layanan',
  'kind.complaint': 'Pengaduan',
  'kind.question': 'Pertanyaan',
  'kind.suggestion': 'Saran',
  'closure.settled': 'Selesai di meja depan',
  'closure.confirmed': 'Dikonfirmasi warga',
  'closure.no-word': 'Ditutup tanpa kabar warga',
  'closure.not-completed': 'Ditutup karena tidak dilengkapi',
  'relation.self': 'Diri sendiri',
  'relation.family': 'Keluarga',
  'relation.neighbour': 'Tetangga',
  'relation.rt-rw': 'Ketua RT atau RW',
  'relation.officer': 'Petugas',
  'relation.volunteer': 'Relawan atau kader',
  'relation.other': 'Lainnya',
  'contact.none': 'Jangan dihubungi',
  'contact.whatsapp': 'WhatsApp',
  'contact.phone': 'Telepon',
  'contact.sms': 'SMS',
  'contact.visit': 'Kunjungan',
  'grant-field.story': 'Uraian masalah',
  'grant-field.client': 'Nama warga',
  'grant-field.identity': 'NIK dan KK',
  'grant-field.contact': 'Alamat dan nomor telepon',
  'grant-field.files': 'Berkas',
  'grant-field.history': 'Perjalanan kasus',
} as const satisfies Record<CaseWord, string>
