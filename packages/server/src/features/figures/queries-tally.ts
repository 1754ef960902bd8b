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

/** The same where several rows may be about one subject, which is counted once. */
interface TallyingOnce<Name extends string> extends Tallying<Name> {
  readonly subject: Fragment
}

/** Counts every name in every period in one pass over the rows. */
export const selectTally = <Name extends string>(
  client: PoolClient,
  { conditions, rows }: Tallying<Name>,
  periods: readonly Period[],
): Promise<readonly Tally<Name>[]> => selectCounts(client, { conditions, rows, what: sql`*` }, periods)

/** Counts the subjects of the rows. */
export const selectDistinct = <Name extends string>(
  client: PoolClient,
  { conditions, rows, subject }: TallyingOnce<Name>,
  periods: readonly Period[],
): Promise<readonly Tally<Name>[]> =>
  selectCounts(client, { conditions, rows, what: sql`distinct ${subject}` }, periods)

async function selectCounts<Name extends string>(
  client: PoolClient,
  { conditions, rows, what }: Tallying<Name> & { readonly what: Fragment },
  periods: readonly Period[],
): Promise<readonly Tally<Name>[]> {
  const names = keysOf(conditions)
  const columns = periods.flatMap((period, nth) =>
    names.map(
      (name) => sql`count(${what}) filter (where ${conditions[name](period)})::int as ${sql.ref(`${name}_${nth}`)}`,
    ),
  )
  const [row] = await rowsOf<Record<string, number>>(client, sql`select ${sql.join(columns)} from ${rows}`)
  return periods.map((_, nth) => tableOf(names, (name) => row?.[`${name}_${nth}`] ?? 0))
}
