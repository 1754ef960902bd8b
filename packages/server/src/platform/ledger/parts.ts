import type { Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { Client, Pool, PoolClient } from 'pg'
import { bulkBytes } from './queries.ts'

/** How much of a ledger is held in memory at once. */
export interface Bounds {
  /** People, families and records, as near as can be told before they are read. */
  readonly rows: number
  /** Sealed words of entries; one entry is held whole, however long it is. */
  readonly bytes: number
  /** Told what is held, each time that it grew. */
  readonly held?: (held: { readonly rows: number; readonly bytes: number }) => void
}
export const usualBounds: Bounds = { rows: 200_000, bytes: 16 * 1024 * 1024 }

/** Of these a district has millions. */
const wide: ReadonlySet<Table> = new Set<Table>(['person', 'family', 'registryRecord'])
export const isWide = (table: Table): boolean => wide.has(table)

/** What one reading of a ledger holds on to: people and families whose ids begin so, and, once, everything else. */
export interface Part {
  /** The first two digits of ids, as numbers: from this one up to before that one. */
  readonly from: number
  readonly to: number
  /** All other tables, the counters and the chain itself. */
  readonly rest: boolean
}
const slots = 256
export const wholePart: Part = { from: 0, to: slots, rest: true }

/** Packed, a row of a load takes some sixty bytes of its entry. */
const bytesOfRow = 60

/**
 * LEDGER-22 The parts in which a ledger is read, so that memory stays as it is however many people a district has: the
 * entries are read once for each part. The last one holds everything that is not people: it names some of them.
 */
export async function partsOf(
  db: Pool | PoolClient | Client,
  district: string,
  { rows }: Bounds,
): Promise<readonly Part[]> {
  const many = Math.min(slots, Math.ceil((await bulkBytes(db, district)) / bytesOfRow / rows))
  if (many <= 1) return [wholePart]
  const at = (nth: number): number => Math.floor((slots * nth) / many)
  const parts = Array.from({ length: many }, (_, nth) => ({ from: at(nth), to: at(nth + 1), rest: false }))
  return [...parts, { from: 0, to: 0, rest: true }]
}

export const holdsRow = ({ from, to, rest }: Part, table: Table, id: string): boolean => {
  if (!wide.has(table)) return rest
  const slot = Number.parseInt(id.slice(0, 2), 16)
  return slot >= from && slot < to
}

export const tablesIn = ({ from, to, rest }: Part): readonly Table[] =>
  tables.filter((table) => (wide.has(table) ? from < to : rest))

/** The ids of a part as PostgreSQL orders them: at least this, at most that. */
export function idRange({ from, to }: Part, table: Table): { readonly least: string; readonly most: string } {
  const [low, high] = wide.has(table) ? [from, to - 1] : [0, slots - 1]
  const two = (slot: number): string => slot.toString(16).padStart(2, '0')
  return {
    least: `${two(low)}000000-0000-0000-0000-000000000000`,
    most: `${two(high)}ffffff-ffff-ffff-ffff-ffffffffffff`,
  }
}
