import type { Instant } from '../kernel/instant.ts'
import { dayIn, dayMs } from '../kernel/instant.ts'
import type { Open } from '../office/hours.ts'
import { type Lang, translate } from './translate.ts'
import { calendarNames, sayDate, sayMoment, sayTime } from './when.ts'

/** Whether an office is open: "Buka sekarang, sampai 15.00", "Tutup, buka lagi Senin 08.00". */
export function sayOpen(lang: Lang, open: Open, now: Instant, zone: string): string {
  if (open.open) return translate(lang, 'open.now', { time: sayTime(open.until, zone, lang) })
  if (open.next === null) return translate(lang, 'open.shut')
  return translate(lang, 'open.later', { when: nextDay(lang, open.next, now, zone) })
}

function nextDay(lang: Lang, next: Instant, now: Instant, zone: string): string {
  const days = Math.round((Date.parse(dayIn(zone, next)) - Date.parse(dayIn(zone, now))) / dayMs)
  if (days <= 1) return sayMoment(next, now, zone, lang)
  const weekday = calendarNames[lang].weekdays[new Date(dayIn(zone, next)).getUTCDay()] ?? ''
  const time = sayTime(next, zone, lang)
  return days < 7 ? `${weekday} ${time}` : `${weekday} ${sayDate(next, zone, lang)} ${time}`
}
