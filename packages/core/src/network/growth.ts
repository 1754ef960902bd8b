import type { NetworkKind, NetworkState, TargetOf } from './kinds.ts'
import { atWork } from './moves.ts'

/** How many offices of a kind stand alike and grew in the same year. */
export interface GrowthRow {
  readonly kind: NetworkKind
  readonly state: NetworkState | null
  readonly grownYear: number | null
  readonly n: number
}

/** Whose number tells how many districts, and how many Puskesos, there are. */
export const kindOf = { district: 'secretariat', puskesos: 'puskesos' } as const satisfies Readonly<
  Record<TargetOf, NetworkKind>
>

/** NETWORK-12 How many are at work now: growing, active, independent. */
export const workingNow = (rows: readonly GrowthRow[], of: TargetOf): number => sum(workingOf(rows, of))

/** NETWORK-12 How many of those that are at work now had grown by the end of a year. What lapsed is not counted in any. */
export const grownByYear = (rows: readonly GrowthRow[], of: TargetOf, year: number): number =>
  sum(workingOf(rows, of).filter(({ grownYear }) => grownYear !== null && grownYear <= year))

/** Those at work of which nobody said when they grew: they stand in no year. */
export const undated = (rows: readonly GrowthRow[], of: TargetOf): number =>
  sum(workingOf(rows, of).filter(({ grownYear }) => grownYear === null))

/** NETWORK-12 What a target of a year is held against: for a year that is over what had grown by then, else what is at work now. */
export const reached = (rows: readonly GrowthRow[], of: TargetOf, year: number, thisYear: number): number =>
  year < thisYear ? grownByYear(rows, of, year) : workingNow(rows, of)

const workingOf = (rows: readonly GrowthRow[], of: TargetOf): readonly GrowthRow[] =>
  rows.filter(({ kind, state }) => kind === kindOf[of] && state !== null && atWork.includes(state))
const sum = (rows: readonly GrowthRow[]): number => rows.reduce((all, { n }) => all + n, 0)
