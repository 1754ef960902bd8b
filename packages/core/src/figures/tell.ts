import { keysOf } from '../kernel/keys.ts'
import type { Cell } from './indicator-codes.ts'
import { isSpent, wholeOf } from './indicator-codes.ts'

/** Some counts that could be worked out from each other: a whole, and parts of it. They are told or withheld together. */
interface Block {
  readonly whole: Cell
  readonly parts: readonly Cell[]
}

/** INDICATOR-4 Which counts of the page hang together. What stands in none, and is of people, stands alone. */
export const blocks: readonly Block[] = [
  { whole: 'registered', parts: ['responded'] },
  { whole: 'registered', parts: ['without-nik'] },
  { whole: 'registered', parts: ['complaints'] },
  { whole: 'open', parts: ['late', 'stale'] },
  { whole: 'handled', parts: ['on-time'] },
  { whole: 'ended', parts: ['confirmed', 'no-word', 'satisfied'] },
  { whole: 'visited', parts: ['better'] },
  { whole: 'needed', parts: ['owned'] },
  { whole: 'said', parts: ['came', 'came-on-time', 'right-amount', 'useful'] },
  // Those who receive and were found unfit, and those found fit who receive nothing, share those found fit who receive.
  { whole: 'judged', parts: ['received-seen', 'inclusion', 'fit-seen', 'exclusion'] },
  { whole: 'referred', parts: ['referral-accepted', 'referral-completed', 'referral-declined'] },
  { whole: 'visits-ended', parts: ['visits-missed', 'visits-made', 'odd-times'] },
  { whole: 'answered-proposals', parts: ['proposals-accepted', 'proposals-rejected'] },
  { whole: 'letters-issued', parts: ['letters-handed'] },
]

/** Counts that say nothing of any citizen: offices, villages, phones, and how many families the registry has. */
const ofNobody: ReadonlySet<Cell> = new Set<Cell>([
  'families',
  'facilitators',
  'all-facilitators',
  'villages-silent',
  'all-villages',
  'phones-waiting',
  'all-phones',
  'phone-age',
])

/** A number that is told; `few`: below the limit and not nothing; `withheld`: it would give away one that is. */
export type Told = number | 'few' | 'withheld'
export type Counts = Readonly<Record<Cell, number | null>>

/**
 * INDICATOR-4 What a reader is told who may not see what is counted: no count below the limit, and none from which one
 * could be worked out. Of a block all parts are told or none: so whatever is withheld could be more than one number.
 */
export function tellCells(counts: Counts, least: number): Readonly<Record<Cell, Told | null>> {
  const told: Record<Cell, Told | null> = { ...counts }
  for (const cell of keysOf(counts)) if (!isSpent(cell) && !ofNobody.has(cell)) told[cell] = alone(counts[cell], least)
  for (const block of blocks) for (const [part, said] of partsTold(block, counts, least)) told[part] = said
  // A share of time is of those who were measured: where they are not told, neither is it.
  for (const cell of keysOf(counts)) {
    const whole = isSpent(cell) ? wholeOf[cell] : undefined
    if (whole && typeof told[whole] === 'string') told[cell] = told[whole]
  }
  return told
}

const isFew = (n: number, least: number): boolean => n > 0 && n < least
const alone = (n: number | null, least: number): Told | null => (n !== null && isFew(n, least) ? 'few' : n)

function partsTold({ whole, parts }: Block, counts: Counts, least: number): readonly (readonly [Cell, Told | null])[] {
  const numbers = parts.map((part) => counts[part] ?? 0)
  const total = counts[whole] ?? 0
  if (isFew(total, least)) return parts.map((part) => [part, 'few'])
  const rests = [
    ...numbers.map((n) => total - n),
    ...parts.flatMap((part) => {
      const of = wholeOf[part]
      return of !== undefined && parts.includes(of) ? [(counts[of] ?? 0) - (counts[part] ?? 0)] : []
    }),
    // Two that are parts of one another's rest: what neither is.
    total - numbers.reduce((all, n) => all + n, 0),
  ]
  if (![...numbers, ...rests].some((n) => isFew(n, least))) return parts.map((part) => [part, counts[part]])
  return parts.map((part) => [part, saidOf(counts[part] ?? 0, total, parts.length, least)])
}

// Where a lone part is few, and not so nearly the whole that the rest could be, that much may be said.
const saidOf = (n: number, total: number, parts: number, least: number): Told =>
  parts === 1 && total >= 2 * least && n < least ? 'few' : 'withheld'
