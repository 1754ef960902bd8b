/**
 * What a figure of a district counts, and a list of cases opens: each is a condition on cases as they stand, with its
 * exact meaning in the message `measure.<name>.what`. Some hold for a period, the last four for this moment.
 */
export const caseMeasures = [
  'registered',
  'responded',
  'handled',
  'on-time',
  'answered',
  'settled',
  'confirmed',
  'no-word',
  'disputed',
  'escalated',
  'returned',
  'reopened',
  'referred',
  'referral-accepted',
  'referral-completed',
  'referral-declined',
  'satisfied',
  'visited',
  'better',
  'open',
  'late',
  'at-risk',
  'stale',
  'visit-late',
] as const
export type CaseMeasure = (typeof caseMeasures)[number]

/** What is true of a case now, whatever period is looked at. */
export const standingMeasures = [
  'open',
  'late',
  'at-risk',
  'stale',
  'visit-late',
] as const satisfies readonly CaseMeasure[]
export type StandingMeasure = (typeof standingMeasures)[number]
export const isStanding = (measure: CaseMeasure): measure is StandingMeasure =>
  standingMeasures.some((standing) => standing === measure)
