import { z } from 'zod'
import type { ReplicaTable } from './tables.ts'
import { replicaTables } from './tables.ts'

/** Where a table's page begins: behind this row, in the order in which the ledger wrote them. */
const after = z.strictObject({ seq: z.int().min(0), id: z.uuid() })

/**
 * How far a phone has come. A round brings every row that was written after `since` and up to `upTo`, table by table; between
 * rounds `at` is null. `epoch` and `reach` say of which database and of which places that is true.
 */
export const cursor = z.strictObject({
  epoch: z.uuid(),
  reach: z.string().regex(/^[0-9a-f]{32}$/),
  since: z.int().min(0),
  at: z.strictObject({ upTo: z.int().min(0), table: z.enum(replicaTables), after: after.nullable() }).nullable(),
})
export type Cursor = z.infer<typeof cursor>
export type After = z.infer<typeof after>

/** What holds on the server when a page is asked for. */
export interface Ground {
  readonly epoch: string
  readonly reach: string
  /** The number of the last entry. */
  readonly head: number
}

/** A round on its way: `fresh` where it was begun with this page, `whole` where it brings everything. */
export interface Round {
  readonly since: number
  readonly upTo: number
  readonly table: ReplicaTable
  readonly after: After | null
  readonly fresh: boolean
}

/**
 * SYNC-11 The round that a page goes on with. A cursor of another database, of other places, or from beyond the last entry
 * is worth nothing: everything is pulled anew, over what is held.
 */
export function roundAt(given: Cursor | null, { epoch, reach, head }: Ground): Round {
  const first = { table: replicaTables[0], after: null, upTo: head, fresh: true }
  if (given === null || given.epoch !== epoch || given.reach !== reach) return { since: 0, ...first }
  if (Math.max(given.since, given.at?.upTo ?? 0) > head) return { since: 0, ...first }
  if (given.at === null) return { since: given.since, ...first }
  const { upTo, table, after: from } = given.at
  return { since: given.since, upTo, table, after: from, fresh: false }
}

/** The cursor when a page is full: the next begins behind its last row. */
export const pausedAt = (round: Round, { epoch, reach }: Ground, table: ReplicaTable, last: After | null): Cursor => ({
  epoch,
  reach,
  since: round.since,
  at: { upTo: round.upTo, table, after: last },
})

/** The cursor when a round has brought all that it was to bring. */
export const endedAt = (round: Round, { epoch, reach }: Ground): Cursor => ({
  epoch,
  reach,
  since: round.upTo,
  at: null,
})

/** The tables that a round has still to go through. */
export const tablesFrom = (table: ReplicaTable): readonly ReplicaTable[] =>
  replicaTables.slice(replicaTables.indexOf(table))
