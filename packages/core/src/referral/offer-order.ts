/** In this order steps are offered: what the other side waits for first, what ends the referral last. */
export const offerOrder = [
  'accept',
  'start',
  'complete',
  'supply',
  'hold',
  'redirect',
  'give-link',
  'revoke-link',
  'fail',
  'reject',
  'cancel',
  'mark-error',
] as const
