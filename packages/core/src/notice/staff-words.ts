/** What officers are told. */
export const staffWords = [
  'arrived',
  'handed',
  'taken-away',
  'due-soon',
  'overdue',
  'citizen-spoke',
  'to-decide',
  'decided',
  'referral-asked',
  'referral-moved',
  'referral-answered',
  'erasure-asked',
  'erasure-declined',
] as const
export type StaffWord = (typeof staffWords)[number]
