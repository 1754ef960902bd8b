import type { Actor } from '@openslrt/core/access/actor.ts'
import type { Naming } from '@openslrt/core/registry/merge-refs.ts'
import type { PairRow } from '@openslrt/core/registry/merge-row.ts'
import { verdicts } from '@openslrt/core/registry/merge-row.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import { withinRegistry } from '../../platform/db/within-registry.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'
import { columnOf, specs } from '../../platform/ledger/tables.ts'

const [, merged] = verdicts

/** A person or family within scope, as its row lies in the table. */
export async function selectHolder(
  client: PoolClient,
  actor: Actor,
  of: Holder,
  district: string,
  id: string,
): Promise<DbRow | undefined> {
  const [row] = await rowsOf<DbRow>(
    client,
    sql`select p.* from ${sql.raw(specs[of].sqlName)} p where p.district = ${district} and p.id = ${id}::uuid and ${withinRegistry(actor)}`,
  )
  return row
}

/** What stands for a village and for a family on a screen: its name, and its address. */
export async function selectCalled(
  client: PoolClient,
  district: string,
  place: string,
  family: string | null,
): Promise<{ readonly place: string; readonly family: string | null }> {
  const [row] = await rowsOf<{ place: string | null; family: string | null }>(
    client,
    sql`select (select name from place where code = ${place}) as place,
      (select address from family where district = ${district} and id = ${family}::uuid) as family`,
  )
  return { place: row?.place ?? place, family: row?.family ?? null }
}

export async function selectPair(client: PoolClient, district: string, id: string): Promise<DbRow | undefined> {
  const [row] = await rowsOf<DbRow>(
    client,
    sql`select * from registry_pair where district = ${district} and id = ${id}::uuid`,
  )
  return row
}

/** Merges made since another that still stand: into one of these, or of one of those whichever way. The oldest first. */
export const selectLaterPairs = (
  client: PoolClient,
  district: string,
  { id, at }: Pick<PairRow, 'id' | 'at'>,
  kept: readonly string[],
  either: readonly string[],
): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    client,
    sql`select p.* from registry_pair p where p.district = ${district} and p.verdict = ${merged} and p.id <> ${id}::uuid
      and p.at > ${new Date(at)}::timestamptz
      and (p.kept = any(${[...kept, ...either]}::uuid[]) or p.gone = any(${[...either]}::uuid[])) order by p.at, p.id`,
  )

/** Families by their ids, for whoever goes back to one. */
export const selectHomes = (client: PoolClient, district: string, ids: readonly string[]): Promise<readonly DbRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : rowsOf<DbRow>(
        client,
        sql`select p.* from family p where p.district = ${district} and p.id = any(${[...ids]}::uuid[])`,
      )

/** The rows of a table whose field names somebody; of certain ones only, where they are given. */
export const selectNaming = (
  client: PoolClient,
  { table, field }: Pick<Naming, 'table' | 'field'>,
  district: string,
  named: string,
  among: readonly string[] | null,
): Promise<readonly DbRow[]> => {
  const [from, column] = [sql.raw(specs[table].sqlName), sql.raw(`"${columnOf(table, field)}"`)]
  const only = among === null ? sql`` : sql` and t.id = any(${[...among]}::uuid[])`
  return rowsOf<DbRow>(
    client,
    sql`select t.* from ${from} t where t.district = ${district} and t.${column} = ${named}::uuid${only} order by t.id`,
  )
}
