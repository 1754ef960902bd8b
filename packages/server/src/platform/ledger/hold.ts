import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../db/sql.ts'

/**
 * LEDGER-3 Lets nobody add to a ledger until this transaction ends: for what is decided on there being no row, which no
 * version of a row can hold, and for a command whose rows moved once already.
 */
export async function holdLedger(client: PoolClient, district: string): Promise<void> {
  await rowsOf(client, sql`select seq from district_head where district = ${district} for update`)
}

/** How many entries a ledger has. What is read after this in the same transaction is not older. */
export async function entriesOf(client: PoolClient, district: string): Promise<number> {
  const [head] = await rowsOf<{ seq: number }>(client, sql`select seq from district_head where district = ${district}`)
  return head?.seq ?? 0
}
