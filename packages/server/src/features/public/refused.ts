import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { isMessageKey } from '@openslrt/core/i18n/known-key.ts'
import { sayRefusal } from '@openslrt/core/i18n/refusal.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import { translate } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'

/** A refusal in a citizen's words where there are any; the general sentence speaks to officers. */
export function sayToCitizen(lang: Lang, refusal: Refusal, zone: string): string {
  const key = `public.refused.${refusal.code}`
  if (!isMessageKey(key)) return sayRefusal(lang, refusal, zone)
  return translate(lang, key, 'until' in refusal ? { until: sayDate(refusal.until, zone, lang) } : {})
}
