import type { Field } from '../act/use-form.ts'

export interface DayFieldProps extends Field<string> {
  readonly label: string
  readonly description?: string
  readonly size?: 'small' | 'medium'
  /** The first day that can be chosen. */
  readonly min?: string
}

/** The day as a calendar of the browser's own zone holds it; none for what is no day. */
export function dateOf(day: string): Date | undefined {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return undefined
  return new Date(year, month - 1, date)
}

/** "2026-11-22", and nothing for no day. */
export function dayOf(date: Date | undefined): string {
  if (!date || Number.isNaN(date.getTime())) return ''
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`
}

/** "22/11/2026", as people write it; empty for no day. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/')
