import type { Pool, PoolClient } from 'pg'
import type { Person } from '../../platform/http/route.ts'

export interface Credential {
  readonly staff: string
  readonly password: string
  readonly active: boolean
}

export async function findCredential(pool: Pool, name: string): Promise<Credential | null> {
  const { rows } = await pool.query<Credential>(
    'select c.staff, c.password, s.active from credential c join staff s on s.id = c.staff where c.name = $1',
    [name],
  )
  return rows[0] ?? null
}

export async function saveCredential(
  client: Pool | PoolClient,
  staff: string,
  name: string,
  password: string,
  now: Date,
): Promise<void> {
  await client.query(
    `insert into credential (staff, name, password, changed_at) values ($1, $2, $3, $4)
     on conflict (staff) do update set name = excluded.name, password = excluded.password, changed_at = excluded.changed_at`,
    [staff, name, password, now],
  )
}

export async function findSignInName(pool: Pool, staff: string): Promise<string | null> {
  const { rows } = await pool.query<{ name: string }>('select name from credential where staff = $1', [staff])
  return rows[0]?.name ?? null
}

export async function findPasswordOf(pool: Pool, staff: string): Promise<string | null> {
  const { rows } = await pool.query<{ password: string }>('select password from credential where staff = $1', [staff])
  return rows[0]?.password ?? null
}

export async function isNameTaken(pool: Pool, name: string, staff: string | null): Promise<boolean> {
  const { rows } = await pool.query('select 1 from credential where name = $1 and staff is distinct from $2::uuid', [
    name,
    staff,
  ])
  return rows.length > 0
}

export interface NewSession {
  readonly staff: string
  readonly stage: Stage
  readonly via: Via
  readonly second: boolean
  readonly source: string
  readonly agent: string
}

/** How far somebody has come: in, or one step before it. */
export type Stage = 'in' | 'code' | 'set-up'
/** What somebody showed at the door. */
export type Via = 'password' | 'provider'

export async function saveSession(
  pool: Pool,
  token: Buffer,
  session: NewSession,
  now: Date,
  until: Date,
): Promise<void> {
  const { staff, stage, via, second, source, agent } = session
  await pool.query(
    `insert into sign_in_session (token, staff, created_at, seen_at, expires_at, stage, via, second_at, source, agent)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
    [token, staff, now, until, stage, via, second ? now : null, source, agent],
  )
}

export interface SessionRow extends Person {
  readonly id: string
  readonly expires_at: Date
  readonly seen_at: Date
  readonly stage: Stage
  readonly via: Via
  readonly second_at: Date | null
}

// The posts that the person `s` holds at the moment `$2`.
const postsHeld = `coalesce((select jsonb_agg(jsonb_build_object('office', p.office, 'role', p.role) order by p.valid_from, p.id) from post p
  where p.staff = s.id and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2)), '[]') as posts`

/** The person behind a cookie, with the posts that they hold now; nobody when the session or the person has ended. */
export async function findSession(pool: Pool, token: Buffer, now: Date): Promise<SessionRow | null> {
  const { rows } = await pool.query<SessionRow>({
    name: 'find-session',
    text: `select x.id, x.staff, s.name, x.expires_at, x.seen_at, x.stage, x.via, x.second_at, ${postsHeld}
      from sign_in_session x join staff s on s.id = x.staff
      where x.token = $1 and x.expires_at > $2 and s.active`,
    values: [token, now],
  })
  return rows[0] ?? null
}

/** Somebody who is not suspended, with the posts that they hold now. */
export async function findPerson(pool: Pool, staff: string, now: Date): Promise<Person | null> {
  const { rows } = await pool.query<Person>(
    `select s.id as staff, s.name, ${postsHeld} from staff s where s.id = $1 and s.active`,
    [staff, now],
  )
  return rows[0] ?? null
}

/** Begins the time without use anew; `mostDays` after it was begun a session ends all the same. */
export async function touchSession(pool: Pool, token: Buffer, now: Date, until: Date, mostDays: number): Promise<void> {
  await pool.query(
    "update sign_in_session set seen_at = $2, expires_at = least($3, created_at + $4 * interval '1 day') where token = $1",
    [token, now, until, mostDays],
  )
}

export async function endSession(pool: Pool, token: Buffer): Promise<void> {
  await pool.query('delete from sign_in_session where token = $1', [token])
}

export async function endSessionsOf(client: Pool | PoolClient, staff: string): Promise<void> {
  await client.query('delete from sign_in_session where staff = $1', [staff])
}

/** Shuts somebody out, in the transaction that suspends them: sessions, links and keys do not come back with them. */
export async function shutOut(client: PoolClient, staff: string): Promise<void> {
  await endSessionsOf(client, staff)
  await client.query('update invitation set used_at = now() where staff = $1 and used_at is null', [staff])
  await client.query('update service_key set revoked_at = now() where staff = $1 and revoked_at is null', [staff])
}

export interface Invitation {
  readonly purpose: 'first-admin' | 'invite' | 'reset'
  readonly staff: string | null
  /** From which office it was given, and by whom; null for the first administrator. */
  readonly office: string | null
  readonly issuer: string | null
}

/** Keeps a new link. It voids those that the person was given before: one that went astray must not open the account later. */
export async function saveInvitation(pool: Pool, token: Buffer, link: Invitation, until: Date): Promise<void> {
  const { purpose, staff, office, issuer } = link
  await pool.query(
    `with before as (update invitation set used_at = now() where staff = $3 and used_at is null)
     insert into invitation (token, purpose, staff, office, issuer, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [token, purpose, staff, office, issuer, until],
  )
}

/** A link that was neither used nor voided, and has not run out. Whether it still opens anything is not said here. */
export async function findInvitation(pool: Pool, token: Buffer, now: Date): Promise<Invitation | null> {
  const { rows } = await pool.query<Invitation>(
    'select purpose, staff, office, issuer from invitation where token = $1 and used_at is null and expires_at > $2',
    [token, now],
  )
  return rows[0] ?? null
}

/** Uses a link up. False when somebody else was first: a link works once. */
export async function spendInvitation(client: Pool | PoolClient, token: Buffer, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    'update invitation set used_at = $2 where token = $1 and used_at is null and expires_at > $2',
    [token, now],
  )
  return rowCount === 1
}

export async function voidInvitations(pool: Pool, purpose: Invitation['purpose'], now: Date): Promise<void> {
  await pool.query('update invitation set used_at = $2 where purpose = $1 and used_at is null', [purpose, now])
}

export async function hasAdministrator(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `select 1 from credential c join post p on p.staff = c.staff join staff s on s.id = c.staff
     where p.valid_until is null and s.active and (p.role = 'admin' or exists (select 1 from list_change l
       where l.list = 'role' and l.code = p.role and l.says = 'holds' and l.data->'permissions' ? 'staff.manage')) limit 1`,
  )
  return rows.length > 0
}
