import type { PoolClient } from 'pg'

/** One look at personal data: who, when, from which office, at what, and why. */
export interface Access {
  readonly district: string
  readonly id: string
  readonly actor: string
  readonly office: string | null
  readonly action: 'search' | 'reveal' | 'open'
  readonly subject: string | null
  readonly reason: string
}

/** Writes a look down, in the transaction that shows the data: no look without its line. */
export async function logAccess(client: PoolClient, access: Access): Promise<void> {
  const { district, id, actor, office, action, subject, reason } = access
  await client.query(
    'insert into access_log (district, id, at, actor, office, action, subject, reason) values ($1, $2, now(), $3, $4, $5, $6, $7)',
    [district, id, actor, office, action, subject, reason],
  )
}
