import { z } from 'zod'
import type { Day } from '../kernel/instant.ts'
import type { Period } from './period.ts'
import { addDays } from './period.ts'

/** A month of the calendar: "2026-11". */
export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
export type Month = string

export const monthOf = (day: Day): Month => day.slice(0, 7)

/** All days of a month. */
export function daysOfMonth(of: Month): Period {
  const from = `${of}-01`
  return { from, to: addDays(firstAfter(of, 1), -1) }
}

/** The first day of the month so many months later, or earlier for a negative number. */
export function firstAfter(of: Month, months: number): Day {
  const at = Number(of.slice(0, 4)) * 12 + Number(of.slice(5)) - 1 + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
}

/** The same day so many months before; the last of the month where it has no such day. */
export function monthsBefore(day: Day, months: number): Day {
  const { from, to } = daysOfMonth(monthOf(firstAfter(monthOf(day), -months)))
  const same = `${monthOf(from)}${day.slice(7)}`
  return same < to ? same : to
}
