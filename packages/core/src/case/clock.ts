import type { Calendar } from '../kernel/calendar.ts'
import { addWorking, workingBetween } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Clock } from './case.ts'
import type { ClockAct } from './moves.ts'

/** CLOCK-3 A clock that starts now and runs for a limit in working minutes. */
export function startClock(calendar: Calendar, now: Instant, limit: number): Clock {
  return { startedAt: now, dueAt: addWorking(calendar, now, limit), left: null }
}

/** CLOCK-4 What a move makes of a clock. Time spent waiting for the citizen is given back when it runs again. */
export function moveClock(clock: Clock, act: ClockAct, calendar: Calendar, now: Instant, limit: number): Clock {
  switch (act) {
    case 'start':
      return startClock(calendar, now, limit)
    case 'run':
      return clock.left === null ? clock : { ...clock, dueAt: resume(calendar, now, clock.left), left: null }
    case 'pause':
    case 'end':
      return clock.dueAt === null
        ? clock
        : { ...clock, dueAt: null, left: Math.round(workingBetween(calendar, now, clock.dueAt)) }
    case 'keep':
      return clock
  }
}

// A clock that was already late stays late by as much: it is due at once, and was due `-left` minutes ago.
function resume(calendar: Calendar, now: Instant, left: number): Instant {
  return left >= 0 ? addWorking(calendar, now, left) : now
}
