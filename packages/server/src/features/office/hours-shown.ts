import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Week } from '@openslrt/core/lists/rows.ts'
import { openAt } from '@openslrt/core/office/hours.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import type { Reference } from '../reference/index.ts'

/** The hours of an office as its administrator looks at them. */
export function hoursShown(reference: Reference, office: OfficeRow, now: number) {
  const { calendar } = reference.policyFor(office.district, now, now)
  const own = reference.ownWeeks(office.id).toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const open = openAt(own, calendar, now)
  return {
    now,
    today: dayIn(calendar.zone, now),
    zone: calendar.zone,
    district: spread(calendar.week),
    own: own.map(({ from, week, version }) => ({ from, week: week && spread(week), version })),
    open: open.open,
    at: open.open ? open.until : open.next,
  }
}

const spread = (week: Week): ([number, number] | null)[] => week.map((hours) => hours && [hours[0], hours[1]])
