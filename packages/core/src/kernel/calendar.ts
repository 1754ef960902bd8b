import type { Day, Instant } from './instant.ts'
import { dayMs, minuteMs, offsetMinutes } from './instant.ts'

/** Opening hours of one weekday, in minutes after local midnight: 08.00-15.00 is `[480, 900]`. */
export type Hours = readonly [opens: number, closes: number]

/**
 * When offices of a district work. Everything in it is dated data that the district may change; nothing is code.
 * `week` begins with Sunday; null is a day off. `closed` are national holidays, joint leave and local closures.
 */
export interface Calendar {
  readonly zone: string
  readonly week: readonly (Hours | null)[]
  readonly closed: ReadonlySet<Day>
}

/** Working minutes that one working day counts for when a limit is given in days. */
export function minutesOfDay(calendar: Calendar): number {
  const open = calendar.week.find((hours) => hours !== null)
  return open ? open[1] - open[0] : 0
}

/**
 * CLOCK-1 The moment at which `minutes` of working time have passed since `from`.
 * Work that starts outside opening hours begins to count at the next opening.
 */
export function addWorking(calendar: Calendar, from: Instant, minutes: number): Instant {
  let left = minutes
  let at = from
  for (let days = 0; days < longestWalk; days++) {
    const window = openWindow(calendar, at)
    if (window) {
      const starts = Math.max(at, window.opens)
      const room = Math.max(0, (window.closes - starts) / minuteMs)
      if (left <= room) return starts + left * minuteMs
      left -= room
    }
    at = nextMidnight(calendar, at)
  }
  throw new RangeError('the calendar has no working day within three years')
}

/** CLOCK-2 Working minutes between two moments; negative when `to` lies before `from`. */
export function workingBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (to < from) return -workingBetween(calendar, to, from)
  let sum = 0
  for (let at = from; at < to; at = nextMidnight(calendar, at)) {
    const window = openWindow(calendar, at)
    if (window) sum += Math.max(0, Math.min(to, window.closes) - Math.max(at, window.opens)) / minuteMs
  }
  return sum
}

const longestWalk = 3 * 366

function openWindow(calendar: Calendar, at: Instant): { opens: Instant; closes: Instant } | null {
  const midnight = localMidnight(calendar, at)
  const local = new Date(midnight + offsetMinutes(calendar.zone) * minuteMs)
  const hours = calendar.week[local.getUTCDay()]
  if (!hours || calendar.closed.has(local.toISOString().slice(0, 10))) return null
  return { opens: midnight + hours[0] * minuteMs, closes: midnight + hours[1] * minuteMs }
}

function localMidnight(calendar: Calendar, at: Instant): Instant {
  const offset = offsetMinutes(calendar.zone) * minuteMs
  return Math.floor((at + offset) / dayMs) * dayMs - offset
}

function nextMidnight(calendar: Calendar, at: Instant): Instant {
  return localMidnight(calendar, at) + dayMs
}
