import type { Offer } from '@openslrt/core/contract/case-queries.ts'
import { offerOrder } from '@openslrt/core/referral/offer-order.ts'

export type PanelAct = (typeof offerOrder)[number]

/** What can be done with a referral now. All of it: the menu of the card leaves to the panel what stands there. */
export const panelActs = (offers: readonly Offer[]): readonly PanelAct[] =>
  offerOrder.filter((action) => offers.some((offer) => offer.action === action && offer.refusal === null))
