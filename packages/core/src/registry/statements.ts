import type { Day } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'

/** What somebody answered to a statement of a rule that no variable says: yes or no, and as of which day. */
export interface StatementAnswer {
  readonly yes: boolean
  readonly on: Day
}

/** No variable has a space in its name: a statement can never be taken for one of them. */
const prefix = 'pernyataan: '
const words = /^[^\p{Cc}\p{Cs}]{1,300}$/u

/** PROG-21 Under which name a holder's values keep the answer: its own words, so that other words are another statement. */
export const statementName = (ask: string): string => `${prefix}${ask.trim().replaceAll(/\s+/g, ' ')}`

/** The words of a statement that is kept under this name; null for every variable. */
export function statementIn(name: string): string | null {
  const ask = name.startsWith(prefix) ? name.slice(prefix.length) : ''
  return words.test(ask) && statementName(ask) === name ? ask : null
}

const spoken = /^(ya|tidak) (\d{4}-\d{2}-\d{2})$/
/** An answer as a value: one, so that yes and its day are never parted. */
export const answerValue = ({ yes, on }: StatementAnswer): string => `${yes ? 'ya' : 'tidak'} ${on}`

/** The answer that a value is; null where it is taken back, was never given, or is something else. */
export function answerIn(value: Json | undefined): StatementAnswer | null {
  const [, yes, on] = typeof value === 'string' ? (spoken.exec(value) ?? []) : []
  return on === undefined ? null : { yes: yes === 'ya', on }
}

/** How long an answer counts where a rule says nothing of it, and the longest that a rule may say. */
export const answerMonths = { usual: 12, most: 120 } as const

/** PROG-21 An answer counts for some months: what was so then may be otherwise, and is asked anew. */
export function answerCounts({ on }: StatementAnswer, day: Day, months: number = answerMonths.usual): boolean {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1 + months]
  // A day that its month does not have (31 June) is over with the month: days are compared as they are written.
  const last = `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}${on.slice(7)}`
  return last > day
}
