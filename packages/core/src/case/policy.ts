import type { Calendar } from '../kernel/calendar.ts'
import { minutesOfDay } from '../kernel/calendar.ts'
import type { Instant } from '../kernel/instant.ts'
import type { OfficeLevel, Offices } from '../office/office.ts'

/** A category of need or complaint (one of the nine bidang), as the list stands on the day of the decision. */
export interface Category {
  readonly code: string
  readonly sector: string
  readonly kinds: readonly string[]
  /** Working days for one hop at a tier, and from end to end; with the standard that they come from. */
  readonly hopDays: Readonly<Partial<Record<OfficeLevel, number>>>
  readonly totalDays: number
  readonly basis: string
}

/** What the law looks up: lists, calendar and offices as they stand for the district now. */
export interface Policy {
  readonly now: Instant
  readonly day: string
  readonly calendar: Calendar
  readonly categories: ReadonlyMap<string, Category>
  readonly reasons: ReadonlyMap<string, ReadonlySet<string>>
  readonly offices: Offices
  readonly windows: Windows
}

/** Limits in working days that concern the citizen, dated data of the district. */
export interface Windows {
  /** How long a returned case waits for what is missing (Pekalongan: 10 calendar days). */
  readonly completeDays: number
  /** How long an answer waits for the citizen's word (Pekalongan: 10 days). */
  readonly wordDays: number
  /** How long a closed case can be opened again. */
  readonly reopenDays: number
  /** How long an asked office has to accept a referral. */
  readonly acceptDays: number
  /** How long a grant lasts when nothing withdraws it. */
  readonly grantDays: number
}

const fallbackHopDays = 3

/** Working minutes that a category gives one hop at a tier. */
export function hopLimit(policy: Policy, category: string, level: OfficeLevel): number {
  const days = policy.categories.get(category)?.hopDays[level] ?? fallbackHopDays
  return days * minutesOfDay(policy.calendar)
}

/** Working minutes that a category gives from end to end. */
export function totalLimit(policy: Policy, category: string): number {
  return (policy.categories.get(category)?.totalDays ?? 14) * minutesOfDay(policy.calendar)
}

/** Whether a reason or outcome code stands on the list of that name today. */
export const onList = (policy: Policy, list: string, code: string): boolean =>
  policy.reasons.get(list)?.has(code) ?? false
