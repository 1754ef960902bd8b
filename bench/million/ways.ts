import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'

/** How a large table was read: by which index, or from its first row to its last; and how many of its rows. */
export interface Way {
  readonly table: string
  /** Null for the whole table. */
  readonly index: string | null
  /** Per answer. */
  readonly times: number
  readonly rows: number
}

type Counted = ReadonlyMap<string, Way>

/** What PostgreSQL has counted so far. Processes tell it what they read once they have been idle for ten seconds. */
export async function readSoFar(owner: Client): Promise<Counted> {
  await sleep(11_000)
  await owner.query('select pg_stat_force_next_flush(), pg_stat_clear_snapshot()')
  const { rows } = await owner.query<{ table: string; index: string | null; times: string; rows: string }>(
    `with large as (select relid, relname as table from pg_stat_user_tables where n_live_tup > 10000 and schemaname = 'public')
     select l.table, null as index, t.seq_scan as times, t.seq_tup_read as rows from large l join pg_stat_user_tables t using (relid)
     union all select l.table, i.indexrelname, i.idx_scan, i.idx_tup_read from large l join pg_stat_user_indexes i using (relid)`,
  )
  return new Map(
    rows.map(({ table, index, times, rows }) => [
      `${table} ${index}`,
      { table, index, times: Number(times), rows: Number(rows) },
    ]),
  )
}

/** What was read between two counts, for each of so many answers. A way that fewer than one answer in ten went is not named: somebody else's work. */
export function waysBetween(before: Counted, after: Counted, answers: number): readonly Way[] {
  return [...after]
    .map(([key, way]) => ({
      ...way,
      times: (way.times - (before.get(key)?.times ?? 0)) / answers,
      rows: (way.rows - (before.get(key)?.rows ?? 0)) / answers,
    }))
    .filter(({ times }) => times >= 0.1)
    .toSorted((one, other) => other.rows - one.rows)
}
