/** What the door answers where a fact of the network of offices is not taken down. */
export const networkProblems = {
  'network-unknown': { status: 404 },
  'network-step': { status: 409 },
  'network-level': { status: 403 },
  'network-day': { status: 422 },
  'network-year': { status: 422 },
  'network-target': { status: 409 },
  'network-reason': { status: 422 },
} as const
