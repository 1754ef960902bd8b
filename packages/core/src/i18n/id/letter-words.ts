import type { LetterKind } from '../../letter/kinds.ts'
import type { ChainStep, LetterStatus } from '../../letter/letter.ts'

type Word = `letter-kind.${LetterKind}` | `letter-status.${LetterStatus}` | `letter-act.${ChainStep['act']}`

/** Kinds of letters and how they stand. */
export const letterWords = {
  'letter-kind.registered': 'Surat keterangan terdaftar DTSEN',
  'letter-kind.recommendation': 'Surat rekomendasi',
  'letter-kind.pbi-reactivation': 'Rekomendasi reaktivasi PBI-JKN',
  'letter-kind.hardship': 'Surat keterangan tidak mampu',
  'letter-kind.referral-slip': 'Surat rujukan',
  'letter-kind.visit-report': 'Berita acara kunjungan',
  'letter-status.drafted': 'Konsep',
  'letter-status.initialled': 'Diparaf',
  'letter-status.returned': 'Perlu diperbaiki',
  'letter-status.issued': 'Terbit',
  'letter-status.handed-over': 'Sudah diserahkan',
  'letter-status.revoked': 'Dicabut',
  'letter-status.replaced': 'Diganti',
  'letter-act.initial': 'paraf',
  'letter-act.sign': 'tanda tangan',
} as const satisfies Record<Word, string>
