import type { IndicatorLine, Measured } from '@openslrt/core/contract/indicators.ts'
import type { Direction, Indicator, Unit } from '@openslrt/core/figures/indicator.ts'
import { sayNumber, sayShare } from '@openslrt/core/i18n/amount.ts'
import type { Lang, Say } from '@openslrt/core/i18n/translate.ts'

/** What words and numbers need to be said. */
export interface Saying {
  readonly t: Say
  readonly lang: Lang
  readonly dayMinutes: number
  readonly least: number
}

/** The number that is compared: a share, a rate, days, hours, or a count. Null where nothing was measured or is told. */
export function amountOf({ n, of }: Measured, unit: Unit, dayMinutes: number): number | null {
  if (typeof n !== 'number') return null
  if (unit === 'days') return dayMinutes === 0 ? null : Math.round((n / dayMinutes) * 10) / 10
  if (unit === 'count' || unit === 'hours') return n
  if (typeof of !== 'number' || of === 0) return null
  return unit === 'rate' ? Math.round((n / of) * 10_000) / 10 : n / of
}

/** INDICATOR-5 A value as people say it: "87%", "3,5 hari kerja", "kurang dari 5"; "–" where nothing was measured. */
export function sayValue(measured: Measured, unit: Unit, { t, lang, dayMinutes, least }: Saying): string {
  // Of a time it would read as a number of days.
  const timed = unit === 'days' || unit === 'hours'
  if (measured.n === 'few' && !timed) return t('indicator.say.few', { least })
  if (typeof measured.n === 'string' || (unit === 'share' && typeof measured.of === 'string'))
    return t('indicator.say.withheld')
  const amount = amountOf(measured, unit, dayMinutes)
  if (amount === null) return '–'
  if (unit === 'share') return sayShare(amount, lang)
  const said = sayNumber(amount, lang)
  return unit === 'count' ? said : t(`indicator.say.${unit}`, { n: said })
}

/** "26 dari 30"; only the whole where what is measured is no part of it; nothing for a plain count, and of nobody. */
export function sayAmong({ n, of }: Measured, unit: Unit, { t, lang, least }: Saying): string {
  if (of === null || of === 0) return ''
  if (of === 'few') return t('indicator.say.few', { least })
  if (of === 'withheld') return t('indicator.say.withheld')
  const whole = sayNumber(of, lang)
  return unit === 'share' && typeof n === 'number' ? t('indicator.say.of', { n: sayNumber(n, lang), of: whole }) : whole
}

export interface Change {
  readonly text: string
  readonly course: 'better' | 'worse' | 'same'
}

/** INDICATOR-5 How it changed: a sign, how much, and whether that is good news, in words. */
export function changeOf(line: IndicatorLine, { unit, direction }: Indicator, saying: Saying): Change {
  const { t, lang, dayMinutes } = saying
  if (line.before === null) return { text: t('indicator.change.now'), course: 'same' }
  const [now, was] = [amountOf(line, unit, dayMinutes), amountOf(line.before, unit, dayMinutes)]
  // Where nothing was measured now the dash says it already.
  if (line.n === null || line.of === 0) return { text: '', course: 'same' }
  if (now === null || was === null) return { text: t('indicator.change.none'), course: 'same' }
  const by = unit === 'share' ? Math.round((now - was) * 100) : Math.round((now - was) * 10) / 10
  if (by === 0) return { text: t('indicator.change.same'), course: 'same' }
  const many = sayNumber(Math.abs(by), lang)
  const n = unit === 'share' ? t('indicator.say.points', { n: many }) : many
  const text = t(by > 0 ? 'indicator.change.up' : 'indicator.change.down', { n })
  const course = courseOf(by, direction)
  return { text: course === 'same' ? text : t(`indicator.${course}`, { change: text }), course }
}

function courseOf(by: number, direction: Direction): Change['course'] {
  if (direction === 'neither') return 'same'
  return by > 0 === (direction === 'more') ? 'better' : 'worse'
}
