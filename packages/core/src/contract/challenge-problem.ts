/** What the door answers where something about a challenge is not done. */
export const challengeProblems = {
  'challenge-unknown': { status: 404 },
  'challenge-step': { status: 409 },
  'challenge-kind': { status: 422 },
  'challenge-day': { status: 422 },
  'challenge-names': { status: 422 },
  'challenge-no-office': { status: 409 },
} as const
