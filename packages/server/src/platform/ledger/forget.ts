import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../db/sql.ts'
import type { DbRow } from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import type { StoredEntry } from './queries.ts'
import { keepWrongRows, wrongRowsLeft } from './wrong-rows.ts'

/** What opens entries to be forgotten: somebody's wish, a case that is erased, or years that are over. */
export interface Wish {
  readonly district: string
  readonly id: string
}

/** LEDGER-21 The entries that carry what was left of these. */
export const selectCarriers = (
  client: PoolClient,
  { district, id }: Wish,
  seqs: readonly number[],
): Promise<readonly StoredEntry[]> =>
  seqs.length === 0
    ? Promise.resolve([])
    : rowsOf<StoredEntry & DbRow>(
        client,
        sql`select * from entries_that_carry(${district}, ${id}::uuid, ${[...seqs]}::bigint[])`,
      )

/** What is forgotten beside rows, by one command. */
export interface Forgotten {
  /** The command whose entry carries what is left. */
  readonly command: string
  readonly seqs: readonly number[]
  /** Whose looks lose the words that were typed for them. */
  readonly subjects: readonly string[]
  readonly loads: readonly string[]
  readonly surges: readonly string[]
  /** Who stood on these lists: of the wrong rows of their files only theirs go. */
  readonly affected: readonly string[]
}

/** Takes the words out of entries, in the ledger's own transaction, for a wish. */
export async function forgetEntries(
  client: PoolClient,
  { district, id }: Wish,
  { command, seqs, subjects, loads, surges, affected }: Forgotten,
  keys: DistrictKeys,
): Promise<void> {
  const left = await wrongRowsLeft(client, district, { surges, affected }, keys)
  await rowsOf(
    client,
    sql`select forget_entries(${district}, ${id}::uuid, ${command}::uuid, ${[...seqs]}::bigint[], ${[...subjects]}::uuid[],
      ${[...loads]}::uuid[], ${[...surges]}::uuid[])`,
  )
  await keepWrongRows(client, district, left)
}
