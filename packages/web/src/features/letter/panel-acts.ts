import type { LetterAction } from '@openslrt/core/contract/letter.ts'
import type { LetterOffer } from '@openslrt/core/contract/letter-queries.ts'

/** The acts of a letter as a panel offers them: the next one first. */
const order = ['sign', 'initial', 'hand-over', 'change', 'return', 'replace', 'revoke'] as const
export type PanelAct = Exclude<LetterAction, 'draft'>

/** What this person may do with a letter now, in that order. */
export const letterActs = (offers: readonly LetterOffer[]): readonly PanelAct[] =>
  order.filter((action) => offers.some((offer) => offer.action === action && offer.refusal === null))
