import type { Day } from '../kernel/instant.ts'
import type { OfficeRow } from '../office/office.ts'
import type { LedgerCode } from '../place/code.ts'
import { fieldsIn } from './template.ts'

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const
/** What a pattern may name: the place in the series, and what tells one series from another. */
export const numberFields = ['nomor', 'kode', 'wilayah', 'bulan', 'bulan-romawi', 'tahun'] as const
export type NumberField = (typeof numberFields)[number]

// A digit or another field beside it could be read as part of it: "1" and "11" of two months would be one number.
const setApart = /(?:^|[^\d}])\{\s*nomor\s*\}(?:$|[^\d{])/

/**
 * LETTER-30 Whether a pattern can number letters without ever giving a number twice: it names its place in the series
 * once and set apart, the code of the matter once at most, the year, and nothing unknown.
 */
export function isNumberPattern(pattern: string): boolean {
  const fields = fieldsIn(pattern)
  const times = (name: NumberField): number => fields.filter((field) => field === name).length
  const known = fields.every((field) => numberFields.some((name) => name === field))
  return known && times('nomor') === 1 && times('tahun') >= 1 && times('kode') <= 1 && setApart.test(pattern)
}

/** Whether a pattern says where a letter was made. */
export const namesPlace = (pattern: string): boolean => fieldsIn(pattern).includes('wilayah')

/** By which pattern an office numbers, and the place that stands in its numbers. */
export interface Numbering {
  readonly pattern: string
  readonly place: string
}

/** LETTER-32 Whether two offices could give the same number: whether some text is a number of both. */
export function mayClash(one: Numbering, other: Numbering): boolean {
  const [ours, theirs] = [signsOf(one), signsOf(other)]
  const steps: (readonly [at: number, there: number])[] = [[0, 0]]
  const seen = new Set<string>()
  // Both are read sign by sign side by side; the list grows while it is walked.
  for (const [at, there] of steps) {
    const [own, their] = [ours[at], theirs[there]]
    if (!own && !their) return true
    if (!own || !their || seen.has(`${at} ${there}`) || !share(own, their)) continue
    seen.add(`${at} ${there}`)
    for (const next of own.repeats ? [at, at + 1] : [at + 1])
      for (const nextThere of their.repeats ? [there, there + 1] : [there + 1]) steps.push([next, nextThere])
  }
  return false
}

/** What may stand in one place of a number: any of some signs, null: whatever sign; once, or several times. */
interface Sign {
  readonly of: string | null
  readonly repeats: boolean
}

const share = (one: Sign, other: Sign): boolean =>
  one.of === null || other.of === null || [...one.of].some((sign) => other.of?.includes(sign))

const once = (of: string): Sign => ({ of, repeats: false })
const digit = once('0123456789')
const reads: Readonly<Record<string, readonly Sign[]>> = {
  nomor: [digit, digit, { ...digit, repeats: true }],
  kode: [{ of: null, repeats: true }],
  bulan: [digit, digit],
  'bulan-romawi': [{ of: 'IVX', repeats: true }],
  tahun: [digit, digit, digit, digit],
}
const signsOf = ({ pattern, place }: Numbering): readonly Sign[] =>
  filled(pattern, { wilayah: place })
    .split(/(\{[^{}]*\})/)
    .flatMap((part) => reads[/^\{(.*)\}$/.exec(part)?.[1]?.trim() ?? ''] ?? [...part].map(once))

/** The place that stands in an office's numbers: those above a district number apart for each, as each has its ledger. */
export const numberPlace = ({ level, place }: Pick<OfficeRow, 'level' | 'place'>, district: LedgerCode): string =>
  isAbove(level) ? district : place

/** Whether an office of a level makes letters in more ledgers than one. */
export const isAbove = (level: OfficeRow['level']): boolean => level === 'province' || level === 'nation'

/** The pattern of one letter with everything said but its place in the series, which the ledger gives. */
export function patternOn(pattern: string, day: Day, code: string, place: string): string {
  const [year = '', month = ''] = day.split('-')
  return filled(pattern, {
    kode: code,
    wilayah: place,
    bulan: month,
    'bulan-romawi': roman[Number(month) - 1] ?? '',
    tahun: year,
    nomor: '{nomor}',
  })
}

const filled = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{([^{}]*)\}/g, (whole, field: string) => values[field.trim()] ?? whole)

/** LETTER-31 The number that a letter gets with its place in the series: three digits at least. */
export const letterNumber = (pattern: string, serial: number): string =>
  pattern.replace('{nomor}', String(serial).padStart(3, '0'))
