import type { ReplicaTable } from './tables.ts'

/** How many rows of a table somebody holds, and a sum over which they are and how new each is. */
export interface Tally {
  readonly count: number
  readonly sum: number
}

/** Both sides of a replica count the same way: where they agree, the phone holds just what the server would give it. */
export type Census = { readonly [Table in ReplicaTable]: Tally }

const prime = 4_294_967_291
const turns = 65_521

/**
 * SYNC-12 A row's share in the sum: its id and the entry that wrote it last. Every step stays below 2^53, so that
 * PostgreSQL's bigint and a phone's number come to the same (`queries.ts` says it in SQL; a test binds the two).
 */
export function markOf(id: string, seq: number): number {
  const bare = id.replaceAll('-', '')
  const head = Number.parseInt(bare.slice(0, 8), 16)
  const tail = Number.parseInt(bare.slice(-8), 16)
  return (((head + tail) % prime) * ((seq % turns) + 1)) % prime
}

/** Counts rows as a census does. */
export function tallyOf(rows: Iterable<{ readonly id: string; readonly seq: number }>): Tally {
  let count = 0
  let sum = 0
  for (const { id, seq } of rows) {
    count += 1
    sum += markOf(id, seq)
  }
  return { count, sum }
}

/** SYNC-12 The tables of which two sides hold different rows. */
export const unlike = (held: Census, there: Census): readonly ReplicaTable[] =>
  (Object.keys(there) as ReplicaTable[]).filter(
    (table) => held[table].count !== there[table].count || held[table].sum !== there[table].sum,
  )
