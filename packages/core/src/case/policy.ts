import type { Calendar } from '../kernel/calendar.ts'
import { dayAndNight, minutesOfDay } from '../kernel/calendar.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { OfficeLevel, OfficeRow, Offices } from '../office/office.ts'
import type { PlaceCode } from '../place/code.ts'
import type { CaseKind, CaseRow } from './case.ts'
import type { LawRefusal } from './refusal.ts'

/** A category of need or complaint (one of the nine bidang), as the list stands on the day of the decision. */
export interface Category {
  readonly code: string
  readonly sector: string
  readonly kinds: readonly CaseKind[]
  /** Working days for one hop at a tier, and from end to end; with the standard that they come from. */
  readonly hopDays: Readonly<Partial<Record<OfficeLevel, number>>>
  readonly totalDays: number
  /** Of a hop's time, how many hundredths are for taking a case on, and how many for deciding; the rest is for the work. */
  readonly steps: StepShares
  /** Whether a case whose time at an office is over goes up by itself. */
  readonly rises: boolean
  readonly basis: string
}

export interface StepShares {
  readonly take: number
  readonly decide: number
}

/** What holds for categories that say nothing of their steps. */
export const usualShares: StepShares = { take: 25, decide: 25 }

/** What the law looks up: lists, calendar and offices as they stand for the district now. */
export interface Policy {
  readonly now: Instant
  readonly day: string
  readonly calendar: Calendar
  readonly categories: ReadonlyMap<string, Category>
  readonly reasons: ReadonlyMap<string, ReadonlySet<string>>
  readonly offices: Offices
  /** The offices that could serve a place: whatever covers it. */
  readonly officesFor: (place: PlaceCode) => Iterable<OfficeRow>
  readonly windows: Windows
  readonly retention: Retention
}

/** For how many years something is kept: a case after its end, before it may be erased; a look at it after it happened. */
export interface Retention {
  readonly case: number
  readonly restricted: number
  readonly 'access-log': number
  /** People and families who moved away, died or are no more, with all that hangs on them. */
  readonly registry: number
  /** What names nobody of the registry and no case: forgotten by the clock. */
  readonly ppks: number
  readonly visit: number
  readonly psks: number
  readonly affected: number
}

/** Limits that citizens and asked offices meet: dated data of the district, in calendar days unless told otherwise. */
export interface Windows {
  /** How long a returned case waits for what is missing (Pekalongan: 10 calendar days). */
  readonly completeDays: number
  /** How long an answer waits for the citizen's word (Pekalongan: 10 days). */
  readonly wordDays: number
  /** How long a closed case can be opened again. */
  readonly reopenDays: number
  /** How many working days an asked office has to accept a referral. */
  readonly acceptDays: number
  /** The time of an office for a red card, in days of 24 hours that know no holiday. */
  readonly redDays: number
  /** After how many working days without any change a case is told to be standing still. */
  readonly staleDays: number
  /** How many working days an asked office has from accepting to beginning, and for the work itself. */
  readonly startDays: number
  readonly finishDays: number
  /** How long a reply link lasts since it was given or last used to act. */
  readonly linkDays: number
  /** How long after closing a family that was helped is visited, and visited again. */
  readonly firstVisitDays: number
  readonly secondVisitDays: number
  /** How long a message that came to its end is kept: one that became a case, or nothing. */
  readonly messageDays: number
  /** How long a file that was sent to be loaded is kept, with the pieces in which it lies. */
  readonly extractDays: number
  /** SUPER-1 How many working days a supervisor has to look at what a facilitator brings; 0: nobody looks. */
  readonly reviewDays: number
  /** CHALLENGE-7 How many working days an office has to answer a challenge, tier by tier. */
  readonly challengeSubdistrictDays: number
  readonly challengeDistrictDays: number
  readonly challengeProvinceDays: number
  readonly challengeNationDays: number
  /** How long a grant lasts when nothing withdraws it. */
  readonly grantDays: number
}

/** Named lists of codes that a district may change; each item has its names in the data. */
export const listNames = [
  'channel',
  'outcome',
  'how',
  'return',
  'reject',
  'escalate',
  'cancel',
  'decline',
  'unmet',
  'became',
  'aside',
  'visit-trigger',
  'visit-result',
  'visit-missed',
  'surge-kind',
  'need',
  'need-unmet',
  'need-stopped',
] as const
export type ListName = (typeof listNames)[number]

// For a category that its list no longer has: SP4N-LAPOR's first answer (3 days) and its dispute without a visit (14).
const fallbackHopDays = 3
const fallbackTotalDays = 14

/** Whose time it is: what a category and a red card make of it. */
export type Timed = Pick<CaseRow, 'category' | 'priority'>

/** CLOCK-5, CLOCK-10 The minutes that one hop at a tier has, and the calendar that they run by: a red card's run day and night. */
export function hopTime(
  policy: Policy,
  { category, priority }: Timed,
  level: OfficeLevel,
): { readonly calendar: Calendar; readonly limit: number } {
  if (priority === 'red')
    return {
      calendar: dayAndNight(policy.calendar),
      limit: policy.windows.redDays * minutesOfDay(dayAndNight(policy.calendar)),
    }
  const days = policy.categories.get(category)?.hopDays[level] ?? fallbackHopDays
  return { calendar: policy.calendar, limit: days * minutesOfDay(policy.calendar) }
}

/** Working minutes that a category gives from end to end. */
export function totalLimit(policy: Policy, category: string): number {
  return (policy.categories.get(category)?.totalDays ?? fallbackTotalDays) * minutesOfDay(policy.calendar)
}

/** Whether a code stands on the list of that name today. */
export const onList = (policy: Policy, list: ListName, code: string): boolean =>
  policy.reasons.get(list)?.has(code) ?? false

/** OFFICE-5 The office that something is to go to, as long as it exists, works, and is not the one that sends. */
export function otherOffice(to: OfficeId, from: OfficeId, policy: Policy): Result<OfficeRow, LawRefusal> {
  const office = policy.offices.get(to)
  if (!office) return no({ code: 'unknown-office' })
  if (to === from) return no({ code: 'same-office' })
  return office.active ? ok(office) : no({ code: 'office-not-active' })
}
