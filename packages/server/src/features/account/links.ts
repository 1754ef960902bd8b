import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { holds } from '@openslrt/core/access/can.ts'
import type { accountRoutes } from '@openslrt/core/contract/account.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { cannotHandOut } from '@openslrt/core/office/reach.ts'
import { fewestCharacters, isStrongPassword } from '@openslrt/core/staff/password.ts'
import type { z } from 'zod'
import { hashPassword } from '../../platform/auth/password.ts'
import { digestOf, newToken } from '../../platform/auth/token.ts'
import { postsOf } from '../reference/index.ts'
import type { AccountParts } from './parts.ts'
import type { Invitation } from './queries.ts'
import {
  endSessionsOf,
  findInvitation,
  findPerson,
  findSignInName,
  isNameTaken,
  saveCredential,
  saveInvitation,
  spendInvitation,
} from './queries.ts'
import { isService } from './queries-keys.ts'
import { deleteIdentities } from './queries-provider.ts'

type Shown = z.infer<typeof accountRoutes.link.reply>
type Given = z.infer<typeof accountRoutes.invite.reply>
type Acceptance = z.infer<typeof accountRoutes.accept.body>

const lifeMs = 3 * 24 * 60 * 60_000

/** ACCOUNT-2 A one-time link for somebody under the acting office: to set a first password, or a new one. */
export async function giveLink(parts: AccountParts, staff: string, actor: StaffActor): Promise<Result<Given, Refusal>> {
  const { pool, reference } = parts
  const now = Date.now()
  const posts = await postsOf(pool, staff)
  if (posts.length === 0) return no({ code: 'unknown-staff' })
  const refusal = cannotHandOut(actor, staff, posts, { now, offices: reference.offices(), roles: reference.roles })
  if (refusal) return no(refusal)
  if (await isService(pool, staff)) return no({ code: 'is-service' })
  const token = newToken()
  const until = new Date(now + lifeMs)
  const purpose = (await findSignInName(pool, staff)) ? 'reset' : 'invite'
  await saveInvitation(pool, token.digest, { purpose, staff, office: actor.office, issuer: actor.staff }, until)
  return ok({ path: `/meja/tautan#t=${token.text}`, expiresAt: until.getTime() })
}

/** What a link is for, while it is for anything. */
export async function showLink(parts: AccountParts, token: string): Promise<Result<Shown, Refusal>> {
  const now = new Date()
  const found = await findStanding(parts, token, now)
  if (!found) return no({ code: 'link-used' })
  const { purpose, staff } = found
  if (staff === null) return ok({ purpose, name: null, signInName: null })
  const person = await findPerson(parts.pool, staff, now)
  return ok({ purpose, name: person?.name ?? null, signInName: await findSignInName(parts.pool, staff) })
}

/** ACCOUNT-1 Uses a link up: it makes the first administrator, or sets the sign-in of somebody who was added. Gives who it is. */
export async function acceptLink(parts: AccountParts, asked: Acceptance): Promise<Result<string, Refusal>> {
  const { pool } = parts
  const now = new Date()
  const found = await findStanding(parts, asked.token, now)
  if (!found) return no({ code: 'link-used' })
  if (!isStrongPassword(asked.password, asked.signInName)) return no({ code: 'password-weak', least: fewestCharacters })
  if (await isNameTaken(pool, asked.signInName, found.staff)) return no({ code: 'name-taken' })
  if (found.purpose === 'first-admin' && asked.name.length < 2) return no({ code: 'invalid', fields: ['name'] })
  const password = await hashPassword(asked.password)
  if (!(await spendInvitation(pool, digestOf(asked.token), now))) return no({ code: 'link-used' })
  const staff = found.staff ?? (await parts.firstAdmin(asked.name))
  await saveCredential(pool, staff, asked.signInName, password, now)
  await endSessionsOf(pool, staff)
  // Whoever lost control of an account has it back whole: no other door to it stays open.
  await deleteIdentities(pool, staff)
  parts.sessions.forget()
  return ok(staff)
}

/**
 * ACCOUNT-11 A link stands only while whoever gave it could give it again, from the same office: it is a key to the
 * account, and the person may have become somebody whom that office does not reach.
 */
async function findStanding(parts: AccountParts, token: string, now: Date): Promise<Invitation | null> {
  const found = await findInvitation(parts.pool, digestOf(token), now)
  if (!found || found.purpose === 'first-admin') return found
  const { staff, office, issuer } = found
  if (staff === null || office === null || issuer === null) return null
  const [person, giver] = [await findPerson(parts.pool, staff, now), await findPerson(parts.pool, issuer, now)]
  const actor = giver && parts.sessions.actorAt(giver, office)
  if (!person || !actor || !holds(actor, 'staff.manage')) return null
  const look = { now: now.getTime(), offices: parts.reference.offices(), roles: parts.reference.roles }
  return cannotHandOut(actor, staff, await postsOf(parts.pool, staff), look) ? null : found
}
