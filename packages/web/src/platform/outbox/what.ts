import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'

/**
 * The message that names a command: the button's own words for cases and referrals, else its own name, else what its
 * capability is about, whose screens say the rest.
 */
export function whatKey(kind: string): string {
  const [capability = '', action = ''] = kind.split('.')
  if (capability === 'case') return `move.${action}`
  if (capability === 'referral') return `referral-move.${action}`
  const own = `outbox.what.${kind}`
  return [own, `outbox.what.${capability}`].find(isMessageKey) ?? own
}
