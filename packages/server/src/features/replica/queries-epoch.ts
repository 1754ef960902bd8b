import { randomUUID } from 'node:crypto'
import type { Client, Pool, PoolClient } from 'pg'
import { keepFacts } from '../../platform/db/deployment.ts'
import { rowsOf, sql } from '../../platform/db/sql.ts'

/** SYNC-14 Which database this is, and how far each ledger lies in a backup. */
export interface Epoch {
  readonly epoch: string
  readonly backedUp: number
}

export async function selectEpoch(client: Pool | PoolClient, district: string): Promise<Epoch> {
  const rows = await rowsOf<Epoch>(
    client,
    sql`select e.value #>> '{}' as epoch, coalesce((b.value ->> ${district})::bigint, 0)::float8 as "backedUp"
      from deployment e left join deployment b on b.name = 'backed-up' where e.name = 'epoch'`,
  )
  const [found] = rows
  if (!found) throw new Error('this database has no epoch')
  return found
}

/** A ledger and its last entry. */
interface Head {
  readonly district: string
  readonly seq: string | number
}

/** SYNC-14 Writes down how far each ledger lies in a backup: phones keep what they were told was done until then. */
export async function keepBackedUp(owner: Client, heads: readonly Head[]): Promise<void> {
  const reached = Object.fromEntries(heads.map(({ district, seq }) => [district, Number(seq)]))
  await keepFacts(owner, { 'backed-up': reached })
}

/** SYNC-14 A database that was restored is another one than phones knew: what they were told was done may be gone. */
export async function beginEpoch(owner: Client): Promise<void> {
  await keepFacts(owner, { epoch: randomUUID() })
}
