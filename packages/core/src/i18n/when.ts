import type { Instant } from '../kernel/instant.ts'
import { type Lang, translate } from './translate.ts'

/** "24 November 2026". */
export function sayDate(at: Instant, zone: string, lang: Lang): string {
  const local = localTime(at, zone)
  return `${local.day} ${names[lang].months[local.month - 1]} ${local.year}`
}

/** "14.00" in Indonesian, "14:00" in English: hours of the day as a clock on the wall shows them. */
export function sayTime(at: Instant, zone: string, lang: Lang): string {
  const local = localTime(at, zone)
  return `${local.hour}${lang === 'id' ? '.' : ':'}${local.minute}`
}

/** The whole truth, for hover and screen readers: "Selasa, 24 November 2026 pukul 14.00 WIB". */
export function sayExact(at: Instant, zone: string, lang: Lang): string {
  const weekday = names[lang].weekdays[localTime(at, zone).weekday] ?? ''
  const parts = { weekday, date: sayDate(at, zone, lang), time: sayTime(at, zone, lang), zone: zoneNames[zone] ?? zone }
  return translate(lang, 'when.exact', parts)
}

/** A moment beside others: "hari ini 14.00", "kemarin 09.40", "2 Nov 09.14", and with its year when that is another. */
export function sayMoment(at: Instant, now: Instant, zone: string, lang: Lang): string {
  const time = sayTime(at, zone, lang)
  const near = nearDays[daysBetween(now, at, zone)]
  if (near) return translate(lang, `when.${near}`, { time })
  const local = localTime(at, zone)
  const year = local.year === localTime(now, zone).year ? '' : ` ${local.year}`
  return `${local.day} ${shortMonth(local.month, lang)}${year} ${time}`
}

/**
 * A due moment as people say it: "jatuh tempo besok (Sel 24 Nov, 14.00)", "terlambat 3 hari kerja".
 * `workingDaysLeft` counts whole working days to go (negative: gone by); without it the date is said, or how many days
 * have gone by since.
 */
export function sayDue(due: Instant, now: Instant, zone: string, lang: Lang, workingDaysLeft?: number): string {
  const said = { time: sayTime(due, zone, lang), day: sayDay(due, now, zone, lang) }
  const days = Math.abs(workingDaysLeft ?? 0)
  const near = nearDays[daysBetween(now, due, zone)]
  if (due < now) {
    if (days > 0) return translate(lang, 'when.over.days', { days })
    if (near === 'today' || near === 'yesterday') return translate(lang, `when.over.${near}`, said)
    return translate(lang, 'when.over.since', { days: -daysBetween(now, due, zone) })
  }
  if (near === 'today' || near === 'tomorrow') return translate(lang, `when.due.${near}`, said)
  if (days > 0) return translate(lang, 'when.due.left', { ...said, days })
  return translate(lang, 'when.due.later', said)
}

/** "Sel 24 Nov", and with its year when that is not this one. */
export function sayDay(at: Instant, now: Instant, zone: string, lang: Lang): string {
  const local = localTime(at, zone)
  const weekday = (names[lang].weekdays[local.weekday] ?? '').slice(0, 3)
  const year = local.year === localTime(now, zone).year ? '' : ` ${local.year}`
  return `${weekday} ${local.day} ${shortMonth(local.month, lang)}${year}`
}

const nearDays: Readonly<Record<number, 'today' | 'yesterday' | 'tomorrow'>> = {
  [-1]: 'yesterday',
  0: 'today',
  1: 'tomorrow',
}

const shortMonth = (month: number, lang: Lang): string => (names[lang].months[month - 1] ?? '').slice(0, 3)

interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: string
  readonly minute: string
}

function localTime(at: Instant, zone: string): LocalTime {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatterFor(zone).formatToParts(at)) parts[type] = value
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)]
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return { year, month, day, weekday, hour: parts.hour ?? '', minute: parts.minute ?? '' }
}

/** Calendar days from one moment to another, both read in the zone. */
function daysBetween(from: Instant, to: Instant, zone: string): number {
  const midnight = (at: Instant): number => {
    const { year, month, day } = localTime(at, zone)
    return Date.UTC(year, month - 1, day)
  }
  return (midnight(to) - midnight(from)) / 86_400_000
}

// Names are our own: Intl's differ between versions of browsers and Node, and a page must read the same everywhere.
const names = {
  id: {
    weekdays: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
    months: [
      'Januari',
      'Februari',
      'Maret',
      'April',
      'Mei',
      'Juni',
      'Juli',
      'Agustus',
      'September',
      'Oktober',
      'November',
      'Desember',
    ],
  },
  en: {
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
} as const satisfies Record<Lang, { weekdays: readonly string[]; months: readonly string[] }>

/** Names of weekdays and months, for calendars. */
export const calendarNames = names

/** What people call the three zones. */
export const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

// One formatter for each zone: making one costs far more than using it, and a long list asks for thousands.
const formatters = new Map<string, Intl.DateTimeFormat>()
function formatterFor(zone: string): Intl.DateTimeFormat {
  const kept = formatters.get(zone)
  if (kept) return kept
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...digits })
  formatters.set(zone, made)
  return made
}
