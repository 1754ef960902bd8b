import { daysIn, isWhole, type Period, type Step } from '@openslrt/core/figures/period.ts'
import { calendarNames } from '@openslrt/core/i18n/when.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { dayIn, hourMs } from '@openslrt/core/kernel/instant.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useZone } from '../../platform/session/use-session.ts'

// Five in the morning UTC is the same day in all three zones of Indonesia.
const within = (day: Day): number => Date.parse(`${day}T00:00:00Z`) + 5 * hourMs

/** Days and periods as people write them. */
export function useDays() {
  const t = useText()
  const when = useWhen()
  const day = (value: Day): string => when.date(within(value))
  const period = ({ from, to }: Period): string =>
    from === to ? day(from) : t('figures.period.said', { from: day(from), to: day(to) })
  const lang = useLanguage()
  /** Short enough to stand under a chart: "Jun 2026" for a month, its first day for anything shorter. */
  const short = ({ from }: Period, step: Step): string => {
    const month = (calendarNames[lang].months[Number(from.slice(5, 7)) - 1] ?? '').slice(0, 3)
    return step === 'month' ? `${month} ${from.slice(0, 4)}` : `${Number(from.slice(8))} ${month}`
  }
  const today = dayIn(useZone(), when.now)
  /** The same with what makes it less than a whole one: "Nov 2026 (berjalan)", "24 Okt (2 hari)". */
  const part = (period: Period, step: Step): string => {
    const said = short(period, step)
    if (isWhole(period, step)) return said
    return period.to === today
      ? t('figures.running', { part: said })
      : t('figures.partial', { part: said, days: daysIn(period) })
  }
  return { day, period, part }
}
