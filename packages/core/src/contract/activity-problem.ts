/** What the door answers where a step of a facilitator's payment is not taken. */
export const activityProblems = {
  'activity-unknown': { status: 404 },
  'activity-own': { status: 403 },
  'activity-step': { status: 409 },
  'activity-month': { status: 422 },
  'activity-day': { status: 422 },
} as const
