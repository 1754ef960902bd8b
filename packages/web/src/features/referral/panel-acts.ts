import type { Offer } from '@openslrt/core/contract/case-queries.ts'

/** In this order: what the other side waits for first, what ends the referral last. */
const order = [
  'accept',
  'start',
  'complete',
  'supply',
  'hold',
  'redirect',
  'fail',
  'reject',
  'cancel',
  'mark-error',
] as const
export type PanelAct = (typeof order)[number]

/** What can be done with a referral now. All of it: the menu of the card leaves to the panel what stands there. */
export const panelActs = (offers: readonly Offer[]): readonly PanelAct[] =>
  order.filter((action) => offers.some((offer) => offer.action === action && offer.refusal === null))
