import type { Day } from '../kernel/instant.ts'
import type { LoadHeardRow } from './load.ts'

/** What a chunk found as its extract says: of each holder the variables in which both agree. */
export type Agreed = ReadonlyMap<string, ReadonlySet<string>>
type Packed = Pick<LoadHeardRow, 'holders' | 'sets' | 'which'>

/**
 * LOAD-22 What a thousand holders agree in, as one row. Rows of an extract fill nearly the same columns, so the names are
 * told once for all who share them: some twenty bytes of a holder, where a record of each would be a hundred times as much.
 */
export function packHeard(agreed: Agreed): Packed {
  const sets = new Map<string, number>()
  const which = [...agreed.values()].map((variables) => {
    const line = [...variables].join(between)
    const nth = sets.get(line) ?? sets.size
    sets.set(line, nth)
    return nth
  })
  return { holders: [...agreed.keys()], sets: [...sets.keys()], which }
}

/** The latest day for which an extract said of a holder's variable what stood there already. */
export type HeardOn = (holder: string, variable: string) => Day | null

/** One holder out of such a row. */
export interface HeardLine {
  readonly holder: string
  readonly said: string
  readonly snapshot: Day
}

/** LOAD-22 Of lines of whatever order, the latest day of each value. */
export function heardOn(lines: Iterable<HeardLine>): HeardOn {
  const latest = new Map<string, Map<string, Day>>()
  for (const { holder, said, snapshot } of lines) {
    const days = latest.get(holder) ?? new Map<string, Day>()
    latest.set(holder, days)
    for (const variable of said.split(between)) if (snapshot > (days.get(variable) ?? '')) days.set(variable, snapshot)
  }
  return (holder, variable) => latest.get(holder)?.get(variable) ?? null
}

/** LOAD-22 For which days extracts found a variable as it stood, the latest first. */
export const daysHeard = (lines: Iterable<Pick<HeardLine, 'said' | 'snapshot'>>, variable: string): readonly Day[] => [
  ...new Set(
    [...lines]
      .filter(({ said }) => said.split(between).includes(variable))
      .map(({ snapshot }) => snapshot)
      .toSorted()
      .toReversed(),
  ),
]

/** The lines of a row. */
export const linesHeard = ({ holders, sets, which, snapshot }: Packed & { readonly snapshot: Day }): HeardLine[] =>
  holders.map((holder, nth) => ({ holder, said: sets[which[nth] ?? -1] ?? '', snapshot }))

// Names of variables are of letters, digits and underscores.
const between = ','
