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

/** The same zone without closing hours: every minute counts. */
export const dayAndNight = ({ zone }: Calendar): Calendar => ({
  zone,
  week: Array.from({ length: 7 }, () => [0, 24 * 60] as const),
  closed: new Set(),
})

/** Working minutes that one working day counts for when a limit is given in days. */
export function minutesOfDay(calendar: Calendar): number {
  const open = calendar.week.find((hours) => hours !== null)
  return open ? open[1] - open[0] : 0
}

/**
 * CLOCK-1 The moment at which `minutes` of working time have passed since `from`; a negative number looks back.
 * Work that starts outside opening hours begins to count at the next opening.
 */
export function addWorking(calendar: Calendar, from: Instant, minutes: number): Instant {
  const back = minutes < 0
  let left = Math.round(Math.abs(minutes) * minuteMs)
  let midnight = localMidnight(calendar, from)
  for (let days = 0; days < longestWalk; days++) {
    const open = back ? openPart(calendar, midnight, -Infinity, from) : openPart(calendar, midnight, from, Infinity)
    const room = open ? open.closes - open.opens : 0
    if (open && left <= room) return back ? open.closes - left : open.opens + left
    left -= room
    midnight += back ? -dayMs : dayMs
  }
  throw new RangeError('the calendar has no working day within three years')
}

/** CLOCK-2 Working minutes between two moments; negative when `to` lies before `from`. */
export function workingBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (to < from) return 0 - workingBetween(calendar, to, from)
  let sum = 0
  for (let midnight = localMidnight(calendar, from); midnight < to; midnight += dayMs) {
    const open = openPart(calendar, midnight, from, to)
    if (open) sum += open.closes - open.opens
  }
  return sum / minuteMs
}

const longestWalk = 3 * 366

/** The opening hours of the day that begins at `midnight`, as far as they lie between two moments. */
function openPart(
  calendar: Calendar,
  midnight: Instant,
  from: Instant,
  to: Instant,
): { readonly opens: Instant; readonly closes: Instant } | null {
  const local = new Date(midnight + offsetMinutes(calendar.zone) * minuteMs)
  const hours = calendar.week[local.getUTCDay()]
  if (!hours || calendar.closed.has(local.toISOString().slice(0, 10))) return null
  const opens = Math.max(from, midnight + hours[0] * minuteMs)
  const closes = Math.min(to, midnight + hours[1] * minuteMs)
  return opens < closes ? { opens, closes } : null
}

function localMidnight(calendar: Calendar, at: Instant): Instant {
  const offset = offsetMinutes(calendar.zone) * minuteMs
  return Math.floor((at + offset) / dayMs) * dayMs - offset
}
