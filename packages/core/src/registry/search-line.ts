import type { Day } from '../kernel/instant.ts'
import { isDay } from './search-days.ts'

/** What one typed line says: a number, a day, and words of which the last may name a place. */
export interface Line {
  /** Sixteen digits: a NIK or the number of a family card. */
  readonly number: string | null
  readonly birth: Day | null
  /** A year, where no day was said. */
  readonly year: number | null
  readonly words: readonly string[]
  /** How many of the words, from the end, were said to be a place ("desa ..."); 0 where nothing was said of it. */
  readonly placeWords: number
}

/** One way to read the words: which of them name the person, and which the place. */
export interface Reading {
  readonly name: string
  readonly place: string | null
}

/**
 * FIND-2 Reads what was typed into the one box: sixteen digits are a NIK or KK number however they are grouped, what
 * reads as a day is the day of birth, a lone year its year, and the rest are words.
 */
export function readLine(typed: string): Line {
  const text = typed.normalize('NFKC').trim().slice(0, 200)
  const digits = text.replace(/[\s.-]/g, '')
  if (/^\d{16}$/.test(digits)) return { number: digits, birth: null, year: null, words: [], placeWords: 0 }
  const { birth, rest: afterDay } = takeDay(text)
  const { year, rest } = birth === null ? takeYear(afterDay) : { year: null, rest: afterDay }
  const { before, after } = splitPlace(rest)
  return { number: null, birth, year, words: [...before, ...after], placeWords: after.length }
}

/**
 * FIND-3 The ways to read the words, the likeliest first: with a place that was said to be one there is one way; else the
 * last words, three at most, may be a place, and last of all none is.
 */
export function readingsOf({ words, placeWords }: Line): readonly Reading[] {
  const cut = (at: number): Reading => ({ name: words.slice(0, -at).join(' '), place: words.slice(-at).join(' ') })
  if (placeWords > 0) return [cut(placeWords)]
  const tails = [3, 2, 1].filter((at) => at < words.length)
  return [...tails.map(cut), { name: words.join(' '), place: null }]
}

const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'] as const
const otherMonths: Readonly<Record<string, number>> = { may: 5, aug: 8, ags: 8, oct: 10, dec: 12 }

function takeDay(text: string): { birth: Day | null; rest: string } {
  for (const { shape, read } of shapes) {
    const match = shape.exec(text)
    const day = match ? read(match) : null
    if (match && day !== null && isDay(day)) return { birth: day, rest: text.replace(match[0], ' ') }
  }
  return { birth: null, rest: text }
}

const dayOf = (year = '', month = '', day = ''): Day => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const shapes: readonly { shape: RegExp; read: (match: RegExpExecArray) => Day | null }[] = [
  { shape: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, read: ([, y, m, d]) => dayOf(y, m, d) },
  { shape: /\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b/, read: ([, d, m, y]) => dayOf(y, m, d) },
  { shape: /\b(\d{2})(\d{2})(\d{4})\b/, read: ([, d, m, y]) => dayOf(y, m, d) },
  {
    shape: /\b(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})\b/i,
    read: ([, d, name = '', y]) => {
      const month = monthOf(name)
      return month === 0 ? null : dayOf(y, String(month), d)
    },
  },
]

function monthOf(name: string): number {
  const short = name.toLowerCase().slice(0, 3)
  return otherMonths[short] ?? months.findIndex((month) => month === short) + 1
}

function takeYear(text: string): { year: number | null; rest: string } {
  const match = /\b(19\d\d|20\d\d)\b/.exec(text)
  return match ? { year: Number(match[0]), rest: text.replace(match[0], ' ') } : { year: null, rest: text }
}

const placeSigns = /(?:,|\b(?:di|desa|ds|kel|kelurahan|kec|kecamatan|kab|kabupaten|kota|nagari|gampong)\b\.?)/i

/** What stands behind the first sign of a place, if something stands before it too; the signs themselves go. */
function splitPlace(text: string): { before: readonly string[]; after: readonly string[] } {
  const at = placeSigns.exec(text)
  const before = wordsOf(at ? text.slice(0, at.index) : text)
  const after = wordsOf(at ? text.slice(at.index) : '')
  return before.length === 0 ? { before: after, after: [] } : { before, after }
}

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(new RegExp(placeSigns, 'gi'), ' ')
    .split(/[^\p{L}\p{M}'.]+/u)
    .filter((word) => /\p{L}/u.test(word))
