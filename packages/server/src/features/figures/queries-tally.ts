import type { Period } from '@openslrt/core/figures/period.ts'
import { keysOf, tableOf } from '@openslrt/core/kernel/keys.ts'
import type { PoolClient } from 'pg'
import type { Fragment } from '../../platform/db/sql.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** What counts for each name in a period, as a condition on rows; and the rows, from `from` on. */
export interface Tallying<Name extends string> {
  readonly conditions: Readonly<Record<Name, (period: Period) => Fragment>>
  readonly rows: Fragment
}
export type Tally<Name extends string> = Readonly<Record<Name, number>>

/** Counts every name in every period in one pass over the rows. */
export async function selectTally<Name extends string>(
  client: PoolClient,
  { conditions, rows }: Tallying<Name>,
  periods: readonly Period[],
): Promise<readonly Tally<Name>[]> {
  const names = keysOf(conditions)
  const columns = periods.flatMap((period, nth) =>
    names.map((name) => sql`count(*) filter (where ${conditions[name](period)})::int as ${sql.ref(`${name}_${nth}`)}`),
  )
  const [row] = await rowsOf<Record<string, number>>(client, sql`select ${sql.join(columns)} from ${rows}`)
  return periods.map((_, nth) => tableOf(names, (name) => row?.[`${name}_${nth}`] ?? 0))
}
