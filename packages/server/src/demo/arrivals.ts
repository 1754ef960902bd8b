import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayIn, dayMs, minuteMs, offsetMinutes } from '@openslrt/core/kernel/instant.ts'
import type { Dice } from './seeded.ts'

/** Sleman 2018: 3,416 of 13,750 visits came in June, when schools take children in. */
const juneShare = 0.25
const months = [0.95, 1.1, 0.9, 0.85, 1, 0, 1.2, 1.05, 1, 1, 1, 0.95]
/** Langsa, 5-9 January 2026: deciles and BPJS together, Monday to Friday. */
const weekdays = [0, 62, 41, 49, 26, 22, 0]

/**
 * February 2026: 11 million PBI members were switched off at once, and each refresh of the register brings such a rush.
 * The demo's year ends in one, so that its desks show work in hand that is not late yet.
 */
export const rushDays = 20
const rushShare = 4.5

/** Moments of one year up to now at which cases come in at desks, in their order. */
export function arrivals(calendar: Calendar, now: Instant, count: number, dice: Dice): readonly Instant[] {
  const days = openDays(calendar, now).map((day) => ({
    ...day,
    weight: day.weight * (day.opens > now - rushDays * dayMs ? rushShare : 1),
  }))
  const moments: Instant[] = []
  while (moments.length < count) {
    const { opens, closes } = dice.weighted(days, ({ weight }) => weight)
    // Two throws, the earlier one counts: desks are fuller in the morning.
    const at = opens + Math.round(Math.min(dice.next(), dice.next()) * (closes - opens - 20 * minuteMs))
    if (at < now) moments.push(at)
  }
  return moments.toSorted((left, right) => left - right)
}

/** A moment at home on the same day, for those who write in the evening. */
export function atHome(calendar: Calendar, at: Instant, dice: Dice): Instant {
  return midnightOf(calendar, at) + dice.between(5 * 60 + 30, 22 * 60) * minuteMs
}

interface OpenDay {
  readonly opens: Instant
  readonly closes: Instant
  readonly weight: number
}

function openDays(calendar: Calendar, now: Instant): readonly OpenDay[] {
  const midnights = Array.from({ length: 365 }, (_, back) => midnightOf(calendar, now) - back * dayMs)
  const days = midnights.flatMap((midnight) => openDay(calendar, midnight))
  const ofJune = sum(days.filter(({ june }) => june))
  const ofOthers = sum(days.filter(({ june }) => !june))
  return days.map(({ june, ...day }) => ({
    ...day,
    weight: day.weight * (june ? juneShare / ofJune : (1 - juneShare) / ofOthers),
  }))
}

function openDay(calendar: Calendar, midnight: Instant): readonly (OpenDay & { june: boolean })[] {
  const day = dayIn(calendar.zone, midnight)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const hours = calendar.week[weekday]
  if (!hours || calendar.closed.has(day)) return []
  const month = Number(day.slice(5, 7))
  const june = month === 6
  const weight = (weekdays[weekday] ?? 0) * (june ? 1 : (months[month - 1] ?? 1))
  return [{ opens: midnight + hours[0] * minuteMs, closes: midnight + hours[1] * minuteMs, weight, june }]
}

function midnightOf(calendar: Calendar, at: Instant): Instant {
  const offset = offsetMinutes(calendar.zone) * minuteMs
  return Math.floor((at + offset) / dayMs) * dayMs - offset
}

const sum = (days: readonly { weight: number }[]): number => days.reduce((all, { weight }) => all + weight, 0)
