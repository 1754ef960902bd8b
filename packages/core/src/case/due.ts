import type { Instant } from '../kernel/instant.ts'
import { dayIn, dayMs, minuteMs, offsetMinutes } from '../kernel/instant.ts'

/** When a stay at an office is due, as people plan their days. Every case is in exactly one; `none`: its clock stands. */
export const dueWindows = ['late', 'today', 'week', 'later', 'none'] as const
export type DueWindow = (typeof dueWindows)[number]

/** Where the windows end: days are those of the district, and the week is the seven days after today. */
export interface DueEdges {
  readonly now: Instant
  readonly today: Instant
  readonly week: Instant
}

/** QUEUE-9 The ends of the windows for a moment and a zone; each belongs to the window after it. */
export function dueEdges(zone: string, now: Instant): DueEdges {
  const midnight = Date.parse(dayIn(zone, now)) - offsetMinutes(zone) * minuteMs
  return { now, today: midnight + dayMs, week: midnight + 8 * dayMs }
}

/** QUEUE-9 The window that a due moment lies in. SQL repeats this in `dueConditions`; a test holds both together. */
export function dueWindow(dueAt: Instant | null, { now, today, week }: DueEdges): DueWindow {
  if (dueAt === null) return 'none'
  if (dueAt <= now) return 'late'
  if (dueAt < today) return 'today'
  return dueAt < week ? 'week' : 'later'
}
