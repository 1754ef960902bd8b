import type { Calendar } from '../kernel/calendar.ts'
import { addWorking, workingBetween } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Clock } from './case.ts'
import type { ClockAct } from './moves.ts'

/** CLOCK-3 A clock that starts now and runs for a limit in working minutes. */
export function startClock(calendar: Calendar, now: Instant, limit: number): Clock {
  return { startedAt: now, dueAt: addWorking(calendar, now, limit), left: null }
}

/**
 * CLOCK-4 What a move makes of a clock. Time spent waiting for the citizen is given back when it runs again; a clock
 * that was already late when it was held is late by as much when it runs again.
 */
export function moveClock(clock: Clock, act: ClockAct, calendar: Calendar, now: Instant, limit: number): Clock {
  switch (act) {
    case 'start':
      return startClock(calendar, now, limit)
    case 'run':
      return clock.left === null ? clock : { ...clock, dueAt: addWorking(calendar, now, clock.left), left: null }
    case 'pause':
    case 'end':
      return clock.dueAt === null
        ? clock
        : { ...clock, dueAt: null, left: wholeMinutes(workingBetween(calendar, now, clock.dueAt)) }
    case 'keep':
      return clock
  }
}

// Rounded up, so that holding a clock never takes time away; adding 0 turns -0, which JSON can't say, into 0.
const wholeMinutes = (minutes: number): number => Math.ceil(minutes) + 0
