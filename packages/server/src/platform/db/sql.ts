import type { RawBuilder } from 'kysely'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { runNamed } from './prepared.ts'

// Kysely writes the SQL and numbers its parameters; `pg` runs it. Nothing here connects.
const writer = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export { sql }
export type Fragment = RawBuilder<unknown>

/** Runs a query that was written with the `sql` tag and gives its rows. */
export async function rowsOf<Row extends QueryResultRow>(
  client: Pool | PoolClient,
  query: Fragment,
): Promise<readonly Row[]> {
  const { sql: text, parameters } = query.compile(writer)
  const { rows } = await client.query<Row>(text, [...parameters])
  return rows
}

/** What somebody typed, for a `like`: without the signs that stand for others there. */
export const withoutWildcards = (typed: string): string => typed.replace(/[%_\\]/g, '')

/** What somebody typed, for a search in the words of names: words of which each begins one of the name; null when there is no word in it. */
export const beginnings = (typed: string): string | null =>
  typed
    .match(/[\p{L}\p{N}]+/gu)
    ?.map((word) => `${word.toLowerCase()}:*`)
    .join(' & ') ?? null

/** Joins conditions with `and`; no condition holds for every row. */
export const allOf = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)

/**
 * The same for queries on the hot path whose words never change: each connection plans them once. Under row-level
 * security, planning took longer than running.
 */
export async function rowsOfKnown<Row extends QueryResultRow>(
  client: PoolClient,
  query: Fragment,
): Promise<readonly Row[]> {
  const { sql: text, parameters } = query.compile(writer)
  const { rows } = await runNamed<Row>(client, { text, values: parameters })
  return rows
}

/** A moment of a column as a wire carries it: milliseconds. `column` is our own word, never anybody's input. */
export const ms = (column: string): Fragment => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`)
