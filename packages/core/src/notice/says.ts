import { sayNearDate } from '../i18n/say-standing.ts'
import { translate } from '../i18n/translate.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ReferralStatus } from '../referral/referral.ts'
import type { Slots } from './fill.ts'

/** The facts of a notice as they were written down. */
export interface WrittenSays {
  readonly officeName: string
  readonly until: Instant | null
  readonly step: ReferralStatus | null
}

/** What the slots of a citizen's template hold. Citizens are told in Indonesian; a step in the words of their page. */
export const citizenSlots = (
  number: string,
  { officeName, until, step }: WrittenSays,
  { zone, now, url }: { readonly zone: string; readonly now: Instant; readonly url: string },
): Slots => ({
  number,
  office: officeName,
  url,
  ...(until === null ? {} : { date: sayNearDate(until, now, zone, 'id') }),
  ...(step === null ? {} : { step: translate('id', `public.referral.${step}`) }),
})
