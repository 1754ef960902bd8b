/** How the door answers refusals about how far districts stand on their own feet. */
export const independenceProblems = {
  'assessment-unknown': { status: 404 },
  'assessment-same': { status: 403 },
  'assessment-step': { status: 409 },
  'assessment-there': { status: 409 },
  'assessment-year': { status: 422 },
  'assessment-indicator': { status: 422 },
  'assessment-missing': { status: 422 },
  'assessment-reason': { status: 422 },
  'assessment-unjudged': { status: 422 },
  'instrument-day': { status: 422 },
} as const
