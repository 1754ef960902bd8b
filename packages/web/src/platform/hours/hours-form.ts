import type { HoursLine } from '@openslrt/core/contract/list-queries.ts'

/** Monday first, as people count the week; the law counts from Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const

/** The hours that hold in a place on a day: of the nearest place, those set last. */
export function hoursOn(hours: readonly HoursLine[], day: string): HoursLine | null {
  const begun = hours.filter(({ from }) => from <= day)
  const rank = ({ place }: HoursLine): number => (place === '00' ? 0 : place.length)
  const near = begun.toSorted((one, other) => rank(one) - rank(other) || one.from.localeCompare(other.from))
  return near.at(-1) ?? null
}

/** A week as its form holds it: `450-960` for each day from Sunday, parted by spaces; nothing for a day off. */
export const weekText = (week: HoursLine['week']): string =>
  week.map((hours) => (hours ? hours.map(clockOf).join('-') : '-')).join(' ')

/** The week that a form holds; null when a time is missing, or no day is open. */
export function weekOf(text: string): ([number, number] | null)[] | null {
  const days = text.split(' ').map(dayOf)
  if (days.length !== 7 || days.includes('wrong')) return null
  const week = days.map((day) => (day === 'wrong' ? null : day))
  return week.some((day) => day !== null) ? week : null
}

/** The opening and closing time of each day of such a text. */
export const timesOf = (text: string): readonly (readonly [string, string])[] =>
  text.split(' ').map((day) => [day.split('-')[0] ?? '', day.split('-')[1] ?? ''] as const)

/** The same text with one time changed. */
export const withTime = (text: string, weekday: number, end: 0 | 1, time: string): string =>
  timesOf(text)
    .map((pair, nth) => pair.map((was, at) => (nth === weekday && at === end ? time : was)).join('-'))
    .join(' ')

function dayOf(text: string): [number, number] | null | 'wrong' {
  const [opens = '', closes = ''] = text.split('-')
  if (opens === '' && closes === '') return null
  const minutes: [number, number] = [minutesOf(opens), minutesOf(closes)]
  return minutes[0] < minutes[1] ? minutes : 'wrong'
}

/** What of somebody's typing belongs to a time: a week's text is parted by spaces and lines. */
export const typedTime = (typed: string): string => typed.replace(/[^\d.,:]/g, '').slice(0, 5)

/** "8", "8.30" and "0830" as the form holds a time, `08:30`; what is no time stays as it was typed. */
export function tidyTime(typed: string): string {
  const minutes = minutesOf(typed)
  return Number.isNaN(minutes) ? typed : clockOf(minutes)
}

/** Minutes after midnight; not a number for what is no time. */
function minutesOf(clock: string): number {
  const [, hours, minutes = '0'] = /^([01]?\d|2[0-3])(?:[.,:]?([0-5]\d))?$/.exec(clock) ?? []
  return Number(hours) * 60 + Number(minutes)
}

/** `07:30` of 450. */
export const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
