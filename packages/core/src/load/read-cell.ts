import type { Day } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'

/** Why a cell can't be taken as what its column is. */
export type CellProblem =
  | 'number-float'
  | 'number-length'
  | 'number-signs'
  | 'number-place'
  | 'nik-date'
  | 'day-unreadable'
  | 'day-future'
  | 'sex-unknown'
  | 'not-a-number'
  | 'desil-range'
  | 'formula'
  | 'too-long'
  | 'point-unreadable'

/** What a spreadsheet makes of a long number: 3.40407E+15, or 3404070101800000.00. Its last digits are lost for good. */
const float = /^\d([.,]\d+)?e\+?\d+$/i
const withDecimals = /^\d{10,}[.,]0*$/

/** LOAD-3 Reads a number of sixteen digits. One that a spreadsheet rounded is told apart from one that is merely wrong. */
export function readNumber(cell: string): Result<string, CellProblem> {
  // Most are what they should be, and five million of them are read.
  if (/^[1-9]\d{15}$/.test(cell)) return ok(cell)
  const said = cell.replace(/^'+/, '').trim()
  if (float.test(said) || withDecimals.test(said)) return no('number-float')
  const digits = said.replace(/[\s.-]/g, '')
  if (!/^\d+$/.test(digits)) return no('number-signs')
  if (digits.length !== 16) return no('number-length')
  return /^[1-9]\d/.test(digits) ? ok(digits) : no('number-place')
}

/** LOAD-3 A NIK: place, day of birth (women's with 40 added), serial. */
export function readNik(cell: string): Result<string, CellProblem> {
  const read = readNumber(cell)
  if (!read.ok) return read
  const [said, month] = [Number(read.value.slice(6, 8)), Number(read.value.slice(8, 10))]
  const day = said > 40 ? said - 40 : said
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? read : no('nik-date')
}

const months: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january'],
  ['feb', 'peb', 'februari', 'pebruari', 'february'],
  ['mar', 'maret', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'ags', 'agt', 'aug', 'agustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oct', 'oktober', 'october'],
  ['nov', 'nop', 'november', 'nopember'],
  ['des', 'dec', 'desember', 'december'],
]
const monthOf = (word: string): number => months.findIndex((names) => names.includes(word.toLowerCase())) + 1

type Parts = readonly [year: number, month: number, day: number]
interface Shape {
  readonly like: RegExp
  readonly parts: (found: RegExpExecArray) => Parts
}
const numbers = (found: RegExpExecArray): readonly number[] => found.slice(1).map(Number)

/**
 * LOAD-4 The shapes in which days come, each of which can mean one day only: 1980-06-05 (with or without an hour),
 * 05/06/1980 as Indonesians write it, 5 Juni 1980, 19800605, and 29377, a spreadsheet's count of days.
 */
const shapes: readonly Shape[] = [
  { like: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/, parts: (found) => asParts(numbers(found)) },
  {
    like: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: [\d:.]+)?$/,
    parts: (found) => asParts(numbers(found).toReversed()),
  },
  {
    like: /^(\d{1,2})[- ]([a-z]+)[- ](\d{4})$/i,
    parts: ([, day, month, year]) => [Number(year), monthOf(month ?? ''), Number(day)],
  },
  { like: /^((?:19|20)\d{2})(\d{2})(\d{2})$/, parts: (found) => asParts(numbers(found)) },
  // A year alone says no day: whoever was born in 1980 was not on the 1980th day of a spreadsheet.
  { like: /^(?!(?:19|20)\d\d$)(\d{4,5})$/, parts: ([, count]) => ofSerial(Number(count)) },
]
const asParts = ([year = 0, month = 0, day = 0]: readonly number[]): Parts => [year, month, day]

/** Spreadsheets count days from the end of 1899 (and think that 1900 had a leap day, which this start makes good). */
function ofSerial(count: number): Parts {
  const day = new Date(Date.UTC(1899, 11, 30) + count * 86_400_000)
  return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
}

/** LOAD-4 Reads a day, and none after `today`. */
export function readDay(cell: string, today: Day): Result<Day, CellProblem> {
  const said = cell.trim()
  for (const { like, parts } of shapes) {
    const found = like.exec(said)
    if (!found) continue
    const day = dayOf(parts(found))
    if (day === null) return no('day-unreadable')
    return day > today ? no('day-future') : ok(day)
  }
  return no('day-unreadable')
}

function dayOf([year, month, day]: Parts): Day | null {
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && year >= 1890
  return isReal ? `${year}-${two(month)}-${two(day)}` : null
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0))

const male = new Set(['1', 'l', 'lk', 'laki-laki', 'laki laki', 'lakilaki', 'pria', 'm', 'male'])
const female = new Set(['2', 'p', 'pr', 'perempuan', 'wanita', 'f', 'female'])

/** Reads a sex: 1 or L, 2 or P, or the word. */
export function readSex(cell: string): Result<'L' | 'P', CellProblem> {
  const said = cell.trim().toLowerCase()
  if (male.has(said)) return ok('L')
  return female.has(said) ? ok('P') : no('sex-unknown')
}

const yes = new Set(['1', 'ya', 'y', 'true', 'ada', 'yes'])

/** A yes or no as extracts say it: 1 and 2 (or 0), ya and tidak. */
export const readYes = (cell: string): boolean => yes.has(cell.trim().toLowerCase())

/** Reads a whole number of things. */
export function readCount(cell: string): Result<number, CellProblem> {
  const read = readAmount(cell)
  return !read.ok || Number.isInteger(read.value) ? read : no('not-a-number')
}

/** Reads a point on earth: latitude and longitude in degrees, parted by a comma or a semicolon. */
export function readPoint(cell: string): Result<readonly [number, number], CellProblem> {
  const [, north = '', east = ''] = /^(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(cell.trim()) ?? []
  const point = [Number(north), Number(east)] as const
  const isOnEarth = north !== '' && Math.abs(point[0]) <= 90 && Math.abs(point[1]) <= 180
  return isOnEarth ? ok(point) : no('point-unreadable')
}

/** Reads a count or a measure; thousands and decimals are told by how many digits follow. */
export function readAmount(cell: string): Result<number, CellProblem> {
  const said = cell.trim()
  if (/^\d{1,3}$/.test(said)) return ok(Number(said))
  const plain = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(said)
    ? said.replaceAll('.', '').replace(',', '.')
    : said.replace(',', '.')
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? ok(Number(plain)) : no('not-a-number')
}

/** Whether a cell is a formula that its spreadsheet left behind instead of what it came to. */
export const isFormula = (cell: string): boolean =>
  (cell.startsWith('=') || cell.startsWith('#')) && looksLikeFormula(cell)

const looksLikeFormula = (cell: string): boolean =>
  /^=[A-Za-z0-9(+\-"'$.@]/.test(cell) || /^#(REF|N\/A|NAME|VALUE|DIV)/i.test(cell)
