import type { ListName, Policy } from '../case/policy.ts'
import { listNames, usualShares } from '../case/policy.ts'
import type { Calendar } from '../kernel/calendar.ts'
import { dayIn, type Zone } from '../kernel/instant.ts'
import { shippedLists } from '../lists/shipped.ts'
import { offices } from './an-office.ts'

/** Monday 2 November 2026, 09.00 in Sleman: a working day without holidays near it. */
export const monday: number = Date.parse('2026-11-02T09:00:00+07:00')

/** The shipped calendar in a zone. */
export const aCalendar = (zone: Zone = 'Asia/Jakarta'): Calendar => ({
  zone,
  week: shippedLists.officeHours.week,
  closed: new Set(shippedLists.holidays.map(({ day }) => day)),
})

/** The shipped lists and calendar with the offices of the tests, at a moment. */
export function aPolicy(now: number = monday, own: Partial<Policy> = {}): Policy {
  const { windows, categories, lines, retention } = shippedLists
  const codes = (list: ListName): ReadonlySet<string> => new Set(lines[list].map(([code]) => code))
  return {
    now,
    day: dayIn('Asia/Jakarta', now),
    calendar: aCalendar(),
    categories: new Map(
      categories.map((category) => [category.code, { ...category, steps: usualShares, rises: true }]),
    ),
    reasons: new Map(listNames.map((list) => [list, codes(list)])),
    offices: new Map(Object.values(offices).map((office) => [office.id, office])),
    windows: {
      completeDays: windows.completeDays.days,
      wordDays: windows.wordDays.days,
      reopenDays: windows.reopenDays.days,
      acceptDays: windows.acceptDays.days,
      grantDays: windows.grantDays.days,
      redDays: windows.redDays.days,
      staleDays: windows.staleDays.days,
      startDays: windows.startDays.days,
      finishDays: windows.finishDays.days,
      linkDays: windows.linkDays.days,
      firstVisitDays: windows.firstVisitDays.days,
      secondVisitDays: windows.secondVisitDays.days,
      messageDays: windows.messageDays.days,
      reviewDays: windows.reviewDays.days,
      extractDays: windows.extractDays.days,
      challengeSubdistrictDays: windows.challengeSubdistrictDays.days,
      challengeDistrictDays: windows.challengeDistrictDays.days,
      challengeProvinceDays: windows.challengeProvinceDays.days,
      challengeNationDays: windows.challengeNationDays.days,
    },
    retention: {
      case: retention.case.years,
      restricted: retention.restricted.years,
      'access-log': retention['access-log'].years,
      registry: retention.registry.years,
      ppks: retention.ppks.years,
      visit: retention.visit.years,
      psks: retention.psks.years,
      affected: retention.affected.years,
    },
    officesFor: () => (own.offices ?? new Map(Object.values(offices).map((office) => [office.id, office]))).values(),
    ...own,
  }
}
