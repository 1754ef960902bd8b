import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import type { CardAct } from './next-acts.ts'

/** What a button says: the move, and of which referral where there is more than one. */
export function useActLabel(card: Pick<CaseCard, 'referrals'>): (act: CardAct) => string {
  const t = useText()
  return ({ of, action, referral }) => {
    const key = `${of === 'case' ? 'move' : 'referral-move'}.${action}`
    const said = isMessageKey(key) ? t(key) : action
    const office = card.referrals.find(({ id }) => id === referral)?.toOfficeName
    return office && card.referrals.length > 1 ? `${said} (${office})` : said
  }
}
