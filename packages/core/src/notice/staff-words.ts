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

/** What PSKS with an account are told of their tasks, or the offices that look after them, and who asked. */
export const psksWords = ['psks-posted', 'psks-done'] as const
export type PsksWord = (typeof psksWords)[number]

/** What officers are told of visits to homes. */
export const visitWords = ['visit-given', 'visit-taken', 'visit-moved', 'visit-cancelled', 'visit-late'] as const
export type VisitWord = (typeof visitWords)[number]

/** What officers are told of applications to programmes. */
export const applicationWords = [
  'application-asked',
  'application-due',
  'application-late',
  'application-granted',
  'application-refused',
  'application-waiting',
  'application-released',
] as const
export type ApplicationWord = (typeof applicationWords)[number]

/** What officers are told of proposals to the registry. */
export const proposalWords = ['proposal-returned', 'proposal-answered', 'objection-due', 'objection-over'] as const
export type ProposalWord = (typeof proposalWords)[number]

/** What officers are told of what hinders an office. */
export const challengeWords = [
  'challenge-here',
  'challenge-late',
  'challenge-moved',
  'challenge-answered',
  'challenge-closed',
  'challenge-reopened',
  'challenge-withdrawn',
] as const
export type ChallengeWord = (typeof challengeWords)[number]

/** What officers are told. */
export const staffWords = [
  'arrived',
  'handed',
  'to-review',
  'review-returned',
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
  ...psksWords,
  ...visitWords,
  ...applicationWords,
  ...proposalWords,
  ...challengeWords,
] as const
export type StaffWord = (typeof staffWords)[number]
