import type { Table } from '@openslrt/core/ledger/entry.ts'
import { tables } from '@openslrt/core/ledger/entry.ts'
import type { Codec, DbRow } from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import { columnOf, specs } from './tables.ts'

/**
 * LEDGER-8 The columns of a row that say something else than the field that they follow from: the key or the sounds of
 * another name, the digest of another number. By them people are found, and no entry tells them.
 */
export function foundByOther(table: Table, row: DbRow, keys: DistrictKeys): readonly string[] {
  return (followers.get(table) ?? []).flatMap(({ column, codec }) => {
    const value = codec.decode(row, column, keys)
    return codec.cells
      .slice(1)
      .filter(({ suffix, of }) => !isSame(row[`${column}${suffix}`], of(value, keys)))
      .map(({ suffix }) => `${column}${suffix}`)
  })
}

interface Follower {
  readonly column: string
  readonly codec: Codec
}

/** Fields with columns beside their own. A clock lies in several, and none of them is made of another. */
const followersOf = (table: Table): readonly Follower[] =>
  Object.entries<Codec>(specs[table].fields)
    .filter(([, { cells }]) => cells.length > 1 && cells[0]?.suffix === '')
    .map(([field, codec]) => ({ column: columnOf(table, field), codec }))
const followers: ReadonlyMap<Table, readonly Follower[]> = new Map(tables.map((table) => [table, followersOf(table)]))

const isSame = (stored: unknown, made: unknown): boolean =>
  Buffer.isBuffer(stored) && Buffer.isBuffer(made) ? stored.equals(made) : (stored ?? '') === (made ?? '')
