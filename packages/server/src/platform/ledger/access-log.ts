import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { actorName } from '@openslrt/core/access/actor.ts'
import type { PoolClient } from 'pg'

/** One look at personal data: in whose ledger, at what, and why. */
interface Access {
  readonly district: string
  readonly action: 'search' | 'reveal' | 'open'
  readonly subject: string | null
  readonly reason: string
}

/** Writes a look down, in the transaction that shows the data: no look without its line. */
export async function logAccess(client: PoolClient, reader: StaffActor, access: Access): Promise<void> {
  const { district, action, subject, reason } = access
  await client.query(
    'insert into access_log (district, id, at, actor, office, action, subject, reason) values ($1, $2, now(), $3, $4, $5, $6, $7)',
    [district, randomUUID(), actorName(reader), reader.office, action, subject, reason],
  )
}
