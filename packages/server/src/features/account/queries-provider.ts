import type { Pool } from 'pg'
import type { Identity } from '../../platform/auth/provider.ts'

/** Whose account an identity signs in to. */
export async function findConnected(pool: Pool, { issuer, subject }: Identity): Promise<string | null> {
  const { rows } = await pool.query<{ staff: string }>(
    'select staff from provider_identity where issuer = $1 and subject = $2',
    [issuer, subject],
  )
  return rows[0]?.staff ?? null
}

/** Since when an account is connected; null when it is not. */
export async function connectedSince(pool: Pool, issuer: string, staff: string): Promise<Date | null> {
  const { rows } = await pool.query<{ connected_at: Date }>(
    'select connected_at from provider_identity where issuer = $1 and staff = $2',
    [issuer, staff],
  )
  return rows[0]?.connected_at ?? null
}

/** Connects an account, in the place of what it was connected to. False when the identity is somebody else's. */
export async function connect(pool: Pool, { issuer, subject }: Identity, staff: string, now: Date): Promise<boolean> {
  const holder = await findConnected(pool, { issuer, subject })
  // Asked before anything is given up: whoever tried an identity of somebody else keeps the one that they have.
  if (holder !== null) return holder === staff
  await deleteIdentities(pool, staff, issuer)
  const { rowCount } = await pool.query(
    'insert into provider_identity (issuer, subject, staff, connected_at) values ($1, $2, $3, $4) on conflict do nothing',
    [issuer, subject, staff, now],
  )
  return rowCount === 1
}

/** Disconnects an account: from one provider, or from all. False when it was not connected. */
export async function deleteIdentities(pool: Pool, staff: string, issuer: string | null = null): Promise<boolean> {
  const { rowCount } = await pool.query(
    'delete from provider_identity where staff = $1 and ($2::text is null or issuer = $2)',
    [staff, issuer],
  )
  return (rowCount ?? 0) > 0
}
