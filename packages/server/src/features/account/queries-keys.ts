import type { KeyReach } from '@openslrt/core/contract/service-key.ts'
import type { Pool } from 'pg'

export interface NewKey {
  readonly staff: string
  readonly post: string
  readonly label: string
  readonly reach: KeyReach
  readonly givenBy: string
  readonly now: Date
  readonly until: Date
}

/** Keeps a new key, and voids links to the account in the same breath: it is a program's from now on. */
export async function saveKey(pool: Pool, digest: Buffer, key: NewKey): Promise<string> {
  const { staff, post, label, reach, givenBy, now, until } = key
  const { rows } = await pool.query<{ id: string }>(
    `with links as (update invitation set used_at = $6 where staff = $2 and used_at is null)
     insert into service_key (digest, staff, post, label, reach, given_at, given_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [digest, staff, post, label, reach, now, givenBy, until],
  )
  const id = rows[0]?.id
  if (!id) throw new Error('a key was not kept')
  return id
}

export interface KeyHolder {
  readonly id: string
  readonly staff: string
  readonly name: string
  readonly office: string
  readonly role: string
  readonly reach: KeyReach
}

/**
 * Whose key it is and for which post; nobody's when it ran out or was revoked, the post ended, or the program is suspended.
 * A key and a link that were used at the same moment leave a sign-in beside the key: then a person is behind the account.
 */
export async function findKey(pool: Pool, digest: Buffer, now: Date): Promise<KeyHolder | null> {
  const { rows } = await pool.query<KeyHolder>(
    `select k.id, k.staff, s.name, p.office, p.role, k.reach
     from service_key k join staff s on s.id = k.staff join post p on p.id = k.post
     where k.digest = $1 and k.revoked_at is null and k.expires_at > $2 and s.active
       and not exists (select 1 from credential c where c.staff = k.staff)
       and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2)`,
    [digest, now],
  )
  return rows[0] ?? null
}

/** Writes down that a key was used, once in a minute at most: a busy program must not write at every request. */
export async function touchKey(pool: Pool, id: string, now: Date): Promise<void> {
  await pool.query('update service_key set used_at = $2 where id = $1 and (used_at is null or used_at < $3)', [
    id,
    now,
    new Date(now.getTime() - 60_000),
  ])
}

/** The post that a program holds now; null when it is not theirs, or has ended. */
export async function findPost(
  pool: Pool,
  staff: string,
  post: string,
  now: Date,
): Promise<{ readonly office: string; readonly role: string } | null> {
  const { rows } = await pool.query<{ office: string; role: string }>(
    'select office, role from post where id = $2 and staff = $1 and valid_from <= $3 and (valid_until is null or valid_until > $3)',
    [staff, post, now],
  )
  return rows[0] ?? null
}

export interface KeyLine {
  readonly id: string
  readonly label: string
  readonly office: string
  readonly office_name: string
  readonly role: string
  readonly reach: KeyReach
  readonly given_by: string
  readonly given_at: Date
  readonly expires_at: Date
  readonly used_at: Date | null
  readonly revoked_at: Date | null
}

export async function selectKeys(pool: Pool, staff: string): Promise<readonly KeyLine[]> {
  const { rows } = await pool.query<KeyLine>(
    `select k.id, k.label, p.office, o.name as office_name, p.role, k.reach, g.name as given_by, k.given_at, k.expires_at,
       k.used_at, k.revoked_at
     from service_key k join post p on p.id = k.post join office o on o.id = p.office join staff g on g.id = k.given_by
     where k.staff = $1 order by k.given_at desc, k.id`,
    [staff],
  )
  return rows
}

/** Whether an account is a program's: it was given a key once. */
export async function isService(pool: Pool, staff: string): Promise<boolean> {
  const { rows } = await pool.query('select 1 from service_key where staff = $1 limit 1', [staff])
  return rows.length > 0
}

/** False when the program has no such key. */
export async function revokeKey(pool: Pool, staff: string, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update service_key set revoked_at = coalesce(revoked_at, $3) where id = $2 and staff = $1',
    [staff, id, now],
  )
  return rowCount === 1
}
