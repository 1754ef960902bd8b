import type { Calendar } from '../kernel/calendar.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import { dayIn, dayMs, minuteMs, offsetMinutes } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import type { Week } from '../lists/rows.ts'
import type { OfficeRow, OfficeWeekRow } from './office.ts'

/** Hours that an office has said for itself, from a day on. */
export type OwnWeek = Pick<OfficeWeekRow, 'from' | 'week'>

/** What a form for a day was filled on: the version of the hours said for that very day, 0 where none were. */
export const versionOn = (said: readonly Pick<OfficeWeekRow, 'from' | 'version'>[], day: Day): number =>
  said.find(({ from }) => from === day)?.version ?? 0

export type HoursRefusal = { readonly code: 'day-past'; readonly earliest: Day } | { readonly code: 'already-so' }

/** OFFICE-17 An office says its own hours from today or a later day on, or that its district's hold again. */
export function setWeek(
  subject: string,
  office: OfficeRow,
  said: OwnWeek,
  ownWeeks: readonly OfficeWeekRow[],
  today: Day,
): Result<Change, HoursRefusal> {
  const { from, week } = said
  if (from < today) return no({ code: 'day-past', earliest: today })
  if (canonical(weekOn(ownWeeks, from)) === canonical(week)) return no({ code: 'already-so' })
  const there = ownWeeks.find((own) => own.from === from)
  return ok(
    there
      ? { table: 'officeWeek', id: there.id, base: there.version, set: { week } }
      : {
          table: 'officeWeek',
          id: subject,
          base: 0,
          set: { district: office.district, office: office.id, from, week },
        },
  )
}

/** The hours that an office has said for a day, the last that have begun; null where its district's hold. */
export function weekOn(own: readonly OwnWeek[], day: Day): Week | null {
  let last: OwnWeek | null = null
  for (const one of own) if (one.from <= day && (last === null || one.from >= last.from)) last = one
  return last?.week ?? null
}

/** Whether an office is open, until when, or when it opens next; null where that is not within two weeks. */
export type Open =
  | { readonly open: true; readonly until: Instant }
  | { readonly open: false; readonly next: Instant | null }

const lookAheadDays = 14

/** OFFICE-17 Whether an office is open now: by its own hours where it has any, and on its district's days. */
export function openAt(own: readonly OwnWeek[], district: Calendar, now: Instant): Open {
  for (let ahead = 0; ahead <= lookAheadDays; ahead++) {
    const hours = hoursOn(own, district, now + ahead * dayMs)
    if (!hours || hours.closes <= now) continue
    return hours.opens <= now ? { open: true, until: hours.closes } : { open: false, next: hours.opens }
  }
  return { open: false, next: null }
}

function hoursOn(own: readonly OwnWeek[], { zone, week, closed }: Calendar, at: Instant) {
  const day = dayIn(zone, at)
  if (closed.has(day)) return null
  const midnight = Date.parse(`${day}T00:00:00Z`) - offsetMinutes(zone) * minuteMs
  const hours = (weekOn(own, day) ?? week)[new Date(`${day}T00:00:00Z`).getUTCDay()]
  return hours ? { opens: midnight + hours[0] * minuteMs, closes: midnight + hours[1] * minuteMs } : null
}
