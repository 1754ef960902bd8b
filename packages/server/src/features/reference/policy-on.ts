import { caseKind } from '@openslrt/core/case/case.ts'
import type { Category, Policy, Retention, Windows } from '@openslrt/core/case/policy.ts'
import { usualShares } from '@openslrt/core/case/policy.ts'
import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import { countsIn } from '@openslrt/core/lists/on-day.ts'
import { officeLevels } from '@openslrt/core/office/office.ts'
import { z } from 'zod'
import type { Closure } from './closed-days.ts'
import { closedOn, nearness } from './closed-days.ts'
import type { Lists } from './lists.ts'
import { itemsOn } from './lists.ts'
import type { SetWeek } from './queries.ts'
import { zoneIn } from './zone-in.ts'

/** The part of a policy that stays the same all day. */
export type DayPolicy = Omit<Policy, 'now' | 'day' | 'offices' | 'officesFor'>

/** What is read of lists and calendars. */
export interface Words {
  readonly lists: Lists
  readonly closed: ReadonlyMap<string, readonly Closure[]>
  readonly weeks: readonly SetWeek[]
}

/** What the law looks up in one district on one day: lists, calendar and limits that hold there. */
export function policyOn(now: Words, district: string, day: string): DayPolicy {
  const codes = (name: string): ReadonlySet<string> =>
    new Set(itemsOn(now.lists, name, district, day).map(({ code }) => code))
  const names = [
    'channel',
    'return',
    'reject',
    'decline',
    'unmet',
    'escalate',
    'cancel',
    'outcome',
    'how',
    'became',
    'aside',
    'visit-trigger',
    'visit-result',
    'visit-missed',
    'surge-kind',
    'need',
    'need-unmet',
    'need-stopped',
  ]
  return {
    calendar: calendarOn(now, district, day),
    categories: new Map(itemsOn(now.lists, 'category', district, day).map((item) => [item.code, categoryOf(item)])),
    reasons: new Map(names.map((name) => [name, codes(name)])),
    windows: windowsOn(now, district, day),
    retention: retentionOn(now, district, day),
  }
}

function calendarOn(now: Words, district: string, day: string): Calendar {
  const weeks = now.weeks.filter(({ place, valid_from }) => countsIn(place, district) && valid_from <= day)
  const week = weeks.toSorted((left, right) => nearness(left.place) - nearness(right.place)).at(-1)?.week ?? []
  return { zone: zoneIn(now.lists, district, day), week, closed: closedOn(now.closed, district) }
}

// Lists are data that offices change: what the law reads of them is parsed like anything else from outside.
const categoryLaw = z.object({
  sector: z.string(),
  kinds: z.array(caseKind),
  hopDays: z.partialRecord(z.enum(officeLevels), z.number()),
  totalDays: z.number(),
  takePercent: z.number().default(usualShares.take),
  decidePercent: z.number().default(usualShares.decide),
  rises: z.boolean().default(true),
  basis: z.string(),
})

function categoryOf({ code, data }: Said): Category {
  const { takePercent: take, decidePercent: decide, ...law } = categoryLaw.parse(data)
  return { code, ...law, steps: { take, decide } }
}

/** Years. A number that a calendar can still add: with infinity every day would be past the last one. */
const forEver = 1_000

function retentionOn(now: Words, district: string, day: string): Retention {
  const years = (code: keyof Retention): number => {
    const value = itemsOn(now.lists, 'retention', district, day).find((item) => item.code === code)?.data['years']
    // Without a word on it nothing may go: a list that was emptied by mistake must not erase anybody.
    return typeof value === 'number' ? value : forEver
  }
  return {
    case: years('case'),
    restricted: years('restricted'),
    'access-log': years('access-log'),
    registry: years('registry'),
    ppks: years('ppks'),
    visit: years('visit'),
    psks: years('psks'),
    affected: years('affected'),
  }
}

function windowsOn(now: Words, district: string, day: string): Windows {
  const days = (code: keyof Windows): number => {
    const value = itemsOn(now.lists, 'window', district, day).find((item) => item.code === code)?.data['days']
    if (typeof value !== 'number')
      throw new Error(`the list of windows says nothing of ${code} for ${district} on ${day}`)
    return value
  }
  return {
    completeDays: days('completeDays'),
    wordDays: days('wordDays'),
    reopenDays: days('reopenDays'),
    acceptDays: days('acceptDays'),
    grantDays: days('grantDays'),
    redDays: days('redDays'),
    staleDays: days('staleDays'),
    startDays: days('startDays'),
    finishDays: days('finishDays'),
    linkDays: days('linkDays'),
    firstVisitDays: days('firstVisitDays'),
    secondVisitDays: days('secondVisitDays'),
    messageDays: days('messageDays'),
    extractDays: days('extractDays'),
    reviewDays: days('reviewDays'),
    challengeSubdistrictDays: days('challengeSubdistrictDays'),
    challengeDistrictDays: days('challengeDistrictDays'),
    challengeProvinceDays: days('challengeProvinceDays'),
    challengeNationDays: days('challengeNationDays'),
  }
}
