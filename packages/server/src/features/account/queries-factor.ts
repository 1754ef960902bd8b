import type { Pool } from 'pg'

/** What is kept of somebody's second factor. Secrets are sealed. */
export interface Factor {
  readonly secret: Buffer | null
  readonly pending: Buffer | null
  readonly confirmed_at: Date | null
}

export async function findFactor(pool: Pool, staff: string): Promise<Factor | null> {
  const { rows } = await pool.query<Factor>(
    'select secret, pending, confirmed_at from second_factor where staff = $1',
    [staff],
  )
  return rows[0] ?? null
}

export async function hasFactor(pool: Pool, staff: string): Promise<boolean> {
  return ((await findFactor(pool, staff))?.secret ?? null) !== null
}

/** Keeps a new secret beside the one that holds: a phone that was not set up to the end must not shut its owner out. */
export async function savePending(pool: Pool, staff: string, pending: Buffer): Promise<void> {
  await pool.query(
    'insert into second_factor (staff, pending) values ($1, $2) on conflict (staff) do update set pending = excluded.pending',
    [staff, pending],
  )
}

/** Puts the waiting secret in force with its recovery codes. False when another one waits by now. */
export async function confirmPending(
  pool: Pool,
  staff: string,
  { pending, step, digests, now }: { pending: Buffer; step: number; digests: readonly Buffer[]; now: Date },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with set_up as (
       update second_factor set secret = pending, pending = null, confirmed_at = $5, last_step = $3
       where staff = $1 and pending = $2 returning staff),
     void as (delete from recovery_code r using set_up s where r.staff = s.staff)
     insert into recovery_code (staff, digest) select s.staff, d from set_up s, unnest($4::bytea[]) d`,
    [staff, pending, step, digests, now],
  )
  return (rowCount ?? 0) > 0
}

/** ACCOUNT-13 Uses a step of time up. False when its code, or a later one, was used before. */
export async function spendStep(pool: Pool, staff: string, step: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update second_factor set last_step = $2 where staff = $1 and last_step < $2 and secret is not null',
    [staff, step],
  )
  return rowCount === 1
}

/** ACCOUNT-18 Uses a recovery code up. False when it is unknown or was used before. */
export async function spendRecoveryCode(pool: Pool, staff: string, digest: Buffer, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update recovery_code set used_at = $3 where staff = $1 and digest = $2 and used_at is null',
    [staff, digest, now],
  )
  return rowCount === 1
}

export async function replaceRecoveryCodes(pool: Pool, staff: string, digests: readonly Buffer[]): Promise<void> {
  await pool.query(
    `with void as (delete from recovery_code where staff = $1)
     insert into recovery_code (staff, digest) select $1, d from unnest($2::bytea[]) d`,
    [staff, digests],
  )
}

export async function countRecoveryCodes(pool: Pool, staff: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from recovery_code where staff = $1 and used_at is null',
    [staff],
  )
  return rows[0]?.n ?? 0
}

/** Takes a second factor away with its codes. False when there was none. */
export async function deleteFactor(pool: Pool, staff: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'with codes as (delete from recovery_code where staff = $1) delete from second_factor where staff = $1',
    [staff],
  )
  return rowCount === 1
}
