import { tableOf } from '../kernel/keys.ts'
import { letterNumber } from '../letter/number.ts'
import type { AnyRow, Change, Payload, Table } from './entry.ts'
import { tables } from './entry.ts'

/** Everything that a ledger's entries add up to: its rows by table and id, and how many cases each year has numbered. */
export interface World {
  readonly rows: Readonly<Record<Table, Map<string, AnyRow>>>
  readonly series: Map<string, number>
}

/** A ledger with no entries. */
export const emptyWorld = (): World => ({ rows: tableOf(tables, () => new Map<string, AnyRow>()), series: new Map() })

export type Step = { readonly table: Table; readonly before: AnyRow | null; readonly after: AnyRow }

/**
 * LEDGER-5 Reads one entry into a world, in place, and tells what changed. Only the entry is read, never today's
 * lists or clocks, so that the same entries give the same rows in ten years. Throws when an entry does not follow
 * from what came before it: that is a broken ledger, not a refusal.
 */
export function evolve(world: World, district: string, payload: Payload): readonly Step[] {
  return payload.changes.map((change) => applyChange(world, district, change, payload.day))
}

/** The row that a change makes of the one before it. */
export function changed(before: AnyRow | null, change: Change): AnyRow {
  return { ...before, ...change.set, id: change.id, version: change.base + 1 }
}

/** CASE-24 The number people use: district without its dot, year, and the place in that year's series. */
export function caseNumber(district: string, year: string, serial: number): string {
  return `${district.replace('.', '')}-${year.slice(2)}-${String(serial).padStart(6, '0')}`
}

function applyChange(world: World, district: string, change: Change, day: string): Step {
  const rows = world.rows[change.table]
  const before = rows.get(change.id) ?? null
  if ((before?.version ?? 0) !== change.base) {
    throw new RangeError(
      `${change.table} ${change.id}: an entry was decided on version ${change.base}, the row is at ${before?.version ?? 0}`,
    )
  }
  const after = { ...changed(before, change), ...numberOf(world, district, change, before, day) }
  rows.set(change.id, after)
  return { table: change.table, before, after }
}

function numberOf(world: World, district: string, change: Change, before: AnyRow | null, day: string) {
  if (change.numbered) {
    const serial = next(world, change.numbered.series)
    return { serial, number: letterNumber(change.numbered.pattern, serial) }
  }
  if (change.table !== 'case' || before !== null) return {}
  const year = day.slice(0, 4)
  return { number: caseNumber(district, year, next(world, year)) }
}

function next({ series }: World, name: string): number {
  const serial = (series.get(name) ?? 0) + 1
  series.set(name, serial)
  return serial
}
