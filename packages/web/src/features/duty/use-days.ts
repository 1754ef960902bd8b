import { sayDay } from '@openslrt/core/i18n/when.ts'
import type { Span } from '@openslrt/core/kernel/span.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useZone } from '../../platform/session/use-session.ts'

/** Says the days of a turn: "Sen 23 Nov sampai Jum 27 Nov", or the one day that it is. */
export function useDays(): (span: Span) => string {
  const t = useText()
  const lang = useLanguage()
  const zone = useZone()
  const { now } = useWhen()
  return ({ from, until }) => {
    const [first, last] = [from, Math.max(from, until - 1)].map((at) => sayDay(at, now, zone, lang))
    return first === last ? (first ?? '') : t('duty.days', { from: first ?? '', until: last ?? '' })
  }
}
