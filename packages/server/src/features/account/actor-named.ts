import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Permission } from '@openslrt/core/access/permission.ts'
import type { Pool } from 'pg'
import type { Reference } from '../reference/index.ts'
import { findCredential, findPerson } from './queries.ts'
import { staffActor } from './sessions.ts'

/** Somebody at one of their offices, with what they may do there now; null where they hold no post any more. */
export async function actorOf(
  pool: Pool,
  reference: Reference,
  staff: string,
  office: string,
): Promise<StaffActor | null> {
  const person = await findPerson(pool, staff, new Date())
  return person && staffActor(reference, person, office)
}

/** Somebody by their sign-in name, from the first of their offices where they hold a right; null where they hold it nowhere. */
export async function actorNamed(
  pool: Pool,
  reference: Reference,
  name: string,
  right: Permission,
): Promise<StaffActor | null> {
  const credential = await findCredential(pool, name)
  const person = credential && (await findPerson(pool, credential.staff, new Date()))
  const actors = (person?.posts ?? []).map(({ office }) => person && staffActor(reference, person, office))
  return actors.find((actor) => actor?.permissions.has(right)) ?? null
}
