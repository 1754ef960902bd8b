import type { Day } from '../kernel/instant.ts'
import { servingPsks } from './moves.ts'
import type { PsksRow } from './psks.ts'

/** PSKS-6 The day up to which what is said of somebody counts as known: a year after it was last said to hold. */
export function dueOn({ checkedOn }: Pick<PsksRow, 'checkedOn'>): Day | null {
  if (checkedOn === null) return null
  const [year, month, day] = checkedOn.split('-').map(Number)
  // A 29th of February is due on the 1st of March.
  return new Date(Date.UTC((year ?? 0) + 1, (month ?? 1) - 1, day ?? 1)).toISOString().slice(0, 10)
}

/** Whether it is time to ask again. */
export function isDue(row: Pick<PsksRow, 'checkedOn' | 'status'>, today: Day): boolean {
  const due = dueOn(row)
  return row.status === servingPsks && due !== null && due <= today
}

/** Whatever was last checked on this day or before is due today. */
export function dueBefore(today: Day): Day {
  const [year, ...rest] = today.split('-')
  // The year before a leap year has no 29th of February.
  return [String(Number(year) - 1), ...rest].join('-').replace('-02-29', '-02-28')
}
