import type { Day } from '../kernel/instant.ts'
import { dayMs } from '../kernel/instant.ts'

/** Days from one to another, both counted. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

export const steps = ['day', 'week', 'month'] as const
export type Step = (typeof steps)[number]

/** How many days are looked at when nobody says which, and how many at most: two years and a leap day. */
export const usualDays = 30
export const mostDays = 731

/** FIG-1 The period that was asked for: up to today and thirty days long where it was left open; null where it is none. */
export function periodOf(from: Day | undefined, to: Day | undefined, today: Day): Period | null {
  const end = to ?? (from !== undefined && from > today ? from : today)
  const period = { from: from ?? addDays(end, 1 - usualDays), to: end }
  const days = daysIn(period)
  return days >= 1 && days <= mostDays ? period : null
}

/** FIG-2 The period of the same length right before: what a change is measured against. */
export const periodBefore = (period: Period): Period => ({
  from: addDays(period.from, -daysIn(period)),
  to: addDays(period.from, -1),
})

/** How finely a trend of this length is drawn: at most 27 points. */
export function stepOf(period: Period): Step {
  const days = daysIn(period)
  if (days <= 14) return 'day'
  return days <= 183 ? 'week' : 'month'
}

/**
 * FIG-3 A period cut into days, weeks or calendar months; together they are the whole of it. Weeks are counted back from
 * the last day: a last point of two days would look like a fall that is none.
 */
export function partsOf(period: Period): readonly Period[] {
  const step = stepOf(period)
  const parts: Period[] = []
  for (let to = period.to; to >= period.from; ) {
    const first = firstDayOf(step, to)
    const from = first > period.from ? first : period.from
    parts.push({ from, to })
    to = addDays(from, -1)
  }
  return parts.toReversed()
}

/** FIG-11 Whether a part is a whole day, week or month, or what the period cut off: the month that is still running. */
export function isWhole(part: Period, step: Step): boolean {
  return step === 'month'
    ? part.from.endsWith('-01') && addDays(part.to, 1).endsWith('-01')
    : daysIn(part) === (step === 'week' ? 7 : 1)
}

function firstDayOf(step: Step, to: Day): Day {
  if (step === 'day') return to
  return step === 'week' ? addDays(to, -6) : `${to.slice(0, 8)}01`
}

/** The day so many days later, or earlier for a negative number. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** How many days a period has; less than one when it ends before it begins. */
export const daysIn = ({ from, to }: Period): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1
