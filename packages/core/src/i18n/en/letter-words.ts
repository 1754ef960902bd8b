import type { letterWords as id } from '../id/letter-words.ts'

export const letterWords: Record<keyof typeof id, string> = {
  'letter-kind.registered': 'Statement of registration in DTSEN',
  'letter-kind.recommendation': 'Recommendation',
  'letter-kind.pbi-reactivation': 'PBI-JKN reactivation recommendation',
  'letter-kind.hardship': 'Statement of hardship',
  'letter-kind.referral-slip': 'Referral slip',
  'letter-kind.visit-report': 'Visit report',
  'letter-status.drafted': 'Draft',
  'letter-status.initialled': 'Initialled',
  'letter-status.returned': 'To be corrected',
  'letter-status.issued': 'Issued',
  'letter-status.handed-over': 'Handed over',
  'letter-status.revoked': 'Revoked',
  'letter-status.replaced': 'Replaced',
  'letter-act.initial': 'an initial',
  'letter-act.sign': 'the signature',
}
