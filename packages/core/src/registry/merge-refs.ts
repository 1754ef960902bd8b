import type { AnyRow, Rows, Table } from '../ledger/entry.ts'
import type { Holder } from './registry.ts'

/** A field of a ledger's table that names a person or a family. */
export interface Naming {
  readonly of: Holder
  readonly table: Table
  readonly field: string
  /** There is one row at most for each and this: where both have one, the other's stays with the other. */
  readonly oncePer?: string
  /** The status of rows that count no longer for that. */
  readonly unless?: string
}

/**
 * DOUBLE-7 Everything that names a person or a family by its id, but for the pair itself. When two become one these follow,
 * and come back when the two are parted again. A capability whose rows name somebody adds its line here, and needs nothing
 * else: its table lets the application update rows of the ledger in hand.
 */
export const namings: readonly Naming[] = [
  naming('person', 'registryRecord', 'holder'),
  naming('family', 'registryRecord', 'holder'),
  naming('family', 'person', 'family'),
  { ...naming('person', 'registryLink', 'person'), oncePer: 'other', unless: 'ended' },
  ...both('visit'),
  ...both('need'),
  ...both('application'),
  ...both('participation').map((one) => ({ ...one, oncePer: 'programme' })),
  ...both('affected'),
  ...both('proposal'),
  ...both('ppks'),
]

/** Tables that say the person and the family in fields of these names. */
function both(table: 'visit' | 'need' | 'application' | 'participation' | 'affected' | 'proposal' | 'ppks') {
  return [naming('person', table, 'person'), naming('family', table, 'family')]
}

function naming<T extends Table>(of: Holder, table: T, field: keyof Rows[T] & string): Naming {
  return { of, table, field }
}

/**
 * DOUBLE-7 Which of the rows that name the one who goes follow: all, but where there may be one only and the other has it.
 * A row that names a person is that person's, whichever family it names beside.
 */
export function following(
  { of, oncePer, unless }: Pick<Naming, 'of' | 'oncePer' | 'unless'>,
  ofGone: readonly AnyRow[],
  ofKept: readonly AnyRow[],
): readonly AnyRow[] {
  if (oncePer === undefined) return ofGone
  const isOwn = (row: AnyRow): boolean =>
    (of === 'person' || (row['person'] ?? null) === null) && (unless === undefined || row['status'] !== unless)
  const taken = new Set(ofKept.filter(isOwn).map((row) => row[oncePer]))
  return ofGone.filter((row) => !(isOwn(row) && taken.has(row[oncePer])))
}
