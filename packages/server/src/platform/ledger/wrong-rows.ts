import { wrongRowsWithout } from '@openslrt/core/surge/wrong-rows.ts'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import { rowsOf, sql } from '../db/sql.ts'
import type { DbRow } from './codec.ts'
import type { DistrictKeys } from './keys.ts'
import { rowOf } from './tables.ts'

/** The wrong rows of an affected list's last file, sealed. */
export interface WrongRows {
  readonly id: string
  readonly faults: Buffer
}

const table = z.array(z.array(z.string()))

/**
 * PRIVACY-12 What is left of the wrong rows of these lists when some of their people are forgotten: the rows of others. Of
 * people whom this transaction does not see nothing can be told apart, and nothing is left.
 */
export async function wrongRowsLeft(
  client: PoolClient,
  district: string,
  { surges, affected }: { readonly surges: readonly string[]; readonly affected: readonly string[] },
  keys: DistrictKeys,
): Promise<readonly WrongRows[]> {
  if (surges.length === 0) return []
  const rows = await rowsOf<DbRow>(
    client,
    sql`select * from affected where district = ${district} and id = any(${[...affected]}::uuid[])`,
  )
  if (rows.length < affected.length) return []
  const people = rows.map((row) => rowOf('affected', row, keys))
  const files = await rowsOf<{ id: string; faults: Buffer }>(
    client,
    sql`select id, faults from surge_file where district = ${district} and surge = any(${[...surges]}::uuid[]) and faults is not null`,
  )
  return files.flatMap(({ id, faults }) => {
    const about = `surge_file ${id}`
    const left = wrongRowsWithout(table.parse(JSON.parse(keys.open(faults, about).toString())), people)
    return left.length > 1 ? [{ id, faults: keys.seal(Buffer.from(JSON.stringify(left)), about) }] : []
  })
}

/** Lays them back where the erasure has taken all. */
export async function keepWrongRows(client: PoolClient, district: string, left: readonly WrongRows[]): Promise<void> {
  for (const { id, faults } of left)
    await rowsOf(client, sql`select keep_wrong_rows(${district}, ${id}::uuid, ${faults})`)
}
