import type { Lang } from './translate.ts'
import { calendarNames } from './when.ts'

/** A month of the calendar in words: "2026-11" is November 2026. */
export const monthName = (month: string, lang: Lang): string =>
  [calendarNames[lang].months[Number(month.slice(5)) - 1] ?? '', month.slice(0, 4)].join(' ')
