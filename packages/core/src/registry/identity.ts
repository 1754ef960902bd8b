import type { Day } from '../kernel/instant.ts'
import { placeCode } from '../place/code.ts'

/** What is odd about a NIK or KK number. Odd numbers exist: every one of these is told, and none is refused. */
export const numberDoubts = [
  'nik-place',
  'nik-date',
  'nik-birth',
  'nik-sex',
  'nik-serial',
  'kk-place',
  'kk-date',
  'kk-serial',
] as const
export type NumberDoubt = (typeof numberDoubts)[number]

/** What a number is held against. Without a register of places its first digits are not judged. */
export interface Beside {
  readonly birthDate: Day | null
  readonly sex: 'L' | 'P' | null
  readonly knowsRegion: ((code: string) => boolean) | null
}

/** A number as people type it: in groups, with dots or dashes. */
export const numberTyped = (typed: string): string => typed.replace(/[\s.-]/g, '')

/** REGISTRY-4 What is wrong with the form of a number, the only thing that is refused: sixteen digits, nothing else. */
export function numberFault(typed: string): 'digits' | 'length' | null {
  const number = numberTyped(typed)
  if (!/^\d*$/.test(number)) return 'digits'
  return number.length === 16 ? null : 'length'
}

/**
 * REGISTRY-5 What is odd about a NIK: six digits of the place that recorded the person first (not where they live now),
 * day, month and year of birth (40 more on the day for women), four of a series.
 */
export function nikDoubts(nik: string, { birthDate, sex, knowsRegion }: Beside): readonly NumberDoubt[] {
  // Half a number, as it stands while it is typed, says nothing yet; its form is told elsewhere.
  if (numberFault(nik) !== null) return []
  const { region, day, month, year, serial } = partsOf(numberTyped(nik))
  const isWoman = day > 40
  const isDay = isCalendarDay(isWoman ? day - 40 : day, month, year)
  return [
    ...(isKnown(region, knowsRegion) ? [] : ['nik-place' as const]),
    ...(isDay ? [] : ['nik-date' as const]),
    ...(isDay && birthDate !== null && !saysBirth(birthDate, day, month, year) ? ['nik-birth' as const] : []),
    ...(isDay && sex !== null && (sex === 'P') !== isWoman ? ['nik-sex' as const] : []),
    ...(serial === '0000' ? ['nik-serial' as const] : []),
  ]
}

/** REGISTRY-6 What is odd about the number of a family card: place, day of its issue, a series. */
export function kkDoubts(kk: string, { knowsRegion }: Pick<Beside, 'knowsRegion'>): readonly NumberDoubt[] {
  if (numberFault(kk) !== null) return []
  const { region, day, month, year, serial } = partsOf(numberTyped(kk))
  return [
    ...(isKnown(region, knowsRegion) ? [] : ['kk-place' as const]),
    ...(isCalendarDay(day, month, year) ? [] : ['kk-date' as const]),
    ...(serial === '0000' ? ['kk-serial' as const] : []),
  ]
}

/** What a NIK says of its holder, to fill a form with; of two centuries the one that has begun. Null where it says no day. */
export function saidByNik(nik: string, today: Day): { readonly birthDate: Day; readonly sex: 'L' | 'P' } | null {
  const { day, month, year } = partsOf(nik)
  const sex = day > 40 ? 'P' : 'L'
  const own = sex === 'P' ? day - 40 : day
  const rest = `${two(year)}-${two(month)}-${two(own)}`
  const birthDate = `20${rest}` <= today ? `20${rest}` : `19${rest}`
  return isRealDay(birthDate) ? { birthDate, sex } : null
}

/** The sub-district that a number names, in the spelling of the list of places: `34.04.07`. */
export const regionOf = (number: string): string =>
  placeCode.parse([number.slice(0, 2), number.slice(2, 4), number.slice(4, 6)].join('.'))

function partsOf(number: string) {
  const [day = 0, month = 0, year = 0] = [6, 8, 10].map((at) => Number(number.slice(at, at + 2)))
  return { region: regionOf(number), day, month, year, serial: number.slice(12) }
}

const isKnown = (region: string, knows: Beside['knowsRegion']): boolean => knows === null || knows(region)

const saysBirth = (birthDate: Day, day: number, month: number, year: number): boolean =>
  birthDate.slice(2) === `${two(year)}-${two(month)}-${two(day > 40 ? day - 40 : day)}`

// The century is not said: a 29 February is a day if it is one in either.
const isCalendarDay = (day: number, month: number, year: number): boolean =>
  ['19', '20'].some((century) => isRealDay(`${century}${two(year)}-${two(month)}-${two(day)}`))

const two = (value: number): string => String(value).padStart(2, '0')

/** Whether a text is a day that the calendar has. */
export function isRealDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}
