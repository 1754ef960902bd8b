import type { Change, Table } from '@openslrt/core/ledger/entry.ts'
import { specs } from './tables.ts'

/** LEDGER-23 A row that a decision rests on: it is still at this version when the decision is written, or it is decided anew. */
export interface Relied {
  readonly table: Table
  readonly id: string
  readonly version: number
}

type Versioned = Pick<Relied, 'id' | 'version'>

/** Rows of a table as they were read; one that was not there is none. */
export const relied = (table: Table, ...rows: readonly (Versioned | null | undefined)[]): readonly Relied[] =>
  rows.flatMap((row) => (row ? [{ table, id: row.id, version: row.version }] : []))

/** What a statement has to look at beside what it changes: of each table its rows, in one order of the tables. */
export type Beside = ReadonlyMap<Table, readonly Versioned[]>

/** A row that changes is written at its version anyway. */
export function besideOf(relies: readonly Relied[], changes: readonly Change[]): Beside {
  if (relies.length === 0) return new Map()
  const changing = new Set(changes.map(({ table, id }) => `${table} ${id}`))
  const left = relies.filter(({ table, id }) => !changing.has(`${table} ${id}`))
  return Map.groupBy(
    left.toSorted((one, other) => (one.table < other.table ? -1 : 1)),
    ({ table }) => table,
  )
}

/**
 * Finds rows that are where they were. Locked, because a statement sees what was there when it began, and it began before
 * it had the head: whoever had it then may have moved them, and only a lock looks at a row as it is now.
 */
export const stillSql = (table: Table, district: string, ids: string, versions: string): string =>
  `select 1 from ${specs[table].sqlName} t, head, unnest(${ids}, ${versions}) as u(id, version) where t.district = ${district} and t.id = u.id and t.version = u.version for share of t`
