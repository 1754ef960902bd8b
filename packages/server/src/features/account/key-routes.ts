import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { Refusal } from '@openslrt/core/contract/problem.ts'
import { serviceKeyRoutes } from '@openslrt/core/contract/service-key.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { cannotHandOut } from '@openslrt/core/office/reach.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { postsOf } from '../reference/index.ts'
import type { AccountParts } from './parts.ts'
import { findSignInName } from './queries.ts'
import { findPost, revokeKey, saveKey, selectKeys } from './queries-keys.ts'
import { newKey } from './service-keys.ts'
import { roleAt } from './sessions.ts'

const dayMs = 24 * 60 * 60_000

/** ACCOUNT-16 The doors by which an administrator gives programs keys and takes them back. */
export function keyRoutesOf(parts: AccountParts): readonly Route[] {
  const { pool, sessions } = parts
  return [
    route(serviceKeyRoutes.list, async ({ query, actor }) => {
      const refusal = await outOfReach(parts, query.staff, actor())
      if (refusal) return no(refusal)
      const items = (await selectKeys(pool, query.staff)).map((line) => ({
        id: line.id,
        label: line.label,
        office: officeId.parse(line.office),
        officeName: line.office_name,
        role: line.role,
        reach: line.reach,
        givenBy: line.given_by,
        givenAt: line.given_at.getTime(),
        expiresAt: line.expires_at.getTime(),
        usedAt: line.used_at?.getTime() ?? null,
        revokedAt: line.revoked_at?.getTime() ?? null,
      }))
      return ok({ items })
    }),
    route(serviceKeyRoutes.give, async ({ request, body, actor }) => {
      const { staff, post, label, reach, days } = body
      // A person at a browser gives keys: a program that could would never end.
      const own = await sessions.own(request)
      if (!own) return no({ code: 'not-permitted', needs: ['staff.manage'] })
      const refusal = (await outOfReach(parts, staff, actor())) ?? (await cannotHold(parts, staff, post))
      if (refusal) return no(refusal)
      const now = new Date()
      const until = new Date(now.getTime() + days * dayMs)
      const { key, digest } = newKey()
      const id = await saveKey(pool, digest, { staff, post, label, reach, givenBy: own.staff, now, until })
      return ok({ id, key, expiresAt: until.getTime() })
    }),
    route(serviceKeyRoutes.revoke, async ({ body, actor }) => {
      const refusal = await outOfReach(parts, body.staff, actor())
      if (refusal) return no(refusal)
      if (!(await revokeKey(pool, body.staff, body.id, new Date()))) return no({ code: 'not-found' })
      sessions.forget()
      return ok({})
    }),
  ]
}

/** Why an administrator does not reach a program: as with links to accounts. */
async function outOfReach(
  { pool, reference }: AccountParts,
  staff: string,
  actor: StaffActor,
): Promise<Refusal | null> {
  const posts = await postsOf(pool, staff)
  if (posts.length === 0) return { code: 'unknown-staff' }
  return cannotHandOut(actor, staff, posts, {
    now: Date.now(),
    offices: reference.offices(),
    roles: reference.roles,
  })
}

/** Why an account can't hold a key for a post. */
async function cannotHold(parts: AccountParts, staff: string, post: string): Promise<Refusal | null> {
  // Whoever held a key to a person's account would act in that person's name.
  if ((await findSignInName(parts.pool, staff)) !== null) return { code: 'is-person' }
  const held = await findPost(parts.pool, staff, post, new Date())
  if (!held) return { code: 'not-found' }
  return roleAt(parts.reference, held)?.secondFactor ? { code: 'role-for-people' } : null
}
