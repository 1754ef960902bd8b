import type { League, LeagueLine, SpentFigure } from '@openslrt/core/contract/league.ts'
import type { Order } from './figures-address.ts'

/** One line of the tables: an office, or a kind of offices. */
export interface LeagueRow {
  readonly key: string
  readonly name: string
  readonly line: LeagueLine
}

export const countColumns = ['received', 'taken', 'declined', 'completed', 'open', 'late'] as const
export const spentColumns = ['take-half', 'take-most', 'work-half', 'work-most'] as const
type SpentColumn = (typeof spentColumns)[number]

/** Who is compared: each office, or what kind of office it is. */
export const groupings = ['offices', 'kinds'] as const
export type Grouping = (typeof groupings)[number]

/** LEAGUE-1 What the address asks for beside place and days. */
export function leagueOf(search: string): { readonly by: Grouping; readonly category: string | undefined } {
  const params = new URLSearchParams(search)
  const category = params.get('category') ?? ''
  return {
    by: params.get('kelompok') === 'jenis' ? 'kinds' : 'offices',
    category: /^[a-z0-9][a-z0-9-]{0,59}$/.test(category) ? category : undefined,
  }
}

export const rowsOf = (league: League, by: Grouping, kindName: (kind: string) => string): readonly LeagueRow[] =>
  by === 'offices'
    ? league.offices.map((line) => ({ key: line.office, name: line.name, line }))
    : league.kinds.map((line) => ({ key: line.kind, name: kindName(line.kind), line }))

/** LEAGUE-2 Working days, to a tenth: what half of the referrals, or nine in ten, took at most. Null where nothing was measured. */
export function daysOf(line: LeagueLine, column: SpentColumn, dayMinutes: number): number | null {
  const [part, share] = column.split('-')
  const spent: SpentFigure = part === 'take' ? line.take : line.work
  const minutes = share === 'half' ? spent.half : spent.most
  return minutes === null || dayMinutes === 0 ? null : Math.round((minutes / dayMinutes) * 10) / 10
}

/** What a column of any of the tables has of a line. */
export function valueIn(line: LeagueLine, column: string, dayMinutes: number): number | null {
  const count = countColumns.find((name) => name === column)
  if (count) return line.counts[count]
  const spent = spentColumns.find((name) => name === column)
  return spent ? daysOf(line, spent, dayMinutes) : reasonCount(line, column)
}

export const reasonCount = ({ reasons }: LeagueLine, reason: string): number =>
  reasons.find((one) => one.reason === reason)?.n ?? 0

/** LEAGUE-3 Sorted by what a table has of it; by name where it has not. What was not measured comes last. */
export function inOrder(
  rows: readonly LeagueRow[],
  { orderBy, direction }: Order,
  valueOf: (row: LeagueRow) => number | null,
): readonly LeagueRow[] {
  const up = direction === 'ascending' ? 1 : -1
  const byName = (left: LeagueRow, right: LeagueRow): number => left.name.localeCompare(right.name, 'id')
  if (orderBy === 'name') return rows.toSorted((left, right) => up * byName(left, right))
  return rows.toSorted((left, right) => {
    const [one, other] = [valueOf(left), valueOf(right)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(left, right)
    return up * (one - other) || byName(left, right)
  })
}
