import type { PoolClient } from 'pg'
import { rowsOf, sql } from '../db/sql.ts'

/**
 * LEDGER-3 Lets nobody add to a ledger until this transaction ends: for what is decided on there being no row, which no
 * version of a row can hold, and for a command whose rows moved once already.
 */
export async function holdLedger(client: PoolClient, district: string): Promise<void> {
  await rowsOf(client, sql`select seq from district_head where district = ${district} for update`)
}
