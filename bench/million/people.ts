import type { Client } from 'pg'
import { hashPassword } from '../../packages/server/src/platform/auth/password.ts'
import { newToken } from '../../packages/server/src/platform/auth/token.ts'
import type { Desk } from '../world.ts'

/** Somebody who is signed in. */
export interface Reader {
  readonly cookie: string
  readonly office: string
  readonly district: string
  readonly place: string
}

/** Signs people of a role in, one of a district each as far as there are districts. The session is written as the door writes it. */
export async function signedIn(owner: Client, role: string, most: number): Promise<readonly Reader[]> {
  const { rows } = await owner.query<{ staff: string; office: string; district: string; place: string }>(
    `select distinct on (o.district) p.staff, p.office, o.district, o.place from post p join office o on o.id = p.office
     where p.role = $1 order by o.district, md5(p.staff::text)`,
    [role],
  )
  const chosen = rows.filter((_, at) => at % Math.max(1, Math.floor(rows.length / most)) === 0).slice(0, most)
  const readers: Reader[] = []
  // oxlint-disable-next-line no-await-in-loop -- one connection takes one question at a time
  for (const row of chosen) readers.push(await sessionOf(owner, row))
  return readers
}

async function sessionOf(
  owner: Client,
  { staff, ...where }: { staff: string } & Omit<Reader, 'cookie'>,
): Promise<Reader> {
  const token = newToken()
  await owner.query(
    "insert into sign_in_session (token, staff, created_at, seen_at, expires_at, second_at) values ($1, $2, now(), now(), now() + interval '1 day', now())",
    [token.digest, staff],
  )
  return { ...where, cookie: `openslrt=${token.text}` }
}

/** Desks that a whole life of a case is played at. */
export const desksOf = (owner: Client, most: number): Promise<readonly Desk[]> => signedIn(owner, 'coordinator', most)

export const password = 'kata sandi untuk mengukur'

/** Names that can sign in, each of another person. */
export async function signInNames(owner: Client, most: number): Promise<readonly string[]> {
  const hash = await hashPassword(password)
  const { rows } = await owner.query<{ name: string }>(
    `insert into credential (staff, name, password, changed_at)
     select staff, 'ukur-' || left(md5(staff::text), 16), $1, now() from (select distinct staff from post where role in ('fo', 'bo') limit $2) s
     on conflict (staff) do update set password = excluded.password, name = excluded.name returning name`,
    [hash, most],
  )
  return rows.map(({ name }) => name)
}
