import type { Calendar } from '../kernel/calendar.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import { dayIn, dayMs, minuteMs, offsetMinutes } from '../kernel/instant.ts'

/** Whether offices of the place work on a day. */
export const isWorkingDay = ({ week, closed }: Calendar, day: Day): boolean =>
  Boolean(week[new Date(`${day}T00:00Z`).getUTCDay()]) && !closed.has(day)

/** MEET-9 The n-th working day after a day. Throws where no day would ever come: a calendar has one open day at least. */
export function workingDayAfter(calendar: Calendar, from: Day, n: number): Day {
  let [day, left] = [from, n]
  for (let walked = 0; walked < longestWalk; walked++) {
    if (left === 0) return day
    day = nextDay(day, 1)
    if (isWorkingDay(calendar, day)) left--
  }
  throw new RangeError('the calendar has no working day within five years')
}

/** MEET-9 When a task is due: at the end of that day's hours. It is reminded of when the working day before begins. */
export function taskTimes(
  calendar: Calendar,
  now: Instant,
  days: number,
): { readonly dueDay: Day; readonly dueAt: Instant; readonly remindAt: Instant } {
  const today = dayIn(calendar.zone, now)
  const dueDay = workingDayAfter(calendar, today, days)
  const eve = opening(calendar, workingDayAfter(calendar, today, days - 1))
  return { dueDay, dueAt: hourOf(calendar, dueDay, 1), remindAt: eve > now ? eve : opening(calendar, dueDay) }
}

/** MEET-10 When the next sitting would be: some months on, at the same hour, on a working day. */
export function nextSitting(calendar: Calendar, startsAt: Instant, months: number): Instant {
  const day = dayIn(calendar.zone, startsAt)
  const hour = startsAt - midnight(calendar, day)
  const there = monthsOn(day, months)
  return midnight(calendar, isWorkingDay(calendar, there) ? there : workingDayAfter(calendar, there, 1)) + hour
}

const longestWalk = 5 * 366

const nextDay = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** The same day of another month, or its last one. */
function monthsOn(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

const midnight = ({ zone }: Calendar, day: Day): Instant => Date.parse(`${day}T00:00Z`) - offsetMinutes(zone) * minuteMs

const opening = (calendar: Calendar, day: Day): Instant => hourOf(calendar, day, 0)

function hourOf(calendar: Calendar, day: Day, side: 0 | 1): Instant {
  const hours = calendar.week[new Date(`${day}T00:00Z`).getUTCDay()]
  return midnight(calendar, day) + (hours?.[side] ?? 0) * minuteMs
}
