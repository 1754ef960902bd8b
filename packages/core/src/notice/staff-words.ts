/** What officers are told of meetings and of what was decided there. */
export const meetingWords = [
  'meeting-called',
  'meeting-changed',
  'meeting-cancelled',
  'task-given',
  'task-due',
  'task-late',
  'task-settled',
] as const
export type MeetingWord = (typeof meetingWords)[number]

/** What officers are told. */
export const staffWords = [
  'arrived',
  'handed',
  'red-card',
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
  ...meetingWords,
] as const
export type StaffWord = (typeof staffWords)[number]
